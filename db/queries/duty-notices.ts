import { stillToTell } from '../domain/duty/telling.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'
import { type DutyRecord, listDuties } from './duties.ts'

export type NoticeRecord = {
  id: string
  kind: Row<'duty_notices'>['kind']
  duty: DutyRecord
  rotaId: string
  cause: Row<'rota_publications'>['cause']
  publishedAt: string
  toldAt: string | undefined
  toldByName: string | undefined
  channel: NonNullable<Row<'duty_notices'>['channel']> | undefined
}

type Wanted = {
  rotaId?: string | undefined
  lawyerId?: string | undefined
  /** Those that were told since too. */
  toldSince?: LocalDate | undefined
}

/** Of each duty the one change that must still be told, and what was told, the newest first. */
export async function listNotices(db: Reader, wanted: Wanted): Promise<NoticeRecord[]> {
  const { toldSince } = wanted
  const byDuty = new Map<string, NoticeRecord[]>()
  for (const notice of await noticesOf(db, wanted)) {
    const others = byDuty.get(notice.duty.id)
    if (others) others.push(notice)
    else byDuty.set(notice.duty.id, [notice])
  }
  const shown = [...byDuty.values()].flatMap((notices) => {
    const [first] = notices
    const next = first && stillToTell(first.duty, notices)
    const told = lastOfEach(notices).filter(
      ({ toldAt }) => toldSince !== undefined && toldAt !== undefined && toldAt >= toldSince,
    )
    return next ? [next, ...told] : told
  })
  return shown.toSorted(
    (a, b) => b.publishedAt.localeCompare(a.publishedAt) || (a.id < b.id ? -1 : 1),
  )
}

/** What was told with one word is one change: the last of it. */
const lastOfEach = (notices: readonly NoticeRecord[]): NoticeRecord[] => [
  ...new Map(notices.map((notice) => [`${notice.toldAt} ${notice.channel}`, notice])).values(),
]

/** All of the duties of which something is untold, or was told lately, in the order of publishing. */
async function noticesOf(
  db: Reader,
  { rotaId, lawyerId, toldSince }: Wanted,
): Promise<NoticeRecord[]> {
  let rows = db
    .selectFrom('duty_notices as n')
    .innerJoin('rota_publications as p', 'p.id', 'n.publication_id')
    .leftJoin('users as u', 'u.id', 'n.told_by')
    .selectAll('n')
    .select(['p.cause', 'p.published_at', 'p.rota_id', 'u.name as told_by_name'])
    .where('n.duty_id', 'in', (of) =>
      of
        .selectFrom('duty_notices as w')
        .select('w.duty_id')
        .where((eb) =>
          eb.or([
            eb('w.told_at', 'is', null),
            ...(toldSince === undefined ? [] : [eb('w.told_at', '>=', toldSince)]),
          ]),
        ),
    )
  if (rotaId !== undefined) rows = rows.where('p.rota_id', '=', rotaId)
  if (lawyerId !== undefined) rows = rows.where('n.lawyer_id', '=', lawyerId)
  const found = await rows.orderBy('p.version').orderBy('n.id').execute()
  const ids = [...new Set(found.map(({ duty_id }) => duty_id))]
  const duties = new Map((await listDuties(db, { ids })).map((duty) => [duty.id, duty]))
  return found.flatMap((row) => {
    const duty = duties.get(row.duty_id)
    if (!duty) return []
    return [
      {
        id: row.id,
        kind: row.kind,
        duty,
        rotaId: row.rota_id,
        cause: row.cause,
        publishedAt: row.published_at,
        toldAt: row.told_at ?? undefined,
        toldByName: row.told_by_name ?? undefined,
        channel: row.channel ?? undefined,
      },
    ]
  })
}
