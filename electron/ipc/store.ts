import { basename } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { store as contract } from '#contract/store.ts'
import { isRole, type Role } from '#db/domain/roles.ts'
import { DomainError } from '#db/domain/errors.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { listUsers } from '#db/queries/users.ts'
import { seedCases } from '#db/services/seed.ts'
import { insertUser } from '#db/services/users.ts'
import { previewBackup, restoreBackup, type RestoreSecret } from '#db/restore.ts'
import { storeChecks } from '#db/store-checks.ts'
import type { SlotUser } from '#db/store/keyslots.ts'
import type { Store } from '#db/store/opened-store.ts'
import {
  createStore,
  listSignInNames,
  signInWaitMs,
  storeExists,
  unlockStore,
  unlockWithRecoveryKey,
} from '#db/store/store.ts'
import { StoreError } from '#db/store/store-error.ts'
import { purgeDue } from '#db/services/recordings.ts'
import type { Handlers, TaskContext } from './context.ts'
import type { Core } from './core.ts'
import { dropDutyCopy, refreshDutyCopy } from './duty/duty-copy.ts'
import { takeInMail } from './duty/take-in.ts'
import { readLabel, writeLabel } from './label.ts'
import { backupEnded } from './make-backup.ts'
import { printingEnded } from './print-queue.ts'
import { putOnPaper } from './put-on-paper.ts'
import { recoveryKeyPaper } from './store-papers.ts'

const person = ({ userId, userName, role }: SlotUser) => ({
  userId,
  name: userName,
  role: roleOf(role),
})

const roleOf = (text: string): Role => {
  if (!isRole(text)) throw new StoreError('store.damaged', { part: 'keyslots' })
  return text
}

const openOptions = (core: Core) => ({
  dir: core.dir,
  clock: core.clock,
  appVersion: core.appVersion,
  ...(core.cost ? { cost: core.cost } : {}),
  onTrouble: (error: unknown) => {
    core.log('error', 'store.trouble', {
      thrown: error instanceof Error ? error.name : typeof error,
    })
  },
})

/** Who the users table says this is: the slot opens the store, the row gives the role. */
async function enter(context: TaskContext, store: Store, userId: string) {
  const { core, connection } = context
  const user = (await listUsers(store.db)).find(({ id }) => id === userId)
  if (!user?.active) {
    await store.close()
    throw new DomainError('users.disabled')
  }
  await leave(core)
  core.store = store
  connection.actor = { userId, name: user.name, role: user.role }
  // Sound whose days are over goes with the first sign-in of the day.
  await context.write({ kind: 'user', id: userId }, (tx) => purgeDue({ tx, now: context.now }))
  const body = await getSetting(store.db, 'body')
  writeLabel(core.dir, {
    bodyName: body.fullName,
    practice: await getSetting(store.db, 'practice'),
  })
  await takeInMail(core, store, connection.actor)
  await refreshDutyCopy(core)
  return { userId, name: user.name, role: user.role }
}

const practiceCases = 48

/** A few dozen made-up cases in all states, and people to sign in as: each with the head's own password. */
async function fillPracticeCentre(
  { now, core }: TaskContext,
  opened: Store,
  head: { userId: string; name: string; role: Role; password: string },
) {
  const actor = { id: head.userId, name: head.name, role: head.role }
  await seedCases(opened, { count: practiceCases, seed: 1, now, actor, calendar: core.calendar })
  for (const user of await listUsers(opened.db))
    if (user.id !== head.userId)
      await opened.keyring.put(
        { userId: user.id, userName: user.name, role: user.role },
        head.password,
      )
}

/** Closes the open store after whatever is being written: a save in flight, a backup that needs the key. */
async function leave(core: Core) {
  const { store } = core
  if (!store) return
  core.store = undefined
  await printingEnded(store)
  await backupEnded(core)
  await store.db.connection().execute(() => Promise.resolve())
  await store.close()
}

export const store: Handlers<typeof contract> = {
  async state({ core, connection }) {
    if (!storeExists(core.dir))
      return {
        phase: 'none',
        bodyName: '',
        practice: false,
        people: [],
        alarms: [],
      }
    const slots = listSignInNames(core.dir)
    const waitOf = (userId: string) => signInWaitMs(core.dir, userId, core.clock)
    const label = readLabel(core.dir)
    const me = core.store ? connection.actor : undefined
    return {
      phase: core.store ? 'open' : 'locked',
      ...label,
      people: slots.map((slot) => ({
        ...person(slot),
        waitSeconds: Math.ceil(waitOf(slot.userId) / 1000),
      })),
      ...(me ? { me: { userId: me.userId, name: me.name, role: me.role } } : {}),
      alarms: core.store?.alarm ? [{ code: core.store.alarm.code }] : [],
    }
  },
  async create(context, { body, userName, password, practice }) {
    const { core, now } = context
    const userId = uuid()
    const { recoveryKey } = await createStore({
      ...openOptions(core),
      userId,
      userName: userName.trim(),
      role: 'head',
      password,
      setUp: async (tx) => {
        await insertUser(tx, { id: userId, name: userName.trim(), role: 'head' }, now)
        await putSetting(tx, 'body', body, now)
        await putSetting(tx, 'practice', practice, now)
      },
    })
    writeLabel(core.dir, { bodyName: body.fullName, practice })
    const opened = await unlockStore({ ...openOptions(core), userId, password })
    const head = await enter(context, opened, userId)
    if (practice) {
      await fillPracticeCentre(context, opened, { ...head, password })
      await refreshDutyCopy(core)
    }
    return { recoveryKey }
  },
  async putRecoveryKeyOnPaper({ core, now }, { recoveryKey, channel }) {
    const label = readLabel(core.dir)
    const outcome = await putOnPaper(core, recoveryKeyPaper(label, recoveryKey, now), {
      channel,
      copies: 1,
    })
    return { done: outcome.done }
  },
  async signIn(context, { userId, password }) {
    const opened = await unlockStore({ ...openOptions(context.core), userId, password })
    return enter(context, opened, userId)
  },
  async recover(context, { recoveryKey, userId, newPassword }) {
    const recovered = await unlockWithRecoveryKey({
      ...openOptions(context.core),
      recoveryKey,
      userId,
      newPassword,
    })
    try {
      await enter(context, recovered.store, userId)
    } catch (error) {
      // The old key is void by now: the new one must be shown, even to somebody who was switched off.
      if (!(error instanceof DomainError) || error.code !== 'users.disabled') throw error
    }
    return { recoveryKey: recovered.recoveryKey }
  },
  async lock({ core, connection }) {
    connection.actor = undefined
    await leave(core)
    core.host.endCore()
    return {}
  },
  async changePassword(context, { oldPassword, newPassword }) {
    const { userId } = context.actor()
    const { keyring } = context.core.store ?? {}
    if (!keyring) throw new DomainError('store.locked')
    await keyring.changePassword(userId, oldPassword, newPassword)
    // Sound whose days are over goes with the first sign-in of the day.
    await context.write({ kind: 'user', id: userId }, (tx) => purgeDue({ tx, now: context.now }))
    return {}
  },
  async chooseBackup({ core }) {
    const [file] = await core.host.chooseOpenFiles({
      title: '选择备份文件',
      extensions: ['tanxin'],
      many: false,
    })
    if (file === undefined) return {}
    const preview = await previewBackup(file)
    const handle = uuid()
    core.pickedFiles.set(handle, file)
    return {
      preview: {
        handle,
        fileName: basename(file),
        createdAt: preview.createdAt,
        bodyName: preview.labels['bodyName'] ?? '',
        caseCount: preview.counts['cases'] ?? 0,
        lastCaseNumber: preview.labels['lastCaseNumber'] ?? '',
        people: preview.people.map(person),
      },
    }
  },
  async restore(context, { handle, userId, password, recoveryKey }) {
    const { core } = context
    const file = core.pickedFiles.get(handle)
    if (file === undefined) throw new DomainError('backups.notFound')
    context.connection.actor = undefined
    await leave(core)
    const restored = await restoreBackup({
      file,
      dir: core.dir,
      clock: core.clock,
      secret: secretOf(userId, password, recoveryKey),
      checks: storeChecks,
      replaceOtherStore: true,
    })
    const { labels } = await previewBackup(file)
    dropDutyCopy(core.dir)
    writeLabel(core.dir, {
      bodyName: labels['bodyName'] ?? '',
      practice: readLabel(core.dir).practice,
    })
    return {
      caseCount: restored.counts['cases'] ?? 0,
      previousKeptAs: restored.previousGeneration ?? '',
    }
  },
}

function secretOf(userId?: string, password?: string, recoveryKey?: string): RestoreSecret {
  if (recoveryKey !== undefined) return { kind: 'recoveryKey', recoveryKey }
  if (userId === undefined || password === undefined) throw new DomainError('users.wrongPassword')
  return { kind: 'password', userId, password }
}
