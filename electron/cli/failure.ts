import { ORPCError } from '@orpc/client'
import { DomainError } from '#db/domain/errors.ts'
import { StoreError } from '#db/store/store-error.ts'

/** Something wrong with one place of a file or one argument. */
export type PlacedError = { path: string; code: string; message?: string }

/** What goes to stderr as JSON when a verb does not do what was asked. */
export type Failure = {
  code: string
  message?: string
  details?: Record<string, unknown>
  errors?: PlacedError[]
}

export const exitCodes = { done: 0, refused: 1, usage: 2, defect: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The command was not understood: nothing was opened or written. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code: string

  constructor(code: 'cli.usage' | 'cli.passphraseMissing', message: string) {
    super(message)
    this.code = code
  }
}

/** Refused by the command line itself, with a permanent code. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** Something that nobody can mend by other arguments; the fields are the router's log line. */
export class Defect extends Error {
  override readonly name = 'Defect'
  readonly fields: Readonly<Record<string, unknown>>

  constructor(fields: Readonly<Record<string, unknown>> = {}) {
    super('defect')
    this.fields = fields
  }
}

type Told = { failure: Failure; exitCode: ExitCode }

/** Turns whatever was thrown into data; a defect tells its kind and never its message, which may quote case text. */
export function tell(error: unknown): Told {
  if (error instanceof UsageError)
    return { failure: { code: error.code, message: error.message }, exitCode: exitCodes.usage }
  if (error instanceof Refusal) return { failure: error.failure, exitCode: exitCodes.refused }
  if (error instanceof DomainError || error instanceof StoreError)
    return {
      failure: { code: error.code, ...someDetails(error.details) },
      exitCode: exitCodes.refused,
    }
  if (error instanceof ORPCError) return tellDoor(error)
  if (error instanceof Defect)
    return { failure: { code: 'defect', details: { ...error.fields } }, exitCode: exitCodes.defect }
  const thrown = error instanceof Error ? error.name : typeof error
  const code = error instanceof Error && 'code' in error ? { errorCode: error.code } : {}
  return { failure: { code: 'defect', details: { thrown, ...code } }, exitCode: exitCodes.defect }
}

type RefusedData = {
  code: string
  details?: Record<string, unknown>
  reasons?: { code: string; ruleId?: string; path?: string; details?: Record<string, unknown> }[]
}
type Issue = { path?: PropertyKey[]; code?: string; message?: string }

function tellDoor(error: ORPCError<string, unknown>): Told {
  if (error.code === 'REFUSED') {
    const { code, details, reasons } = error.data as RefusedData
    const errors = reasons?.map((reason) => ({ ...reason, path: reason.path ?? '' }))
    return {
      failure: { code, ...someDetails(details ?? {}), ...(errors ? { errors } : {}) },
      exitCode: exitCodes.refused,
    }
  }
  if (error.code === 'BAD_REQUEST') {
    const { issues = [] } = (error.data ?? {}) as { issues?: Issue[] }
    return {
      failure: { code: 'input.invalid', errors: issues.map(placed) },
      exitCode: exitCodes.refused,
    }
  }
  return {
    failure: { code: 'defect', details: { ...(error.data as object) } },
    exitCode: exitCodes.defect,
  }
}

const someDetails = (details: Readonly<Record<string, unknown>>) =>
  Object.keys(details).length > 0 ? { details: { ...details } } : {}

/** A zod issue as place and code. */
export const placed = ({ path = [], code = 'invalid', message }: Issue): PlacedError => ({
  path: path.map(String).join('.'),
  code,
  ...(message === undefined ? {} : { message }),
})
