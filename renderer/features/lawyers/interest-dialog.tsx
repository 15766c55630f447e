import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { useBegun } from '../../lib/use-begun.ts'
import { BegunNotice } from '../../ui/begun-notice.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { TextField } from '../../ui/text-field.tsx'
import { emptyInterest, interestProblems, type Interest, type InterestDraft } from './firm-form.ts'

type InterestDialogProps = {
  firmId: string
  interest: Interest | undefined
  onClose: () => void
}

const draftOf = ({ side, name, identityNumber, fromOn, toOn, note }: Interest): InterestDraft => ({
  side,
  name,
  identityNumber,
  fromOn,
  toOn,
  note,
})

export function InterestDialog({ firmId, interest, onClose }: InterestDialogProps) {
  const save = useRun('firms.saveInterest')
  const {
    form: draft,
    begun,
    set,
    drop,
  } = useBegun<InterestDraft>(
    `interest ${interest?.id ?? `of ${firmId}`}`,
    interest ? draftOf(interest) : emptyInterest,
  )
  const [tried, setTried] = useState(false)
  const close = () => {
    drop()
    onClose()
  }
  const problems = tried ? interestProblems(draft) : {}
  const submit = async () => {
    setTried(true)
    if (Object.keys(interestProblems(draft)).length > 0) return focusFirstError()
    const saved = await save.run({
      ...(interest ? { id: interest.id } : {}),
      revision: interest?.revision ?? 0,
      interest: { ...draft, firmId, name: draft.name.trim() },
    })
    return saved ? close() : undefined
  }
  return (
    <Dialog
      title={interest ? '修改利益关系' : '登记利益关系'}
      open
      onClose={close}
      onConfirm={() => void submit()}
      confirmText="保存"
      busy={save.running}
      failure={save.failure}
      width={820}
    >
      <BegunNotice shown={begun} onDrop={() => drop()} />
      <ChoiceField
        label="这家律所"
        options={[
          { value: 'for' as const, label: '代理他（是他的律师或顾问）', key: '1' },
          { value: 'against' as const, label: '告他（代理他的对方）', key: '2' },
        ]}
        value={draft.side}
        onChange={(side) => set({ side })}
      />
      <TextField
        label="姓名或单位全称"
        required
        autoFocus
        maxLength={100}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={problems.name}
      />
      <TextField
        label="身份证号或统一社会信用代码"
        maxLength={30}
        value={draft.identityNumber}
        onChange={(identityNumber) => set({ identityNumber })}
        error={problems.identityNumber}
        hint="知道就填，不会认错同名的人"
      />
      <div className="grid-2">
        <DateField
          label="从哪天"
          value={draft.fromOn}
          onChange={(fromOn) => set({ fromOn })}
          hint="空着：一直是"
        />
        <DateField
          label="到哪天"
          value={draft.toOn}
          onChange={(toOn) => set({ toOn })}
          error={problems.toOn}
          hint="空着：还没有结束"
        />
      </div>
      <TextField
        label="说明"
        maxLength={200}
        value={draft.note}
        onChange={(note) => set({ note })}
        placeholder="如 常年法律顾问"
      />
    </Dialog>
  )
}
