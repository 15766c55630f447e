import { isSamePerson } from '../domain/duty/conflict.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { isInForce } from './firm-conflicts.ts'
import { listInterests } from './firms.ts'

/** Which firms act for or against a party of this case on a day, booked or not. */
export async function conflictsOfCase(
  db: Reader,
  caseId: string,
): Promise<(firmId: string, on: LocalDate) => boolean> {
  const parties = await db
    .selectFrom('parties')
    .select(['name', 'id_number', 'credit_code'])
    .where('case_id', '=', caseId)
    .execute()
  const met = (await listInterests(db)).filter((interest) =>
    parties.some((party) =>
      isSamePerson(interest, {
        name: party.name,
        identityNumber: party.id_number ?? party.credit_code ?? '',
      }),
    ),
  )
  return (firmId, on) =>
    met.some((interest) => interest.firmId === firmId && isInForce(interest, on))
}
