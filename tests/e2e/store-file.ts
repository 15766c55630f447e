import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { listSignInNames, unlockStore } from '#db/store/store.ts'
import { password } from './pages/front-page.ts'

const root = join(import.meta.dirname, '..', '..')

/** A verb of the command line on the store folder; what it said, on whichever stream. */
export function tanxin(store: string, verb: string, ...options: string[]) {
  const done = spawnSync(
    process.execPath,
    [join(root, 'electron', 'cli', 'index.ts'), verb, '--store', store, ...options],
    { env: { ...process.env, TANXIN_PASSPHRASE: password }, encoding: 'utf8' },
  )
  return { exit: done.status, stdout: done.stdout, output: `${done.stdout}${done.stderr}` }
}

/** The answer on the one stream that carries it: Node may warn of anything on the other. */
const answerOf = ({ stdout, output }: ReturnType<typeof tanxin>) =>
  JSON.parse(stdout || output) as Record<string, unknown>

/** `tanxin verify` on the store folder, as a scheduled job would run it. */
export function verify(store: string): { exit: number | null; clean: unknown } {
  const told = tanxin(store, 'verify')
  const report = answerOf(told)
  return { exit: told.exit, clean: report['clean'] ?? report['ok'] }
}

/** `tanxin verify` on a paper that was given out, by the code at its foot and the file. */
export function verifyPaper(store: string, { code, file }: { code: string; file: string }) {
  const told = tanxin(store, 'verify', '--code', code, '--file', file)
  return { exit: told.exit, ...answerOf(told) }
}

/** One byte of one audit row, by somebody who holds the right key and knows how to drop a trigger. */
export async function changeOneAuditByte(store: string) {
  const head = listSignInNames(store).find(({ role }) => role === 'head')
  if (!head) throw new Error('no head')
  const opened = await unlockStore({ dir: store, userId: head.userId, password })
  opened.connection.exec('DROP TRIGGER audit_log_refuse_update')
  opened.connection.exec(
    `UPDATE audit_log SET operation = 'x' || substr(operation, 2) WHERE seq = 3`,
  )
  await opened.close()
}
