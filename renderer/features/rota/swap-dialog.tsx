import { useState } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'
import { DutyChoice, LawyerChoice, SwapChoice, type Swap } from './swap-choice.tsx'

/** By the head for two who both agreed: done and published in one step. */
export function SwapDialog({ onClose }: { onClose: () => void }) {
  const swapFor = useRun('requests.swapFor')
  const toast = useToast()
  const [lawyerId, setLawyerId] = useState<string>()
  const [duty, setDuty] = useState<DutyLine>()
  const [swap, setSwap] = useState<Swap>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const isAgainst = (swap?.breaks.length ?? 0) > 0
  const missing = (value: unknown) => (tried && value === undefined ? '请选择' : undefined)
  const confirm = async () => {
    setTried(true)
    if (!duty || !swap) return
    const done = await swapFor.run({
      dutyId: duty.dutyId,
      partnerDutyId: swap.duty.dutyId,
      knowingly: isAgainst,
      words: words.trim(),
    })
    if (!done) return
    toast('已经对换并发布。请告知两位律师。')
    onClose()
  }
  return (
    <Dialog
      title="给两位律师对换"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText={isAgainst ? '仍然对换' : '对换并发布'}
      busy={swapFor.running}
      failure={swapFor.failure}
      width={760}
    >
      <p className="muted">两位都同意以后再办。对换当即生效，两位都列进通知名单。</p>
      <LawyerChoice
        label="哪位律师"
        lawyerId={lawyerId}
        onChange={(next) => {
          setLawyerId(next)
          setDuty(undefined)
          setSwap(undefined)
        }}
        error={missing(lawyerId)}
      />
      {lawyerId === undefined ? null : (
        <DutyChoice
          lawyerId={lawyerId}
          dutyId={duty?.dutyId}
          onChange={(next) => {
            setDuty(next)
            setSwap(undefined)
          }}
          error={missing(duty)}
        />
      )}
      {duty ? (
        <SwapChoice
          dutyId={duty.dutyId}
          partnerDutyId={swap?.duty.dutyId}
          mayBreak
          onChange={setSwap}
          error={missing(swap)}
        />
      ) : null}
      {swap && isAgainst ? (
        <Notice tone="warning" title="这样换会违反：">
          {swap.breaks.join('；')}
        </Notice>
      ) : null}
      <TextField label="说明（可不填）" value={words} onChange={setWords} maxLength={200} />
    </Dialog>
  )
}
