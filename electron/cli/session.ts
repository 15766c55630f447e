import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { Contract } from '#contract/index.ts'
import { systemClock } from '#db/store/clock.ts'
import type { Connection, Core, LogFields } from '#ipc/core.ts'
import { loadResources } from '#ipc/resources.ts'
import { createRouter } from '#ipc/router.ts'
import { consoleHost, type ChosenFiles } from './console-host.ts'
import { Defect, Refusal, UsageError } from './failure.ts'
import type { Press } from './press.ts'

const fromRoot = (...names: string[]) =>
  join(fileURLToPath(new URL('../..', import.meta.url)), ...names)

export type Client = ContractRouterClient<Contract>

/** One run of the command line: the app's own router over a core without windows. */
export type CommandLine = {
  core: Core
  connection: Connection
  client: Client
  /** What the router logged of a defect, for the error on stderr. */
  defects: LogFields[]
  close(): Promise<void>
}

const appVersion = () => {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
    version: string
  }
  return version
}

export function commandLine(dir: string, files: ChosenFiles = {}, press?: Press): CommandLine {
  const defects: LogFields[] = []
  const core: Core = {
    dir: resolve(dir),
    appVersion: appVersion(),
    host: consoleHost(files, press),
    clock: systemClock,
    log: (level, _code, fields = {}) => {
      if (level === 'error') defects.push(fields)
    },
    ...loadResources(fromRoot('resources')),
    cost: undefined,
    store: undefined,
    backupRunning: false,
    pickedFiles: new Map(),
  }
  const connection: Connection = { actor: undefined }
  const client = createRouterClient(createRouter(), { context: { core, connection } })
  return {
    core,
    connection,
    client: client as unknown as Client,
    defects,
    close: async () => core.store?.close(),
  }
}

/** The passphrase, from the environment only: arguments show in process lists and shell histories. */
export function passphrase(env = process.env): string {
  const given = env['TANXIN_PASSPHRASE']
  if (!given) throw new UsageError('cli.passphraseMissing', 'set TANXIN_PASSPHRASE')
  return given
}

type Person = { userId: string; name: string; role: string }

/** By name, or the first head. @throws Refusal users.notFound */
export function pickPerson(people: readonly Person[], userName: string | undefined): Person {
  const person =
    userName === undefined
      ? (people.find(({ role }) => role === 'head') ?? people[0])
      : people.find(({ name }) => name === userName)
  if (!person) throw new Refusal({ code: 'users.notFound', details: { user: userName ?? '' } })
  return person
}

/** Signs in as the app does. @throws Refusal store.not-found, or whatever the sign-in refuses */
export async function signIn({ client }: CommandLine, userName: string | undefined): Promise<void> {
  const { phase, people } = await client.store.state({})
  if (phase === 'none') throw new Refusal({ code: 'store.not-found' })
  const { userId } = pickPerson(people, userName)
  await client.store.signIn({ userId, password: passphrase() })
}

/** Works and closes the store whatever happened; a defect comes out with what the router logged of it. */
export async function onLine<T>(
  line: CommandLine,
  work: (line: CommandLine) => Promise<T>,
): Promise<T> {
  try {
    return await work(line)
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'DEFECT') throw new Defect(line.defects.at(-1))
    throw error
  } finally {
    await line.close()
  }
}

/** Opens the store, signs in and works. */
export async function signedIn<T>(
  options: { store: string; user: string | undefined; files?: ChosenFiles; press?: Press },
  work: (line: CommandLine) => Promise<T>,
): Promise<T> {
  return onLine(commandLine(options.store, options.files, options.press), async (line) => {
    await signIn(line, options.user)
    return work(line)
  })
}
