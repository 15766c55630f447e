import { implement, type AnyProcedure } from '@orpc/server'
import { v7 as uuid } from 'uuid'
import { contract, type Contract } from '#contract/index.ts'
import type { Operation, OperationMeta } from '#contract/operation.ts'
import { DomainError } from '#db/domain/errors.ts'
import { findActiveUser } from '#db/queries/users.ts'
import { StepRefused } from '#db/services/step-refused.ts'
import { StoreError } from '#db/store/store-error.ts'
import { agreements } from './agreements.ts'
import { attachments } from './attachments.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { cases } from './cases.ts'
import { clauses } from './clauses.ts'
import type {
  AuditObject,
  CommandContext,
  Handlers,
  QueryContext,
  Signed,
  TaskContext,
} from './context.ts'
import type { Connection, Core, LogFields } from './core.ts'
import { refreshDutyCopy } from './duty/duty-copy.ts'
import { drafts } from './drafts.ts'
import { intake } from './intake.ts'
import { offers } from './offers.ts'
import { refreshLaw } from './own-law.ts'
import { papers } from './papers.ts'
import { readBacks } from './read-backs.ts'
import { recordings } from './recordings.ts'
import { sessions } from './sessions.ts'
import { settings } from './settings.ts'
import { store } from './store.ts'
import { transact } from './transact.ts'
import { users } from './users.ts'
import { volumes } from './volumes.ts'
import { templates } from './templates.ts'
import { sheets } from './sheets.ts'
import { scans } from './scans.ts'
import { printing } from './printing.ts'
import { dossiers } from './dossiers.ts'
import { figures } from './figures.ts'
import { calculations } from './calculations.ts'
import { holidays } from './holidays.ts'
import { clocks } from './clocks.ts'
import { visits } from './visits.ts'
import { offices } from './offices.ts'
import { strengthening } from './strengthening.ts'
import { obligations } from './obligations.ts'
import { firms } from './firms.ts'
import { lawyers } from './lawyers.ts'
import { desks } from './desks.ts'
import { rotas } from './rotas.ts'
import { duties } from './duties.ts'
import { requests } from './requests.ts'
import { bookings } from './bookings.ts'
import { consultations } from './consultations.ts'
import { rotaPapers } from './rota-papers.ts'

export const handlers: { readonly [S in keyof Contract]: Handlers<Contract[S]> } = {
  store,
  settings,
  users,
  intake,
  cases,
  sessions,
  agreements,
  offers,
  clauses,
  drafts,
  readBacks,
  recordings,
  attachments,
  papers,
  sheets,
  dossiers,
  volumes,
  scans,
  printing,
  templates,
  obligations,
  strengthening,
  offices,
  visits,
  clocks,
  holidays,
  calculations,
  figures,
  firms,
  lawyers,
  desks,
  rotas,
  duties,
  requests,
  bookings,
  consultations,
  rotaPapers,
  backups,
  audit,
}

export type DoorContext = { core: Core; connection: Connection }

/** A handler once its kind is known only at run time; typed exactly in `Handlers`. */
type AnyHandler = (context: never, input: never) => Promise<unknown>

/** Known operation → parsed input (oRPC) → permitted role → reader, transaction or ports → reply as data. */
function bind(name: string, operation: Operation, handler: AnyHandler): AnyProcedure {
  const meta = operation['~orpc'].meta
  return implement<Operation, DoorContext>(operation).handler(
    async ({ context, input, errors }) => {
      const { core, connection } = context
      try {
        if (meta.allow !== 'anyone') refreshActor(core, connection)
        const actor = permit(meta, connection)
        return await answer(name, meta, handler, { core, connection, actor, input })
      } catch (error) {
        const refused = refusalOf(error)
        if (refused) throw errors.REFUSED({ data: refused, message: refused.code })
        const ref = uuid().slice(-8)
        core.log('error', 'defect', { ref, operation: name, ...describe(error) })
        throw errors.DEFECT({ data: { ref }, message: 'defect' })
      }
    },
  )
}

/** Name and role are those of the users table at this moment; whoever was switched off is signed out. */
function refreshActor({ store }: Core, connection: Connection) {
  if (store && connection.actor)
    connection.actor = findActiveUser(store.connection, connection.actor.userId)
}

function permit(meta: OperationMeta, connection: Connection): Signed | undefined {
  if (meta.allow === 'anyone') return connection.actor
  if (!connection.actor) throw new DomainError('users.notSignedIn')
  if (meta.allow !== 'signedIn' && !meta.allow.includes(connection.actor.role))
    throw new DomainError('users.notPermitted')
  return connection.actor
}

type Call = DoorContext & { actor: Signed | undefined; input: unknown }

async function answer(name: string, meta: OperationMeta, handler: AnyHandler, call: Call) {
  const answered = await ask(name, meta, handler, call)
  // What the lock screen shows is a copy beside the store.
  if (meta.touches.includes('duties')) await refreshDutyCopy(call.core)
  return answered
}

async function ask(name: string, meta: OperationMeta, handler: AnyHandler, call: Call) {
  const { core, connection, input } = call
  const now = core.clock.now()
  if (core.store && core.lawOf !== core.store) refreshLaw(core)
  if (meta.kind === 'task') {
    const run = handler as (context: TaskContext, input: unknown) => Promise<unknown>
    return run(taskContext(name, core, connection, now), input)
  }
  const { store, actor } = signedIn(core, call.actor)
  if (meta.kind === 'query') {
    const run = handler as (context: QueryContext, input: unknown) => Promise<unknown>
    return run({ db: store.db, wall: store.wall, actor, now, resources: core }, input)
  }
  core.lastCommandAt = now
  const run = handler as (context: CommandContext, input: unknown) => Promise<unknown>
  const words = { at: now, actor, operation: name, logged: meta.logged }
  const answered = await transact(store, words, async (tx) => {
    let object: AuditObject | undefined
    const about: CommandContext['about'] = (kind, id, digests) => {
      object = { kind, id, ...digests }
    }
    const output = await run({ tx, wall: store.wall, resources: core, actor, now, about }, input)
    if (!object) throw new Error(`${name} did not say what it was about`)
    return { output, object }
  })
  if (meta.touches.some((slice) => slice === 'holidays' || slice === 'figures')) refreshLaw(core)
  return answered
}

function signedIn(core: Core, actor: Signed | undefined) {
  if (!core.store) throw new DomainError('store.locked')
  if (!actor) throw new DomainError('users.notSignedIn')
  return { store: core.store, actor }
}

/** What a task is handed; also for what the command line does without an operation of its own. */
export function taskContext(
  name: string,
  core: Core,
  connection: Connection,
  now: string,
): TaskContext {
  const actor = () => signedIn(core, connection.actor).actor
  return {
    core,
    connection,
    now,
    actor,
    read: (fn) => fn(signedIn(core, connection.actor).store.db),
    write: (object, fn) =>
      transact(
        signedIn(core, connection.actor).store,
        { at: core.clock.now(), actor: actor(), operation: name },
        async (tx) => ({ output: await fn(tx), object }),
      ),
  }
}

type Refused = {
  code: string
  details?: Record<string, string | number | boolean>
  reasons?: {
    code: string
    ruleId?: string
    path?: string
    details?: Record<string, string | number | boolean>
  }[]
}

/** What a person can mend; undefined for a defect. */
function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof StepRefused)
    return { code: error.code, reasons: error.reasons.map((reason) => ({ ...reason })) }
  if (error instanceof DomainError || error instanceof StoreError)
    return { code: error.code, details: plain(error.details) }
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL')
    return { code: 'store.diskFull' }
  return undefined
}

function plain(details: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(details).filter(
      (entry): entry is [string, string | number | boolean] =>
        typeof entry[1] === 'string' ||
        typeof entry[1] === 'number' ||
        typeof entry[1] === 'boolean',
    ),
  )
}

/** Names and places of a defect, never its message: a message may quote case text. */
function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { thrown: typeof error }
  // A message may have lines that look like frames.
  const stack = (error.stack ?? '').replace(error.message, '')
  const frames = stack.split('\n').filter((text) => /^\s+at .+:\d+:\d+\)?$/.test(text))
  const at = frames.slice(0, 4).map((text) => text.trim().replace(/\(?\S*\/(?=[^/]+:\d+:\d+)/, '('))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { thrown: error.name, code, at: at.join(' < ') }
}

export type Router = Record<string, Record<string, AnyProcedure>>

/** The same router behind the window's port, the command line and the tests. */
export function createRouter(): Router {
  const slices: Router = {}
  for (const [slice, operations] of Object.entries(contract)) {
    const answers: Record<string, AnyHandler> = handlers[slice as keyof Contract]
    const bound: Record<string, AnyProcedure> = {}
    for (const [verb, operation] of Object.entries<Operation>(operations)) {
      const handler = answers[verb]
      if (!handler) throw new Error(`${slice}.${verb} has no handler`)
      bound[verb] = bind(`${slice}.${verb}`, operation, handler)
    }
    slices[slice] = bound
  }
  return slices
}
