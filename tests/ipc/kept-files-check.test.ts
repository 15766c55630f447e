import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeChecks } from '#db/store-checks.ts'
import { verifyStore } from '#db/verify.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { assignedCase } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const verify = async () => {
  const { connection, secrets } = centre.store()
  const auditKey = secrets.keys['audit-mac']
  return (await verifyStore({ connection, auditKey, checks: storeChecks })).findings
}

/** Does something to the file that no statement of the app can, then takes it back. */
async function breach(statement: string, undo: string) {
  const { connection } = centre.store()
  connection.setForeignKeys(false)
  const guards = connection.all(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
  for (const { name } of guards) connection.exec(`DROP TRIGGER "${String(name)}"`)
  try {
    connection.exec(statement)
    return await verify()
  } finally {
    connection.exec(undo)
    for (const { sql } of guards) connection.exec(String(sql))
    connection.setForeignKeys(true)
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A file of two pieces with one page of it in the volume. */
async function scannedFile(caseId: string) {
  const { db } = centre.store()
  const pieces = [Buffer.from('%PDF-first'), Buffer.from('-second')]
  const [id, scanId] = [uuid(), uuid()]
  const bytes = Buffer.concat(pieces)
  const at = centre.clock.now()
  const by = centre.ids.mediator
  await db
    .insertInto('attachments')
    .values({
      id,
      case_id: caseId,
      agreement_id: null,
      kind: 'other',
      name: '扫描件.pdf',
      media_type: 'application/pdf',
      size: bytes.length,
      sha256: sha256(bytes),
      added_by: by,
      added_at: at,
    })
    .execute()
  for (const [position, piece] of pieces.entries())
    await db
      .insertInto('attachment_chunks')
      .values({ attachment_id: id, position, bytes: piece })
      .execute()
  await db
    .insertInto('scan_pages')
    .values({
      id: scanId,
      attachment_id: id,
      case_id: caseId,
      file_page: 1,
      part: 'whole',
      turn: 0,
      state: 'loose',
      form: null,
      object_id: null,
      page: null,
      version: null,
      read_by: null,
      late_reason: null,
      placed_by: by,
      placed_at: at,
    })
    .execute()
  return { id, scanId }
}

describe('storeChecks', () => {
  it('finds a kept paper that says something else than when it left the house', async () => {
    const caseId = await assignedCase(centre)
    await centre.as.mediator.papers.print({ form: 'f03', objectId: caseId, copies: 1 })
    expect(await verify()).toEqual([])
    const row = await centre
      .store()
      .db.selectFrom('paper_versions')
      .select('id')
      .where('object_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const swap = (from: string, to: string) =>
      `UPDATE paper_versions SET model = replace(model, '${from}', '${to}') WHERE id = '${row.id}'`
    expect(await breach(swap('张三', '张弎'), swap('张弎', '张三'))).toEqual([
      { check: 'paperVersionsAsKept', details: `${row.id}: model` },
    ])
    expect(await verify()).toEqual([])
  })

  it('finds a Word template that is not the file that was added', async () => {
    const { db } = centre.store()
    const add = async (from: string, text: string) => {
      const id = uuid()
      const bytes = Buffer.from(text)
      await db
        .insertInto('word_templates')
        .values({
          id,
          form: 'f13',
          name: '样式',
          from_on: from,
          bytes,
          sha256: sha256(bytes),
          added_by: centre.ids.head,
          added_at: centre.clock.now(),
          removed: 0,
        })
        .execute()
      return id
    }
    await add('2030-01-01', 'one')
    const id = await add('2030-01-02', 'two')
    expect(await verify()).toEqual([])
    const set = (text: string) =>
      `UPDATE word_templates SET bytes = CAST('${text}' AS BLOB) WHERE id = '${id}'`
    expect(await breach(set('other'), set('two'))).toEqual([
      { check: 'templatesAsAdded', details: `${id}: bytes` },
    ])
  })

  it('finds an added file with another byte in any piece, and one that lost a piece', async () => {
    const { id } = await scannedFile(await assignedCase(centre))
    expect(await verify()).toEqual([])
    const set = (text: string) =>
      `UPDATE attachment_chunks SET bytes = CAST('${text}' AS BLOB)
       WHERE attachment_id = '${id}' AND position = 1`
    expect(await breach(set('-Second'), set('-second'))).toEqual([
      { check: 'attachmentsAsAdded', details: `${id}: bytes` },
    ])
    const move = (from: number, to: number) =>
      `UPDATE attachment_chunks SET position = ${to}
       WHERE attachment_id = '${id}' AND position = ${from}`
    expect(await breach(move(1, 7), move(7, 1))).toEqual([
      { check: 'attachmentsAsAdded', details: `${id}: size` },
    ])
  })

  it('finds a scanned page of no file, and one of a file of another case', async () => {
    const [caseId, otherId] = [await assignedCase(centre), await assignedCase(centre)]
    const { id, scanId } = await scannedFile(caseId)
    const set = (column: string, value: string) =>
      `UPDATE scan_pages SET ${column} = '${value}' WHERE id = '${scanId}'`
    expect(await breach(set('case_id', otherId), set('case_id', caseId))).toEqual([
      { check: 'scanPagesOfTheirCase', details: `["${scanId}"]` },
    ])
    const lost = await breach(set('attachment_id', uuid()), set('attachment_id', id))
    expect(lost).toContainEqual({ check: 'scanPagesOfTheirCase', details: `["${scanId}"]` })
    expect(await verify()).toEqual([])
  })
})
