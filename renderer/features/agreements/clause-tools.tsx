import { useState } from 'react'
import { newId } from '../../lib/new-id.ts'
import type { ClauseForm, FormParty } from './agreement-form.ts'
import type { LibraryChoice } from './clause-choices.ts'
import { ClauseLibraryDialog } from './clause-library-dialog.tsx'
import {
  clauseFromLibrary,
  type ClauseTask,
  firstField,
  hasSlots,
  insertAfter,
} from './clause-tasks.ts'
import { focusField } from './field-target.ts'
import { OwnClauseDialog } from './own-clause-dialog.tsx'
import { ownClauseOf } from './own-clause-form.ts'
import { SlotDialog } from './slot-dialog.tsx'
import type { SlotValues } from './slot-values.ts'

type Props = {
  task: ClauseTask | undefined
  clauses: readonly ClauseForm[]
  parties: readonly FormParty[]
  typeCode: string
  onTask: (task: ClauseTask | undefined) => void
  onChange: (clauses: ClauseForm[]) => void
}

/** A dialog that closes gives the cursor back to where it was; ours comes after that. */
const focusLater = (path: string): void => {
  setTimeout(() => focusField(path), 60)
}

/** The dialogs around the clauses: taking one from the library, filling its blanks, keeping one for later. */
export const ClauseTools = ({ task, clauses, parties, typeCode, onTask, onChange }: Props) => {
  const [filled, setFilled] = useState<Readonly<Record<string, SlotValues>>>({})
  if (!task) return null
  const close = (): void => onTask(undefined)
  if (task.kind === 'library') {
    const after = clauses.findIndex(({ id }) => id === task.afterId)
    const insert = (choice: LibraryChoice): void => {
      const clause = clauseFromLibrary(choice, parties, newId)
      const next = insertAfter(clauses, clause, task.afterId)
      onChange(next)
      if (hasSlots(clause.text)) {
        onTask({ kind: 'fill', clauseId: clause.id, slots: choice.slots })
        return
      }
      close()
      focusLater(firstField(next, clause.id))
    }
    return (
      <ClauseLibraryDialog
        typeCode={typeCode}
        query={task.query ?? ''}
        place={after === -1 ? '最后' : `第 ${after + 1} 条后面`}
        onInsert={insert}
        onClose={close}
      />
    )
  }
  const clause = clauses.find(({ id }) => id === task.clauseId)
  if (!clause) return null
  if (task.kind === 'keep') {
    return (
      <OwnClauseDialog
        title="收进条款库"
        typeCode={typeCode}
        start={ownClauseOf(clause, parties, typeCode)}
        onClose={close}
      />
    )
  }
  const leave = (): void => {
    close()
    focusLater(firstField(clauses, clause.id))
  }
  return (
    <SlotDialog
      key={clause.id}
      clause={clause}
      clauses={clauses}
      parties={parties}
      slots={task.slots ?? []}
      typed={filled[clause.id]}
      onType={(values) => setFilled({ ...filled, [clause.id]: values })}
      onFill={(text) => {
        onChange(clauses.map((one) => (one.id === clause.id ? { ...one, text } : one)))
        leave()
      }}
      onClose={leave}
    />
  )
}
