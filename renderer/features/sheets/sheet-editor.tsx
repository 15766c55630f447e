import { useEffect, useRef, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { newId } from '../../lib/new-id.ts'
import { useGoInstead } from '../../lib/navigation.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { useIsWide } from '../../lib/use-is-wide.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SaveNote } from '../../ui/save-note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { QuestionList } from './question-list.tsx'
import { RowList } from './row-list.tsx'
import { isOwnList, type SheetForm, type SheetRecord, toSheetForm, toWords } from './sheet-form.ts'
import { RemovedNotice, StoppedNotice } from './sheet-notices.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import type { Carried } from './sheet-screen.tsx'
import { useSheetSaving } from './use-sheet-saving.ts'

type Props = {
  form: PaperForm
  objectId: string
  record: SheetRecord
  failure: Failure | undefined
  /** The words to begin with: those of the record, or what was carried over. */
  start: SheetWords
  onReload: () => Promise<void>
  onMerge: (carried: Carried) => Promise<void>
}

/** Characters of room that questions and paper need beside each other. */
const wideRem = 51

export const SheetEditor = (props: Props) => {
  const { form: formId, objectId, record, start } = props
  const goInstead = useGoInstead()
  const frame = useRef<HTMLDivElement>(null)
  const isWide = useIsWide(frame, wideRem)
  const [form, setForm] = useState(() => toSheetForm(record, start, newId))
  const { queue, state, storedRevision, stored } = useSheetSaving(formId, objectId, record)
  const disabled = !record.mayEdit
  const ofCase = useAsk('cases.get', { id: record.caseId }, { enabled: record.mayEdit })
  const names = ofCase.data?.partyRecords.map(({ name }) => name) ?? []
  const isEmpty = record.questions.length + record.lists.length === 0

  const change = (next: SheetForm): void => {
    setForm(next)
    queue.put(toWords(next, record, start))
  }
  // What was carried over another's text goes to the store without a further stroke.
  const carried = useRef(start === record.words ? undefined : start)
  useEffect(() => {
    if (carried.current) queue.put(carried.current)
    carried.current = undefined
  }, [queue])
  usePendingSave(async () => {
    if (!(await queue.flush())) throw new Error('the sheet is not stored')
  })
  const flush = (): void => void queue.flush()
  const toPaper = async (): Promise<void> => {
    await queue.flush()
    // Between questions and paper: 返回 does not lead through every look.
    goInstead({ to: 'paper', form: formId, objectId })
  }
  return (
    <Screen
      title={`填写 ${record.title}`}
      subtitle={disabled ? '只能看' : <SaveNote state={state} />}
      back
      fill
      actions={
        <Button shortcut="Ctrl+P" onClick={() => void toPaper()}>
          看打印样子
        </Button>
      }
    >
      <FailureNotice failure={props.failure} />
      {record.removed ? (
        <RemovedNotice form={formId} objectId={objectId} onRestored={props.onReload} />
      ) : undefined}
      {state.kind === 'stopped' ? (
        <StoppedNotice
          failure={state.failure}
          onReload={props.onReload}
          onMerge={() => props.onMerge({ base: stored(), mine: toWords(form, record, start) })}
        />
      ) : undefined}
      <div ref={frame} className={isWide ? 'sheet-columns' : 'sheet-columns sheet-columns-narrow'}>
        <div className="sheet-form">
          {isEmpty ? <EmptyState text="这种文书没有要填的，内容都从案件里来。" /> : undefined}
          {record.questions.length > 0 ? (
            <Section title="要填的">
              <QuestionList
                questions={record.questions}
                form={form}
                disabled={disabled}
                names={names}
                onField={(name, text) =>
                  change({ ...form, fields: { ...form.fields, [name]: text } })
                }
                onBlur={flush}
              />
            </Section>
          ) : undefined}
          {record.lists.map((list) => (
            <RowList
              key={list.name}
              list={list}
              rows={form.lists[list.name] ?? []}
              isOwn={isOwnList(form, list)}
              disabled={disabled}
              onChange={(rows) => change({ ...form, lists: { ...form.lists, [list.name]: rows } })}
              onBlur={flush}
            />
          ))}
        </div>
        {isWide ? (
          <SheetPreview
            form={formId}
            objectId={objectId}
            title={record.title}
            version={storedRevision}
          />
        ) : undefined}
      </div>
    </Screen>
  )
}
