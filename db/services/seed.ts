import type { BodySettings } from '../domain/body-settings.ts'
import { isClosed } from '../domain/case/status.ts'
import type { HolidayYear } from '../domain/deadline/period.ts'
import { DomainError } from '../domain/errors.ts'
import { fileNumber } from '../domain/file-number.ts'
import { localDateOf, yearOf, type LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import { getSetting } from '../queries/settings.ts'
import { listUsers } from '../queries/users.ts'
import type { Connection } from '../open.ts'
import type { Tx } from '../schema.ts'
import type { Store } from '../store/opened-store.ts'
import { writeCase, type SeedCase, type SeedPerson, type SeedTeam } from './seed-case.ts'
import { seedLawyers } from './seed-lawyers.ts'
import { planCases, timelineOf, wordStream, type SeedPlan } from './seed-plan.ts'
import { seedOffices } from './seed-strengthening.ts'
import { streamOf } from './seed-random.ts'
import { rowWriter } from './seed-writer.ts'
import { insertUser } from './users.ts'

export type SeedOptions = {
  count: number
  /** The same seed gives an empty store the same cases; ids of people who are already there are not of its making. */
  seed: number
  /** UTC instant: the cases lie before this day. */
  now: string
  /** Who runs it: stands in the log, and as head in the cases. */
  actor: SeedPerson & { role: Role }
  /** Days off, on which no made-up lawyer is on duty; without them weekends only are known. */
  calendar?: readonly HolidayYear[]
}

export type Seeded = { cases: number; staff: string[]; batches: number }

const casesPerBatch = 2000
/** Held as objects before they become rows. */
const casesPerFlush = 50
/** So many cases are for reading, of the others the closed ones for number. */
const casesToRead = 500

/** People whom a centre without mediators is given: rows only, so each needs a password before signing in. */
const staff: readonly { name: string; role: Role }[] = [
  { name: '周窗口', role: 'receptionist' },
  { name: '吴调解', role: 'mediator' },
  { name: '郑调解', role: 'mediator' },
  { name: '孙律师', role: 'lawyer' },
]

type Crew = { head: SeedPerson; windows: SeedPerson[]; mediators: SeedPerson[] }

/**
 * Fills the open store with made-up cases in all states, in batches of one transaction and one audit row each.
 * Everything that a service would have refused is kept to: numbers without gaps, legal steps, frozen texts.
 */
export async function seedCases(store: Store, options: SeedOptions): Promise<Seeded> {
  const { count, now } = options
  await refuseRealCases(store)
  const seed = await seedFor(store, options)
  const today = localDateOf(now)
  const plans = planCases(seed, count, today)
  const { crew, added } = await findCrew(store, options)
  const body = await getSetting(store.db, 'body')
  let batches = 0
  for (let from = 0; from < plans.length; from += casesPerBatch) {
    const batch = plans.slice(from, from + casesPerBatch)
    await inOneStep(store, options, `cases ${batch.length}`, async (tx) => {
      await seedOffices(tx, streamOf(seed, -3), now, options.actor.id)
      const numbers = await numbersOf(tx)
      const cases = batch.map((plan) => drawCase({ seed, today }, plan, crew, body, numbers))
      giveFileNumbers(cases, body.shortName, numbers)
      const write = rowWriter(store.connection)
      for (const [index, each] of cases.entries()) {
        writeCase(write, each)
        if (index % casesPerFlush === casesPerFlush - 1) write.flush()
      }
      write.flush()
      storeNumbers(store.connection, numbers)
    })
    batches += 1
  }
  await addLawyers(store, options, seed)
  return { cases: plans.length, staff: added, batches }
}

/** Volunteer lawyers with their rota, where there are none. */
async function addLawyers(store: Store, options: SeedOptions, seed: number) {
  const known = await store.db.selectFrom('lawyers').select('id').limit(1).executeTakeFirst()
  if (known) return
  const { now, actor, calendar = [] } = options
  await inOneStep(store, options, 'lawyers', (tx) =>
    seedLawyers(tx, { random: streamOf(seed, -4), now, actor, calendar }),
  )
}

/** @policy Made-up cases never stand among real ones: those they would be counted and numbered with. */
async function refuseRealCases({ db }: Store) {
  const real = await db
    .selectFrom('cases')
    .select('id')
    .where('practice', '=', 0)
    .limit(1)
    .executeTakeFirst()
  if (real) throw new DomainError('store.practiceOnly')
}

/** In an empty store the seed itself; where cases are, another that hangs on it: the same ids cannot come twice. */
async function seedFor({ db }: Store, { seed }: SeedOptions): Promise<number> {
  const { cases } = await db
    .selectFrom('cases')
    .select((expression) => expression.fn.countAll<number>().as('cases'))
    .executeTakeFirstOrThrow()
  return cases === 0 ? seed : seed ^ Math.imul(cases, 0x27d4eb2f)
}

/** One transaction with one line in the log. */
async function inOneStep(
  store: Store,
  { now, actor }: SeedOptions,
  result: string,
  work: (tx: Tx) => Promise<void>,
) {
  await store.db.transaction().execute(async (tx) => {
    await work(tx)
    await store.appendAudit(tx, {
      at: now,
      actorId: actor.id,
      actorRole: actor.role,
      operation: 'store.seed',
      objectKind: 'store',
      objectId: store.storeId,
      result,
    })
  })
  store.afterCommit()
}

/** The people of the centre; those it lacks are added. */
async function findCrew(
  store: Store,
  options: SeedOptions,
): Promise<{ crew: Crew; added: string[] }> {
  const known = (await listUsers(store.db)).filter(({ active }) => active)
  const missing = known.some(({ role }) => role === 'mediator')
    ? []
    : staff.filter(({ name }) => !known.some((user) => user.name === name))
  if (missing.length > 0) {
    const random = streamOf(options.seed, -2)
    await inOneStep(store, options, `staff ${missing.length}`, async (tx) => {
      for (const { name, role } of missing)
        await insertUser(tx, { id: random.uuid(options.now), name, role }, options.now)
    })
  }
  const people = (await listUsers(store.db)).filter(({ active }) => active)
  const withRole = (role: Role): SeedPerson[] => people.filter((user) => user.role === role)
  const head = withRole('head')[0] ?? options.actor
  const windows = withRole('receptionist')
  return {
    crew: { head, windows: windows.length > 0 ? windows : [head], mediators: withRole('mediator') },
    added: missing.map(({ name }) => name),
  }
}

function drawCase(
  { seed, today }: { seed: number; today: LocalDate },
  plan: SeedPlan,
  crew: Crew,
  body: BodySettings,
  numbers: Numbers,
): SeedCase {
  const random = wordStream(seed, plan)
  const timeline = timelineOf(seed, plan)
  const mediator = random.pick(crew.mediators)
  const window = random.pick(crew.windows)
  const team: SeedTeam = { head: crew.head, window, mediator, recorder: window.name }
  const seq = numbers.next('case', yearOf(localDateOf(timeline.appliedAt)))
  const isBrief = plan.index >= casesToRead && isClosed(timeline.status)
  return { random, timeline, team, body, today, seq, fileNumber: undefined, isBrief }
}

/** In the order of the approvals, as the head would have given them. */
function giveFileNumbers(cases: readonly SeedCase[], shortName: string, numbers: Numbers) {
  const approvals = cases.flatMap((each) => {
    const at = each.timeline.versions.find(({ approvedAt }) => approvedAt)?.approvedAt
    return at ? [{ each, at }] : []
  })
  for (const { each, at } of approvals.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const year = yearOf(localDateOf(at))
    const seq = numbers.next('agreement', year)
    each.fileNumber = { year, seq, text: fileNumber(year, shortName, seq) }
  }
}

type Numbers = {
  next(kind: 'case' | 'agreement', year: number): number
  used(): { kind: string; year: number; last: number }[]
}

/** Continues the store's sequences; read inside the batch, since another process may number cases too. */
async function numbersOf(tx: Tx): Promise<Numbers> {
  const rows = await tx.selectFrom('number_sequences').selectAll().execute()
  const last = new Map(rows.map((row) => [`${row.kind} ${row.year}`, row.last]))
  return {
    next(kind, year) {
      const key = `${kind} ${year}`
      const number = (last.get(key) ?? 0) + 1
      last.set(key, number)
      return number
    },
    used: () =>
      [...last].map(([key, number]) => {
        const [kind = '', year = ''] = key.split(' ')
        return { kind, year: Number(year), last: number }
      }),
  }
}

function storeNumbers(connection: Connection, numbers: Numbers) {
  for (const { kind, year, last } of numbers.used())
    connection.run(
      `INSERT INTO number_sequences (kind, year, last) VALUES (?, ?, ?)
       ON CONFLICT (kind, year) DO UPDATE SET last = excluded.last`,
      [kind, year, last],
    )
}
