import type { EntryMark } from '../domain/session/room.ts'
import type { Reader, Row } from '../schema.ts'
import type { Wall } from '../store/wall.ts'
import type { EntryChange } from './entries.ts'
import { getSeal, type Seal, type Walled } from './seals.ts'

/** What of a line lies behind the wall; its place in the order and whether it was removed do not. */
type SealedWords = {
  attendeeId: string
  text: string
  isKeyPoint: boolean
  mark?: EntryMark | undefined
}

const placeOf = (entryId: string) => `entry/${entryId}`

const openWords = (seal: Seal, row: Pick<Row<'sealed_entries'>, 'id' | 'sealed'>): SealedWords =>
  JSON.parse(seal.open(placeOf(row.id), row.sealed)) as SealedWords

/** Stores a line of a separate talk as it now stands; false when it lies in another part. */
export async function putSealedEntry(
  { tx, wall, now }: Walled,
  partId: string,
  entry: EntryChange,
): Promise<boolean> {
  const seal = await getSeal(tx, wall, 'part', partId)
  const { attendeeId, text, isKeyPoint, mark } = entry
  const words: SealedWords = { attendeeId, text, isKeyPoint, mark }
  const columns = {
    position: entry.position,
    sealed: seal.seal(placeOf(entry.id), JSON.stringify(words)),
    removed: entry.removed ? 1 : 0,
    updated_at: now,
  }
  const stored = await tx
    .insertInto('sealed_entries')
    .values({ id: entry.id, part_id: partId, ...columns, revision: 1, created_at: now })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((set) => ({ ...columns, revision: set('sealed_entries.revision', '+', 1) }))
        .where('sealed_entries.part_id', '=', partId),
    )
    .executeTakeFirst()
  return Number(stored.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Who is put down as having said a sealed line. */
export async function sealedSpeaker({ tx, wall }: Walled, entryId: string): Promise<string> {
  const row = await tx
    .selectFrom('sealed_entries')
    .select(['id', 'part_id', 'sealed'])
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  return openWords(await getSeal(tx, wall, 'part', row.part_id), row).attendeeId
}

/** Lines of the separate talks of a session; only ever for the mediator of the case. */
export async function listSealedEntries(db: Reader, wall: Wall, sessionId: string) {
  const rows = await db
    .selectFrom('sealed_entries as e')
    .innerJoin('session_parts as p', 'p.id', 'e.part_id')
    .selectAll('e')
    .where('p.session_id', '=', sessionId)
    .orderBy('p.position')
    .orderBy('e.position')
    .orderBy('e.id')
    .execute()
  const lines: SealedLine[] = []
  for (const partId of new Set(rows.map((row) => row.part_id))) {
    const seal = await getSeal(db, wall, 'part', partId)
    lines.push(
      ...rows
        .filter((row) => row.part_id === partId)
        .map((row) => sealedLine(row, openWords(seal, row))),
    )
  }
  return lines
}

type SealedLine = ReturnType<typeof sealedLine>

const sealedLine = (row: Row<'sealed_entries'>, { mark, ...words }: SealedWords) => ({
  id: row.id,
  position: row.position,
  ...words,
  ...(mark === undefined ? {} : { mark }),
  removed: row.removed === 1,
  partId: row.part_id,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
