import type { CaseClock, ClockChange } from '#contract/clocks.ts'
import {
  consentNames,
  pauseNames,
  type Consent,
  type PauseReason,
} from '#db/domain/deadline/rule.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { InputOf } from '../../lib/ask.ts'
import { formatDate } from '../../lib/format/date.ts'

export type ChangeKind = ClockChange['kind']

/** What a person fills in to move a clock; kept in the store until it is recorded. */
export type ChangeForm = {
  kind: ChangeKind
  onDay: LocalDate | undefined
  untilDay: LocalDate | undefined
  pauseReason: PauseReason | undefined
  consents: readonly Consent[]
  words: string
}

type Movable = Pick<
  CaseClock,
  'mayPause' | 'extensionNeeds' | 'interruptible' | 'isPaused' | 'raw' | 'base'
>

/** What the rule allows to be done with this clock; a date set by hand is always possible, with its reason. */
export const kindsFor = (clock: Movable): readonly ChangeKind[] => [
  ...(clock.extensionNeeds ? (['extension'] as const) : []),
  ...(clock.mayPause.length > 0 && !clock.isPaused ? (['pause'] as const) : []),
  ...(clock.interruptible ? (['interruption'] as const) : []),
  'override',
]

export const kindWords: Readonly<Record<ChangeKind, { label: string; hint: string }>> = {
  extension: { label: '延长', hint: '要同意的人都同意了，才能延长' },
  pause: { label: '中止计算', hint: '鉴定等期间不计入，结束后补上同样的天数' },
  interruption: {
    label: '中断，重新计算',
    hint: '提出请求、对方同意履行、申请调解等，从那天重新算',
  },
  override: { label: '人工改定日期', hint: '按法院、仲裁的通知或其他依据直接定日期' },
}

export const emptyForm = (clock: Movable, today: LocalDate): ChangeForm => {
  const kind = kindsFor(clock)[0] ?? 'override'
  return {
    kind,
    onDay: kind === 'override' ? undefined : today,
    untilDay: undefined,
    pauseReason: clock.mayPause.length === 1 ? clock.mayPause[0] : undefined,
    consents: [],
    words: '',
  }
}

/** Another kind: what was written stays, the day only where it still means the same. */
export const withKind = (form: ChangeForm, kind: ChangeKind, today: LocalDate): ChangeForm => {
  if (kind === form.kind) return form
  const meansSetDay = kind === 'override' || form.kind === 'override'
  const fresh = kind === 'override' ? undefined : today
  return { ...form, kind, untilDay: undefined, onDay: meansSetDay ? fresh : form.onDay }
}

/** What was begun, as far as the clock still allows it: meanwhile it may have been stopped. */
export const continuedForm = (
  clock: Movable,
  begun: ChangeForm | undefined,
  today: LocalDate,
): ChangeForm => {
  if (!begun) return emptyForm(clock, today)
  const kinds = kindsFor(clock)
  return kinds.includes(begun.kind) ? begun : withKind(begun, kinds[0] ?? 'override', today)
}

/** Labels of the two days, by what is done. */
export const dayLabels: Readonly<Record<ChangeKind, { onDay: string; untilDay?: string }>> = {
  extension: { onDay: '哪一天同意的', untilDay: '延长到哪一天' },
  pause: { onDay: '从哪一天起中止', untilDay: '中止到哪一天（还没结束就不填）' },
  interruption: { onDay: '哪一天中断的' },
  override: { onDay: '定为哪一天' },
}

export const wordsLabels: Readonly<Record<ChangeKind, string>> = {
  extension: '延长的情况',
  pause: '中止的情况',
  interruption: '因为什么中断',
  override: '改定的理由',
}

/** What still has to be told to the law: without a cause nobody can check a date set by hand or an interruption. */
export const wordsNeeded = (kind: ChangeKind): boolean =>
  kind === 'override' || kind === 'interruption'

type Field = 'onDay' | 'untilDay' | 'pauseReason' | 'consents' | 'words'

const faultOfUntil = ({ kind, onDay, untilDay }: ChangeForm, { raw }: Movable) => {
  if (kind === 'extension') {
    if (untilDay === undefined) return '请写延长到哪一天'
    return raw !== undefined && untilDay <= raw
      ? `现在的最后一日是${formatDate(raw)}，要延长到这一天之后`
      : undefined
  }
  return kind === 'pause' && onDay !== undefined && untilDay !== undefined && untilDay < onDay
    ? '结束的日期不能早于开始的日期'
    : undefined
}

const faultOfDay = ({ kind, onDay }: ChangeForm, { base }: Movable, today: LocalDate) => {
  if (onDay === undefined) return `请写${dayLabels[kind].onDay}`
  if (kind === 'override') return onDay < base ? `不能早于起算日${formatDate(base)}` : undefined
  return onDay > today && kind !== 'pause' ? '这一天还没有到，请写已经发生的日期' : undefined
}

const missingConsents = ({ kind, consents }: ChangeForm, { extensionNeeds = [] }: Movable) =>
  kind === 'extension' ? extensionNeeds.filter((one) => !consents.includes(one)) : []

/** What is still missing or cannot be, beside the field that it belongs to. */
export const faultsIn = (
  form: ChangeForm,
  clock: Movable,
  today: LocalDate,
): Partial<Record<Field, string>> => {
  const missing = missingConsents(form, clock).map((one) => consentNames[one])
  const faults: Partial<Record<Field, string | undefined>> = {
    onDay: faultOfDay(form, clock, today),
    untilDay: faultOfUntil(form, clock),
    pauseReason: form.kind === 'pause' && !form.pauseReason ? '请选因为什么中止' : undefined,
    consents:
      missing.length > 0 ? `还缺${missing.join('、')}同意。问清以后打勾，才能延长` : undefined,
    words:
      wordsNeeded(form.kind) && form.words.trim() === ''
        ? `请写${wordsLabels[form.kind]}`
        : undefined,
  }
  return Object.fromEntries(
    Object.entries(faults).filter((entry): entry is [Field, string] => entry[1] !== undefined),
  )
}

/** Undefined while something is missing. */
export const inputOf = (
  caseId: string,
  rule: string,
  form: ChangeForm,
): InputOf<'clocks.change'> | undefined => {
  const { kind, onDay, untilDay, pauseReason, consents, words } = form
  if (onDay === undefined) return undefined
  const hasUntil = (kind === 'pause' || kind === 'extension') && untilDay !== undefined
  return {
    caseId,
    rule,
    kind,
    onDay,
    ...(hasUntil ? { untilDay } : {}),
    ...(kind === 'pause' && pauseReason ? { pauseReason } : {}),
    consents: kind === 'extension' ? [...consents] : [],
    words: words.trim(),
  }
}

export const pauseOptions = (reasons: readonly PauseReason[]) =>
  reasons.map((value) => ({ value, label: pauseNames[value] }))
