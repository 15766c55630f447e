import { useState } from 'react'
import { calcTitles } from '#db/domain/labour/calc-names.ts'
import { type OutputOf, useAsk, useRun } from '../../lib/ask.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { AsClaimDialog } from './as-claim-dialog.tsx'
import './calculations.css'
import { draftOf } from './form-values.ts'
import { inputWords } from './input-words.ts'
import { ResultView } from './result-view.tsx'
import { useCalcDraft } from './use-calc-draft.ts'

/** One kept reckoning: it never changes; it prints, becomes the claim, or begins the next one. */
export function CalculationScreen({ id }: { id: string }) {
  const asked = useAsk('calculations.get', { id })
  if (asked.data) return <Kept kept={asked.data} />
  return (
    <Screen title="计算" back>
      <FailureNotice failure={asked.failure} />
      {asked.failure ? null : <Loading />}
    </Screen>
  )
}

type KeptProps = { kept: OutputOf<'calculations.get'> }

function Kept({ kept }: KeptProps) {
  const { id, caseId, name, input, result } = kept
  const go = useGo()
  const mark = useRun('calculations.setStatutory')
  const remove = useRun('calculations.remove')
  const restore = useRun('calculations.restore')
  const ofCase = useAsk('calculations.ofCase', { caseId })
  const [isClaiming, setIsClaiming] = useState(false)
  const [isRemoved, setIsRemoved] = useState(false)
  const mayKeep = ofCase.data?.mayKeep ?? false
  const begun = useCalcDraft({ name, caseId, mayKeep })
  const reckonAgain = () => {
    begun.keep(draftOf(name, input))
    go({ to: 'calculator', name, caseId })
  }
  const failure = mark.failure ?? remove.failure ?? restore.failure
  return (
    <Screen
      title={kept.title}
      subtitle={
        <span className="row">
          {kept.title === calcTitles[name] ? null : calcTitles[name]}
          <span>
            {kept.keptByName} {formatInstant(kept.keptAt)} 存
          </span>
          {kept.statutory ? <Tag tone="done" word="法定数额" /> : null}
        </span>
      }
      back={{ to: 'calculations', caseId }}
      actions={
        <Button
          kind="primary"
          shortcut="Ctrl+P"
          disabled={isRemoved}
          onClick={() => go({ to: 'paper', form: 'calc-annex', objectId: id })}
        >
          打印计算说明
        </Button>
      }
    >
      <FailureNotice failure={failure} />
      {isRemoved ? (
        <Notice
          tone="info"
          title="已删除"
          actions={
            <Button
              kind="primary"
              busy={restore.running}
              onClick={() =>
                void restore.run({ id }).then((done) => {
                  if (done) setIsRemoved(false)
                })
              }
            >
              恢复
            </Button>
          }
        >
          删错了可以恢复。
        </Notice>
      ) : null}
      {mayKeep && !isRemoved ? (
        <div className="row">
          <Button disabled={!begun.isLoaded} onClick={reckonAgain}>
            照此再算
          </Button>
          {result.per === 'once' ? (
            <>
              <Button onClick={() => setIsClaiming(true)}>作为请求金额</Button>
              <Button
                busy={mark.running}
                onClick={() => void mark.run({ id, statutory: !kept.statutory })}
              >
                {kept.statutory ? '不再作为法定数额' : '作为法定数额'}
              </Button>
            </>
          ) : null}
          <Button
            busy={remove.running}
            onClick={() =>
              void remove.run({ id }).then((done) => {
                if (done) setIsRemoved(true)
              })
            }
          >
            删除
          </Button>
        </div>
      ) : null}
      <div className="calc-page calc-page-kept">
        <section aria-label="材料">
          <h2>按这些材料算</h2>
          <dl className="calc-told">
            {inputWords(name, draftOf(name, input)).map(({ path, label, words, source }) => (
              <div key={path}>
                <dt>{label}</dt>
                <dd>
                  {words.map((text, index) => (
                    <div key={`${index} ${text}`}>{text}</div>
                  ))}
                  {source === '' ? null : <div className="hint">依据：{source}</div>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="calc-result" aria-label="结果">
          <h2 className="tx-unseen">结果</h2>
          <ResultView result={result} />
        </section>
      </div>
      <AsClaimDialog
        open={isClaiming}
        id={id}
        caseId={caseId}
        onClose={() => setIsClaiming(false)}
      />
    </Screen>
  )
}
