import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { isBlocked } from '#db/domain/reason.ts'
import type { Party } from '#contract/values.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { focusFirstPath } from '../../lib/focus-path.ts'
import { formatClock } from '../../lib/format/date.ts'
import { intakeReasonWords } from '../../lib/labels/intake.ts'
import { useGo } from '../../lib/navigation.ts'
import { takeOverParty, type PartyDraft } from '../../lib/party-draft.ts'
import type { Failure } from '../../lib/failure.ts'
import type { SaveState } from '../../lib/save-queue.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PartyListEditor } from '../../ui/party/party-list-editor.tsx'
import type { Problems } from '../../ui/party/party-problems.ts'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { AcceptanceFields } from './acceptance-fields.tsx'
import { DisputeFields } from './dispute-fields.tsx'
import { DiscardDialog, DraftList } from './draft-list.tsx'
import { acceptanceFindings, isUntouched, peopleCountOf, toIntakeForm } from './intake-draft.ts'
import { intakeProblems, refusedFields } from './intake-problems.ts'
import { SimilarCases } from './similar-cases.tsx'
import { rowFor } from './similar-query.ts'
import { useIntakeDraft, type DraftSource, type KeptDraft } from './use-intake-draft.ts'

type IntakeFormProps = {
  source: DraftSource
  onRegistered: (done: OutputOf<'intake.submit'>) => void
  onDiscarded: () => void
}
type FieldChange = Partial<KeptDraft['draft']>

const noProblems: Problems = {}
/** @policy B10: from ten people on representatives are to be named. */
const largeGroup = 10

export function IntakeForm({ source, onRegistered, onDiscarded }: IntakeFormProps) {
  const kept = useIntakeDraft(source)
  const { draft, update } = kept
  const page = useRef<HTMLDivElement>(null)
  const { problems, submit, running, failure, clear } = useSubmission(kept, page, onRegistered)
  const [composing, setComposing] = useState(false)
  const [discarding, setDiscarding] = useState(false)
  const go = useGo()
  const set = useCallback(
    (part: FieldChange) => {
      clear()
      update((now) => ({ ...now, ...part }))
    },
    [clear, update],
  )
  const setParties = useCallback(
    (change: (parties: PartyDraft[]) => PartyDraft[]) => {
      clear()
      update((now) => ({ ...now, parties: change(now.parties) }))
    },
    [clear, update],
  )
  const takeOver = (known: Party) =>
    setParties((parties) => {
      const row = rowFor(parties, known)
      return parties.map((party) => (party === row ? takeOverParty(party, known) : party))
    })
  const findings = useMemo(() => acceptanceFindings(draft), [draft])
  const standing = findings.filter(({ path }) => ['otherBody', 'otherSide'].includes(path))
  const discard = () =>
    isUntouched(draft) && kept.storedId() === undefined ? onDiscarded() : setDiscarding(true)
  return (
    <Screen
      title="登记来访"
      subtitle="姓名、对方、纠纷类型和情况填了就能登记，其余可以以后补"
      back={{ to: 'today' }}
    >
      <div
        ref={page}
        className="intake-page"
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      >
        <div className="intake-main">
          <DraftList currentId={source.id} />
          <Section title="当事人">
            <PartyListEditor
              parties={draft.parties}
              errors={problems}
              onChange={setParties}
              autoFocus
            />
          </Section>
          <Section title="纠纷">
            <DisputeFields
              typeCode={draft.typeCode}
              narrative={draft.narrative}
              claim={draft.claim}
              amountFen={draft.amountFen}
              place={draft.place}
              peopleCount={draft.peopleCount}
              sourceCode={draft.sourceCode}
              isLargeGroup={(peopleCountOf(draft) ?? 0) >= largeGroup}
              errors={problems}
              onChange={set}
            />
          </Section>
          <Section title="能不能受理">
            <AcceptanceFields
              otherBody={draft.otherBody}
              otherBodyName={draft.otherBodyName}
              otherBodyRefers={draft.otherBodyRefers}
              otherSide={draft.otherSide}
              scopeDoubts={draft.scopeDoubts}
              findings={findings}
              onChange={set}
            />
          </Section>
        </div>
        <aside className="intake-aside" aria-label="提示">
          <SimilarCases parties={draft.parties} composing={composing} onTakeOver={takeOver} />
          <Section title="登记以后">
            <p>
              {isBlocked(standing)
                ? '按现在填的，登记后是“待受理”，因为：'
                : '按现在填的，登记后当场受理，接着分派调解员。'}
            </p>
            <ul className="intake-standing">
              {standing.map((reason) => (
                <li key={reason.code}>{intakeReasonWords(reason).text}</li>
              ))}
            </ul>
          </Section>
        </aside>
      </div>
      <div className="intake-foot">
        <FailureNotice failure={failure} onClose={clear} />
        <div className="intake-foot-row">
          <SaveNote state={kept.state} wrong={Object.keys(problems).length} />
          <Button kind="link" onClick={discard}>
            不登记了
          </Button>
          <Button onClick={() => go({ to: 'today' })}>先存着，以后再登记</Button>
          <Button
            kind="primary"
            large
            shortcut="Ctrl+Enter"
            busy={running}
            onClick={() => void submit()}
          >
            登记
          </Button>
        </div>
      </div>
      <DiscardDialog
        draft={discarding ? { id: source.id, title: draft.parties[0]?.name ?? '' } : undefined}
        onClose={() => setDiscarding(false)}
        onBegin={async () => {
          await kept.flush()
          kept.hold(true)
        }}
        onRefused={() => kept.hold(false)}
        onDone={onDiscarded}
      />
    </Screen>
  )
}

/** Checks, sends, and on a problem puts the cursor where it is. */
const useSubmission = (
  kept: KeptDraft,
  page: RefObject<HTMLElement | null>,
  onRegistered: IntakeFormProps['onRegistered'],
) => {
  const { run, running, failure, clear } = useRun('intake.submit')
  const [attempts, setAttempts] = useState(0)
  const problems = useMemo(
    () =>
      attempts === 0 ? noProblems : { ...intakeProblems(kept.draft), ...refusedFields(failure) },
    [attempts, failure, kept.draft],
  )
  const latest = useRef(problems)
  useEffect(() => {
    latest.current = problems
  })
  useEffect(() => {
    if (attempts > 0 && page.current)
      focusFirstPath(page.current, new Set(Object.keys(latest.current)))
  }, [attempts, page])
  const submit = async () => {
    clear()
    if (Object.keys(intakeProblems(kept.draft)).length > 0) return setAttempts((count) => count + 1)
    await kept.flush()
    kept.hold(true)
    const done = await run({ draftId: kept.storedId(), form: toIntakeForm(kept.draft) })
    if (done) return onRegistered(done)
    kept.hold(false)
    return setAttempts((count) => count + 1)
  }
  return { problems, submit, running, failure, clear }
}

const saveWords = (state: SaveState<Failure>): string => {
  switch (state.kind) {
    case 'saved':
      return state.at ? `草稿已自动保存 ${formatClock(state.at)}` : '填写的内容会自动存为草稿'
    case 'waiting':
      return '正在保存草稿…'
    case 'retrying':
      return '草稿还没存上，正在重试'
    case 'stopped':
      return '草稿没有存上：这份草稿在别处改过或已登记'
  }
}

function SaveNote({ state, wrong }: { state: SaveState<Failure>; wrong: number }) {
  return (
    <output className="intake-save-note">
      {wrong > 0 ? <strong className="intake-wrong">还有 {wrong} 处要改，已经标出</strong> : null}
      <span className="muted">{saveWords(state)}</span>
    </output>
  )
}
