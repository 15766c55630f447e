import { useState } from 'react'
import type { InputOf } from '../../lib/ask.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { formatYuan } from '#db/domain/money.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.ts'

type Words = InputOf<'calculations.useAsClaim'>['words']

const choices = [
  { value: 'keep', label: '原话不动，只改金额', key: '1' },
  { value: 'append', label: '原话后面补上算式', key: '2' },
  { value: 'replace', label: '换成算式', key: '3' },
] as const satisfies readonly { value: Words; label: string; key: string }[]

type Props = { open: boolean; id: string; caseId: string; onClose: () => void }

/** The sum becomes the amount of the claim; the words of the claim as one wishes. */
export function AsClaimDialog({ open, id, caseId, onClose }: Props) {
  const use = useRun('calculations.useAsClaim')
  const toast = useToast()
  const { data } = useAsk('calculations.ofCase', { caseId }, { enabled: open })
  const [words, setWords] = useState<Words>('append')
  const item = data?.items.find((one) => one.id === id)
  const confirm = async () => {
    if (!(await use.run({ id, words }))) return
    toast('请求金额改好了')
    onClose()
  }
  return (
    <Dialog
      title="作为请求金额"
      open={open}
      onClose={() => {
        use.clear()
        onClose()
      }}
      onConfirm={() => void confirm()}
      confirmText="作为请求金额"
      busy={use.running}
      failure={use.failure}
    >
      {item ? (
        <p>
          请求金额{data?.claimFen === undefined ? '' : `从 ${formatYuan(data.claimFen)} 元`}改为{' '}
          <strong className="nums">{formatYuan(item.amountFen)} 元</strong>。
        </p>
      ) : null}
      {data?.claim ? <p className="muted">现在的请求：{data.claim}</p> : null}
      <ChoiceField
        label="请求的原话"
        vertical
        options={choices}
        value={words}
        onChange={setWords}
      />
    </Dialog>
  )
}
