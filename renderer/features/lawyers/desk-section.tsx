import { Plus } from 'lucide-react'
import { useState } from 'react'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { DeskDialog } from './desk-dialog.tsx'
import { patternLines, type Desk } from './desk-form.ts'

const columns: Column<Desk>[] = [
  {
    key: 'name',
    title: '窗口',
    width: '14rem',
    render: ({ name, place }) => (
      <>
        <strong>{name}</strong>
        {place ? <div className="muted">{place}</div> : null}
      </>
    ),
  },
  {
    key: 'patterns',
    title: '什么时候开、要几个人',
    render: ({ patterns }) => {
      const lines = patternLines(patterns)
      return lines.length === 0 ? (
        <span className="muted">还没有班次，点这一行来设</span>
      ) : (
        lines.map((line) => <div key={line}>{line}</div>)
      )
    },
  },
]

export function DeskSection({ desks }: { desks: readonly Desk[] }) {
  const isHead = hasRole(useMe(), 'head')
  const [opened, setOpened] = useState<{ desk?: Desk }>()
  const add = (
    <Button
      kind={desks.length === 0 ? 'primary' : 'plain'}
      icon={<Plus aria-hidden="true" />}
      onClick={() => setOpened({})}
    >
      添加窗口
    </Button>
  )
  return (
    <Section title="窗口和班次" extra={isHead && desks.length > 0 ? add : null}>
      {desks.length === 0 ? (
        <EmptyState
          text={
            isHead
              ? '先添加律师坐的窗口。周一到周五上午、下午各一人已经填好，写上名称就能存。'
              : '还没有窗口，请主任添加。'
          }
          action={isHead ? add : undefined}
        />
      ) : (
        <DataTable
          label="窗口和班次"
          columns={columns}
          rows={desks}
          rowKey={({ id }) => id}
          onOpen={isHead ? (desk) => setOpened({ desk }) : undefined}
        />
      )}
      {opened ? (
        <DeskDialog
          key={opened.desk?.id ?? 'new'}
          desk={opened.desk}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </Section>
  )
}
