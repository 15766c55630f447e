import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isDatabaseInUse, openDatabase, type Connection, type OpenMode } from '#db/open.ts'
import { flipBit, freshFolder, newDek } from './store-fixture.ts'

const secretText = '标记甲乙丙丁'

const opened = (file: string, dek: Buffer, mode: OpenMode = 'create'): Connection => {
  const connection = openDatabase({ file, dek, mode })
  onTestFinished(() => connection.close())
  return connection
}

const filled = (file: string, dek: Buffer) => {
  const connection = opened(file, dek)
  connection.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  connection.transact(() => {
    for (let n = 0; n < 400; n += 1) {
      connection.run('INSERT INTO notes (text) VALUES (?)', [`${secretText}${n}`.repeat(8)])
    }
  })
  return connection
}

/** Descriptors come and go while they are listed. */
const linkTarget = (descriptor: string): string => {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`)
  } catch {
    return ''
  }
}

const codeThrown = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return undefined
}

describe('openDatabase', () => {
  it('writes neither the SQLite header nor any text in the clear', () => {
    const file = join(freshFolder(), 'case.db')
    const connection = filled(file, newDek())
    for (const path of [file, `${file}-wal`]) {
      const bytes = readFileSync(path)
      expect(bytes.includes(secretText)).toBe(false)
      expect(bytes.includes('SQLite format 3')).toBe(false)
    }
    connection.close()
    expect(readFileSync(file).includes(secretText)).toBe(false)
  })

  it('keeps every pragma on a reopened store, where SQLite itself would lower synchronous', () => {
    const file = join(freshFolder(), 'case.db')
    const dek = newDek()
    filled(file, dek).close()
    const connection = opened(file, dek, 'open')
    const read = (name: string) => Object.values(connection.get(`PRAGMA ${name}`) ?? {})[0]
    const names = ['journal_mode', 'synchronous', 'temp_store', 'foreign_keys', 'trusted_schema']
    const more = ['cell_size_check', 'secure_delete', 'recursive_triggers', 'busy_timeout']
    expect([...names, ...more].map(read)).toEqual(['wal', 2, 2, 1, 0, 1, 1, 1, 5000])
  })

  it.skipIf(process.platform !== 'linux')('writes no temporary file for a large sort', () => {
    const connection = filled(join(freshFolder(), 'case.db'), newDek())
    const temporaryFilesWhileSorting = () => {
      const rows = connection.iterate('SELECT a.text FROM notes a, notes b ORDER BY b.text || a.id')
      rows.next()
      const names = readdirSync('/proc/self/fd').map(linkTarget)
      rows.return?.()
      return names.filter((name) => name.includes('etilqs_')).length
    }
    expect(temporaryFilesWhileSorting()).toBe(0)
    connection.exec('PRAGMA temp_store = FILE')
    expect(temporaryFilesWhileSorting(), 'the sort is large enough to matter').toBeGreaterThan(0)
  })

  it('refuses a wrong key', () => {
    const file = join(freshFolder(), 'case.db')
    filled(file, newDek()).close()
    expect(codeThrown(() => openDatabase({ file, dek: newDek(), mode: 'open' }))).toBe(
      'store.wrong-key',
    )
  })

  it('refuses a key that SQLite would take for a passphrase', () => {
    const file = join(freshFolder(), 'case.db')
    expect(() => openDatabase({ file, dek: Buffer.alloc(31), mode: 'create' })).toThrow(RangeError)
  })

  it('refuses a missing, an emptied, a plain and an existing file', () => {
    const folder = freshFolder()
    const dek = newDek()
    const file = join(folder, 'case.db')
    expect(codeThrown(() => openDatabase({ file, dek, mode: 'open' }))).toBe('store.not-found')
    writeFileSync(file, '')
    expect(codeThrown(() => openDatabase({ file, dek, mode: 'open' }))).toBe('store.damaged')
    writeFileSync(file, `SQLite format 3\0${'x'.repeat(4080)}`)
    expect(codeThrown(() => openDatabase({ file, dek, mode: 'open' }))).toBe('store.not-encrypted')
    expect(codeThrown(() => openDatabase({ file, dek, mode: 'create' }))).toBe('store.exists')
  })

  it('refuses a newer version and does not write to it', () => {
    const file = join(freshFolder(), 'case.db')
    const dek = newDek()
    const first = filled(file, dek)
    first.setUserVersion(7)
    first.close()
    const before = readFileSync(file)
    const open = () => openDatabase({ file, dek, mode: 'open', knownVersion: 6 })
    expect(codeThrown(open)).toBe('store.newer-schema')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(openDatabase({ file, dek, mode: 'open', knownVersion: 7 }).close()).toBeUndefined()
  })

  it('finds one turned bit anywhere in a closed file', () => {
    const file = join(freshFolder(), 'case.db')
    const dek = newDek()
    filled(file, dek).close()
    const size = statSync(file).size
    const sound = readFileSync(file)
    for (let round = 0; round < 60; round += 1) {
      flipBit(file, Math.floor((size * (round + 0.37)) / 60), round % 8)
      const read = () => {
        const connection = openDatabase({ file, dek, mode: 'open' })
        try {
          const findings = connection.integrityCheck()
          if (findings.length > 0) throw Object.assign(new Error(), { code: 'finding' })
        } finally {
          connection.close()
        }
      }
      expect(codeThrown(read), `round ${round}`).toMatch(
        /^(finding|store\.wrong-key|SQLITE_(CORRUPT|NOTADB).*)$/,
      )
      writeFileSync(file, sound)
    }
  })

  it('sees a copy only in a new file', () => {
    const folder = freshFolder()
    const dek = newDek()
    const connection = filled(join(folder, 'case.db'), dek)
    const target = join(folder, "a copy's.db")
    connection.vacuumInto(target)
    expect(codeThrown(() => connection.vacuumInto(target))).toBe('backup.exists')
    const copy = opened(target, dek, 'open')
    expect(copy.get('SELECT count(*) AS n FROM notes')).toEqual({ n: 400 })
  })
})

describe('isDatabaseInUse', () => {
  it('tells a store that this process has open from a closed one', () => {
    const file = join(freshFolder(), 'case.db')
    const dek = newDek()
    const connection = filled(file, dek)
    expect(isDatabaseInUse(file, dek)).toBe(true)
    connection.close()
    expect(isDatabaseInUse(file, dek)).toBe(false)
  })

  it('still counts for other processes after this one opened and closed a second connection', () => {
    const file = join(freshFolder(), 'case.db')
    const dek = newDek()
    filled(file, dek)
    openDatabase({ file, dek, mode: 'open' }).close()
    const code = `import { isDatabaseInUse } from '#db/open.ts'
      console.log(isDatabaseInUse(process.argv[1], Buffer.from(process.argv[2], 'hex')))`
    const other = spawnSync(
      process.execPath,
      ['--input-type=module-typescript', '-e', code, file, dek.toString('hex')],
      { encoding: 'utf8' },
    )
    expect(other.stdout.trim(), other.stderr).toBe('true')
  })
})
