import { caseScope, type Actor } from '../domain/access/case-access.ts'
import { checkIdNumber } from '../domain/id-number.ts'
import { checkPhone, maskPhone } from '../domain/phone.ts'
import type { Reader, Row } from '../schema.ts'

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
type DraftForm = Record<string, JsonValue>

/** First typed name tells drafts apart; the page's own form has no fixed shape here. */
function draftTitle(form: DraftForm): string {
  const { parties } = form
  const names = (Array.isArray(parties) ? parties : []).flatMap((party) => {
    const isNamed = typeof party === 'object' && party !== null && !Array.isArray(party)
    const name = isNamed ? party['name'] : undefined
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : []
  })
  return names.slice(0, 3).join('、')
}

const summary = (row: Row<'intake_drafts'>, form: DraftForm) => ({
  id: row.id,
  revision: row.revision,
  updatedAt: row.updated_at,
  title: draftTitle(form),
})

export async function listDrafts(db: Reader, ownerId: string) {
  const rows = await db
    .selectFrom('intake_drafts')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => summary(row, JSON.parse(row.form) as DraftForm))
}

export async function findDraft(db: Reader, ownerId: string, draftId: string) {
  const row = await db
    .selectFrom('intake_drafts')
    .selectAll()
    .where('id', '=', draftId)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst()
  if (!row) return undefined
  const form = JSON.parse(row.form) as DraftForm
  return { ...summary(row, form), form }
}

export type SimilarTo = { names: string[]; idNumbers: string[]; phones: string[] }
const mostSimilar = 8

/** Earlier cases with one of these people: by whole name, ID number or phone. */
export async function listSimilar(db: Reader, actor: Actor, wanted: SimilarTo) {
  const names = wanted.names.map((name) => name.trim()).filter((name) => name.length >= 2)
  const idNumbers = wanted.idNumbers.flatMap((text) => {
    const check = checkIdNumber(text)
    return check.ok ? [check.value] : []
  })
  const phones = wanted.phones.flatMap((text) => {
    const check = checkPhone(text)
    return check.ok ? [check.value] : []
  })
  if (names.length + idNumbers.length + phones.length === 0) return []
  let rows = db
    .selectFrom('parties as p')
    .innerJoin('cases as c', 'c.id', 'p.case_id')
    .select([
      'p.name',
      'p.phone',
      'p.id_number',
      'c.id',
      'c.case_number',
      'c.title',
      'c.status',
      'c.applied_at',
    ])
    .where((where) =>
      where.or([
        ...(names.length > 0 ? [where('p.name', 'in', names)] : []),
        ...(idNumbers.length > 0 ? [where('p.id_number', 'in', idNumbers)] : []),
        ...(phones.length > 0 ? [where('p.phone', 'in', phones)] : []),
      ]),
    )
    .orderBy('c.applied_at', 'desc')
    .limit(mostSimilar)
  if (caseScope(actor.role) === 'ownAndPool')
    rows = rows.where((where) =>
      where.or([
        where('c.mediator_id', '=', actor.userId),
        where('c.created_by', '=', actor.userId),
      ]),
    )
  return (await rows.execute()).map((row) => ({
    caseId: row.id,
    caseNumber: row.case_number,
    title: row.title,
    status: row.status,
    appliedAt: row.applied_at,
    partyName: row.name,
    maskedPhone: row.phone === null ? '' : maskPhone(row.phone),
    matchedBy:
      row.id_number !== null && idNumbers.includes(row.id_number)
        ? ('idNumber' as const)
        : row.phone !== null && phones.includes(row.phone)
          ? ('phone' as const)
          : ('name' as const),
  }))
}
