import { createHash } from 'node:crypto'
import { sha256Of } from './queries/digests.ts'
import type { Reader } from './schema.ts'
import { pageSize, pagesOf } from './vouched-check.ts'

/** A model may be as long as the paper: fewer at once than of other rows. */
const modelsAtOnce = 50

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Every version of a paper says what it said when it left the house, see `paperModel`. Yields ids. */
export async function* changedVersions(db: Reader): AsyncGenerator<string> {
  const pages = pagesOf(
    (after) =>
      db
        .selectFrom('paper_versions')
        .select(['id', 'model', 'sha256'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(modelsAtOnce)
        .execute(),
    modelsAtOnce,
  )
  for await (const page of pages)
    for (const { id, model, sha256 } of page) if (sha256Of(model) !== sha256) yield `${id}: model`
}

/** Every Word template is the file that was added. One file at a time is in memory. */
export async function* changedTemplates(db: Reader): AsyncGenerator<string> {
  const pages = pagesOf(
    (after) =>
      db
        .selectFrom('word_templates')
        .select(['id', 'bytes', 'sha256'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(1)
        .execute(),
    1,
  )
  for await (const [row] of pages)
    if (row && digestOf(row.bytes) !== row.sha256) yield `${row.id}: bytes`
}

/** Every added file is as long and says the same as when it was added. One piece at a time is in memory. */
export async function* changedAttachments(db: Reader): AsyncGenerator<string> {
  const pages = pagesOf((after) =>
    db
      .selectFrom('attachments')
      .select(['id', 'size', 'sha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute(),
  )
  for await (const page of pages)
    for (const { id, size, sha256 } of page) {
      const read = await readWhole(db, id)
      if (read.size !== size) yield `${id}: size`
      else if (read.sha256 !== sha256) yield `${id}: bytes`
    }
}

async function readWhole(db: Reader, attachmentId: string) {
  const hash = createHash('sha256')
  let size = 0
  for (let position = 0; ; position += 1) {
    const piece = await db
      .selectFrom('attachment_chunks')
      .select('bytes')
      .where('attachment_id', '=', attachmentId)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!piece) return { size, sha256: hash.digest('hex') }
    hash.update(piece.bytes)
    size += piece.bytes.length
    await new Promise((resume) => setImmediate(resume))
  }
}
