import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/runner.ts'
import { openDatabase } from '#db/open.ts'
import { freshFolder, newDek } from '#tests/db/store-fixture.ts'

/** Checksum of each migration that has shipped. Never changed; a new migration adds a line. */
const frozen: Record<number, string> = {
  1: '9a5d8727ef8e2da7919750c1aa49bdd5514f19d52b6ab9b2df832da0787cf4ca',
  2: '88d0d643afdc45f152847e06b1dfd3749d139a6629e48f5bccb576c3470b1c7b',
  3: 'e042921411922d52d79d44dd4600f33a67b94cb50bbc4f34e81c78a761ce3b1c',
  4: '523f608ffe350710317dcb52862108d8ca346eedd4d141e224f542c112e37fc7',
  5: '68a379a5f830a88a0c9533afc6a1cba4ff22258835abbf9e82241d20a0650cec',
}

const migrated = async () => {
  const file = join(freshFolder(), 'case.db')
  const connection = openDatabase({ file, dek: newDek(), mode: 'create' })
  onTestFinished(() => connection.close())
  await migrate({ connection, migrations, now: '2026-11-22T03:15:04.123Z' })
  return connection
}

describe('migrations', () => {
  it('are the ones that were shipped, to the letter', async () => {
    const connection = await migrated()
    const found = connection.all('SELECT id, checksum FROM migrations ORDER BY id')
    expect(Object.fromEntries(found.map((row) => [row['id'], row['checksum']]))).toEqual(frozen)
  })

  it('end in the schema of the snapshot', async () => {
    const connection = await migrated()
    const rows = connection.all(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name`,
    )
    const schema = rows.map((row) => `${String(row['sql']).replaceAll(/[ \t]+/g, ' ')};\n`)
    await expect(schema.join('\n')).toMatchFileSnapshot('../schema.snapshot.sql')
  })

  it('leave only STRICT tables', async () => {
    const connection = await migrated()
    const loose = connection.all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
    )
    expect(loose.map((row) => row['name'])).toEqual(['sqlite_schema'])
  })
})
