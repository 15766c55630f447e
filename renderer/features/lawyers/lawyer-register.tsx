import { FileDown, FileUp, UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Firm, Lawyer } from '#contract/lawyers.ts'
import { useRun } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { weeklyWords } from './day-words.ts'
import { findLawyers } from './find-lawyers.ts'
import { HitNotice, type Hit } from './hit-notice.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useImport } from './use-import.ts'

const agreementWords = { notYet: '协议未开始', over: '协议已到期' } as const

const columnsFor = (firms: readonly Firm[]): Column<Lawyer>[] => [
  {
    key: 'name',
    title: '姓名',
    width: '10rem',
    render: (lawyer) => (
      <span className="lawyers-name">
        <strong>{lawyer.name}</strong>
        {lawyer.active ? null : <Tag tone="plain" word="不在册" />}
        {lawyer.headOnly ? <Tag tone="plain" word="仅主任可见" /> : null}
        {lawyer.hasPin || !lawyer.active ? null : <span className="muted">没设签到密码</span>}
      </span>
    ),
  },
  {
    key: 'firm',
    title: '律所',
    width: '8rem',
    render: ({ firmId }) => {
      const firm = firms.find(({ id }) => id === firmId)
      if (!firm) return <span className="muted">没有填</span>
      const state = firm.agreement
      return (
        <>
          {firm.shortName}
          {state === 'over' || state === 'notYet' ? (
            <>
              {' '}
              <Tag tone="late" word={agreementWords[state]} />
            </>
          ) : null}
        </>
      )
    },
  },
  {
    key: 'fields',
    title: '擅长和语言',
    render: ({ fields, languages }) =>
      [...fields, ...languages].join('、') || <span className="muted">没有填</span>,
  },
  {
    key: 'weekly',
    title: '能来的时段',
    render: ({ weekly }) => weeklyWords(weekly),
  },
  {
    key: 'served',
    title: '近一年',
    width: '7.5rem',
    render: ({ served, lastServedOn }) => (
      <span className="nums">
        {served} 班{lastServedOn ? <div className="muted">最近 {lastServedOn.slice(5)}</div> : null}
      </span>
    ),
  },
]

type LawyerRegisterProps = {
  lawyers: readonly Lawyer[]
  firms: readonly Firm[]
  /** Not while the firms come first. */
  isNext: boolean
  onOpen: (id: string | undefined) => void
}

export function LawyerRegister({ lawyers, firms, isNext, onOpen }: LawyerRegisterProps) {
  const isHead = hasRole(useMe(), 'head')
  const [text, setText] = useState('')
  const [left, setLeft] = useState(false)
  const template = useRun('lawyers.saveTemplate')
  const [saved, setSaved] = useState<string>()
  const [hit, setHit] = useState<readonly Hit[]>([])
  const imported = useImport(setHit)
  const found = findLawyers(lawyers, { text, left })
  const gone = lawyers.filter(({ active }) => !active).length
  const saveTemplate = async () => {
    const done = await template.run({})
    if (done?.saved) setSaved(done.saved)
  }
  const add = (
    <Button
      kind={isNext ? 'primary' : 'plain'}
      icon={<UserPlus aria-hidden="true" />}
      onClick={() => onOpen(undefined)}
    >
      添加律师
    </Button>
  )
  return (
    <Section
      title={`律师名册${lawyers.length > 0 ? `（${lawyers.length - gone} 人）` : ''}`}
      extra={isHead && lawyers.length > 0 ? add : null}
    >
      <div className="stack">
        <FailureNotice
          failure={template.failure ?? imported.failure}
          onClose={() => {
            template.clear()
            imported.clear()
          }}
        />
        {saved ? (
          <Notice tone="done" title="空表存好了" onClose={() => setSaved(undefined)}>
            {saved}。发给律师填好，再点“导入可值时段”。
          </Notice>
        ) : null}
        {imported.done ? (
          <Notice tone="done" onClose={imported.forget}>
            {imported.done}
          </Notice>
        ) : null}
        <HitNotice
          titleOf={(count) => `导入的日子里已经排了 ${count} 班`}
          duties={hit}
          onClose={() => setHit([])}
        />
        {lawyers.length === 0 ? (
          <EmptyState
            text={
              isHead
                ? '名册上还没有律师。填姓名和加入日期就能存，其余以后补。'
                : '名册上还没有律师，请主任添加。'
            }
            action={isHead ? add : undefined}
          />
        ) : (
          <>
            <div className="lawyers-bar">
              <TextField
                label="查找"
                placeholder="姓名、拼音首字母、律所、擅长"
                value={text}
                onChange={setText}
                maxLength={40}
              />
              <Button
                icon={<FileDown aria-hidden="true" />}
                busy={template.running}
                onClick={() => void saveTemplate()}
              >
                导出可值时段空表
              </Button>
              <Button
                icon={<FileUp aria-hidden="true" />}
                busy={imported.reading}
                onClick={() => void imported.read(undefined)}
              >
                导入可值时段
              </Button>
            </div>
            {gone > 0 ? (
              <CheckField label={`也列出不在册的 ${gone} 人`} value={left} onChange={setLeft} />
            ) : null}
            <DataTable
              label="律师名册"
              columns={columnsFor(firms)}
              rows={found}
              rowKey={({ id }) => id}
              onOpen={({ id }) => onOpen(id)}
              empty={<p className="muted">没有找到“{text}”，请换几个字。</p>}
            />
          </>
        )}
      </div>
      {imported.file ? <ImportDialog file={imported.file} work={imported} /> : null}
    </Section>
  )
}
