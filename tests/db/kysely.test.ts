import { sql } from 'kysely'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { kyselyOver } from '#db/kysely.ts'
import { openDatabase } from '#db/open.ts'
import { freshFolder, newDek } from './store-fixture.ts'

const twoConnections = () => {
  const file = join(freshFolder(), 'case.db')
  const dek = newDek()
  const first = openDatabase({ file, dek, mode: 'create' })
  first.exec('CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT, updated_at TEXT)')
  const second = openDatabase({ file, dek, mode: 'open' })
  second.exec('PRAGMA busy_timeout = 0')
  onTestFinished(() => {
    first.close()
    second.close()
  })
  return { first, second }
}

describe('kyselyOver', () => {
  it('takes the write lock when a transaction begins, before its first statement', async () => {
    const { first, second } = twoConnections()
    await kyselyOver(first)
      .transaction()
      .execute(async (tx) => {
        await sql`SELECT 1`.execute(tx)
        expect(() => second.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
      })
    second.exec('BEGIN IMMEDIATE; COMMIT')
  })

  it('leaves the write lock alone in a read-only transaction', async () => {
    const { first, second } = twoConnections()
    await kyselyOver(first)
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        await sql`SELECT 1`.execute(tx)
        second.exec('BEGIN IMMEDIATE; COMMIT')
      })
  })

  it('tells the first error when SQLite has rolled back by itself', async () => {
    const { first } = twoConnections()
    const db = kyselyOver(first)
    const failing = db.transaction().execute(async (tx) => {
      await tx.insertInto('settings').values({ key: 'a', value: '1', updated_at: '' }).execute()
      await sql`ROLLBACK`.execute(tx)
      throw new Error('the first error')
    })
    await expect(failing).rejects.toThrow('the first error')
    expect(await db.selectFrom('settings').selectAll().execute()).toEqual([])
  })
})
