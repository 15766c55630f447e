import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { agreementReasonText } from '../../lib/labels/agreements.ts'
import { newId } from '../../lib/new-id.ts'
import { useGo } from '../../lib/navigation.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { ReasonList } from '../../ui/reason-list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { type AgreementForm, blockingOf, reasonsOf, toContent, toForm } from './agreement-form.ts'
import { AgreementPreview } from './agreement-preview.tsx'
import { CheckList, checkSummary } from './check-list.tsx'
import { ClauseSection } from './clause-section.tsx'
import { FactsSection } from './facts-section.tsx'
import { focusField } from './field-target.ts'
import { PartiesSection } from './parties-section.tsx'
import { PerformanceSection } from './performance-section.tsx'
import { ReturnedNotice } from './review-history.tsx'
import { SaveNote } from './save-note.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { useAgreementSaving } from './use-agreement-saving.ts'

type Props = { record: AgreementRecord; onReload: () => void }

export const AgreementEditor = ({ record, onReload }: Props) => {
  const { id, parties, typeCode } = record
  const go = useGo()
  const [form, setForm] = useState(() => toForm(record.content, parties, newId))
  const [attempted, setAttempted] = useState(false)
  const { queue, state, storedRevision } = useAgreementSaving(record)
  const submission = useRun('agreements.submit')

  const judged = useDeferredValue(form)
  const reasons = useMemo(
    () => reasonsOf(judged, parties, { typeCode, today: today() }),
    [judged, parties, typeCode],
  )
  const blocking = blockingOf(reasons)
  const errorAt = (path: string): string | undefined => {
    const reason = attempted ? blocking.find((one) => one.path === path) : undefined
    return reason && agreementReasonText(reason, parties)
  }

  const change = (part: Partial<AgreementForm>): void => {
    const next = { ...form, ...part }
    setForm(next)
    queue.put(toContent(next))
  }
  const submit = async (): Promise<void> => {
    const first = blockingOf(reasonsOf(form, parties, { typeCode, today: today() }))[0]
    if (first) {
      setAttempted(true)
      focusField(first.path)
      return
    }
    if (await queue.flush()) await submission.run({ id, revision: queue.revision() })
  }
  usePendingSave(async () => {
    if (!(await queue.flush())) throw new Error('the agreement is not stored')
  })
  useShortcut('Ctrl+Enter', () => void submit(), { enabled: !submission.running })

  // Work starts at the first field that is still missing.
  const start = useRef(blocking[0]?.path)
  useEffect(() => {
    if (start.current !== undefined) focusField(start.current)
  }, [])

  return (
    <Screen
      title="人民调解协议书"
      subtitle={
        <>
          {record.caseTitle} {record.version > 1 ? `第 ${record.version} 版 ` : ''}
          <StatusTag kind="agreement" status={record.status} /> <SaveNote state={state} />
        </>
      }
      back={{ to: 'case', caseId: record.caseId }}
      fill
      actions={
        <>
          {blocking[0] ? (
            <Button
              kind="link"
              id="agreement-submit-why"
              onClick={() => focusField(blocking[0]?.path ?? '')}
            >
              {checkSummary(reasons)}
            </Button>
          ) : undefined}
          <Button
            shortcut="Ctrl+P"
            onClick={() => {
              void queue.flush().then(() => go({ to: 'paper', form: 'f10', objectId: id }))
            }}
          >
            看大图
          </Button>
          <Button
            kind="primary"
            large
            shortcut="Ctrl+Enter"
            shortcutShownOnly
            busy={submission.running}
            disabled={blocking.length > 0 || state.kind === 'stopped'}
            aria-describedby={blocking.length > 0 ? 'agreement-submit-why' : undefined}
            onClick={() => void submit()}
          >
            送审
          </Button>
        </>
      }
    >
      <ReturnedNotice record={record} />
      {state.kind === 'stopped' ? (
        <StaleNotice failure={state.failure} onReload={onReload} />
      ) : undefined}
      <FailureNotice failure={submission.failure} onClose={submission.clear} />
      {submission.failure?.reasons ? (
        <ReasonList
          reasons={submission.failure.reasons}
          text={(reason) => agreementReasonText(reason, parties)}
        />
      ) : undefined}
      <div className="agreement-columns">
        <div className="agreement-form">
          <PartiesSection record={record} />
          <FactsSection
            form={form}
            keyPoints={record.keyPoints}
            errorAt={errorAt}
            onChange={change}
          />
          <ClauseSection
            clauses={form.clauses}
            parties={parties}
            errorAt={errorAt}
            onChange={(clauses) => change({ clauses })}
          />
          <PerformanceSection form={form} parties={parties} errorAt={errorAt} onChange={change} />
          <CheckList reasons={reasons} parties={parties} leads />
        </div>
        <div className="agreement-preview">
          <AgreementPreview agreementId={id} version={storedRevision} />
        </div>
      </div>
    </Screen>
  )
}
