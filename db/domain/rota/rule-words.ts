import { formatChineseDate } from '../local-date.ts'
import type { Break } from './breaks.ts'
import type { Prepared } from './prepared.ts'
import type { RotaShift } from './problem.ts'
import type { Rule, RuleKind } from './rules.ts'

export const halfNames = { morning: '上午', afternoon: '下午' } as const

/** @policy People and shifts are told by name, never by id */
export const lawyerName = ({ lawyers }: Prepared, id: string): string => lawyers.get(id)?.name ?? id

const dayName = ({ date, half }: RotaShift) =>
  `${formatChineseDate(date).replace(/^\d+年/, '')}${halfNames[half]}`

/** @policy A shift is told by day, half-day and desk */
export const shiftName = (prepared: Prepared, id: string): string => {
  const shift = prepared.shifts.get(id)
  if (!shift) return id
  return `${dayName(shift)}${prepared.desks.get(shift.desk) ?? shift.desk}`
}

type Words = { says: string; relax: string }

const needWords = (prepared: Prepared, { id }: Rule): string => {
  const [shift = '', index = '0'] = id.slice('need:'.length).split('#')
  const need = prepared.shifts.get(shift)?.needs[Number(index)]
  if (!need) return ''
  return need.kind === 'field' ? `熟悉${need.value}的律师` : `会说${need.value}的律师`
}

const wordsOf = (prepared: Prepared, rule: Rule): Words => {
  const [person = '', other = ''] = rule.lawyers
  const name = lawyerName(prepared, person)
  const shift = rule.shifts[0] === undefined ? '' : shiftName(prepared, rule.shifts[0])
  const limits = prepared.lawyers.get(person)?.limits ?? {}
  const demand = prepared.shifts.get(rule.shifts[0] ?? '')?.demand ?? 0
  const firmId = prepared.lawyers.get(person)?.firm ?? ''
  const firm = prepared.firms.get(firmId)?.name ?? firmId
  const words: Record<RuleKind, () => Words> = {
    demand: () => ({
      says: `${shift}要有 ${demand} 人值班`,
      relax: `允许${shift}空缺，或减少这一班的人数`,
    }),
    need: () => ({
      says: `${shift}必须有${needWords(prepared, rule)}`,
      relax: `把${shift}的这项要求改为尽量满足，或另约当事人`,
    }),
    leave: () => ({ says: `${name}请假期间不排班`, relax: `请${name}销假或改期` }),
    availability: () => ({
      says: `${name}只在登记的可值时段值班`,
      relax: `请${name}增加可值时段`,
    }),
    agreement: () => ({
      says: `${name}所在的${firm}不在服务协议期内`,
      relax: `与${firm}续签协议，或不要求协议期`,
    }),
    conflict: () => ({
      says: `${shift}有预约案件，与其有利益冲突的律所的律师不值这一班`,
      relax: `改约${shift}的案件，或改为排班但提示回避`,
    }),
    weekLimit: () => ({
      says: `${name}每周最多 ${limits.perWeek ?? 0} 班`,
      relax: `放宽${name}的每周上限`,
    }),
    monthLimit: () => ({
      says: `${name}每月最多 ${limits.perMonth ?? 0} 班`,
      relax: `放宽${name}的每月上限`,
    }),
    rest: () => ({
      says: `${name}两次值班之间至少隔 ${limits.restDays ?? 0} 天`,
      relax: `缩短${name}的间隔天数`,
    }),
    twice: () => ({ says: `${name}一天最多值一班`, relax: `征得${name}同意，一天值上下午两班` }),
    apart: () => ({
      says: `${name}与${lawyerName(prepared, other)}不同班`,
      relax: `允许${name}与${lawyerName(prepared, other)}同班`,
    }),
    pin: () => ({ says: `${name}固定在${shift}`, relax: `取消${name}在${shift}的固定` }),
    seats: () => ({ says: `${shift}只有 ${demand} 个席位`, relax: `增加${shift}的席位` }),
    onePlace: () => ({
      says: `${name}同一半天只能在一处`,
      relax: `${name}同一半天只留一处`,
    }),
  }
  return words[rule.kind]()
}

/** @policy What a hard rule asks, in one sentence */
export const ruleText = (prepared: Prepared, rule: Rule): string => wordsOf(prepared, rule).says

/** @policy What could be done so that a rule no longer stands in the way */
export const relaxText = (prepared: Prepared, rule: Rule): string => wordsOf(prepared, rule).relax

/** Why somebody cannot come, in a few characters, for counting. */
export const barrierNames: Readonly<Record<RuleKind, string>> = {
  demand: '缺人',
  need: '缺专业',
  leave: '请假',
  availability: '不在可值时段',
  agreement: '律所协议未生效或已到期',
  conflict: '所在律所有利益冲突',
  weekLimit: '本周已满',
  monthLimit: '本月已满',
  rest: '间隔不足',
  twice: '当天已有一班',
  apart: '与同班人员须分开',
  pin: '已固定在别处',
  seats: '席位已满',
  onePlace: '同一半天已在值班',
}

/** Who is told. */
export type Hearer = {
  /** Whom he or she does not see. */
  unseen: ReadonlySet<string>
  /** A lawyer hears nothing of what other firms have to do with booked cases. */
  lawyerId?: string | undefined
}

/** @policy Why somebody cannot sit somewhere, by its kind only where more would name or tell too much */
export const toldBreakText = (
  prepared: Prepared,
  { unseen, lawyerId }: Hearer,
  each: Break,
): string => {
  if (each.rule.lawyers.some((id) => unseen.has(id))) return barrierNames[each.rule.kind]
  const isOfOthers = lawyerId !== undefined && !each.lawyers.includes(lawyerId)
  if (each.rule.kind === 'conflict' && isOfOthers) return '按规则不能值这一班'
  return breakText(prepared, each)
}

/** @policy A broken rule is told with the place where it is broken */
export const breakText = (prepared: Prepared, { rule, shifts }: Break): string => {
  const where = prepared.problem.shifts
    .filter(({ id }) => shifts.includes(id) && !rule.shifts.includes(id))
    .map(({ id }) => shiftName(prepared, id))
  const text = ruleText(prepared, rule)
  return where.length > 0 ? `${text}（${where.join('、')}）` : text
}
