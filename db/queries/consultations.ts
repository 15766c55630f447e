import type { Actor } from '../domain/access/case-access.ts'
import { maySeeConsultation, maySeeLawyer } from '../domain/consultation/access.ts'
import { consultationNumber } from '../domain/consultation/number.ts'
import type {
  ConsultationCategory,
  ConsultationManner,
  ConsultationOutcome,
  ConsultationSatisfaction,
  IdentityKind,
} from '../domain/consultation/register.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'

/** What the register asks beside time, manner, matter, name and outcome; kept as JSON. */
export type ConsultationContent = {
  anonymous: boolean
  sex?: 'male' | 'female' | undefined
  age?: number | undefined
  phone: string
  address: string
  workUnit: string
  identities: IdentityKind[]
  otherSide: string
  facts: string
  materials: string
  answer: string
  basis: string
  outcomeWords: string
  legalAidHintShown: boolean
  signed: 'signed' | 'refused' | 'notAsked'
  satisfaction: ConsultationSatisfaction
}
export type ConsultationForm = ConsultationContent & {
  at: string
  manner: ConsultationManner
  category: ConsultationCategory
  lawyerId?: string | undefined
  dutyId?: string | undefined
  name: string
  outcome?: ConsultationOutcome | undefined
}
export type ConsultationRecord = {
  id: string
  number: string
  revision: number
  form: ConsultationForm
  lawyer?: { name: string; userId: string | undefined; headOnly: boolean } | undefined
  createdBy: string
  caseId?: string | undefined
  caseNumber?: string | undefined
  draftId?: string | undefined
  removed: boolean
}

const joined = (db: Reader) =>
  db
    .selectFrom('consultations as k')
    .leftJoin('lawyers as l', 'l.id', 'k.lawyer_id')
    .leftJoin('cases as c', 'c.id', 'k.case_id')

const selected = (db: Reader) =>
  joined(db)
    .selectAll('k')
    .select(['l.name as lawyer_name', 'l.user_id', 'l.head_only', 'c.case_number'])

type Selected = Row<'consultations'> & {
  lawyer_name: string | null
  user_id: string | null
  head_only: number | null
  case_number: string | null
}

const recordOf = (row: Selected): ConsultationRecord => ({
  id: row.id,
  number: consultationNumber(row.year, row.number),
  revision: row.revision,
  form: {
    at: row.at,
    manner: row.manner,
    category: row.category as ConsultationCategory,
    lawyerId: row.lawyer_id ?? undefined,
    dutyId: row.duty_id ?? undefined,
    name: row.name,
    outcome: row.outcome ?? undefined,
    ...(JSON.parse(row.content) as ConsultationContent),
  },
  lawyer:
    row.lawyer_name === null
      ? undefined
      : {
          name: row.lawyer_name,
          userId: row.user_id ?? undefined,
          headOnly: row.head_only === 1,
        },
  createdBy: row.created_by,
  caseId: row.case_id ?? undefined,
  caseNumber: row.case_number ?? undefined,
  draftId: row.draft_id ?? undefined,
  removed: row.removed_at !== null,
})

export async function findConsultation(
  db: Reader,
  id: string,
): Promise<ConsultationRecord | undefined> {
  const row = await selected(db).where('k.id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export const mayRead = (actor: Actor, { lawyer, createdBy }: ConsultationRecord): boolean =>
  maySeeConsultation(actor, { lawyerUserId: lawyer?.userId, createdBy })

/** Who answered, as this actor may know; undefined when nobody is noted. */
export const lawyerShown = (actor: Actor, { lawyer }: ConsultationRecord): string | undefined =>
  lawyer && (maySeeLawyer(actor, lawyer) ? lawyer.name : '值班律师')

/** The first instant of a day in China, eight hours ahead all year. */
const firstInstant = (day: LocalDate): string => `${addDays(day, -1)}T16:00:00.000Z`

export type Stretch = { from: LocalDate; to: LocalDate }
export type ConsultationFilter = Stretch & {
  text?: string | undefined
  lawyerId?: string | undefined
  /** Those that were taken out, instead of the others. */
  removed?: boolean | undefined
}

const filtered = (db: Reader, actor: Actor, wanted: ConsultationFilter) => {
  let rows = joined(db)
    .where('k.removed_at', wanted.removed ? 'is not' : 'is', null)
    .where('k.at', '>=', firstInstant(wanted.from))
    .where('k.at', '<', firstInstant(addDays(wanted.to, 1)))
  if (actor.role === 'lawyer')
    rows = rows.where((where) =>
      where.or([
        where('l.user_id', '=', actor.userId),
        where.and([where('l.user_id', 'is', null), where('k.created_by', '=', actor.userId)]),
      ]),
    )
  if (wanted.lawyerId !== undefined) rows = rows.where('k.lawyer_id', '=', wanted.lawyerId)
  const text = wanted.text?.trim() ?? ''
  if (text !== '') {
    // As JSON writes it, so that a quotation mark is found.
    const written = JSON.stringify(text).slice(1, -1)
    rows = rows.where((where) =>
      where.or([
        where(where.fn('instr', ['k.name', where.val(text)]), '>', 0),
        where(where.fn('instr', ['k.content', where.val(written)]), '>', 0),
        where(
          where.fn('instr', [
            where.fn('printf', [where.val('咨询%d-%04d'), 'k.year', 'k.number']),
            where.val(text),
          ]),
          '>',
          0,
        ),
      ]),
    )
  }
  return rows
}

/** The newest first, with how many there are in all. */
export async function listConsultations(
  db: Reader,
  actor: Actor,
  { limit, ...wanted }: ConsultationFilter & { limit: number },
): Promise<{ records: ConsultationRecord[]; total: number }> {
  const rows = await filtered(db, actor, wanted)
    .selectAll('k')
    .select(['l.name as lawyer_name', 'l.user_id', 'l.head_only', 'c.case_number'])
    .orderBy('k.at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit)
    .execute()
  const { total } = await filtered(db, actor, wanted)
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { records: rows.map(recordOf), total }
}

/** The consultations out of which a case grew, the oldest first. */
export async function listConsultationsOfCase(
  db: Reader,
  caseId: string,
): Promise<ConsultationRecord[]> {
  const rows = await selected(db)
    .where('k.case_id', '=', caseId)
    .where('k.removed_at', 'is', null)
    .orderBy('k.at')
    .orderBy('k.id')
    .execute()
  return rows.map(recordOf)
}

/** How many full records there are by matter, manner and outcome. */
export async function countRecords(db: Reader, actor: Actor, stretch: Stretch) {
  const rows = filtered(db, actor, stretch).select((of) => of.fn.countAll<number>().as('count'))
  return {
    categories: await rows.select('k.category as of').groupBy('k.category').execute(),
    manners: await rows.select('k.manner as of').groupBy('k.manner').execute(),
    outcomes: await rows.select('k.outcome as of').groupBy('k.outcome').execute(),
  }
}
