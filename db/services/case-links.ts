import { mayMediate } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { listLaterCases } from '../queries/case-links.ts'
import { listParties } from '../queries/parties.ts'
import { findVisit } from '../queries/visits.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { registerCase } from './intake.ts'

export type Relapse = { visitId: string; narrative: string; claim: string }

/** 调委会主动介入: nobody applied, a visit told of it. */
const ownMotion = 'S20'

/**
 * The quarrel of a closed case broke out again: a new case of the same parties, linked both ways. Once for each visit:
 * asked again it answers the case that there is. Whether the other side is willing has to be asked anew (A4).
 * @throws DomainError visits.notFound, notRepeated; cases.notYours
 */
export async function reopenAsNew(
  happening: Happening,
  { visitId, narrative, claim }: Relapse,
): Promise<{ caseId: string; caseNumber: string }> {
  const { tx, actor, now } = happening
  const visit = await findVisit(tx, visitId)
  if (!visit) throw new DomainError('visits.notFound')
  const earlier = await getCase(tx, actor, visit.caseId, mayMediate, 'cases.notYours')
  if (visit.answers?.recurrence !== 'escalated') throw new DomainError('visits.notRepeated')
  const known = (await listLaterCases(tx, earlier.id)).find((one) => one.visitId === visitId)
  if (known) return { caseId: known.caseId, caseNumber: known.caseNumber }
  const parties = await listParties(tx, earlier.id, localDateOf(now))
  const { caseId, caseNumber } = await registerCase(happening, {
    sourceCode: ownMotion,
    typeCode: earlier.type_code,
    parties: parties.map(({ id: _id, age: _age, ...party }) => party),
    place: earlier.place,
    narrative,
    claim,
    peopleCount: earlier.people_count,
    otherBody: 'none',
    otherBodyName: '',
    otherBodyRefers: false,
    otherSide: 'notAsked',
    scopeDoubts: [],
  })
  await tx
    .insertInto('case_links')
    .values({
      case_id: caseId,
      earlier_id: earlier.id,
      kind: 'reEscalated',
      visit_id: visitId,
      created_by: actor.userId,
      created_at: now,
    })
    .execute()
  await recordEvent(happening, earlier.id, 'reEscalated', { laterId: caseId, caseNumber })
  await recordEvent(happening, caseId, 'grewOutOf', {
    earlierId: earlier.id,
    caseNumber: earlier.case_number,
  })
  return { caseId, caseNumber }
}
