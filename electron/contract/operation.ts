import { oc, type ContractProcedure, type MergedErrorMap } from '@orpc/contract'
import { z } from 'zod'
import type { Role } from '#db/domain/roles.ts'

/** The slices of the cache: a command's `touches` makes the page ask these again. */
export const slices = [
  'store',
  'users',
  'settings',
  'intake',
  'cases',
  'sessions',
  'agreements',
  'offers',
  'clauses',
  'drafts',
  'readBacks',
  'recordings',
  'attachments',
  'papers',
  'sheets',
  'dossiers',
  'volumes',
  'scans',
  'printing',
  'templates',
  'obligations',
  'strengthening',
  'offices',
  'visits',
  'clocks',
  'holidays',
  'calculations',
  'figures',
  'firms',
  'lawyers',
  'desks',
  'rotas',
  'duties',
  'requests',
  'bookings',
  'consultations',
  'backups',
  'audit',
] as const
export type Slice = (typeof slices)[number]

/** 'anyone' may ask before signing in; 'signedIn' is every role. */
export type Allow = 'anyone' | 'signedIn' | readonly Role[]

export type OperationKind = 'query' | 'command' | 'task'
export type OperationMeta<K extends OperationKind = OperationKind> = {
  kind: K
  allow: Allow
  touches: readonly Slice[]
  /** False for what is no record, such as where somebody's cursor stands: it writes no audit row. */
  logged: boolean
}

const reasonSchema = z.object({
  code: z.string(),
  ruleId: z.string().optional(),
  path: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})

/** Errors cross the door as data: REFUSED can be mended by a person, DEFECT carries the log line's ref. */
const errors = {
  REFUSED: { data: reasonSchema.extend({ reasons: z.array(reasonSchema).optional() }) },
  DEFECT: { data: z.object({ ref: z.string() }) },
}
type Errors = MergedErrorMap<Record<never, never>, typeof errors>

type Definition<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; allow: Allow }
type WritingDefinition<I extends z.ZodType, O extends z.ZodType> = Definition<I, O> & {
  touches: readonly Slice[]
}
export type Operation<
  K extends OperationKind = OperationKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = ContractProcedure<I, O, Errors, OperationMeta<K>>

function declare<K extends OperationKind, I extends z.ZodType, O extends z.ZodType>(
  meta: OperationMeta<K>,
  { input, output }: Definition<I, O>,
): Operation<K, I, O> {
  return oc.$meta<OperationMeta<K>>(meta).errors(errors).input(input).output(output)
}

/** Reads only; is handed a Reader. */
export function query<I extends z.ZodType, O extends z.ZodType>(definition: Definition<I, O>) {
  return declare({ kind: 'query', allow: definition.allow, touches: [], logged: false }, definition)
}

/** One transaction with exactly one audit row; is handed a Tx. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  definition: WritingDefinition<I, O> & { logged?: boolean },
) {
  return declare(
    {
      kind: 'command',
      allow: definition.allow,
      touches: definition.touches,
      logged: definition.logged ?? true,
    },
    definition,
  )
}

/** Slow or outside work (dialogs, printer, files); is handed ports, writes in short transactions. */
export function task<I extends z.ZodType, O extends z.ZodType>(
  definition: WritingDefinition<I, O>,
) {
  return declare(
    { kind: 'task', allow: definition.allow, touches: definition.touches, logged: true },
    definition,
  )
}

/** Roles whose work is the content of cases. */
export const caseWorkers = ['receptionist', 'mediator', 'head'] as const satisfies readonly Role[]
export const managers = ['head', 'administrator'] as const satisfies readonly Role[]
export const nothing = z.strictObject({})
