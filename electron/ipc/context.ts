import type { z } from 'zod'
import type { Actor } from '#db/domain/access/case-access.ts'
import type { HolidayYear } from '#db/domain/deadline/period.ts'
import type { Reader, Tx } from '#db/schema.ts'
import type { Operation, OperationKind } from '#contract/operation.ts'
import type { Core, Connection } from './core.ts'

export type Signed = Actor & { name: string }

/** What a command's audit row names; ids only, never personal data. */
export type AuditObject = { kind: string; id: string }

/** `calendar`: the yearly tables of days off, as loaded when the core started. */
export type QueryContext = {
  db: Reader
  actor: Signed
  now: string
  calendar: readonly HolidayYear[]
}
export type CommandContext = {
  tx: Tx
  actor: Signed
  now: string
  /** Says what the one audit row is about; a command that never says it is a defect. */
  about(kind: string, id: string): void
}
/** A task may wait for people and machines; it writes in short transactions, each with its audit row. */
export type TaskContext = {
  core: Core
  connection: Connection
  now: string
  /** @throws DomainError users.notSignedIn */
  actor(): Signed
  read<T>(fn: (db: Reader) => Promise<T>): Promise<T>
  write<T>(about: AuditObject, fn: (tx: Tx) => Promise<T>): Promise<T>
}

type Contexts = { query: QueryContext; command: CommandContext; task: TaskContext }

export type HandlerOf<O> =
  O extends Operation<infer K extends OperationKind, infer I, infer R>
    ? (context: Contexts[K], input: z.output<I>) => Promise<z.input<R>>
    : never

/** One handler per operation of a slice; a missing or wrong one does not compile. */
export type Handlers<Slice> = { readonly [Name in keyof Slice]: HandlerOf<Slice[Name]> }
