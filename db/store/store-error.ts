import type { StoreErrorCode } from '../domain/errors.ts'

export type StoreErrorDetails = Readonly<Record<string, string | number | boolean>>

/**
 * Something a person can act on. `details` are data for the sentence on the screen: parts of the
 * store, waits in milliseconds, byte counts; never key material, names or case text.
 */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly details: StoreErrorDetails

  constructor(code: StoreErrorCode, details: StoreErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
    this.details = details
  }
}

/** The code of a thrown SQLite or file-system error, if it has one. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
