import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type CalcName, calcNames, calcTitles } from '#db/domain/labour/calc-names.ts'
import type { CalcOutcome, CalcResult } from '#db/domain/labour/calc-sheet.ts'
import { calculateOne } from '#db/domain/labour/calculators.ts'
import { claimSheet } from '#db/domain/labour/claim-sheet.ts'
import type { LabourTables } from '#db/domain/labour/parameters.ts'
import { loadLabourTables } from '#db/labour-parameters.ts'
import { calcInputs } from './calc-inputs.ts'
import { placed, Refusal } from './failure.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))

export const listCalculators = (): { name: CalcName; title: string }[] =>
  calcNames.map((name) => ({ name, title: calcTitles[name] }))

/** The reckoning of the input on stdin; no store is opened. @throws Refusal naming what is missing or wrong */
export async function calc(name: CalcName): Promise<CalcResult & { items?: CalcResult[] }> {
  const outcome = outcomeOf(name, readJson(await text(process.stdin)), loadLabourTables(law))
  if (!outcome.ok)
    throw new Refusal({
      code: 'calc.noFigure',
      errors: outcome.reasons.map(({ path, code, text: message }) => ({ path, code, message })),
    })
  return outcome.items ? { ...outcome.result, items: outcome.items } : outcome.result
}

function readJson(words: string): unknown {
  try {
    return JSON.parse(words.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal({ code: 'input.invalid', errors: [{ path: '', code: 'notJson' }] })
  }
}

type Outcome =
  | (CalcOutcome & { ok: false })
  | { ok: true; result: CalcResult; items?: CalcResult[] }

function outcomeOf(name: CalcName, value: unknown, tables: LabourTables): Outcome {
  const parsed = calcInputs[name].safeParse(value)
  if (!parsed.success)
    throw new Refusal({ code: 'input.invalid', errors: parsed.error.issues.map(placed) })
  return name === 'claim-sheet'
    ? claimSheet(parsed.data as never, tables)
    : calculateOne(name, parsed.data as never, tables)
}
