import type { LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'
import { type DutyRecord, listDuties } from './duties.ts'

type Person = { lawyerId: string; name: string; headOnly: boolean; userId: string | undefined }

export type RequestRecord = {
  id: string
  revision: number
  kind: Row<'rota_requests'>['kind']
  state: Row<'rota_requests'>['state']
  asker: Person
  duty: DutyRecord | undefined
  partner: Person | undefined
  partnerDuty: DutyRecord | undefined
  from: LocalDate | undefined
  to: LocalDate | undefined
  words: string
  decidedWords: string
  createdAt: string
}

type Wanted = { id?: string; open?: boolean; lawyerId?: string; dutyIds?: readonly string[] }

const openStates = ['asked', 'agreed'] as const

/** Requests, the newest first; `lawyerId` of this person or asking for him or her. */
export async function listRequests(db: Reader, wanted: Wanted): Promise<RequestRecord[]> {
  const { id, open, lawyerId, dutyIds } = wanted
  let rows = db
    .selectFrom('rota_requests as r')
    .innerJoin('lawyers as l', 'l.id', 'r.lawyer_id')
    .leftJoin('lawyers as p', 'p.id', 'r.partner_id')
    .selectAll('r')
    .select(['l.name', 'l.head_only', 'l.user_id'])
    .select(['p.name as partner_name', 'p.head_only as partner_head_only'])
    .select('p.user_id as partner_user_id')
  if (id !== undefined) rows = rows.where('r.id', '=', id)
  if (open) rows = rows.where('r.state', 'in', openStates)
  if (lawyerId !== undefined)
    rows = rows.where((eb) =>
      eb.or([eb('r.lawyer_id', '=', lawyerId), eb('r.partner_id', '=', lawyerId)]),
    )
  if (dutyIds)
    rows = rows.where((eb) =>
      eb.or([eb('r.duty_id', 'in', dutyIds), eb('r.partner_duty_id', 'in', dutyIds)]),
    )
  const found = await rows.orderBy('r.created_at', 'desc').orderBy('r.id', 'desc').execute()
  const ids = found
    .flatMap((row) => [row.duty_id, row.partner_duty_id])
    .filter((each) => each !== null)
  const duties = new Map((await listDuties(db, { ids })).map((duty) => [duty.id, duty]))
  return found.map((row) => ({
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    state: row.state,
    asker: {
      lawyerId: row.lawyer_id,
      name: row.name,
      headOnly: row.head_only === 1,
      userId: row.user_id ?? undefined,
    },
    duty: duties.get(row.duty_id ?? ''),
    partner:
      row.partner_id === null
        ? undefined
        : {
            lawyerId: row.partner_id,
            name: row.partner_name ?? '',
            headOnly: row.partner_head_only === 1,
            userId: row.partner_user_id ?? undefined,
          },
    partnerDuty: duties.get(row.partner_duty_id ?? ''),
    from: (row.from_on as LocalDate | null) ?? undefined,
    to: (row.to_on as LocalDate | null) ?? undefined,
    words: row.words,
    decidedWords: row.decided_words,
    createdAt: row.created_at,
  }))
}
