import { useState } from 'react'
import { type CalcName, calcTitles } from '#db/domain/labour/calc-names.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AsClaimDialog } from './as-claim-dialog.tsx'
import { CaseFinder } from './case-finder.tsx'
import { type CalcDraft, inputOf } from './form-values.ts'
import type { Progress } from './use-calculation.ts'

type Props = {
  name: CalcName
  caseId: string | undefined
  draft: CalcDraft
  progress: Progress
  /** Asked to keep what has no figure yet. */
  onMissing: () => void
  onKept: () => void
}

type Kept = { id: string; caseId: string; draft: CalcDraft }

/** Keeps the reckoning with its case; Ctrl+Enter from any field. Kept, it prints and becomes the claim. */
export function KeepBar({ name, caseId, draft, progress, onMissing, onKept }: Props) {
  const keep = useRun('calculations.keep')
  const [kept, setKept] = useState<Kept>()
  const [title, setTitle] = useState('')
  const [statutory, setStatutory] = useState<boolean>()
  const [isFinding, setIsFinding] = useState(false)
  const ofCase = useAsk(
    'calculations.ofCase',
    { caseId: caseId ?? '' },
    { enabled: caseId !== undefined },
  )
  const result = progress.state === 'reckoned' ? progress.result : undefined
  const earlier = ofCase.data?.items.find((item) => item.statutory)
  const isSum = result === undefined || result.per === 'once'
  const isStatutory = isSum && (statutory ?? (caseId !== undefined && earlier === undefined))
  const isKept = kept?.draft === draft
  const keepIn = async (into: string) => {
    const made = await keep.run({
      caseId: into,
      name,
      title: title.trim(),
      input: inputOf(name, draft),
      statutory: isStatutory,
    })
    if (!made) return
    setIsFinding(false)
    setKept({ id: made.id, caseId: into, draft })
    onKept()
  }
  const act = () => {
    if (!result) return onMissing()
    return caseId === undefined ? setIsFinding(true) : void keepIn(caseId)
  }
  if (ofCase.data && !ofCase.data.mayKeep)
    return <p className="hint">只有承办调解员可以存进本案，归档以后不能再存。</p>
  return (
    <div className="calc-keep">
      {isFinding ? null : <FailureNotice failure={keep.failure} onClose={keep.clear} />}
      {isKept ? (
        <KeptNotice kept={kept} canClaim={isSum} isOfThisCase={caseId !== undefined} />
      ) : (
        <>
          {result ? (
            <>
              {isSum ? (
                <CheckField
                  label="作为本案的法定数额"
                  {...(earlier && isStatutory
                    ? { hint: `现在的法定数额是“${earlier.title}”，存后由这一份代替` }
                    : {})}
                  value={isStatutory}
                  onChange={setStatutory}
                />
              ) : null}
              <details>
                <summary className="hint">另起名称</summary>
                <TextField
                  label="存进案件时的名称"
                  hideLabel
                  placeholder={calcTitles[name]}
                  maxLength={60}
                  value={title}
                  onChange={setTitle}
                />
              </details>
            </>
          ) : null}
          <Button kind="primary" large shortcut="Ctrl+Enter" busy={keep.running} onClick={act}>
            {caseId === undefined ? '存到案件…' : '存进本案'}
          </Button>
        </>
      )}
      <CaseFinder
        open={isFinding}
        failure={keep.failure}
        onClose={() => {
          setIsFinding(false)
          keep.clear()
        }}
        onChoose={(chosen) => void keepIn(chosen)}
      />
    </div>
  )
}

type KeptProps = { kept: Kept; canClaim: boolean; isOfThisCase: boolean }

function KeptNotice({ kept, canClaim, isOfThisCase }: KeptProps) {
  const go = useGo()
  const [isClaiming, setIsClaiming] = useState(false)
  return (
    <>
      <Notice
        tone="done"
        title="存好了"
        actions={
          <>
            <Button
              kind="primary"
              shortcut="Ctrl+P"
              onClick={() => go({ to: 'paper', form: 'calc-annex', objectId: kept.id })}
            >
              打印计算说明
            </Button>
            {canClaim ? <Button onClick={() => setIsClaiming(true)}>作为请求金额</Button> : null}
            <Button onClick={() => go({ to: 'calculations', caseId: kept.caseId })}>
              {isOfThisCase ? '本案的计算' : '去那个案件'}
            </Button>
          </>
        }
      >
        改了材料可以再存一份，存过的不变。
      </Notice>
      <AsClaimDialog
        open={isClaiming}
        id={kept.id}
        caseId={kept.caseId}
        onClose={() => setIsClaiming(false)}
      />
    </>
  )
}
