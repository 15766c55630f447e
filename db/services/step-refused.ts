import type { ErrorCode } from '../domain/errors.ts'
import type { Reason } from '../domain/reason.ts'

/** A step that rules stand against: all of them are told, none of it was done. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused'
  readonly code: ErrorCode
  readonly reasons: readonly Reason[]

  constructor(code: ErrorCode, reasons: readonly Reason[]) {
    super(code)
    this.code = code
    this.reasons = reasons
  }
}
