import { describe, expect, it } from 'vitest'
import { verifyStore, type StoreCheck } from '#db/verify.ts'
import type { Store } from '#db/store/opened-store.ts'
import { appendEntries, openedStore } from './store-fixture.ts'

const verify = (store: Store, checks: StoreCheck[] = []) =>
  verifyStore({
    connection: store.connection,
    auditKey: store.secrets.keys['audit-mac'],
    alarm: store.alarm,
    checks,
  })

describe('verifyStore', () => {
  it('is clean on a sound store and tells its rows', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 4)
    const report = await verify(store)
    expect(report).toMatchObject({ ok: true, findings: [], audit: { seq: 5 } })
    expect(report.counts['audit_log']).toBe(5)
  })

  it('names a changed audit row, a missing parent and a broken rule in one report', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 4)
    store.connection.setForeignKeys(false)
    store.connection.exec(`DROP TRIGGER audit_log_refuse_update;
      UPDATE audit_log SET actor_role = 'head' WHERE seq = 3;
      INSERT INTO attachment_chunks VALUES ('no-such-attachment', 0, x'00')`)
    const rule = { name: 'shortLog', sql: 'SELECT seq FROM audit_log WHERE seq > 4' }
    const report = await verify(store, [rule])
    expect(report.ok).toBe(false)
    expect(report.findings).toEqual([
      { check: 'foreignKeys', details: 'attachment_chunks row ?: no attachments' },
      { check: 'audit', details: 'row 3: mac' },
      { check: 'shortLog', details: '[5]' },
    ])
  })

  it('reports a check that cannot run instead of stopping', async () => {
    const { store } = await openedStore()
    const report = await verify(store, [{ name: 'broken', sql: 'SELECT * FROM nowhere' }])
    expect(report.findings).toEqual([{ check: 'broken', details: 'SQLITE_ERROR' }])
  })
})
