import { z } from 'zod'
import { calcNames, type CalcName } from '#db/domain/labour/calc-names.ts'
import type { CalcReason, CalcResult } from '#db/domain/labour/calc-sheet.ts'
import { parameterNames, type ParameterKey } from '#db/domain/labour/parameters.ts'
import { caseWorkers, command, managers, nothing, query } from './operation.ts'
import { fen, filledLine, id, instant, line, localDate, prose } from './values.ts'

const calcName = z.enum(calcNames as [CalcName, ...CalcName[]])
/** Checked by `calcInputs[name]`: what is wrong comes back as reasons with their paths. */
const input = z.record(z.string().max(60), z.unknown())

const result = z.custom<CalcResult & { items?: CalcResult[] }>(
  (value) => typeof value === 'object' && value !== null,
)
const outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result }),
  z.object({
    ok: z.literal(false),
    reasons: z.array(z.custom<CalcReason>((value) => typeof value === 'object' && value !== null)),
  }),
])

const kept = z.object({
  id,
  caseId: id,
  name: calcName,
  title: z.string(),
  amountFen: fen,
  per: z.enum(['once', 'month']),
  statutory: z.boolean(),
  keptByName: z.string(),
  keptAt: instant,
})
export type KeptCalculation = z.infer<typeof kept>

const touches = ['calculations', 'cases', 'clocks', 'agreements', 'dossiers', 'papers'] as const

export const calculations = {
  /** Reckons and keeps nothing. */
  run: query({
    allow: 'signedIn',
    input: z.strictObject({ name: calcName, input }),
    output: outcome,
  }),
  /** What the case and the settings know of the input, and who says so, by field. */
  prefill: query({
    allow: caseWorkers,
    input: z.strictObject({ name: calcName, caseId: id.optional() }),
    output: z.object({ input, sources: z.record(z.string(), z.string()) }),
  }),
  ofCase: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      items: z.array(kept),
      /** Agreed against statutory (D11). */
      comparison: z
        .object({ agreedFen: fen, statutoryFen: fen, percent: z.number(), below: z.boolean() })
        .optional(),
      claimFen: fen.optional(),
      claim: z.string(),
      mayKeep: z.boolean(),
    }),
  }),
  get: query({
    allow: caseWorkers,
    input: z.strictObject({ id }),
    output: kept.extend({ input, result }),
  }),
  /** Reckons again in the core and keeps input and result as they are. */
  keep: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      name: calcName,
      title: line(60),
      input,
      statutory: z.boolean(),
    }),
    output: z.object({ id }),
  }),
  remove: command({ allow: caseWorkers, touches, input: z.strictObject({ id }), output: nothing }),
  restore: command({ allow: caseWorkers, touches, input: z.strictObject({ id }), output: nothing }),
  setStatutory: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, statutory: z.boolean() }),
    output: nothing,
  }),
  /** Its sum becomes the amount of the claim, its lines its words. */
  useAsClaim: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, words: z.enum(['replace', 'append', 'keep']) }),
    output: nothing,
  }),
}

const parameterKey = z.enum(Object.keys(parameterNames) as [ParameterKey, ...ParameterKey[]])
const figureForm = z.strictObject({
  key: parameterKey,
  variant: line(20).optional(),
  region: z.string().regex(/^(CN|\d{6})$/, { error: 'region' }),
  value: filledLine(400),
  unit: filledLine(20),
  validFrom: localDate,
  validTo: localDate.optional(),
  document: filledLine(200),
  url: line(300),
  checkedOn: localDate.optional(),
  verified: z.boolean(),
  note: prose(500),
})
const figure = figureForm.extend({
  /** Absent for a shipped figure. */
  id: id.optional(),
  revision: z.int(),
  name: z.string(),
  package: z.string(),
  /** An own figure stands in its place. */
  replaced: z.boolean(),
  /** Holds today; else why not. */
  standing: z.enum(['inForce', 'past', 'future']),
})
export type Figure = z.infer<typeof figure>

export const figures = {
  list: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({
      figures: z.array(figure),
      /** Figures that calculators look up for the region of this centre and that nobody has entered for today. */
      gaps: z.array(
        z.object({ key: parameterKey, name: z.string(), variant: z.string().optional() }),
      ),
      region: z.string(),
    }),
  }),
  save: command({
    allow: managers,
    touches: ['figures', 'calculations', 'agreements'],
    input: z.strictObject({ id: id.optional(), revision: z.int().min(0), figure: figureForm }),
    output: z.object({ id, revision: z.int() }),
  }),
  /** The own figure goes; the shipped one holds again. */
  remove: command({
    allow: managers,
    touches: ['figures', 'calculations', 'agreements'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
}
