import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { Contract } from '#contract/index.ts'
import type { BodySettings } from '#db/domain/body-settings.ts'
import type { Role } from '#db/domain/roles.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { Connection, Core } from '#ipc/core.ts'
import { loadResources } from '#ipc/resources.ts'
import { printingEnded } from '#ipc/print-queue.ts'
import { createRouter } from '#ipc/router.ts'
import { cheapCost, testClock, type TestClock } from '#tests/db/store-fixture.ts'
import { fakeHost, type FakeHost } from './fake-host.ts'

export type Client = ContractRouterClient<Contract>

export const body: BodySettings = {
  fullName: '云溪镇人民调解委员会',
  shortName: '云人调',
  sealName: '云溪镇人民调解委员会',
  address: '云溪镇中心路1号',
  phone: '',
  region: '',
  letterhead: '',
  committeeKind: 'town',
}
export const password = '练习口令-practice'

const resources = new URL('../../resources', import.meta.url).pathname

export type Centre = {
  core: Core
  host: FakeHost
  clock: TestClock
  /** Codes and fields of what was logged. */
  log: { level: string; code: string; fields: Record<string, unknown> }[]
  /** A page's port of its own, where nobody has signed in. */
  connect(): Client
  /** Signs in on a port of its own. */
  signIn(userName: string, typed?: string): Promise<Client>
  store(): Store
  close(): Promise<void>
}

/** A core over an empty folder, as the app starts it. */
export function newCentre(clock = testClock()): Centre {
  const folder = mkdtempSync(join(tmpdir(), 'tanxin-centre-'))
  const host = fakeHost()
  const log: Centre['log'] = []
  const core: Core = {
    dir: join(folder, 'store'),
    appVersion: '0.0.0-test',
    host,
    clock,
    log: (level, code, fields = {}) => {
      log.push({ level, code, fields })
    },
    ...loadResources(resources),
    cost: { ...cheapCost, r: 8 },
    store: undefined,
    backupRunning: false,
    pickedFiles: new Map(),
  }
  const router = createRouter()
  const connect = (): Client => {
    const connection: Connection = { actor: undefined }
    return createRouterClient(router, { context: { core, connection } }) as unknown as Client
  }
  return {
    core,
    host,
    clock,
    log,
    connect,
    async signIn(userName, typed = password) {
      const client = connect()
      const { people } = await client.store.state({})
      const person = people.find(({ name }) => name === userName)
      if (!person) throw new Error(`nobody is called ${userName}`)
      await client.store.signIn({ userId: person.userId, password: typed })
      return client
    },
    store() {
      if (!core.store) throw new Error('the store is closed')
      return core.store
    },
    async close() {
      if (core.store) await printingEnded(core.store)
      await core.store?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const staff = {
  head: '林主任',
  receptionist: '周窗口',
  mediator: '吴调解',
  otherMediator: '郑调解',
  lawyer: '孙律师',
  administrator: '钱管理',
} as const
export type StaffKey = keyof typeof staff

const roleOf = (key: StaffKey): Role => (key === 'otherMediator' ? 'mediator' : key)

export type StaffedCentre = Centre & {
  recoveryKey: string
  ids: Record<StaffKey, string>
  /** Everyone signed in, each on a port of their own. */
  as: Record<StaffKey, Client>
}

/** A centre with its people, all of them signed in. */
export async function openCentre(clock?: TestClock): Promise<StaffedCentre> {
  const centre = newCentre(clock)
  const head = centre.connect()
  const { recoveryKey } = await head.store.create({
    body,
    userName: staff.head,
    password,
    practice: false,
  })
  for (const key of Object.keys(staff) as StaffKey[])
    if (key !== 'head') await head.users.create({ name: staff[key], role: roleOf(key), password })
  const users = await head.users.list({})
  const entries = await Promise.all(
    (Object.keys(staff) as StaffKey[]).map(async (key) => {
      const id = users.find(({ name }) => name === staff[key])?.id
      if (!id) throw new Error(`${key} was not created`)
      return [key, id] as const
    }),
  )
  const clients = new Map<StaffKey, Client>()
  for (const key of Object.keys(staff) as StaffKey[])
    clients.set(key, await centre.signIn(staff[key]))
  return {
    ...centre,
    recoveryKey,
    ids: Object.fromEntries(entries) as Record<StaffKey, string>,
    as: Object.fromEntries(clients) as Record<StaffKey, Client>,
  }
}
