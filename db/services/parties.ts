import { sql, type SqlBool } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { AgreementParty, AgreementRepresentative } from '../domain/agreement/content.ts'
import { checkCreditCode } from '../domain/credit-code.ts'
import { DomainError } from '../domain/errors.ts'
import { checkIdNumber } from '../domain/id-number.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { checkPhone } from '../domain/phone.ts'
import type { Tx } from '../schema.ts'

export type NewParty = Omit<AgreementParty, 'id' | 'age' | 'representatives'> & {
  id?: string | undefined
  representatives: (AgreementRepresentative & {
    idNumber?: string | undefined
    phone?: string | undefined
  })[]
}

type Checked = { ok: true; value: string } | { ok: false; reason: string }

/** The normalised text, undefined when blank; refused with the reason and where it stands. */
function checked(
  text: string | undefined,
  check: (text: string) => Checked,
  code: 'parties.invalidIdNumber' | 'parties.invalidCreditCode' | 'parties.invalidPhone',
  path: string,
): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const result = check(text)
  if (!result.ok) throw new DomainError(code, { reason: result.reason, path })
  return result.value
}

const blankToNull = (text: string | undefined): string | null => text?.trim() || null

/** Checks every number of every party and fills sex and birthday from the ID number. */
export function normaliseParties(parties: readonly NewParty[], today: LocalDate): NewParty[] {
  return parties.map((party, index) => {
    const at = `parties.${index}`
    const idNumber = checked(
      party.idNumber,
      (text) => checkIdNumber(text, today),
      'parties.invalidIdNumber',
      `${at}.idNumber`,
    )
    const creditCode = checked(
      party.creditCode,
      checkCreditCode,
      'parties.invalidCreditCode',
      `${at}.creditCode`,
    )
    const phone = checked(party.phone, checkPhone, 'parties.invalidPhone', `${at}.phone`)
    const agents = party.representatives.filter(({ kind }) => kind === 'agent')
    if (agents.length > 2) throw new DomainError('parties.tooManyAgents', { path: at })
    const told = idNumber ? checkIdNumber(idNumber, today) : undefined
    return {
      ...party,
      name: party.name.trim(),
      idNumber,
      creditCode,
      phone,
      sex: party.sex ?? (told?.ok ? told.sex : undefined),
      birthDate: party.birthDate ?? (told?.ok ? told.birthDate : undefined),
      representatives: party.representatives.map((representative, position) => ({
        ...representative,
        name: representative.name.trim(),
        idNumber: checked(
          representative.idNumber,
          (text) => checkIdNumber(text, today),
          'parties.invalidIdNumber',
          `${at}.representatives.${position}.idNumber`,
        ),
        phone: checked(
          representative.phone,
          checkPhone,
          'parties.invalidPhone',
          `${at}.representatives.${position}.phone`,
        ),
      })),
    }
  })
}

/** Writes the parties of a case anew; a party that keeps its id keeps its row and what refers to it. */
export async function putParties(tx: Tx, caseId: string, parties: readonly NewParty[]) {
  const before = await tx.selectFrom('parties').select('id').where('case_id', '=', caseId).execute()
  const known = new Set(before.map(({ id }) => id))
  const kept = new Set(
    parties.map(({ id }) => id).filter((id) => id !== undefined && known.has(id)),
  )
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) {
    const used = await usedParty(tx, gone)
    if (used) throw new DomainError('parties.frozen', { name: used })
    await tx.deleteFrom('parties').where('id', 'in', gone).execute()
  }
  // Positions are unique per case: move the kept ones out of the way first.
  await tx
    .updateTable('parties')
    .set((set) => ({ position: set('position', '+', 100_000) }))
    .where('case_id', '=', caseId)
    .execute()
  for (const [index, party] of parties.entries()) {
    const id = party.id !== undefined && kept.has(party.id) ? party.id : uuid()
    const columns = { ...columnsOf(party), position: index + 1 }
    if (kept.has(id)) await tx.updateTable('parties').set(columns).where('id', '=', id).execute()
    else
      await tx
        .insertInto('parties')
        .values({ id, case_id: caseId, ...columns })
        .execute()
    await putRepresentatives(tx, id, party)
  }
}

async function putRepresentatives(tx: Tx, partyId: string, party: NewParty) {
  await tx.deleteFrom('representatives').where('party_id', '=', partyId).execute()
  for (const [index, representative] of party.representatives.entries())
    await tx
      .insertInto('representatives')
      .values({
        id: uuid(),
        party_id: partyId,
        position: index + 1,
        kind: representative.kind,
        name: representative.name,
        id_number: blankToNull(representative.idNumber),
        phone: blankToNull(representative.phone),
        relation: blankToNull(representative.relation),
        authority: representative.authority ?? null,
      })
      .execute()
}

const columnsOf = (party: NewParty) => ({
  kind: party.kind,
  role: party.role,
  name: party.name,
  sex: party.sex ?? null,
  ethnicity: blankToNull(party.ethnicity),
  birth_date: party.birthDate ?? null,
  id_number: blankToNull(party.idNumber),
  credit_code: blankToNull(party.creditCode),
  phone: blankToNull(party.phone),
  address: blankToNull(party.address),
  occupation: blankToNull(party.occupation),
  work_unit: blankToNull(party.workUnit),
  legal_rep_name: blankToNull(party.legalRepName),
  legal_rep_title: blankToNull(party.legalRepTitle),
})

/** Every column that speaks of a party outside its own row. */
const speaksOfParty = [
  sql<SqlBool>`EXISTS (SELECT 1 FROM attendees x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM attendee_consents x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM session_parts x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM undisputed_fact_answers x WHERE x.party_id = p.id)`,
  // Of whom an offer speaks is sealed: while a case has offers, all its parties stay.
  sql<SqlBool>`EXISTS (SELECT 1 FROM offers x WHERE x.case_id = p.case_id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM offer_answers x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM clauses x WHERE p.id IN (x.payer_id, x.payee_id))`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM read_back_answers x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM signatures x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM recording_consents x WHERE x.party_id = p.id)`,
  sql<SqlBool>`EXISTS (SELECT 1 FROM visits x WHERE x.party_id = p.id)`,
]

/** The name of a party that sessions, offers or clauses speak of and that therefore stays. */
async function usedParty(tx: Tx, ids: string[]): Promise<string | undefined> {
  const row = await tx
    .selectFrom('parties as p')
    .select('p.name')
    .where('p.id', 'in', ids)
    .where((where) => where.or(speaksOfParty))
    .executeTakeFirst()
  return row?.name
}
