import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { genesis, nextAuditRow, verifyAudit } from '#db/audit.ts'
import type { Store } from '#db/store/opened-store.ts'
import { appendEntries, auditEntry, openedStore, unlock } from './store-fixture.ts'

const auditKey = (store: Store) => store.secrets.keys['audit-mac']

const verify = (store: Store) => verifyAudit(store.connection, auditKey(store))

/** What someone with the data key can do: drop the triggers and write. */
const tamper = (store: Store, sql: string, parameters: unknown[] = []) => {
  store.connection.exec('DROP TRIGGER IF EXISTS audit_log_refuse_update')
  store.connection.exec('DROP TRIGGER IF EXISTS audit_log_refuse_delete')
  store.connection.run(sql, parameters)
}

describe('appendAudit', () => {
  it('chains each row to the one before and starts at genesis', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 3)
    const rows = await store.db.selectFrom('audit_log').selectAll().orderBy('seq').execute()
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4])
    expect(rows.map((row) => row.prev)).toEqual([
      genesis,
      ...rows.map((row) => row.mac).slice(0, 3),
    ])
    expect(rows[0]?.operation).toBe('store.created')
    expect(await verify(store)).toEqual({ seq: 4, head: rows[3]?.mac, rows: 4 })
  })

  it('leaves no row behind when the change is rolled back', async () => {
    const { store } = await openedStore()
    const failing = store.db.transaction().execute(async (tx) => {
      await store.appendAudit(tx, auditEntry(1))
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect((await verify(store)).rows).toBe(1)
  })

  it('continues the chain that another process has made longer', async () => {
    const { store, ...made } = await openedStore()
    const other = await unlock(made)
    for (const each of [store, other, store, other]) await appendEntries(each, 2)
    expect(await verify(store)).toMatchObject({ rows: 9 })
    expect((await verify(store)).firstBad).toBeUndefined()
  })

  it('refuses names and case text', async () => {
    const { store } = await openedStore()
    const withName = store.db
      .transaction()
      .execute((tx) => store.appendAudit(tx, { ...auditEntry(1), objectId: '张三' }))
    await expect(withName).rejects.toThrow(RangeError)
  })
})

describe('audit_log', () => {
  it('refuses UPDATE, DELETE and REPLACE', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 2)
    const { connection } = store
    const refused = /append-only/
    expect(() => connection.run("UPDATE audit_log SET result = 'x'")).toThrow(refused)
    expect(() => connection.run('DELETE FROM audit_log WHERE seq = 2')).toThrow(refused)
    expect(() =>
      connection.run(
        `INSERT OR REPLACE INTO audit_log SELECT seq, at, 'other', actor_role, operation,
           object_kind, object_id, result, prev, mac FROM audit_log WHERE seq = 2`,
      ),
    ).toThrow(refused)
    expect((await verify(store)).firstBad).toBeUndefined()
  })
})

describe('verifyAudit', () => {
  it('finds the row whose one character was changed with the right key', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 20)
    tamper(store, "UPDATE audit_log SET result = 'dome' WHERE seq = 7")
    expect((await verify(store)).firstBad).toEqual({ seq: 7, reason: 'mac' })
  })

  it('finds every edit, removal and exchange at or before the row it touched', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 30)
    store.connection.exec(
      'DROP TRIGGER audit_log_refuse_update; DROP TRIGGER audit_log_refuse_delete',
    )
    const columns = [
      'at',
      'actor_id',
      'actor_role',
      'operation',
      'object_kind',
      'object_id',
      'result',
      'prev',
      'mac',
    ]
    const edit = fc.record({
      seq: fc.integer({ min: 1, max: 30 }),
      how: fc.constantFrom('delete', 'swap', ...columns),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ seq, how }) => {
        store.connection.exec('SAVEPOINT before_edit')
        if (how === 'delete') store.connection.run('DELETE FROM audit_log WHERE seq = ?', [seq])
        else if (how === 'swap') swap(store, seq)
        else
          store.connection.run(`UPDATE audit_log SET ${how} = ${how} || '0' WHERE seq = ?`, [seq])
        const { firstBad } = await verify(store)
        store.connection.exec('ROLLBACK TO before_edit; RELEASE before_edit')
        expect(firstBad?.seq).toBeGreaterThanOrEqual(seq)
        expect(firstBad?.seq).toBeLessThanOrEqual(seq + 1)
      }),
      { numRuns: 150 },
    )
    expect((await verify(store)).firstBad).toBeUndefined()
  })

  it('finds a chain that was written anew without the key', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 5)
    const head = {
      seq: 2,
      head: String(store.connection.get('SELECT mac FROM audit_log WHERE seq = 2')?.['mac']),
    }
    const forged = nextAuditRow(Buffer.alloc(32), head, auditEntry(99))
    tamper(store, 'UPDATE audit_log SET object_id = ?, mac = ? WHERE seq = 3', [
      forged.object_id,
      forged.mac,
    ])
    expect((await verify(store)).firstBad).toEqual({ seq: 3, reason: 'mac' })
  })

  it('tells different entries apart whose fields join to the same text', () => {
    const key = Buffer.alloc(32, 1)
    const start = { seq: 0, head: genesis }
    const one = { ...auditEntry(1), operation: 'a', objectKind: 'b","c' }
    const two = { ...auditEntry(1), operation: 'a","b', objectKind: 'c' }
    expect(nextAuditRow(key, start, one).mac).not.toBe(nextAuditRow(key, start, two).mac)
  })
})

const swap = (store: Store, seq: number) => {
  store.connection.run('UPDATE audit_log SET seq = 1000 WHERE seq = ?', [seq])
  store.connection.run('UPDATE audit_log SET seq = ? WHERE seq = ?', [seq, seq + 1])
  store.connection.run('UPDATE audit_log SET seq = ? WHERE seq = 1000', [seq + 1])
}
