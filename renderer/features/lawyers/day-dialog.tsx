import { useState } from 'react'
import type { Lawyer } from '#contract/lawyers.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { useBegun } from '../../lib/use-begun.ts'
import { BegunNotice } from '../../ui/begun-notice.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { TextField } from '../../ui/text-field.tsx'
import { dayOf, dayProblems, emptyDay, type DayDraft } from './day-form.ts'
import { dayKindHints, dayKindLooks } from './day-words.ts'

const kinds = ['leave', 'unavailable', 'available', 'want', 'avoid'] as const

type DayDialogProps = {
  lawyer: Lawyer
  /** Duties that the new day falls on. */
  onClose: (duties: OutputOf<'lawyers.addDay'>['duties']) => void
}

export function DayDialog({ lawyer, onClose }: DayDialogProps) {
  const add = useRun('lawyers.addDay')
  const { form: draft, begun, set, drop } = useBegun<DayDraft>(`day of ${lawyer.id}`, emptyDay)
  const [tried, setTried] = useState(false)
  const close = (duties: OutputOf<'lawyers.addDay'>['duties']) => {
    drop()
    onClose(duties)
  }
  const problems = tried ? dayProblems(draft, today()) : {}
  const submit = async () => {
    setTried(true)
    const day = dayOf(draft, today())
    if (!day) return focusFirstError()
    const added = await add.run({ lawyerId: lawyer.id, day })
    if (added) close(added.duties)
  }
  return (
    <Dialog
      title={`登记日子：${lawyer.name}`}
      open
      onClose={() => close([])}
      onConfirm={() => void submit()}
      confirmText="登记"
      busy={add.running}
      failure={add.failure}
      width={820}
    >
      <BegunNotice shown={begun} onDrop={() => drop()} />
      <ChoiceField
        label="什么情况"
        options={kinds.map((value, index) => ({
          value,
          label: dayKindLooks[value].word,
          key: String(index + 1),
        }))}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        hint={dayKindHints[draft.kind]}
      />
      <div className="grid-2">
        <DateField
          label="从哪天"
          required
          autoFocus
          value={draft.fromOn}
          onChange={(fromOn) => set({ fromOn })}
          error={problems.fromOn}
        />
        <DateField
          label="到哪天"
          value={draft.toOn}
          onChange={(toOn) => set({ toOn })}
          error={problems.toOn}
          hint="只有一天就空着"
        />
      </div>
      {draft.kind === 'leave' ? null : (
        <ChoiceField
          label="时段"
          options={[
            { value: 'whole' as const, label: '整天' },
            { value: 'morning' as const, label: '上午' },
            { value: 'afternoon' as const, label: '下午' },
          ]}
          value={draft.half}
          onChange={(half) => set({ half })}
        />
      )}
      <TextField
        label="说明"
        maxLength={200}
        value={draft.words}
        onChange={(words) => set({ words })}
        placeholder="如 出庭、外出培训"
      />
    </Dialog>
  )
}
