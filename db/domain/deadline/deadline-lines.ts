import { formatChineseDate, type LocalDate, weekday } from '../local-date.ts'
import type { ComputedDeadline } from './compute.ts'
import type { Step } from './course.ts'
import type { RulePeriod } from './period.ts'
import { consentNames, type DeadlineRule, pauseNames } from './rule.ts'

/** One line of the control slip; `date` is the day it speaks of. */
export type DeadlineLine = { text: string; date?: LocalDate }

const unitNames = { day: '日', workday: '个工作日', month: '个月', year: '年' } as const

const dayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

const day = (date: LocalDate): string =>
  `${formatChineseDate(date)}（星期${dayNames[weekday(date) - 1]}）`

/**
 * 30日, 3个工作日, 1个月, 2年; 当日 for what must be done at once.
 * @law 《民法典》第二百零一条、第二百零二条 (L2)
 */
export const periodText = ({ unit, count }: RulePeriod): string =>
  count === 0 ? '当日' : `${count}${unitNames[unit]}`

const list = (dates: readonly LocalDate[]): string => dates.map(formatChineseDate).join('、')

const counted = ({ period, direction, eventName }: DeadlineRule, to: LocalDate): string =>
  direction === 'before'
    ? `${eventName}前${periodText(period)}，最迟为${day(to)}。`
    : `${period.count === 0 ? '应当在当日办理' : `自次日起算${periodText(period)}`}，最后一日为${day(to)}。`

const stepLine = (step: Step, rule: DeadlineRule): DeadlineLine => {
  switch (step.kind) {
    case 'interrupted':
      return {
        text: `${day(step.on)}中断（${step.cause}），期间重新计算，当日不计入。`,
        date: step.on,
      }
    case 'counted':
      return { text: counted(rule, step.to), date: step.to }
    case 'paused':
      return {
        text: `${formatChineseDate(step.from)}至${formatChineseDate(step.to)}为${pauseNames[step.reason]}期间，共${step.days}日不计入，最后一日顺延至${day(step.last)}。`,
        date: step.last,
      }
    case 'extended':
      return {
        text: `经${step.consents.map((one) => consentNames[one]).join('、')}同意延长，最后一日为${day(step.last)}。`,
        date: step.last,
      }
  }
}

const unknownYears = (years: readonly number[]): string =>
  years.map((year) => `${year}年`).join('、')

const rollLine = (deadline: ComputedDeadline): DeadlineLine | undefined => {
  const { raw, rolled, rule, missingYears, rollsOverWeekend, notBefore } = deadline
  const years = unknownYears(missingYears)
  if (raw === undefined)
    return {
      text: `${years}放假安排尚未录入，工作日无法算到最后一日${notBefore ? `，只知道不早于${formatChineseDate(notBefore)}` : ''}；请录入国务院办公厅放假通知。`,
    }
  if (rule.rolls && rolled === undefined)
    return {
      text: `${years}放假安排尚未录入，不能判断最后一日是否放假、顺延到哪一天；请录入国务院办公厅放假通知。`,
    }
  if (rolled === undefined || rolled === raw) return undefined
  return {
    text: rollsOverWeekend
      ? `最后一日起逢休息日，按通常做法顺延至${day(rolled)}；周末是否属于法定休假日没有定论，请按${formatChineseDate(raw)}办理。`
      : `最后一日为法定休假日，顺延至${day(rolled)}；提醒和告知当事人仍按${formatChineseDate(raw)}。`,
    date: rolled,
  }
}

const unreadTables = ({
  tables,
  rule,
  raw,
  rolled,
  remindOn,
}: ComputedDeadline): DeadlineLine[] => {
  const years = tables.filter(({ verified }) => verified === false).map(({ year }) => year)
  const matters = rule.period.unit === 'workday' || rolled !== raw || remindOn !== raw
  return years.length > 0 && matters
    ? [{ text: `${unknownYears(years)}放假安排尚未与国务院办公厅通知原件核对。` }]
    : []
}

/**
 * How the dates came about, line by line, as the control slip prints it.
 * @policy Every date shows its base event, its counting and its source (rules.md §L.3)
 */
export const deadlineLines = (deadline: ComputedDeadline): DeadlineLine[] => {
  const { rule, base, reminders, override, source, isPaused, raw, missingYears } = deadline
  const roll = rollLine(deadline)
  const remindYears = roll ? [] : missingYears
  return [
    {
      text: `${rule.eventName}：${day(base)}${rule.direction === 'after' && rule.period.count > 0 ? '，当日不计入' : ''}。`,
      date: base,
    },
    ...deadline.steps.map((step) => stepLine(step, rule)),
    ...(isPaused ? [{ text: '期间仍在暂停，最后一日还会顺延。' }] : []),
    ...(roll ? [roll] : []),
    ...(override
      ? [
          {
            text: `人工改定为${day(override.date)}，理由：${override.reason.trim()}${raw === undefined ? '' : `（推算为${formatChineseDate(raw)}）`}。`,
            date: override.date,
          },
        ]
      : []),
    { text: `提醒日：${list(reminders)}。` },
    ...(remindYears.length > 0
      ? [{ text: `${unknownYears(remindYears)}放假安排尚未录入，提醒日只避开了周末。` }]
      : []),
    { text: rule.kind === 'law' ? `依据：${source}。` : `${source}（工作设定，不是法律规定）。` },
    ...(rule.verified ? [] : [{ text: '本条规则尚未与条文原文核对，告知当事人前请先核对。' }]),
    ...unreadTables(deadline),
    ...(rule.note === undefined ? [] : [{ text: rule.note }]),
  ]
}
