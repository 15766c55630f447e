import { committeeKinds } from '#db/domain/body-settings.ts'
import { parseLocalDate } from '#db/domain/local-date.ts'
import { DomainError } from '#db/domain/errors.ts'
import { seedCases } from '#db/services/seed.ts'
import { Refusal, UsageError } from './failure.ts'
import { commandLine, onLine, passphrase, pickPerson, signedIn } from './session.ts'
import { wholeNumber, type Arguments } from './verbs.ts'

/** A new store with its first head; the recovery key is told this once. */
export async function init(given: Arguments<'init'>) {
  const kinds = committeeKinds.map(({ code }) => code)
  const kind = kinds.find((code) => code === (given.kind ?? 'social'))
  if (!kind) throw new UsageError('cli.usage', `--kind is one of ${kinds.join(', ')}`)
  const password = passphrase()
  return onLine(commandLine(given.store), async ({ client, core }) => {
    const { recoveryKey } = await client.store.create({
      body: {
        fullName: given.body,
        shortName: given.short,
        sealName: given.seal ?? given.body,
        address: given.address ?? '',
        phone: given.phone ?? '',
        region: given.region ?? '',
        letterhead: given.letterhead ?? '',
        committeeKind: kind,
      },
      userName: given.user,
      password,
      practice: given.practice ?? false,
    })
    return { store: core.dir, user: given.user, recoveryKey }
  })
}

const mostSeeded = 1_000_000
const largestSeed = 4_294_967_295

/** Made-up cases; the app does the same for its practice centre. */
export async function seed(given: Arguments<'seed'>) {
  const count = wholeNumber('cases', given.cases, 1, mostSeeded)
  const number = wholeNumber('seed', given.seed, 0, largestSeed)
  if (given.until !== undefined && !parseLocalDate(given.until))
    throw new UsageError('cli.usage', '--until is a date such as 2026-11-22')
  return signedIn({ store: given.store, user: given.user }, async ({ core, connection }) => {
    const { actor } = connection
    if (!core.store || !actor) throw new DomainError('users.notSignedIn')
    if (actor.role !== 'head' && actor.role !== 'administrator')
      throw new DomainError('users.notPermitted')
    const begun = performance.now()
    const seeded = await seedCases(core.store, {
      count,
      seed: number,
      now: given.until === undefined ? core.clock.now() : `${given.until}T04:00:00.000Z`,
      actor: { id: actor.userId, name: actor.name, role: actor.role },
      calendar: core.calendar,
    })
    return { ...seeded, seconds: Math.round(performance.now() - begun) / 1000 }
  })
}

/** A backup into a new file. */
export async function backup(given: Arguments<'backup'>) {
  const files = { save: given.out }
  return signedIn({ store: given.store, user: given.user, files }, async ({ client }) => {
    const { name, size } = await client.backups.make({ elsewhere: true })
    if (name === undefined) throw new Refusal({ code: 'backups.failed' })
    return { file: given.out, bytes: size }
  })
}

/** A store from a backup, in an empty folder or over the store that is there (which stays beside it). */
export async function restore(given: Arguments<'restore'>) {
  const secret = process.env['TANXIN_RECOVERY_KEY']
  const password = secret ? undefined : passphrase()
  return onLine(commandLine(given.store, { open: given.file }), async ({ client, core }) => {
    const { preview } = await client.store.chooseBackup({})
    if (!preview) throw new Refusal({ code: 'backup.not-found' })
    const who = secret
      ? { recoveryKey: secret }
      : { userId: pickPerson(preview.people, given.user).userId, password }
    const restored = await client.store.restore({ handle: preview.handle, ...who })
    return { store: core.dir, madeAt: preview.createdAt, ...restored }
  })
}
