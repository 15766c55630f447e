import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readBackupRecord } from '#db/backup.ts'
import { migrations } from '#db/migrations/index.ts'
import { migrate, type Migration } from '#db/migrations/runner.ts'
import { openDatabase } from '#db/open.ts'
import { unlockStore } from '#db/store/store.ts'
import { cheapCost, freshFolder, newDek, newStore, password } from '#tests/db/store-fixture.ts'
import { killedMigrations, rowCount } from './killed-migrations.ts'

const now = '2026-11-22T03:15:04.123Z'

const newConnection = () => {
  const file = join(freshFolder(), 'case.db')
  const connection = openDatabase({ file, dek: newDek(), mode: 'create' })
  onTestFinished(() => connection.close())
  return connection
}

const parents: Migration = {
  id: 1,
  name: 'parents',
  up(db) {
    db.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT')
    db.exec(`CREATE TABLE children (id INTEGER PRIMARY KEY,
      parent_id INTEGER NOT NULL REFERENCES parents (id)) STRICT`)
    db.run('INSERT INTO parents VALUES (1)')
    db.run('INSERT INTO children VALUES (1, 1)')
  },
}

const second = (up: Migration['up']): Migration => ({ id: 2, name: 'second', up })

const tables = (connection: ReturnType<typeof newConnection>) =>
  connection
    .all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .map((row) => row['name'])

describe('migrate', () => {
  it('writes structure, version and record together, and does nothing the second time', async () => {
    const connection = newConnection()
    expect(await migrate({ connection, migrations: [parents], now })).toEqual([1])
    expect(connection.userVersion).toBe(1)
    expect(tables(connection)).toEqual(['children', 'migrations', 'parents'])
    expect(connection.all('SELECT id, name, applied_at FROM migrations')).toEqual([
      { id: 1, name: 'parents', applied_at: now },
    ])
    expect(await migrate({ connection, migrations: [parents], now })).toEqual([])
    expect(connection.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
  })

  it('leaves the old store when a later statement fails', async () => {
    const connection = newConnection()
    await migrate({ connection, migrations: [parents], now })
    const broken = second((db) => {
      db.exec('CREATE TABLE half (id INTEGER) STRICT')
      db.run('UPDATE parents SET id = 5')
      db.exec('CREATE TABLE half (id INTEGER) STRICT')
    })
    const failing = migrate({ connection, migrations: [parents, broken], now })
    await expect(failing).rejects.toMatchObject({
      code: 'store.migration-failed',
      details: { from: 1, to: 2 },
    })
    expect(tables(connection)).toEqual(['children', 'migrations', 'parents'])
    expect(connection.userVersion).toBe(1)
    expect(connection.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
  })

  it('refuses a migration that leaves a row without its parent', async () => {
    const connection = newConnection()
    await migrate({ connection, migrations: [parents], now })
    const orphaning = second((db) => db.run('DELETE FROM parents'))
    await expect(
      migrate({ connection, migrations: [parents, orphaning], now }),
    ).rejects.toMatchObject({ code: 'store.migration-failed' })
    expect(connection.all('SELECT id FROM parents')).toEqual([{ id: 1 }])
  })

  it('asks for the backup before the first change to a store that is not new, and stops without it', async () => {
    const connection = newConnection()
    const asked: number[][] = []
    const beforeChange = async (from: number, to: number) => {
      asked.push([from, to])
      throw new Error('no backup')
    }
    await migrate({ connection, migrations: [parents], now, beforeChange })
    expect(asked).toEqual([])
    const next = second((db) => db.exec('CREATE TABLE later (id INTEGER) STRICT'))
    const failing = migrate({ connection, migrations: [parents, next], now, beforeChange })
    await expect(failing).rejects.toThrow('no backup')
    expect(asked).toEqual([[1, 2]])
    expect(connection.userVersion).toBe(1)
  })

  it('refuses a newer store and a list with gaps', async () => {
    const connection = newConnection()
    connection.setUserVersion(3)
    await expect(migrate({ connection, migrations: [parents], now })).rejects.toMatchObject({
      code: 'store.newer-schema',
      details: { found: 3, known: 1 },
    })
    const gap: Migration = { ...parents, id: 2 }
    await expect(migrate({ connection, migrations: [gap], now })).rejects.toThrow(RangeError)
  })

  it('is old or new, never half, when the process is killed', { timeout: 60_000 }, async () => {
    const folder = freshFolder()
    const base = join(folder, 'base.db')
    const dek = newDek()
    const first = openDatabase({ file: base, dek, mode: 'create' })
    await migrate({ connection: first, migrations: killedMigrations.slice(0, 1), now })
    first.close()
    const { ms } = await runChild(base, dek, join(folder, 'timed.db'))
    const outcomes: string[] = []
    for (let round = 0; round < 10; round += 1) {
      const file = join(folder, `round-${round}.db`)
      const { output } = await runChild(base, dek, file, (ms * (round + 0.5)) / 10)
      const state = stateOf(file, dek)
      outcomes.push(`${state}${output.includes('done') ? ' done' : ''}`)
      const again = await runChild(file, dek, file)
      expect(again.output).toContain('done')
      expect(stateOf(file, dek)).toBe('new')
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    }
    for (const outcome of outcomes) expect(outcome).toMatch(/^(old|new|new done)$/)
    expect(outcomes, 'some kills came early enough').toContain('old')
  })
})

/** What the file holds after a kill. */
const stateOf = (file: string, dek: Buffer): 'old' | 'new' | 'half' => {
  const connection = openDatabase({ file, dek, mode: 'open' })
  try {
    if (connection.integrityCheck().length > 0) return 'half'
    const columns = connection.all('PRAGMA table_info(people)').length
    const made = connection.all("SELECT 1 FROM sqlite_master WHERE name IN ('names', 'names_name')")
    const recorded = connection.all('SELECT id FROM migrations').length
    const signs = [connection.userVersion, columns, made.length, recorded].join()
    if (signs === '1,2,0,1') return 'old'
    if (signs !== '2,4,2,2') return 'half'
    const done = connection.get('SELECT count(note) AS n FROM people')
    return done?.['n'] === rowCount ? 'new' : 'half'
  } finally {
    connection.close()
  }
}

/** Migrates a copy in a child process and, when asked, kills it so long after it began. */
const runChild = async (base: string, dek: Buffer, file: string, killAfterMs?: number) => {
  if (file !== base) copyFileSync(base, file)
  const script = fileURLToPath(new URL('./kill-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, file, dek.toString('hex')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise((resume) => child.once('close', resume))
  let output = ''
  let readyAt = 0
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString('utf8')
    if (readyAt > 0) return
    readyAt = performance.now()
    if (killAfterMs !== undefined) void passed(killAfterMs).then(() => child.kill('SIGKILL'))
  })
  await closed
  return { output, ms: performance.now() - readyAt }
}

describe('migrations', () => {
  it('are numbered without gaps and named alike in their files', () => {
    expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => index + 1))
    const index = readFileSync(new URL('../../db/migrations/index.ts', import.meta.url), 'utf8')
    for (const { id, name } of migrations) {
      expect(index).toContain(`./${String(id).padStart(4, '0')}_${name}.ts`)
    }
  })

  it('make a backup of their own before an older store is changed', async () => {
    const made = await newStore()
    const later: Migration = {
      id: migrations.length + 1,
      name: 'later',
      up: (db) => db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT'),
    }
    const store = await unlockStore({
      ...made,
      password,
      cost: cheapCost,
      migrations: [...migrations, later],
    })
    onTestFinished(() => store.close())
    expect(store.connection.userVersion).toBe(migrations.length + 1)
    expect(readBackupRecord(made.dir).lastSuccess?.file).toMatch(/-migration\.tanxin$/)
    const last = store.connection.get('SELECT operation FROM audit_log ORDER BY seq DESC LIMIT 1')
    expect(last).toEqual({ operation: 'store.migrated' })
  })
})
