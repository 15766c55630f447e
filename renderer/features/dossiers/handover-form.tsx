import { useState } from 'react'
import { isClosed } from '#db/domain/case/status.ts'
import type { User } from '#contract/users.ts'
import { type OutputOf, useAsk, useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StatusTag, Tag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'

type HandedCase = OutputOf<'dossiers.casesOf'>[number]

type Props = {
  from: Pick<User, 'id' | 'name'>
  onDone: (done: { handoverId: string; words: string }) => void
}

/** Which of the cases go to whom, and why. */
export function HandoverForm({ from, onDone }: Props) {
  const cases = useAsk('dossiers.casesOf', { userId: from.id }, { fresh: true })
  const mediators = useAsk('cases.mediators', {})
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const [confirming, setConfirming] = useState(false)
  const [toId, setToId] = useState<string>()
  const [reason, setReason] = useState('')
  const { run, running, failure, clear } = useRun('dossiers.handOver')
  const rows = cases.data ?? []
  const open = rows.filter(({ status }) => !isClosed(status))
  const ended = rows.filter(({ status }) => isClosed(status))
  const isChosen = ({ id, status }: HandedCase) => turned.has(id) === isClosed(status)
  const chosen = rows.filter(isChosen)
  const to = mediators.data?.find(({ id }) => id === toId)
  const hand = async () => {
    if (!to) return
    const done = await run({
      fromId: from.id,
      toId: to.id,
      caseIds: chosen.map(({ id }) => id),
      reason: reason.trim(),
    })
    if (done) onDone({ ...done, words: `${from.name}的 ${chosen.length} 件案件已移交给${to.name}` })
  }
  if (cases.loading) return <Loading text="正在取案件…" />
  if (cases.failure) return <FailureNotice failure={cases.failure} />
  if (rows.length === 0) return <EmptyState text={`${from.name}没有要移交的案件。`} />
  const choose = (some: readonly HandedCase[], wanted: boolean) => {
    const changed = new Set(some.filter((row) => isChosen(row) !== wanted).map(({ id }) => id))
    setTurned(
      (old) =>
        new Set([
          ...[...old].filter((id) => !changed.has(id)),
          ...[...changed].filter((id) => !old.has(id)),
        ]),
    )
  }
  const leave = () => {
    clear()
    setConfirming(false)
  }
  return (
    <>
      <CaseGroup name="在办" rows={open} isChosen={isChosen} onChoose={choose} />
      <CaseGroup name="已结未归档" rows={ended} isChosen={isChosen} onChoose={choose} />
      <div className="form">
        <SelectField
          label="移交给谁"
          required
          options={(mediators.data ?? [])
            .filter(({ id }) => id !== from.id)
            .map(({ id, name, openCases }) => ({
              value: id,
              label: `${name}（在办 ${openCases} 件）`,
            }))}
          value={toId}
          onChange={setToId}
        />
        <TextField
          label="移交的原因"
          required
          value={reason}
          onChange={setReason}
          maxLength={200}
          suggestions={['调离', '退休', '离职', '长期病假', '岗位调整']}
        />
        <div>
          <Button
            kind="primary"
            large
            shortcut="Ctrl+Enter"
            disabled={!to || reason.trim() === '' || chosen.length === 0}
            onClick={() => setConfirming(true)}
          >
            移交 {chosen.length} 件
          </Button>
        </div>
      </div>
      <Dialog
        title={`把${from.name}的 ${chosen.length} 件案件移交给${to?.name ?? ''}`}
        open={confirming}
        onClose={leave}
        onConfirm={() => void hand()}
        confirmText="移交"
        confirmFocused
        busy={running}
        {...(failure && { failure })}
      >
        <p>
          在办 {chosen.filter((row) => open.includes(row)).length} 件，已结未归档{' '}
          {chosen.filter((row) => ended.includes(row)).length} 件。
        </p>
        <p>移交以后由{to?.name}承办。</p>
        <p>原因：{reason.trim()}</p>
      </Dialog>
    </>
  )
}

type GroupProps = {
  name: string
  rows: readonly HandedCase[]
  isChosen: (row: HandedCase) => boolean
  onChoose: (rows: readonly HandedCase[], wanted: boolean) => void
}

function CaseGroup({ name, rows, isChosen, onChoose }: GroupProps) {
  if (rows.length === 0) return null
  const chosen = rows.filter(isChosen).length
  const isWhole = chosen === rows.length
  return (
    <fieldset className="dossier-handover" aria-label={`${name}的案件`}>
      <div className="row">
        <strong>
          {name} {rows.length} 件，移交 {chosen} 件
        </strong>
        <Button
          aria-label={`${isWhole ? '都不选' : '全选'} ${name}的`}
          onClick={() => onChoose(rows, !isWhole)}
        >
          {isWhole ? '都不选' : '全选'}
        </Button>
      </div>
      <ul className="dossier-plain">
        {rows.map((row) => (
          <li key={row.id}>
            <label className="dossier-tick">
              <input
                type="checkbox"
                checked={isChosen(row)}
                onChange={(event) => onChoose([row], event.target.checked)}
              />
              <span className="nums">{row.caseNumber}</span>
              <span className="dossier-row-name">{row.title}</span>
              <StatusTag status={row.status} />
              {row.lentOut ? <Tag tone="waiting" word="卷宗借出没有还" /> : null}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
