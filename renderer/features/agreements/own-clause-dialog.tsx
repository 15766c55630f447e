import { useState } from 'react'
import { type ClauseKind, clauseKinds } from '#db/domain/agreement/content.ts'
import { checkLibraryClause } from '#db/domain/agreement/library/check-clause.ts'
import { useRun } from '../../lib/ask.ts'
import { clauseKindLabels } from '../../lib/labels/agreements.ts'
import { clauseFaultText } from '../../lib/labels/clause-library.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'
import { type OwnClauseForm, typeChoices } from './own-clause-form.ts'

type Props = {
  title: string
  typeCode: string
  /** Of the clause that is changed; without it a new one is kept. */
  clauseId?: string
  start: OwnClauseForm
  onClose: () => void
}

const kindOptions = clauseKinds.map((value) => ({ value, label: clauseKindLabels[value] }))

/** A centre's own clause: kept for other cases, or changed. */
export const OwnClauseDialog = ({ title, typeCode, clauseId, start, onClose }: Props) => {
  const { title: name, typeCodes, kind, text, note } = start
  const [form, setForm] = useState<OwnClauseForm>({ title: name, typeCodes, kind, text, note })
  const adding = useRun('clauses.add')
  const changing = useRun('clauses.change')
  const toast = useToast()
  const [choices] = useState(() => typeChoices(typeCode, typeCodes))
  const failure = adding.failure ?? changing.failure
  // What only wants care is told while typing; what can't be kept, when it is refused.
  const doubts = checkLibraryClause(form).filter(({ level }) => level === 'warn')
  const set = (part: Partial<OwnClauseForm>): void => setForm({ ...form, ...part })
  const keep = async (): Promise<void> => {
    const done = clauseId ? await changing.run({ id: clauseId, ...form }) : await adding.run(form)
    if (!done) return
    toast(clauseId ? '条款已改好' : `“${form.title.trim()}”已收进条款库`)
    onClose()
  }
  return (
    <Dialog
      title={title}
      open
      width={820}
      onClose={onClose}
      onConfirm={() => void keep()}
      confirmText={clauseId ? '改好' : '收进条款库'}
      confirmDisabled={form.title.trim() === '' || form.text.trim() === ''}
      enterConfirms={false}
      busy={adding.running || changing.running}
      failure={failure}
    >
      <ReasonList reasons={failure?.reasons ?? doubts} text={clauseFaultText} />
      <TextField
        label="名称"
        required
        autoFocus
        value={form.title}
        maxLength={60}
        hint="起一个以后好找的名称，如：退还押金"
        error={failure?.fields?.['title']}
        onChange={(next) => set({ title: next })}
      />
      <TextAreaField
        label="条款内容"
        required
        value={form.text}
        maxLength={4000}
        minRows={3}
        hint="每次要换的地方写成【付款人】【日期】【金额】的样子，用的时候逐个填。当事人的姓名已换成【】，免得带到别的案件里。"
        error={failure?.fields?.['text']}
        onChange={(next) => set({ text: next })}
      />
      <ChoiceField<ClauseKind>
        label="种类"
        options={kindOptions}
        value={form.kind}
        onChange={(next) => set({ kind: next })}
      />
      <ChoiceField
        label="用于"
        vertical
        options={choices}
        value={form.typeCodes.join(' ')}
        onChange={(value) =>
          set({ typeCodes: choices.find((choice) => choice.value === value)?.codes ?? [] })
        }
      />
      <TextField
        label="使用时注意"
        value={form.note}
        maxLength={500}
        hint="什么时候用、要留心什么；不会印出来"
        error={failure?.fields?.['note']}
        onChange={(next) => set({ note: next })}
      />
    </Dialog>
  )
}
