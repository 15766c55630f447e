import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timelineWords } from '../../renderer/lib/labels/timeline.ts'
import { effectiveDate, reasonsNotToSign } from '#db/domain/agreement/signing.ts'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import { caseStatuses, transitions } from '#db/domain/case/status.ts'
import { findCaseSource, findDisputeType } from '#db/domain/case/taxonomy.ts'
import { checkCreditCode } from '#db/domain/credit-code.ts'
import { checkIdNumber } from '#db/domain/id-number.ts'
import { localDate, localDateOf, weekday } from '#db/domain/local-date.ts'
import { checkPhone } from '#db/domain/phone.ts'
import { loadCalendar } from '#db/law.ts'
import { isAllDone } from '#db/domain/performance/obligation.ts'
import { isBlocked } from '#db/domain/reason.ts'
import { contentOf, findAgreementRow, listSignatures } from '#db/queries/agreements.ts'
import { listEvents } from '#db/queries/case-details.ts'
import { listObligations } from '#db/queries/obligations.ts'
import { listParties } from '#db/queries/parties.ts'
import type { FrozenAgreement } from '#db/services/agreements.ts'
import { seedCases } from '#db/services/seed.ts'
import { storeChecks } from '#db/store-checks.ts'
import type { Store } from '#db/store/opened-store.ts'
import { tablesOf, verifyStore } from '#db/verify.ts'
import { body } from '#tests/support/centre.ts'
import { head, now, practiceStore } from '#tests/support/practice-store.ts'

const today = localDateOf(now)
const calendar = loadCalendar(new URL('../../resources/law', import.meta.url).pathname)

async function emptyStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'tanxin-seed-'))
  const store = await practiceStore(join(folder, 'store'))
  afterAll(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return store
}

const rowsOf = (store: Store) =>
  Object.fromEntries(
    tablesOf(store.connection)
      .filter((table) => table !== 'audit_log' && table !== 'migrations')
      .map((table) => [table, store.connection.all(`SELECT * FROM ${table}`)]),
  )

describe('seedCases', () => {
  let store: Store
  const count = 300
  beforeAll(async () => {
    store = await emptyStore()
    await seedCases(store, { count, seed: 11, now, actor: head })
  })

  it('leaves a store that verifies clean, with one audit row for the staff, each batch, and the lawyers', async () => {
    const report = await verifyStore({
      connection: store.connection,
      auditKey: store.secrets.keys['audit-mac'],
      checks: storeChecks,
    })
    expect(report).toMatchObject({ ok: true, findings: [], counts: { cases: count } })
    const log = store.connection.all(`SELECT result FROM audit_log WHERE operation = 'store.seed'`)
    expect(log.map((row) => row['result'])).toEqual(['staff 4', 'cases 300', 'lawyers'])
  })

  it('gives the same rows for the same seed, and others for another', async () => {
    const [same, other] = [await emptyStore(), await emptyStore()]
    await seedCases(same, { count, seed: 11, now, actor: head })
    await seedCases(other, { count, seed: 12, now, actor: head })
    expect(rowsOf(same)).toEqual(rowsOf(store))
    expect(rowsOf(other)['cases']).not.toEqual(rowsOf(store)['cases'])
  })

  it('goes on with the numbers of the store when it is run again, even with the same seed', async () => {
    const again = await emptyStore()
    await seedCases(again, { count: 30, seed: 1, now, actor: head })
    await seedCases(again, { count: 30, seed: 1, now, actor: head })
    const report = await verifyStore({
      connection: again.connection,
      auditKey: again.secrets.keys['audit-mac'],
      checks: storeChecks,
    })
    expect(report).toMatchObject({ ok: true, counts: { cases: 60, users: 5 } })
  })

  it('refuses a store with real cases', async () => {
    const real = await emptyStore()
    await seedCases(real, { count: 1, seed: 1, now, actor: head })
    real.connection.run('UPDATE cases SET practice = 0')
    await expect(seedCases(real, { count: 1, seed: 2, now, actor: head })).rejects.toMatchObject({
      code: 'store.practiceOnly',
    })
  })

  it('shows every state of a case and of an agreement', () => {
    const found = (table: string) =>
      store.connection
        .all(`SELECT DISTINCT status FROM ${table}`)
        .map((row) => String(row['status']))
    expect(found('cases').toSorted()).toEqual(
      caseStatuses.filter((status) => status !== 'draft').toSorted(),
    )
    expect(found('agreements').toSorted()).toEqual(
      ['approved', 'draft', 'returned', 'signed', 'submitted', 'superseded', 'void'].toSorted(),
    )
  })

  it('shows every state of a case in a few dozen', async () => {
    const small = await emptyStore()
    await seedCases(small, { count: 36, seed: 3, now, actor: head })
    const statuses = small.connection.all('SELECT DISTINCT status FROM cases')
    expect(statuses).toHaveLength(caseStatuses.length - 1)
  })

  it('takes only steps that the state machine knows, told in words, in office hours and in the past', async () => {
    const cases = await store.db.selectFrom('cases').select(['id', 'status']).execute()
    for (const { id, status } of cases) {
      const events = (await listEvents(store.db, id)).toReversed()
      let reached = 'draft'
      for (const event of events) {
        expect(timelineWords(event).title, event.kind).not.toBe('其他事项')
        expect(event.at < now).toBe(true)
        const day = localDateOf(event.at)
        expect(day < today && weekday(day) <= 5).toBe(true)
        if (!event.toStatus) continue
        expect(event.fromStatus).toBe(reached)
        expect(transitions[event.fromStatus as keyof typeof transitions]).toHaveProperty(
          event.kind,
          event.toStatus,
        )
        reached = event.toStatus
      }
      expect(reached).toBe(status)
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
    }
  })

  it('makes parties whose numbers are right in form and belong to nobody', async () => {
    const parties = await store.db.selectFrom('parties').selectAll().execute()
    for (const party of parties) {
      expect(party.phone).toMatch(/^154\d{8}$/)
      expect(checkPhone(party.phone ?? '')).toMatchObject({ ok: true, kind: 'mobile' })
      if (party.kind === 'person') {
        expect(checkIdNumber(party.id_number ?? '', today)).toMatchObject({
          ok: true,
          warnings: ['region'],
          birthDate: party.birth_date,
          sex: party.sex,
        })
      } else expect(checkCreditCode(party.credit_code ?? '')).toMatchObject({ ok: true })
    }
    for (const { type_code: type, source_code: source } of await store.db
      .selectFrom('cases')
      .select(['type_code', 'source_code'])
      .execute()) {
      expect(findDisputeType(type)?.parent).toBeDefined()
      expect(findCaseSource(source)).toBeDefined()
    }
  })

  it('has paid what its status says: all of a performed case, not all of one that fell overdue', async () => {
    const cases = await store.db.selectFrom('cases').select(['id', 'status']).execute()
    const signed = await store.db
      .selectFrom('agreements')
      .select('case_id')
      .where('status', '=', 'signed')
      .execute()
    let late = 0
    for (const { id, status } of cases) {
      const obligations = await listObligations(store.db, id, today, calendar)
      const isSigned = signed.some(({ case_id }) => case_id === id)
      for (const { paidFen, amountFen } of obligations)
        expect(paidFen).toBeLessThanOrEqual(amountFen ?? 0)
      const states = obligations.map(({ state }) => state)
      late += states.filter((state) => state === 'late').length
      if (status === 'overdue') expect(states).toContain('late')
      if (['performed', 'followUp', 'toArchive', 'archived'].includes(status) && isSigned)
        expect(obligations.length === 0 || isAllDone(obligations), status).toBe(true)
      if (['effective', 'confirming'].includes(status)) expect(states).not.toContain('late')
    }
    expect(late).toBeGreaterThan(0)
  })

  it('approves only agreements that the rules let pass, and freezes what the services would freeze', async () => {
    const ids = await store.db.selectFrom('agreements').select('id').execute()
    for (const { id } of ids) {
      const row = await findAgreementRow(store.db, id)
      if (!row) throw new Error('the agreement was just listed')
      const on = row.approved_at === null ? today : localDateOf(row.approved_at)
      const content = await contentOf(store.db, row)
      const parties = await listParties(store.db, row.case_id, on)
      const reasons = lintAgreement(content, parties, { typeCode: row.type_code, today: on })
      expect(isBlocked(reasons), JSON.stringify(reasons)).toBe(false)
      if (row.frozen === null) continue
      const frozen = JSON.parse(row.frozen) as FrozenAgreement
      expect(frozen).toEqual({
        fileNumber: row.file_number,
        body,
        content,
        parties,
        mediatorName: row.mediator_name,
        recorderName: row.recorder_name,
        caseTitle: row.title,
        approvedOn: on,
      })
      const signatures = await listSignatures(store.db, id)
      const mediators = [{ name: frozen.mediatorName }]
      expect(isBlocked(reasonsNotToSign(frozen.parties, mediators, signatures, today))).toBe(false)
      const effectiveOn = effectiveDate(frozen.parties, mediators, signatures)
      expect(effectiveOn).toBe(row.effective_on === null ? undefined : localDate(row.effective_on))
      expect(effectiveOn !== undefined).toBe(row.status === 'signed')
    }
  })
})
