import type { BoardLine } from '#contract/clocks.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Role } from '#db/domain/roles.ts'
import { formatDaysLeft } from '../../lib/format/date.ts'
import { urgencyOf } from '../../lib/labels/cases.ts'
import { formatDay } from '../../lib/labels/clocks.ts'
import type { StatusLook, Tone } from '../../lib/labels/status.ts'
import type { Place } from '../../lib/navigation.ts'

export type BoardGroup = BoardLine['group']
export type GroupOfLines = {
  group: BoardGroup
  lines: readonly BoardLine[]
  /** How many there are, with those that are too many to be sent. */
  count: number
}
type Totals = Readonly<Record<BoardGroup, number>>

/** @policy Time first for everybody; the head sees what nobody looks after before what waits outside. */
const orders: Readonly<Record<Role, readonly BoardGroup[]>> = {
  receptionist: ['overdue', 'today', 'soon', 'waiting', 'noNextStep'],
  mediator: ['overdue', 'today', 'soon', 'waiting', 'noNextStep'],
  head: ['overdue', 'today', 'soon', 'noNextStep', 'waiting'],
  lawyer: [],
  administrator: [],
}

const byDay = (a: BoardLine, b: BoardLine): number => {
  const [dayA, dayB] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  return a.caseNumber < b.caseNumber ? -1 : 1
}

/** The groups that hold something, in the order of this role; what waits for the head's approval has a block of its own. */
export const groupsFor = (
  role: Role,
  lines: readonly BoardLine[],
  totals: Totals,
): readonly GroupOfLines[] => {
  const mine =
    role === 'head' ? lines.filter(({ kind, by }) => kind !== 'approval' || by !== 'head') : lines
  const of = (group: BoardGroup) => (line: BoardLine) => line.group === group
  return orders[role]
    .map((group) => {
      const found = mine.filter(of(group)).toSorted(byDay)
      const elsewhere = lines.filter(of(group)).length - found.length
      return { group, lines: found, count: totals[group] - elsewhere }
    })
    .filter(({ lines: found }) => found.length > 0)
}

/** Headings are sentences. */
export const groupTitle = (group: BoardGroup, count: number): string => {
  switch (group) {
    case 'overdue':
      return `${count} 项已经过期`
    case 'today':
      return `${count} 项今天到期`
    case 'soon':
      return `${count} 项快到期了`
    case 'waiting':
      return `${count} 项在等别人`
    case 'noNextStep':
      return `${count} 件不知道下一步`
  }
}

const tones = { late: 'late', soon: 'waiting', calm: 'plain' } as const satisfies Record<
  ReturnType<typeof urgencyOf>,
  Tone
>

type Urgent = Pick<BoardLine, 'group' | 'dueOn' | 'lastOn' | 'waitingFor'>

/** How urgent, by word, symbol and colour: late is only what is past its last day, not its reminder. */
export const lineLook = (line: Urgent, today: LocalDate): StatusLook => {
  const { group, dueOn, lastOn = dueOn } = line
  if (group === 'waiting') return { word: `等${line.waitingFor ?? '答复'}`, tone: 'going' }
  if (group === 'noNextStep') return { word: '没有下一步', tone: 'waiting' }
  if (dueOn === undefined || lastOn === undefined) return { word: '要办', tone: 'waiting' }
  if (group === 'today')
    return { word: lastOn === today ? '今天到期' : '今天就办', tone: 'waiting' }
  const day = group === 'overdue' ? lastOn : dueOn
  return { word: formatDaysLeft(day, today), tone: tones[urgencyOf(today, day)] }
}

/** Until when, and whether the law would give longer: the earlier day is the one to go by. */
export const lineDay = (
  { group, dueOn, lastOn = dueOn, rolled }: Urgent & Pick<BoardLine, 'rolled'>,
  today: LocalDate,
): string | undefined => {
  if (dueOn === undefined || lastOn === undefined) return undefined
  // A day of reminder that is past is no news.
  const isOver = group === 'overdue' || (group === 'today' && dueOn < today)
  const later = [
    ...(!isOver && lastOn > dueOn ? [`最后一日 ${formatDay(lastOn, today)}`] : []),
    ...(rolled !== undefined && rolled > lastOn
      ? [`法定最迟 ${formatDay(rolled, today)}${isOver ? '' : '，请按早的办'}`]
      : []),
  ]
  const day = isOver
    ? `最后一日 ${formatDay(lastOn, today)}`
    : `${formatDay(dueOn, today)}${group === 'waiting' ? '前后' : '前'}`
  return later.length > 0 ? `${day}（${later.join('，')}）` : day
}

/** Rows of the rule list on making an agreement binding: joint confirmation, arbitral review, payment order. */
const ofStrengthening = /^(?:E\d|F[1-5]\b|G8\b|H\d)/
/** Acceptance and mediation itself. */
const ofMediation = /^[ABCD]\d/

const placeOfDeadline = ({ ruleId = '', caseId }: BoardLine, role: Role): Place => {
  if (role === 'receptionist' || ofMediation.test(ruleId)) return { to: 'case', caseId }
  return ofStrengthening.test(ruleId) ? { to: 'strengthening', caseId } : { to: 'clocks', caseId }
}

/** Where the thing is done: the screen that one key leads to. */
export const placeOf = (line: BoardLine, role: Role): Place => {
  const { caseId } = line
  switch (line.kind) {
    case 'deadline':
    case 'limitation':
      return placeOfDeadline(line, role)
    case 'obligation':
    case 'promise':
      return { to: 'performance', caseId }
    case 'visit':
      return { to: 'visits', caseId }
    case 'application':
      return { to: 'strengthening', caseId }
    case 'approval':
      if (role === 'head' && line.by === 'head') return { to: 'reviews' }
      return line.objectId === undefined
        ? { to: 'case', caseId }
        : { to: 'agreement', agreementId: line.objectId }
    case 'loan':
      return { to: 'loans' }
    case 'noNextStep':
      return { to: 'case', caseId }
  }
}

const missing = (years: readonly number[]): string =>
  years.length === 0 ? '' : years.map((year) => `${year} 年`).join('、')

/** 2027 年的放假安排还没有录入 …; nothing when all years are known. */
export const missingYearsWords = (years: readonly number[]): string | undefined =>
  years.length === 0
    ? undefined
    : `${missing(years)}的放假安排还没有录入。落在这些年份的最后一日遇不遇休息日、顺延到哪天，现在都判断不了。`
