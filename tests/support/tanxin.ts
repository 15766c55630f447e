import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { password } from './centre.ts'

export type Outcome = { code: number; stdout: string; stderr: string }

const entry = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url))

/** Runs the command line as a process of its own, as a script would. */
export const tanxin = (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Outcome> =>
  new Promise((resolve) => {
    const options = {
      env: { ...process.env, TANXIN_PASSPHRASE: password, ...env },
      maxBuffer: 64 * 1024 * 1024,
    }
    const child = execFile(
      process.execPath,
      [entry, ...args],
      options,
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })

/** The answer of a verb that did what was asked and said nothing on stderr. */
export async function answered(args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await tanxin(args)
  if (code !== 0 || stderr !== '') throw new Error(`tanxin ${args.join(' ')}: ${code} ${stderr}`)
  return JSON.parse(stdout) as Record<string, unknown>
}

export type Told = {
  code: string
  details?: Record<string, unknown>
  message?: string
  errors?: { path: string; code: string }[]
}

/** Exit code and JSON error of a verb that refused; a refusal says nothing on stdout. */
export async function refused(args: readonly string[], env?: Record<string, string>) {
  const { code, stdout, stderr } = await tanxin(args, env)
  if (stdout !== '') throw new Error(`tanxin ${args.join(' ')} answered ${stdout}`)
  return { exit: code, error: JSON.parse(stderr) as Told }
}
