import type { ImportedLine } from '#contract/lawyers.ts'
import {
  dayOfRow,
  isBlankRow,
  keyOfDay,
  kindOfTitle,
  type ReadDay,
} from '#db/domain/duty/availability.ts'
import { hoursOfHalves } from '#db/domain/duty/busy-days.ts'
import { foldName } from '#db/domain/duty/conflict.ts'
import { isWithCentre } from '#db/domain/duty/membership.ts'
import { addDays, type LocalDate } from '#db/domain/local-date.ts'
import { listDesks } from '#db/queries/desks.ts'
import { type LawyerRecord, listLawyers } from '#db/queries/lawyers.ts'
import type { Reader } from '#db/schema.ts'
import type { Signed } from '../context.ts'
import { readCalendar } from './read-calendar.ts'
import { readRows } from './read-sheet.ts'

export type ReadLine = ImportedLine & { source: 'xlsx' | 'ics'; key: string }

/** So far ahead a calendar is read. */
const daysAhead = 366

type Asked = {
  bytes: Buffer
  extension: string
  /** Whose calendar it is, and whose a row without a name. */
  lawyerId: string | undefined
  today: LocalDate
  actor: Signed
}

/** Whom this person may write days for. */
const mayKeep =
  ({ role, userId }: Signed) =>
  (lawyer: LawyerRecord): boolean =>
    role === 'lawyer' ? lawyer.userId === userId : role === 'head' || !lawyer.headOnly

/** What a file says of lawyers' days, line by line; nothing is written. */
export async function readLines(db: Reader, asked: Asked): Promise<ReadLine[]> {
  const known = (await listLawyers(db)).filter(mayKeep(asked.actor))
  const own = known.find(({ id, userId }) =>
    asked.lawyerId === undefined && asked.actor.role === 'lawyer'
      ? userId === asked.actor.userId
      : id === asked.lawyerId,
  )
  const lines =
    asked.extension === 'ics'
      ? await calendarLines(db, asked, own)
      : await sheetLines(asked, known, own)
  return withReplaced(lines, known)
}

async function calendarLines(
  db: Reader,
  { bytes, today }: Asked,
  lawyer: LawyerRecord | undefined,
): Promise<ReadLine[]> {
  const hours = hoursOfHalves((await listDesks(db)).flatMap(({ patterns }) => patterns))
  const stretch = { from: today, to: addDays(today, daysAhead) }
  const { parts, broken } = readCalendar(bytes, stretch, hours)
  const lineOf = (title: string) => ({
    where: title === '' ? '（没有标题）' : title.slice(0, 100),
    source: 'ics' as const,
    lawyerName: lawyer?.name ?? '',
    replaces: false,
  })
  const read = parts
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
    .map(({ title, key, fromOn, toOn, half }): ReadLine => ({
      ...lineOf(title),
      key: key.slice(0, 300),
      day: { kind: kindOfTitle(title), fromOn, toOn, half, words: '' },
      ...(lawyer ? { lawyerId: lawyer.id } : { trouble: 'unknownName' }),
    }))
  return [
    ...read,
    ...broken.map((title): ReadLine => ({ ...lineOf(title), key: '', trouble: 'badDate' })),
  ]
}

async function sheetLines(
  { bytes, today }: Asked,
  known: readonly LawyerRecord[],
  own: LawyerRecord | undefined,
): Promise<ReadLine[]> {
  const rows = (await readRows(bytes)).filter(({ row }) => !isBlankRow(row))
  return rows.map(({ number, row }): ReadLine => {
    const typed = row.name.trim()
    const line = { where: `第 ${number} 行`, source: 'xlsx', key: '', replaces: false } as const
    const named = typed === '' && own ? [own] : namesakes(known, typed, today)
    const [lawyer] = named
    const lawyerName = lawyer?.name ?? typed.slice(0, 50)
    const read = dayOfRow(row)
    if (!lawyer) return { ...line, lawyerName, trouble: 'unknownName' }
    if (named.length > 1) return { ...line, lawyerName, trouble: 'sameName' }
    const found = { ...line, lawyerName, lawyerId: lawyer.id }
    if ('trouble' in read) return { ...found, trouble: read.trouble }
    const { day } = read
    const dated = { ...found, key: keyOfDay(day), day: shown(day) }
    return day.toOn < today ? { ...dated, trouble: 'past' } : dated
  })
}

const shown = ({ kind, fromOn, toOn, half, words }: ReadDay): NonNullable<ImportedLine['day']> => ({
  kind,
  fromOn,
  toOn,
  half,
  words: words.replace(/[\u0000-\u001f\u007f]/gu, ' '),
})

/** Those who are still there first: somebody who left may have had the same name. */
function namesakes(known: readonly LawyerRecord[], name: string, today: LocalDate) {
  const all = known.filter((lawyer) => foldName(lawyer.name) === foldName(name))
  const there = all.filter((lawyer) => isWithCentre(lawyer, today) || lawyer.joinedOn > today)
  return there.length > 0 ? there : all
}

/** The second line for the same half-day is left out; those that an earlier file brought give way. */
function withReplaced(lines: readonly ReadLine[], known: readonly LawyerRecord[]): ReadLine[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    if (line.trouble !== undefined) return line
    const key = `${line.lawyerId} ${line.key}`
    if (seen.has(key)) return { ...line, trouble: 'repeats' }
    seen.add(key)
    const lawyer = known.find(({ id }) => id === line.lawyerId)
    return {
      ...line,
      replaces: lawyer?.days.some(({ sourceKey }) => sourceKey === line.key) ?? false,
    }
  })
}
