import { useState } from 'react'
import { type OutputOf, useRun } from '../../lib/ask.ts'
import { failureText } from '../../lib/failure.ts'
import { type Place, useGo, useGoInstead } from '../../lib/navigation.ts'
import { savePending } from '../../lib/pending-saves.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { useToast } from '../../ui/toast.ts'
import { barrierOf } from './closing-barrier.ts'
import { findingTally, levelWords } from './finding-groups.ts'

type Props = { record: OutputOf<'dossiers.get'>; open: boolean; onClose: () => void }

/** 结案归档: clean by anybody who may, with findings only by the head and with a reason. */
export function CloseDialog({ record, open, onClose }: Props) {
  const [reason, setReason] = useState('')
  const { run, running, failure, clear } = useRun('dossiers.close')
  const toast = useToast()
  const go = useGo()
  const goInstead = useGoInstead()
  const { closingRefused } = record
  // What only informs stands against nothing.
  const findings = record.findings.filter(({ level }) => level !== 'info')
  const withFindings = findings.length > 0
  const barred = closingRefused !== undefined || (withFindings && !record.mayCloseWithFindings)
  // Something else is to be done first, whoever closes.
  const barrier = barrierOf(record)
  const leave = () => {
    clear()
    onClose()
  }
  const wayOut = barrier?.wayOut
  const leadTo = (place: Place) => {
    leave()
    // Another part of this very screen is no step that 返回 has to take back.
    if (place.to === 'dossier') goInstead(place)
    else go(place)
  }
  const close = async () => {
    const words = reason.trim()
    // What was just typed into the archive form goes in before it is shut.
    await savePending()
    const done = await run({ caseId: record.caseId, ...(words !== '' && { reason: words }) })
    if (!done) return
    toast(done.archiveNumber ? `已归档，档号 ${done.archiveNumber}` : '已归档')
    leave()
  }
  return (
    <Dialog
      title="结案归档"
      open={open}
      onClose={leave}
      {...(!barred && {
        onConfirm: () => void close(),
        confirmText: withFindings ? '带着问题归档' : '归档',
        confirmKind: withFindings ? ('danger' as const) : ('primary' as const),
        confirmDisabled: withFindings && reason.trim() === '',
      })}
      enterConfirms={!withFindings}
      busy={running}
      width={800}
      {...(failure && { failure })}
    >
      {barrier ? (
        <Notice
          tone="warning"
          title="现在还不能归档"
          actions={
            wayOut ? (
              <Button kind="primary" onClick={() => leadTo(wayOut.place)}>
                {wayOut.word}
              </Button>
            ) : undefined
          }
        >
          {failureText(barrier.failure)}
        </Notice>
      ) : null}
      {closingRefused === undefined && !withFindings ? (
        <p>卷宗体检没有发现问题。归档以后，卷内文书不能再改；补进来的材料要写原因。</p>
      ) : null}
      {withFindings ? (
        <>
          <p>
            卷宗体检还有：<strong>{findingTally(findings)}</strong>。
            {barrier
              ? ''
              : record.mayCloseWithFindings
                ? '能改的请先改好；确实改不了的，写明理由再归档，理由会留在卷宗里。'
                : '请先按“卷宗体检”改好。确实改不了的，只有中心主任写明理由才能归档。'}
          </p>
          <ul className="dossier-plain dossier-close-list">
            {findings.map(({ ruleId, where, rule, level }, index) => (
              <li key={`${ruleId} ${where} ${index}`}>
                <strong>{levelWords[level]}</strong> {rule}
                {where === '' ? null : <span className="muted">（{where}）</span>}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {withFindings && !barred ? (
        <TextAreaField
          label="带着问题归档的理由"
          required
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
      ) : null}
    </Dialog>
  )
}
