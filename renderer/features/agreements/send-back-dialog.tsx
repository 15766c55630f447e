import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { useToast } from '../../ui/toast.ts'

type Props = { agreementId: string; open: boolean; onClose: () => void }

const phrases = [
  '事实经过写得不够清楚，请补充。',
  '金额或付款日期请与记录核对。',
  '各方责任没有写明，请补充。',
  '当事人信息不全，请补登。',
]

/** The words for the mediator; typed or picked, Ctrl+Enter sends them. */
export const SendBackDialog = ({ agreementId, open, onClose }: Props) => {
  const [words, setWords] = useState('')
  const sending = useRun('agreements.sendBack')
  const toast = useToast()
  const send = async (): Promise<void> => {
    if (!(await sending.run({ id: agreementId, words: words.trim() }))) return
    setWords('')
    toast('已退回给调解员，意见已带上')
    onClose()
  }
  const add = (phrase: string): void =>
    setWords((old) => (old.trim() === '' ? phrase : `${old.trimEnd()}\n${phrase}`))
  return (
    <Dialog
      title="退回并写意见"
      open={open}
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText="退回"
      confirmDisabled={words.trim() === ''}
      busy={sending.running}
      failure={sending.failure}
    >
      <TextAreaField
        label="意见"
        required
        autoFocus
        value={words}
        maxLength={2000}
        minRows={3}
        hint="调解员会在协议书最上面看到"
        onChange={setWords}
      />
      <fieldset className="row" aria-label="常用意见">
        {phrases.map((phrase) => (
          <Button key={phrase} onClick={() => add(phrase)}>
            {phrase}
          </Button>
        ))}
      </fieldset>
    </Dialog>
  )
}
