import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type CalcName, calcNames, calcTitles } from '#db/domain/labour/calc-names.ts'
import type { ReckonedResult } from '#db/domain/labour/kept-calculation.ts'
import { loadLabourTables } from '#db/labour-parameters.ts'
import { reckon } from '#ipc/reckon.ts'
import { placed, Refusal } from './failure.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))

export const listCalculators = (): { name: CalcName; title: string }[] =>
  calcNames.map((name) => ({ name, title: calcTitles[name] }))

/** The reckoning of the input on stdin; no store is opened. @throws Refusal naming what is missing or wrong */
export async function calc(name: CalcName): Promise<ReckonedResult> {
  const reckoned = reckon(name, readJson(await text(process.stdin)), loadLabourTables(law))
  if (reckoned.ok) return reckoned.result
  if ('issues' in reckoned)
    throw new Refusal({ code: 'input.invalid', errors: reckoned.issues.map(placed) })
  throw new Refusal({
    code: 'calc.noFigure',
    errors: reckoned.reasons.map(({ path, code, text: message }) => ({ path, code, message })),
  })
}

function readJson(words: string): unknown {
  try {
    return JSON.parse(words.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal({ code: 'input.invalid', errors: [{ path: '', code: 'notJson' }] })
  }
}
