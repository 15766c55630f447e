import type { z } from 'zod'
import { calcInputs } from '#contract/calc-inputs.ts'
import type { CalcName } from '#db/domain/labour/calc-names.ts'
import type { CalcReason } from '#db/domain/labour/calc-sheet.ts'
import { calculateOne } from '#db/domain/labour/calculators.ts'
import { claimSheet, type ClaimSheetInput } from '#db/domain/labour/claim-sheet.ts'
import type { ReckonedResult } from '#db/domain/labour/kept-calculation.ts'
import type { LabourTables } from '#db/domain/labour/parameters.ts'

type Issue = z.core.$ZodIssue

/** `issues`: the input is not of the calculator's shape. `reasons`: it is, and gives no figure. */
export type Reckoned =
  | { ok: true; input: Record<string, unknown>; result: ReckonedResult }
  | { ok: false; issues: readonly Issue[] }
  | { ok: false; reasons: CalcReason[] }

/** One reckoning of what somebody typed: the same for window and command line. */
export function reckon(name: CalcName, value: unknown, tables: LabourTables): Reckoned {
  const parsed = calcInputs[name].safeParse(value)
  if (!parsed.success) return { ok: false, issues: parsed.error.issues }
  const outcome = outcomeOf(name, parsed.data, tables)
  return outcome.ok
    ? { ...outcome, input: parsed.data as unknown as Record<string, unknown> }
    : outcome
}

type Outcome = { ok: true; result: ReckonedResult } | { ok: false; reasons: CalcReason[] }

function outcomeOf(name: CalcName, input: unknown, tables: LabourTables): Outcome {
  if (name !== 'claim-sheet') return calculateOne(name, input as never, tables)
  const outcome = claimSheet(input as ClaimSheetInput, tables)
  return outcome.ok ? { ok: true, result: { ...outcome.result, items: outcome.items } } : outcome
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const reasonOf = (issue: Issue, given: unknown): CalcReason => {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const at = [...issue.path, ...unknown]
  const path = at.map(String).join('.')
  return isEmpty(valueAt(given, at))
    ? { code: 'missing', path, text: '这一项还没有填。' }
    : { code: 'outOfRange', path, text: '这一项填得不对，请核对。' }
}

/** What stands against a figure, field by field. */
export const reasonsOf = (reckoned: Reckoned & { ok: false }, given: unknown): CalcReason[] =>
  'reasons' in reckoned ? reckoned.reasons : reckoned.issues.map((issue) => reasonOf(issue, given))
