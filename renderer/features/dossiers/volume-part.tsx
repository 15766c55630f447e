import { FilePlus2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { DossierPaperRow } from '#contract/dossiers.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { AddSheetDialog } from './add-sheet-dialog.tsx'
import type { Dossier, LeadToPart } from './dossier.ts'
import { paperKeyOf, paperName, tallyOf, tallyWords } from './paper-words.ts'
import { useAddSheet } from './use-add-sheet.ts'
import { VolumeRow } from './volume-row.tsx'

type Props = { record: Dossier; onPart: LeadToPart }

/** What lies in the volume and what is still to come, as it will be bound. */
export function VolumePart({ record, onPart }: Props) {
  const { caseId, papers } = record
  const [adding, setAdding] = useState(false)
  const [showsOptional, setShowsOptional] = useState(false)
  const [removed, setRemoved] = useState<DossierPaperRow>()
  const forms = useAsk('papers.forms', {})
  const addSheet = useAddSheet(caseId)
  const removing = useRun('sheets.remove')
  const restoring = useRun('sheets.restore')
  const addable = useMemo(
    () => new Set(forms.data?.filter((form) => form.addable).map(({ id }) => id)),
    [forms.data],
  )
  const optional = papers.filter(({ state }) => state === 'optional').length
  const shown = papers.filter(({ state }) => showsOptional || state !== 'optional')
  const remove = async (row: DossierPaperRow) => {
    if (row.objectId === undefined) return
    const done = await removing.run({ form: row.form, objectId: row.objectId })
    if (done) setRemoved(row)
  }
  const restore = async () => {
    if (removed?.objectId === undefined) return
    const done = await restoring.run({ form: removed.form, objectId: removed.objectId })
    if (done) setRemoved(undefined)
  }
  const failure = addSheet.failure ?? removing.failure ?? restoring.failure
  return (
    <Section
      title={tallyWords(tallyOf(papers))}
      extra={
        <>
          {optional > 0 ? (
            <Button pressed={showsOptional} onClick={() => setShowsOptional(!showsOptional)}>
              {showsOptional ? '收起按需的' : `看按需的 ${optional} 种`}
            </Button>
          ) : null}
          {record.mayEdit ? (
            <Button icon={<FilePlus2 aria-hidden="true" />} onClick={() => setAdding(true)}>
              加一份文书
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <FailureNotice
          failure={failure}
          onClose={() => {
            addSheet.clear()
            removing.clear()
            restoring.clear()
          }}
        />
        {removed ? (
          <Notice
            title={`已移出卷宗：${paperName(removed)}`}
            onClose={() => setRemoved(undefined)}
            actions={
              <Button autoFocus busy={restoring.running} onClick={() => void restore()}>
                放回卷宗
              </Button>
            }
          >
            写好的内容还在，随时可以放回来。
          </Notice>
        ) : null}
        <ol className="dossier-volume">
          {shown.map((row, index) => (
            <VolumeRow
              key={paperKeyOf(row)}
              number={index + 1}
              row={row}
              record={record}
              mayAdd={record.mayEdit && addable.has(row.form)}
              adding={addSheet.running}
              onAdd={() => void addSheet.add(row.form)}
              onRemove={() => void remove(row)}
              onPart={onPart}
            />
          ))}
        </ol>
      </div>
      <AddSheetDialog
        open={adding}
        forms={forms.data?.filter((form) => form.addable)}
        failure={forms.failure ?? addSheet.failure}
        busy={addSheet.running}
        onAdd={(form) => void addSheet.add(form)}
        onClose={() => setAdding(false)}
      />
    </Section>
  )
}
