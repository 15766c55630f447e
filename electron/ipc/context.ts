import type { z } from 'zod'
import type { Actor } from '#db/domain/access/case-access.ts'
import type { Reader, Tx } from '#db/schema.ts'
import type { Wall } from '#db/store/wall.ts'
import type { Operation, OperationKind } from '#contract/operation.ts'
import type { Core, Connection } from './core.ts'
import type { Resources } from './resources.ts'

export type Signed = Actor & { name: string }

/** What a command's audit row names; ids only, never personal data. */
export type AuditObject = {
  kind: string
  id: string
  /** Digest of the paper that this step signed or locked: the chain then vouches for it. */
  sha256?: string | undefined
  /** Digest of the signatures under that paper, strokes included. */
  signatures?: string | undefined
}

/** `resources`: tables of law and texts of forms, as loaded when the core started. */
export type QueryContext = {
  db: Reader
  wall: Wall
  actor: Signed
  now: string
  resources: Resources
}
export type CommandContext = {
  tx: Tx
  wall: Wall
  resources: Resources
  actor: Signed
  now: string
  /** Says what the one audit row is about; a command that never says it is a defect. */
  about(kind: string, id: string, digests?: Pick<AuditObject, 'sha256' | 'signatures'>): void
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
