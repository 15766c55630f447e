import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { agreementReasonText } from '../../lib/labels/agreements.ts'
import { newId } from '../../lib/new-id.ts'
import { useGo } from '../../lib/navigation.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { Screen } from '../../ui/screen.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { type AgreementForm, blockingOf, reasonsOf, toContent, toForm } from './agreement-form.ts'
import { AgreementPreview } from './agreement-preview.tsx'
import { CaseTitle } from './case-title.tsx'
import { ClauseSection } from './clause-section.tsx'
import type { ClauseTask } from './clause-tasks.ts'
import { ClauseTools } from './clause-tools.tsx'
import { EditorActions } from './editor-actions.tsx'
import { EditorChecks } from './editor-checks.tsx'
import { FactsSection } from './facts-section.tsx'
import { focusField } from './field-target.ts'
import { FindingList } from './finding-list.tsx'
import { PartiesSection } from './parties-section.tsx'
import { openWarnings } from './passed-warnings.ts'
import { PerformanceSection } from './performance-section.tsx'
import { ReturnedNotice } from './review-history.tsx'
import { SaveNote } from '../../ui/save-note.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { StepNotice } from './step-notice.tsx'
import { VersionsLink } from './versions-link.tsx'
import { useAgreementSaving } from './use-agreement-saving.ts'
import { useLiveStep } from './use-live-step.ts'
import { usePassedWords } from './use-passed-words.ts'
import { useSubmission, whyPath } from './use-submission.ts'

type Props = { record: AgreementRecord; onReload: () => void }

export const AgreementEditor = ({ record, onReload }: Props) => {
  const { id, parties, typeCode, lprTables, statutory } = record
  const go = useGo()
  const [form, setForm] = useState(() => toForm(record.content, parties, newId))
  const [task, setTask] = useState<ClauseTask>()
  const [words, putWords, forgetWords] = usePassedWords(record)
  const { queue, state, storedRevision } = useAgreementSaving(record)
  const step = useLiveStep(record, storedRevision)
  const following = useRun('agreements.followPackage')

  const judge = (text: AgreementForm) =>
    reasonsOf(text, parties, { typeCode, today: today(), lprTables, statutory })
  const judged = useDeferredValue(form)
  const reasons = useMemo(
    () => reasonsOf(judged, parties, { typeCode, today: today(), lprTables, statutory }),
    [judged, parties, typeCode, lprTables, statutory],
  )
  const blocking = blockingOf(reasons)
  const open = openWarnings(reasons, words, { clauses: judged.clauses, parties })
  const submission = useSubmission({
    onSubmitted: forgetWords,
    id,
    queue,
    words,
    objects: { clauses: form.clauses, parties },
    judge: () => judge(form),
  })
  const errorAt = (path: string): string | undefined => {
    const reason = submission.attempted ? blocking.find((one) => one.path === path) : undefined
    return reason && agreementReasonText(reason, parties)
  }

  const change = (part: Partial<AgreementForm>): void => {
    const next = { ...form, ...part }
    setForm(next)
    queue.put(toContent(next))
  }
  const follow = async (): Promise<boolean> => {
    if (!(await queue.flush())) return false
    const done = await following.run({ id, revision: queue.revision() })
    if (done) onReload()
    return done !== undefined
  }
  usePendingSave(async () => {
    if (!(await queue.flush())) throw new Error('the agreement is not stored')
  })
  useShortcut('Ctrl+Enter', () => void submission.submit(), { enabled: !submission.running })
  const toFirst = (): void => {
    const [first] = blocking
    const [warning] = open
    if (first) focusField(first.path)
    else if (warning) focusField(whyPath(warning, { clauses: form.clauses, parties }))
  }

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
          <CaseTitle title={record.caseTitle} />{' '}
          {record.version > 1 ? `第 ${record.version} 版 ` : ''}
          <StatusTag kind="agreement" status={record.status} /> <SaveNote state={state} />
          <VersionsLink record={record} />
        </>
      }
      back={{ to: 'case', caseId: record.caseId }}
      fill
      actions={
        <EditorActions
          reasons={reasons}
          open={open.length}
          blocked={blocking.length > 0}
          stopped={state.kind === 'stopped'}
          running={submission.running}
          onFirst={toFirst}
          onPaper={() => {
            void queue.flush().then(() => go({ to: 'paper', form: 'f10', objectId: id }))
          }}
          onSubmit={() => void submission.submit()}
        />
      }
    >
      <ReturnedNotice record={record} />
      {state.kind === 'stopped' ? (
        <StaleNotice failure={state.failure} onReload={onReload} />
      ) : undefined}
      <FailureNotice failure={submission.failure} onClose={submission.clear} />
      {submission.failure?.reasons ? (
        <FindingList reasons={submission.failure.reasons} parties={parties} />
      ) : undefined}
      <StepNotice
        step={step}
        caseId={record.caseId}
        clauses={form.clauses}
        busy={following.running}
        failure={following.failure}
        onFollow={follow}
      />
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
            step={step}
            errorAt={errorAt}
            onChange={(clauses) => change({ clauses })}
            onTask={setTask}
          />
          <PerformanceSection form={form} parties={parties} errorAt={errorAt} onChange={change} />
          <EditorChecks
            reasons={reasons}
            parties={parties}
            clauses={judged.clauses}
            words={words}
            attempted={submission.attempted}
            onWords={putWords}
            onTask={setTask}
          />
        </div>
        <div className="agreement-preview">
          <AgreementPreview agreementId={id} version={storedRevision} />
        </div>
      </div>
      <ClauseTools
        task={task}
        clauses={form.clauses}
        parties={parties}
        typeCode={typeCode}
        onTask={setTask}
        onChange={(clauses) => change({ clauses })}
      />
    </Screen>
  )
}
