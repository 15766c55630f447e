import type { DutyLine } from '#contract/duty-line.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { dutyWords, swapLabel } from './request-options.ts'

export type Swap = OutputOf<'requests.options'>['swaps'][number]

type LawyerProps = {
  label: string
  lawyerId: string | undefined
  onChange: (lawyerId: string | undefined) => void
  error?: string
}

export function LawyerChoice({ label, lawyerId, onChange, error }: LawyerProps) {
  const { data, failure } = useAsk('lawyers.list', {})
  if (!data) return failure ? <FailureNotice failure={failure} /> : <Loading />
  return (
    <SelectField
      label={label}
      required
      autoFocus
      options={data
        .filter(({ active }) => active)
        .map((lawyer) => ({
          value: lawyer.id,
          label: lawyer.firmName ? `${lawyer.name} ${lawyer.firmName}` : lawyer.name,
          keywords: lawyer.initials,
        }))}
      value={lawyerId}
      onChange={onChange}
      placeholder="请选择，可输入姓名或拼音首字母"
      error={error}
    />
  )
}

type DutyProps = {
  lawyerId: string
  dutyId: string | undefined
  onChange: (duty: DutyLine | undefined) => void
  error?: string
}

/** One of somebody's published half-days to come. */
export function DutyChoice({ lawyerId, dutyId, onChange, error }: DutyProps) {
  const { data, failure, previous } = useAsk('duties.mine', { lawyerId })
  if (!data || previous) return failure ? <FailureNotice failure={failure} /> : <Loading />
  const coming = data.coming.filter(({ state }) => state === 'planned')
  if (coming.length === 0) return <Notice>{data.name} 后面没有已发布的班。</Notice>
  return (
    <SelectField
      label="哪一班"
      required
      options={coming.map((duty) => ({ value: duty.dutyId, label: dutyWords(duty) }))}
      value={dutyId}
      onChange={(id) => onChange(coming.find((duty) => duty.dutyId === id))}
      error={error}
    />
  )
}

type SwapProps = {
  dutyId: string
  partnerDutyId: string | undefined
  /** The head may choose one that breaks a rule. */
  mayBreak: boolean
  onChange: (swap: Swap | undefined) => void
  error?: string
}

/** With whose half-day: those that keep every rule first. */
export function SwapChoice({ dutyId, partnerDutyId, mayBreak, onChange, error }: SwapProps) {
  const { data, failure, previous } = useAsk('requests.options', { dutyId })
  if (!data || previous) return failure ? <FailureNotice failure={failure} /> : <Loading />
  if (data.closed) return <Notice tone="warning">这一班已经开始，不能再换。</Notice>
  if (data.swaps.length === 0) return <Notice tone="warning">没有可以对换的班。</Notice>
  return (
    <SelectField
      label="和哪一班对换"
      required
      hint="排在前面的都不违反规则"
      options={data.swaps.map((swap) => ({
        value: swap.duty.dutyId,
        label: swapLabel(swap),
        disabled: !mayBreak && swap.breaks.length > 0,
      }))}
      value={partnerDutyId}
      onChange={(id) => onChange(data.swaps.find(({ duty }) => duty.dutyId === id))}
      error={error}
    />
  )
}
