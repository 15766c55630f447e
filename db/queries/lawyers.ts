import type { LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader, Row } from '../schema.ts'
import { type LawyerDay, listLawyerDays } from './lawyer-days.ts'

export type LawyerRecord = {
  id: string
  revision: number
  name: string
  /** Of the name in pinyin, lower case: lm. */
  initials: string
  userId: string | undefined
  firmId: string | undefined
  firmName: string | undefined
  firmShortName: string | undefined
  licenceNumber: string
  fields: string[]
  languages: string[]
  phone: string
  contactHours: string
  joinedOn: LocalDate
  /** First day on which this person is no longer with the centre. */
  leftOn: LocalDate | undefined
  sharePercent: number
  /** Absent: all half-days of the week. */
  weekly: { weekday: number; half: HalfDay }[] | undefined
  perWeek: number | undefined
  perMonth: number | undefined
  restDays: number
  twiceADay: boolean
  headOnly: boolean
  /** JSON for `checkPin`; absent: none set. Stays in the core. */
  pin: string | undefined
  note: string
  /** All that stand, also past ones. */
  days: LawyerDay[]
}

const lawyerRows = (db: Reader) =>
  db
    .selectFrom('lawyers as l')
    .leftJoin('firms as f', 'f.id', 'l.firm_id')
    .selectAll('l')
    .select(['f.name as firm_name', 'f.short_name as firm_short_name'])

type LawyerRow = Row<'lawyers'> & { firm_name: string | null; firm_short_name: string | null }

const recordOf = (row: LawyerRow, days: LawyerDay[]): LawyerRecord => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  initials: row.initials,
  userId: row.user_id ?? undefined,
  firmId: row.firm_id ?? undefined,
  firmName: row.firm_name ?? undefined,
  firmShortName: row.firm_short_name ?? undefined,
  licenceNumber: row.licence_number,
  fields: JSON.parse(row.fields) as string[],
  languages: JSON.parse(row.languages) as string[],
  phone: row.phone,
  contactHours: row.contact_hours,
  joinedOn: row.joined_on as LocalDate,
  leftOn: (row.left_on as LocalDate | null) ?? undefined,
  sharePercent: row.share_percent,
  weekly:
    row.weekly === null
      ? undefined
      : (JSON.parse(row.weekly) as NonNullable<LawyerRecord['weekly']>),
  perWeek: row.per_week ?? undefined,
  perMonth: row.per_month ?? undefined,
  restDays: row.rest_days,
  twiceADay: row.twice_a_day === 1,
  headOnly: row.head_only === 1,
  pin: row.pin ?? undefined,
  note: row.note,
  days,
})

/** Everybody on the register by name, also those who left; whom an editor may see is for the caller to sort out. */
export async function listLawyers(db: Reader): Promise<LawyerRecord[]> {
  const rows = await lawyerRows(db)
    .orderBy('l.initials')
    .orderBy('l.name')
    .orderBy('l.id')
    .execute()
  const days = new Map<string, LawyerDay[]>()
  for (const day of await listLawyerDays(db)) {
    const own = days.get(day.lawyerId)
    if (own) own.push(day)
    else days.set(day.lawyerId, [day])
  }
  return rows.map((row) => recordOf(row, days.get(row.id) ?? []))
}

export async function findLawyer(db: Reader, id: string): Promise<LawyerRecord | undefined> {
  const row = await lawyerRows(db).where('l.id', '=', id).executeTakeFirst()
  return row && recordOf(row, await listLawyerDays(db, id))
}

/** The lawyer who signs in with this account. */
export async function findLawyerOfUser(
  db: Reader,
  userId: string,
): Promise<LawyerRecord | undefined> {
  const row = await db
    .selectFrom('lawyers')
    .select('id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row && findLawyer(db, row.id)
}

export type Pairing = {
  id: string
  oneId: string
  otherId: string
  kind: 'together' | 'apart'
  note: string
  oneName: string
  otherName: string
}

/** Wanted and unwanted pairs, by name. */
export async function listPairings(db: Reader): Promise<Pairing[]> {
  const rows = await db
    .selectFrom('lawyer_pairings as p')
    .innerJoin('lawyers as a', 'a.id', 'p.one_id')
    .innerJoin('lawyers as b', 'b.id', 'p.other_id')
    .select(['p.id', 'p.one_id', 'p.other_id', 'p.kind', 'p.note'])
    .select(['a.name as one_name', 'b.name as other_name'])
    .orderBy('a.initials')
    .orderBy('b.initials')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    oneId: row.one_id,
    otherId: row.other_id,
    kind: row.kind,
    note: row.note,
    oneName: row.one_name,
    otherName: row.other_name,
  }))
}
