import type { audit as contract } from '#contract/papers.ts'
import { listAudit } from '#db/queries/audit.ts'
import { storeChecks } from '#db/store-checks.ts'
import { verifyStore } from '#db/verify.ts'
import type { Handlers } from './context.ts'

export const audit: Handlers<typeof contract> = {
  async list({ db }, { before, limit }) {
    const items = await listAudit(db, before, limit)
    const last = items.at(-1)
    return { items, ...(last && items.length === limit ? { next: last.seq } : {}) }
  },
  async acknowledgeAlarm(context) {
    const { userId, role } = context.actor()
    context.core.store?.acknowledgeAlarm({ id: userId, role })
    return {}
  },
  async verify(context) {
    context.actor()
    const { store } = context.core
    if (!store) throw new Error('the store is open while somebody is signed in')
    const report = await verifyStore({
      connection: store.connection,
      auditKey: store.secrets.keys['audit-mac'],
      alarm: store.alarm,
      checks: storeChecks,
    })
    return {
      clean: report.ok,
      findings: report.findings.map(({ check, details }) => ({ check, detail: details })),
    }
  },
}
