import { localDate } from '#db/domain/local-date.ts'
import type { LawyerForm } from '#contract/lawyers.ts'
import type { RotaBoard } from '#contract/rotas.ts'
import { type Client, openCentre, type StaffedCentre } from './centre.ts'
import { sampleDesk, sampleFirm, sampleLawyer } from './lawyers-desk-inputs.ts'

/** Monday of the week after the tests' clock, and the Sunday that ends the fortnight. */
export const firstDay = localDate('2026-11-23')
export const lastDay = localDate('2026-12-06')

const workdays = ['1', '2', '3', '4', '5'] as const

/** Morning and afternoon of each workday. */
export const weekPatterns = (demand: number) =>
  workdays.flatMap((dayKind) => [
    { dayKind, half: 'morning' as const, startsAt: '09:00', endsAt: '11:30', demand },
    { dayKind, half: 'afternoon' as const, startsAt: '14:00', endsAt: '16:30', demand },
  ])

export const lawyerNames = ['梁一', '许二', '何三', '吕四', '施五', '张六']

export type RotaCentre = StaffedCentre & {
  deskId: string
  firmIds: string[]
  /** By the names above. */
  lawyerIds: Record<string, string>
}

export async function addLawyer(head: Client, name: string, form: Partial<LawyerForm> = {}) {
  const { id } = await head.lawyers.save({
    revision: 0,
    lawyer: { ...sampleLawyer, fields: [], languages: [], ...form, name },
  })
  return id
}

/** A centre with one desk, two firms and six lawyers, three of each firm. */
export async function openRotaCentre(demand = 1): Promise<RotaCentre> {
  const centre = await openCentre()
  const { head } = centre.as
  const desk = await head.desks.save({
    revision: 0,
    desk: { ...sampleDesk, patterns: weekPatterns(demand) },
  })
  const firmIds: string[] = []
  for (const name of ['甲律师事务所', '乙律师事务所'])
    firmIds.push(
      (await head.firms.save({ revision: 0, firm: { ...sampleFirm, name, shortName: name } })).id,
    )
  const lawyerIds: Record<string, string> = {}
  for (const [index, name] of lawyerNames.entries()) {
    const firmId = firmIds[index % 2]
    lawyerIds[name] = await addLawyer(head, name, firmId === undefined ? {} : { firmId })
  }
  return { ...centre, deskId: desk.id, firmIds, lawyerIds }
}

/** The fortnight, empty. */
export const newRota = (head: Client) => head.rotas.create({ from: firstDay, to: lastDay })

/** Solves it all and answers the board. */
export async function solvedRota(head: Client): Promise<RotaBoard> {
  const { id, revision } = await newRota(head)
  await head.rotas.solve({ id, revision, mode: 'all', seed: 1 })
  return head.rotas.get({ id })
}

export async function publishedRota(head: Client): Promise<RotaBoard> {
  const { id, revision } = await solvedRota(head)
  await head.rotas.publish({ id, revision, words: '' })
  return head.rotas.get({ id })
}

/** `11-24 morning`: shorter to read than an id. */
export const shiftAt = ({ shifts }: RotaBoard, day: string, half: 'morning' | 'afternoon') => {
  const shift = shifts.find(({ date, half: of }) => date.endsWith(day) && of === half)
  if (!shift) throw new Error(`no shift on ${day}`)
  return shift
}

export const peopleAt = ({ seats }: RotaBoard, shiftId: string): string[] =>
  seats.filter((seat) => seat.shiftId === shiftId).map(({ lawyerId }) => lawyerId)

/** Who was told that they are on duty, as keys. */
export async function plannedDuties({ store }: StaffedCentre, rotaId: string): Promise<string[]> {
  const rows = await store()
    .db.selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.lawyer_id', 'd.shift_id'])
    .where('s.rota_id', '=', rotaId)
    .where('d.state', '=', 'planned')
    .execute()
  return rows.map((row) => `${row.lawyer_id} ${row.shift_id}`).toSorted()
}

export const seatKeys = ({ seats }: RotaBoard): string[] =>
  seats.map(({ lawyerId, shiftId }) => `${lawyerId} ${shiftId}`).toSorted()
