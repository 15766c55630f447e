import { Plus } from 'lucide-react'
import type { Firm } from '#contract/lawyers.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { agreementLooks, stretchWords } from './firm-form.ts'

const columns: Column<Firm>[] = [
  {
    key: 'name',
    title: '律所',
    render: ({ name, shortName }) => (
      <>
        <strong>{name}</strong>
        <div className="muted">值班表上写：{shortName}</div>
      </>
    ),
  },
  {
    key: 'agreement',
    title: '值班协议',
    render: ({ agreement, agreementFrom, agreementTo }) => (
      <>
        <Tag {...agreementLooks[agreement]} />
        <div className="muted nums">{stretchWords(agreementFrom, agreementTo)}</div>
      </>
    ),
  },
  { key: 'lawyers', title: '律师', width: '5rem', render: ({ lawyers }) => `${lawyers} 人` },
  {
    key: 'interests',
    title: '利益关系',
    width: '6.5rem',
    render: ({ interests }) =>
      interests.length === 0 ? <span className="muted">没有</span> : `${interests.length} 条`,
  },
  { key: 'phone', title: '电话', render: ({ phone }) => phone },
]

type FirmRegisterProps = {
  firms: readonly Firm[]
  /** The next step of a new centre. */
  isNext: boolean
  onOpen: (id: string | undefined) => void
}

export function FirmRegister({ firms, isNext, onOpen }: FirmRegisterProps) {
  const isHead = hasRole(useMe(), 'head')
  const add = (
    <Button
      kind={isNext ? 'primary' : 'plain'}
      icon={<Plus aria-hidden="true" />}
      onClick={() => onOpen(undefined)}
    >
      添加律所
    </Button>
  )
  return (
    <Section title="律所" extra={isHead && firms.length > 0 ? add : null}>
      <div className="stack">
        <p className="hint">
          协议不在有效期内的日子，不排这家律所的律师。登记律所代理谁、告谁，有预约时就不排有利益冲突的律师。
        </p>
        {firms.length === 0 ? (
          <EmptyState
            text={
              isHead
                ? '还没有律所。先添加签约的律所，再添加律师；没有签约律所的，可以跳过这一步。'
                : '还没有律所，请主任添加。'
            }
            action={isHead ? add : undefined}
          />
        ) : (
          <DataTable
            label="律所名单"
            columns={columns}
            rows={firms}
            rowKey={({ id }) => id}
            onOpen={({ id }) => onOpen(id)}
          />
        )}
      </div>
    </Section>
  )
}
