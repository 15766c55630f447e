import type { StaffedCentre } from './centre.ts'
import { assignedCase, entry, openSession, wageForm } from './wage-case.ts'

/** An open session of the wage case with its parties' ids. */
export async function openRoom(centre: StaffedCentre, form = wageForm()) {
  const caseId = await assignedCase(centre, form)
  const session = await openSession(centre, caseId, form)
  const { mediator } = centre.as
  const { partyRecords } = await mediator.cases.get({ id: caseId })
  const [workerId = '', firmId = ''] = partyRecords.map(({ id }) => id)
  const read = () => mediator.sessions.get({ id: session.id })
  const save = (entries: Parameters<typeof mediator.sessions.saveEntries>[0]['entries']) =>
    mediator.sessions.saveEntries({ sessionId: session.id, entries })
  const begin = (kind: 'joint' | 'separate' | 'pause', partyId?: string) =>
    mediator.sessions.beginPart({
      sessionId: session.id,
      kind,
      ...(partyId === undefined ? {} : { partyId }),
    })
  const firm = session.speaker('云溪镇晨光童装厂')
  return { ...session, caseId, workerId, firmId, firm, read, save, begin }
}

export type Room = Awaited<ReturnType<typeof openRoom>>

/** A separate talk with the worker in which these words were said. */
export async function separateTalk(room: Room, text: string) {
  const { id: partId } = await room.begin('separate', room.workerId)
  const line = { ...entry(room.worker, text, 10), partId }
  await room.save([line])
  return { partId, line }
}
