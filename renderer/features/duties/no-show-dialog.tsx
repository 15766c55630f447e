import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayWords } from './duty-words.ts'
import type { DayDialogProps } from './sign-for-dialog.tsx'

/** 记没来, and taking that back. */
export function NoShowDialog({
  duty,
  noShow,
  onDone,
  onClose,
}: DayDialogProps & { noShow: boolean }) {
  const noting = useRun('duties.noShow')
  const [words, setWords] = useState('')
  const send = async () => {
    const { dutyId, revision } = duty
    if (await noting.run({ dutyId, revision, noShow, words }))
      onDone(noShow ? `已记 ${duty.lawyerName} 没来` : `已撤销 ${duty.lawyerName} 的没来`)
  }
  return (
    <Dialog
      title={noShow ? `记没来：${duty.lawyerName}` : `撤销没来：${duty.lawyerName}`}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText={noShow ? '记没来' : '撤销没来'}
      confirmKind={noShow ? 'danger' : 'primary'}
      busy={noting.running}
      failure={noting.failure}
      width={520}
    >
      <p>
        {halfDayWords(duty, today())}
        {noShow ? ' 这一班不计时长，也不算已值的班；以后可以撤销。' : ' 这一班重新计算。'}
      </p>
      {noShow ? (
        <TextField
          label="说明"
          value={words}
          onChange={setWords}
          maxLength={200}
          autoFocus
          placeholder="可以不写，如：电话没人接"
        />
      ) : null}
    </Dialog>
  )
}
