import { CircleCheck } from 'lucide-react'
import type { DossierFindingRow } from '#contract/dossiers.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { LeadToPart } from './dossier.ts'
import { findingGroups, findingTally } from './finding-groups.ts'
import { FindingRow, SigningRow } from './finding-rows.tsx'
import { mendStep } from './mend-step.ts'
import { paperName } from './paper-words.ts'
import { findingItems, signingCounts } from './signing-findings.ts'
import { useAddSheet } from './use-add-sheet.ts'
import { useAllSigned } from './use-all-signed.ts'

type Props = { record: OutputOf<'dossiers.get'>; onPart: LeadToPart }

/** 卷宗体检: by the seven points of a review, each finding with its rule, its place and the way out. */
export function FindingsPart({ record, onPart }: Props) {
  const go = useGo()
  const addSheet = useAddSheet(record.caseId)
  const mend = ({ place }: DossierFindingRow) => {
    const step = mendStep(place, record.caseId)
    if (step.kind === 'add') void addSheet.add(step.form)
    else if (step.place.to === 'dossier' && step.place.part)
      onPart(step.place.part, place.to === 'scans' ? place : undefined)
    else go(step.place)
  }
  const allSigned = useAllSigned()
  const { asked, cleared } = allSigned
  const busy = addSheet.running || allSigned.signing.running || allSigned.undoing.running
  const isClean = record.findings.length === 0
  return (
    <div className="stack">
      <FailureNotice failure={addSheet.failure} onClose={addSheet.clear} />
      <FailureNotice failure={allSigned.undoing.failure} onClose={allSigned.undoing.clear} />
      {isClean ? (
        <Notice tone="done" title="没有发现问题">
          评查的七个方面都查过了，文书齐全，前后一致。
        </Notice>
      ) : (
        <p className="dossier-tally">
          评查的七个方面都查过了：<strong>{findingTally(record.findings)}</strong>
        </p>
      )}
      {findingGroups(record.findings).map(({ point, name, findings }) => (
        <Section
          key={point}
          title={`${point} ${name}`}
          extra={
            findings.length === 0 ? (
              <span className="dossier-clean">
                <CircleCheck aria-hidden="true" />
                没有问题
              </span>
            ) : undefined
          }
        >
          {cleared?.point === point ? <ClearedNote said={allSigned} cleared={cleared} /> : null}
          {findings.length === 0 ? null : (
            <ul className="tx-reasons">
              {findingItems(findings, record.papers).map((item, index) =>
                item.kind === 'signing' ? (
                  <SigningRow
                    key={`${item.paper.form} ${item.paper.objectId}`}
                    item={item}
                    busy={busy}
                    onAllSigned={record.mayEdit ? allSigned.ask : undefined}
                    onMend={mend}
                  />
                ) : (
                  <FindingRow
                    // The same rule may find the same thing in two papers
                    key={`${item.finding.ruleId} ${item.finding.where} ${index}`}
                    finding={item.finding}
                    busy={busy}
                    onMend={
                      record.mayEdit || item.finding.place.to !== 'addSheet' ? mend : undefined
                    }
                  />
                ),
              )}
            </ul>
          )}
        </Section>
      ))}
      <Dialog
        title={asked ? `《${paperName(asked.paper)}》整份都签好盖好了吗？` : ''}
        open={asked !== undefined}
        onClose={allSigned.dropAsked}
        onConfirm={allSigned.confirm}
        confirmText="都签好盖好了"
        confirmFocused
        busy={allSigned.signing.running}
        {...(allSigned.signing.failure && { failure: allSigned.signing.failure })}
      >
        {asked ? (
          <>
            <p>请对着纸看一遍：下面的 {signingCounts(asked.findings)}都在这份文书上。</p>
            <ul className="dossier-plain">
              {asked.findings.map(({ ruleId, rule }, index) => (
                <li key={`${ruleId} ${index}`}>{rule}</li>
              ))}
            </ul>
          </>
        ) : null}
      </Dialog>
    </div>
  )
}

type ClearedProps = {
  said: ReturnType<typeof useAllSigned>
  cleared: NonNullable<ReturnType<typeof useAllSigned>['cleared']>
}

/** In the section of the row that went, with the cursor: what closed up the list is told there. */
function ClearedNote({ said, cleared }: ClearedProps) {
  return (
    <Notice
      tone="done"
      title={`《${cleared.name}》已记为签好、盖好`}
      onClose={said.dropCleared}
      actions={
        <Button autoFocus busy={said.undoing.running} onClick={said.undo}>
          撤销
        </Button>
      }
    >
      不再提醒缺 {cleared.counts}。记错了可以撤销。
    </Notice>
  )
}
