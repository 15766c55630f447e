import { useState } from 'react'
import { type CalcName, calcTitles } from '#db/domain/labour/calc-names.ts'
import { useAsk } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CalcFormView } from './calc-form-view.tsx'
import './calculations.css'
import { calcForms } from './fields/calc-forms.ts'
import { focusPlace } from './focus-place.ts'
import { type CalcDraft, dropStaleSources, emptyDraft, prefilledDraft } from './form-values.ts'
import { KeepBar } from './keep-bar.tsx'
import { ResultPanel } from './result-panel.tsx'
import { useCalcDraft } from './use-calc-draft.ts'
import { type Progress, useCalculation } from './use-calculation.ts'

type Props = { name: CalcName; caseId?: string | undefined }

/** One calculator: its questions, and beside them the figure as it stands. */
export function CalculatorScreen({ name, caseId }: Props) {
  const me = useMe()
  const isCaseWorker = hasRole(me, 'receptionist', 'mediator', 'head')
  const known = useAsk(
    'calculations.prefill',
    { name, ...(caseId === undefined ? {} : { caseId }) },
    { enabled: isCaseWorker },
  )
  const isOfCase = caseId !== undefined && hasRole(me, 'mediator', 'head')
  const ofCase = useAsk('calculations.ofCase', { caseId: caseId ?? '' }, { enabled: isOfCase })
  const { begun, isLoaded, keep } = useCalcDraft({
    name,
    caseId,
    mayKeep: isOfCase && ofCase.data?.mayKeep === true && !ofCase.previous,
  })
  const isWaiting =
    (isCaseWorker && (known.loading || known.previous)) ||
    (isOfCase && (ofCase.loading || ofCase.previous))
  if (isWaiting || !isLoaded)
    return (
      <Screen title={calcTitles[name]} back>
        <Loading text="正在取已知的材料…" />
      </Screen>
    )
  const start = known.data
    ? prefilledDraft(name, known.data.input, known.data.sources)
    : emptyDraft(name)
  return (
    <CalculatorPage
      name={name}
      caseId={caseId}
      begun={begun}
      start={start}
      mayKeep={hasRole(me, 'mediator', 'head')}
      onDraft={keep}
    />
  )
}

type PageProps = Props & {
  /** What this person typed here before and has not kept. */
  begun: CalcDraft | undefined
  /** What an untouched form holds. */
  start: CalcDraft
  mayKeep: boolean
  onDraft: (draft: CalcDraft | undefined) => void
}

function CalculatorPage({ name, caseId, begun, start, mayKeep, onDraft }: PageProps) {
  const [draft, setDraft] = useState(begun ?? start)
  const [isContinued, setIsContinued] = useState(begun !== undefined)
  /** Counts new beginnings: fields then forget the text that stood in them. */
  const [round, setRound] = useState(0)
  const [isAskedFor, setIsAskedFor] = useState(false)
  const [withSources, setWithSources] = useState(false)
  const record = useAsk('cases.get', { id: caseId ?? '' }, { enabled: caseId !== undefined })
  const progress = useCalculation(name, draft)
  const change = (changed: CalcDraft) => {
    const next = dropStaleSources(start, draft, changed)
    setDraft(next)
    onDraft(next)
  }
  const beginAnew = () => {
    setDraft(start)
    onDraft(undefined)
    setIsAskedFor(false)
    setIsContinued(false)
    setRound(round + 1)
  }
  const showMissing = () => {
    setIsAskedFor(true)
    const first = firstPlace(progress)
    if (first !== undefined) focusPlace(first)
  }
  return (
    <Screen
      title={calcTitles[name]}
      subtitle={caseId === undefined ? calcForms[name].use : record.data?.title}
      back
      actions={
        <>
          <Button pressed={withSources} onClick={() => setWithSources(!withSources)}>
            写明依据
          </Button>
          <Button onClick={beginAnew}>重新填</Button>
        </>
      }
    >
      {isContinued ? (
        <Notice
          tone="info"
          onClose={() => setIsContinued(false)}
          actions={<Button onClick={beginAnew}>不要了，重新填</Button>}
        >
          这里有您上次填的材料，可以接着改。
        </Notice>
      ) : null}
      <div className="calc-page">
        <CalcFormView
          key={round}
          fields={calcForms[name].fields}
          draft={draft}
          onChange={change}
          errorAt={(path) => errorIn(progress, path, isAskedFor)}
          withSources={withSources}
          autoFocus
          caseId={caseId}
        />
        <ResultPanel progress={progress}>
          {mayKeep ? (
            <KeepBar
              name={name}
              caseId={caseId}
              draft={draft}
              progress={progress}
              onMissing={showMissing}
              onKept={() => onDraft(undefined)}
            />
          ) : null}
        </ResultPanel>
      </div>
    </Screen>
  )
}

const firstPlace = (progress: Progress): string | undefined => {
  if (progress.state === 'incomplete') return progress.problems[0]?.path
  return progress.state === 'refused' ? progress.reasons[0]?.path : undefined
}

/** What is wrong is told at once, what is only missing when somebody wanted the figure. */
const errorIn = (progress: Progress, path: string, isAskedFor: boolean): string | undefined => {
  if (progress.state === 'refused')
    return progress.reasons.find((reason) => reason.path === path)?.text
  if (progress.state !== 'incomplete') return undefined
  const found = progress.problems.find((problem) => problem.path === path)
  return found?.text ?? (found && isAskedFor ? '还没有填' : undefined)
}
