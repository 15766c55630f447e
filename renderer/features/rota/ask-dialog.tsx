import { useState } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useAsk, useRun, type InputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'
import { coverHint } from './request-options.ts'
import { DutyChoice, LawyerChoice, SwapChoice, type Swap } from './swap-choice.tsx'

type Kind = 'leave' | 'cover' | 'swap'
type Form = {
  lawyerId?: string | undefined
  kind?: Kind
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  duty?: DutyLine | undefined
  partnerId?: string | undefined
  swap?: Swap | undefined
  words: string
}

const kinds = [
  { value: 'leave', label: '请假', key: '1' },
  { value: 'cover', label: '请人替班', key: '2' },
  { value: 'swap', label: '换班', key: '3' },
] as const

const inputOf = (form: Form): InputOf<'requests.ask'> | undefined => {
  const { lawyerId, kind, from, to, duty, partnerId, swap } = form
  const words = form.words.trim()
  if (kind === 'leave')
    return lawyerId && from && to ? { kind, lawyerId, from, to, words } : undefined
  if (!duty) return undefined
  if (kind === 'cover') return { kind, dutyId: duty.dutyId, ...(partnerId && { partnerId }), words }
  return kind && swap
    ? { kind, dutyId: duty.dutyId, partnerDutyId: swap.duty.dutyId, words }
    : undefined
}

/** What a lawyer asked for by telephone, noted by the desk. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const ask = useRun('requests.ask')
  const toast = useToast()
  const [form, setForm] = useState<Form>({ words: '' })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Form>) => setForm((kept) => ({ ...kept, ...part }))
  const missing = (value: unknown) => (tried && value === undefined ? '请选择' : undefined)
  const confirm = async () => {
    setTried(true)
    const input = inputOf(form)
    if (!input) return
    const done = await ask.run(input)
    if (!done) return
    toast(input.kind === 'leave' ? '请假记下了，空出来的班等安排替班。' : '记下了，等对方答复。')
    onClose()
  }
  const { lawyerId, kind, duty, swap } = form
  return (
    <Dialog
      title="替律师登记"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="登记"
      busy={ask.running}
      failure={ask.failure}
      width={760}
    >
      <LawyerChoice
        label="哪位律师"
        lawyerId={lawyerId}
        onChange={(next) =>
          change({ lawyerId: next, duty: undefined, swap: undefined, partnerId: undefined })
        }
        error={missing(lawyerId)}
      />
      <ChoiceField
        label="要办什么"
        required
        options={kinds}
        value={kind}
        onChange={(next) => change({ kind: next })}
        error={missing(kind)}
      />
      {kind === 'leave' ? <LeaveDays form={form} tried={tried} onChange={change} /> : null}
      {(kind === 'cover' || kind === 'swap') && lawyerId !== undefined ? (
        <DutyChoice
          lawyerId={lawyerId}
          dutyId={duty?.dutyId}
          onChange={(next) => change({ duty: next, swap: undefined, partnerId: undefined })}
          error={missing(duty)}
        />
      ) : null}
      {kind === 'cover' && duty ? (
        <CoverChoice
          dutyId={duty.dutyId}
          partnerId={form.partnerId}
          onChange={(partnerId) => change({ partnerId })}
        />
      ) : null}
      {kind === 'swap' && duty ? (
        <SwapChoice
          dutyId={duty.dutyId}
          partnerDutyId={swap?.duty.dutyId}
          mayBreak={false}
          onChange={(next) => change({ swap: next })}
          error={missing(swap)}
        />
      ) : null}
      <TextField
        label="说明（可不填）"
        value={form.words}
        onChange={(words) => change({ words })}
        maxLength={200}
      />
    </Dialog>
  )
}

type LeaveProps = { form: Form; tried: boolean; onChange: (part: Partial<Form>) => void }

function LeaveDays({ form: { from, to }, tried, onChange }: LeaveProps) {
  const asked = (date: LocalDate | undefined) => {
    if (date !== undefined && date < today()) return '这一天已经过去了'
    return tried && date === undefined ? '请写日期' : undefined
  }
  const isReversed = from !== undefined && to !== undefined && to < from
  return (
    <div className="grid-2">
      <DateField
        label="从"
        required
        value={from}
        onChange={(next) =>
          onChange(to === undefined || to === from ? { from: next, to: next } : { from: next })
        }
        error={asked(from)}
      />
      <DateField
        label="到"
        required
        value={to}
        onChange={(next) => onChange({ to: next })}
        error={isReversed ? '结束日期早于开始日期' : asked(to)}
      />
    </div>
  )
}

type CoverProps = {
  dutyId: string
  partnerId: string | undefined
  onChange: (partnerId: string | undefined) => void
}

function CoverChoice({ dutyId, partnerId, onChange }: CoverProps) {
  const { data, previous } = useAsk('requests.options', { dutyId })
  const covers = previous ? [] : (data?.covers ?? [])
  return (
    <SelectField
      label="请谁替（还没有说定可以不选，由主任安排）"
      clearable
      options={covers.map((cover) => ({
        value: cover.lawyerId,
        label: `${cover.name}（${coverHint(cover)}）`,
        disabled: cover.breaks.length > 0,
      }))}
      value={partnerId}
      onChange={onChange}
    />
  )
}
