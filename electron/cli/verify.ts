import { ORPCError } from '@orpc/client'
import { storeChecks } from '#db/store-checks.ts'
import { systemClock } from '#db/store/clock.ts'
import { unlockStore } from '#db/store/store.ts'
import { codeOf } from '#db/store/store-error.ts'
import { verifyStore } from '#db/verify.ts'
import { commandLine, passphrase, pickPerson, signIn } from './session.ts'
import type { Arguments } from './verbs.ts'

type Report = { clean: boolean; findings: { check: string; detail: string }[] }

/** The store cannot be opened or read as it should; a wrong passphrase is none of these. */
const damageCodes = new Set([
  'store.damaged',
  'store.wrong-key',
  'store.not-encrypted',
  'store.migration-failed',
])

const broken = (check: string, detail: string): Report => ({
  clean: false,
  findings: [{ check, detail }],
})

/**
 * Integrity, references, audit chain, anchor and rules. A store too damaged for signing in, which writes a line of
 * the log, is looked at without writing.
 */
export async function verify(given: Arguments<'verify'>): Promise<Report> {
  const line = commandLine(given.store)
  try {
    await signIn(line, given.user)
    return await line.client.audit.verify({})
  } catch (error) {
    const code = refusedCode(error)
    if (code !== undefined && damageCodes.has(code)) return broken('open', code)
    if (!(error instanceof ORPCError) || error.code !== 'DEFECT') throw error
  } finally {
    await line.close().catch(() => undefined)
  }
  return verifyUnwritten(given)
}

const refusedCode = (error: unknown): string | undefined =>
  error instanceof ORPCError && error.code === 'REFUSED'
    ? (error.data as { code: string }).code
    : codeOf(error) || undefined

async function verifyUnwritten(given: Arguments<'verify'>): Promise<Report> {
  const line = commandLine(given.store)
  const { people } = await line.client.store.state({})
  try {
    const store = await unlockStore({
      dir: line.core.dir,
      clock: systemClock,
      userId: pickPerson(people, given.user).userId,
      password: passphrase(),
    })
    const { findings } = await verifyStore({
      connection: store.connection,
      auditKey: store.secrets.keys['audit-mac'],
      alarm: store.alarm,
      checks: storeChecks,
    })
    await store.close().catch(() => undefined)
    const told = findings.map(({ check, details }) => ({ check, detail: details }))
    // Signing in failed, so something is wrong even where every check passes.
    return {
      clean: false,
      findings: told.length > 0 ? told : [{ check: 'open', detail: 'signIn' }],
    }
  } catch (error) {
    return broken('open', codeOf(error) || 'failed')
  }
}
