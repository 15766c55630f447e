import { ORPCError } from '@orpc/client'
import type { Reason } from '#db/domain/reason.ts'
import { ConnectionLost } from './client.ts'
import { fieldText, type FieldIssue } from './error-text/field.ts'
import { textOfCode, type FailureDetails } from './error-text/index.ts'

/** Why something was not done, as the screen needs it. */
export type Failure = {
  /** A code of db/domain/errors.ts, the store's among them, or one of the `page.` codes. */
  code: string
  ruleId?: string
  details?: FailureDetails
  reasons?: Reason[]
  /** Words per field, keyed by its dotted path in the input. */
  fields?: Record<string, string>
  /** Finds the line in the log. */
  ref?: string
}

type Unknown = Record<string, unknown>
const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const detailsOf = (value: unknown): FailureDetails | undefined => {
  if (!isRecord(value)) return undefined
  const plain: Record<string, string | number | boolean> = {}
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
      plain[key] = item
  }
  return plain
}

/** What stands against a step blocks it, so that is the level where the answer names none. */
const reasonOf = (value: unknown): Reason[] => {
  const code = isRecord(value) ? textOf(value['code']) : undefined
  if (!isRecord(value) || !code) return []
  const level = value['level'] === 'warn' || value['level'] === 'info' ? value['level'] : 'block'
  const details = detailsOf(value['details'])
  return [
    {
      ruleId: textOf(value['ruleId']) ?? 'P',
      level,
      path: textOf(value['path']) ?? '',
      code,
      ...(details ? { details } : {}),
    },
  ]
}

const refusal = (data: unknown): Failure => {
  const code = isRecord(data) ? textOf(data['code']) : undefined
  if (!isRecord(data) || !code) return { code: 'page.defect' }
  const reasons = Array.isArray(data['reasons']) ? data['reasons'].flatMap(reasonOf) : []
  return {
    code,
    ruleId: textOf(data['ruleId']),
    details: detailsOf(data['details']),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
}

const segmentOf = (segment: unknown): string => String(isRecord(segment) ? segment['key'] : segment)

const badRequest = (data: unknown): Failure => {
  const issues = isRecord(data) && Array.isArray(data['issues']) ? data['issues'] : []
  const fields: Record<string, string> = {}
  for (const issue of issues.filter(isRecord)) {
    const path = Array.isArray(issue['path']) ? issue['path'].map(segmentOf).join('.') : ''
    fields[path] ??= fieldText(issue as FieldIssue)
  }
  return { code: 'page.fieldsWrong', fields }
}

export const failureOf = (error: unknown): Failure => {
  if (error instanceof ConnectionLost) return { code: 'page.connectionLost' }
  if (!(error instanceof ORPCError)) return { code: 'page.defect' }
  const { code, data } = error as ORPCError<string, unknown>
  if (code === 'REFUSED') return refusal(data)
  if (code === 'BAD_REQUEST') return badRequest(data)
  return { code: 'page.defect', ref: isRecord(data) ? textOf(data['ref']) : undefined }
}

/** The store was locked or somebody else is at the table: the sign-in screen is the way on. */
export const isSignedOut = (failure: Failure): boolean =>
  failure.code === 'users.notSignedIn' || failure.code === 'store.locked'

/** What happened, why, and what to do. */
export const failureText = (failure: Failure): string =>
  textOfCode(failure.code, { ...failure.details, ...(failure.ref ? { ref: failure.ref } : {}) })
