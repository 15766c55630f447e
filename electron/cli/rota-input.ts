import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type LocalDate, parseLocalDate } from '#db/domain/local-date.ts'
import { faultsOf } from '#db/domain/rota/check-problem.ts'
import type { RotaProblem } from '#db/domain/rota/problem.ts'
import { weightsOn } from '#db/domain/rota/weights.ts'
import { keepingAll } from '#db/domain/rota/what-if.ts'
import { loadCalendar } from '#db/law.ts'
import { loadRotaWeights, rotaWeights } from '#db/rota-weights.ts'
import { placed, Refusal } from './failure.ts'

const resources = (name: string) =>
  fileURLToPath(new URL(`../../resources/${name}`, import.meta.url))

const date = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/, { error: 'date' })
  .refine((text) => parseLocalDate(text) !== undefined, { error: 'date' })
  .transform((text) => text as LocalDate)
const id = z
  .string()
  .regex(/^[^|#\s]+$/)
  .max(60)
const name = z.string().min(1).max(60)
const names = z.array(name).max(50)
const half = z.enum(['morning', 'afternoon'])
const count = z.int().min(0).max(1000)
const assignment = z.strictObject({ lawyer: id, shift: id })
const days = z.array(date).max(400)

const lawyer = z.strictObject({
  id,
  name,
  firm: id.optional(),
  fields: names.default([]),
  languages: names.default([]),
  share: z.number().min(0.05).max(3).optional().describe('part of a full turn that is fair; 1'),
  activeDays: z.int().min(1).max(365).optional().describe('days of the last year as a member; 365'),
  weekly: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), half }))
    .optional()
    .describe('half-days of the week that suit, 1 Monday to 7 Sunday; left out: all'),
  exceptions: z
    .array(z.strictObject({ date, half: half.optional(), available: z.boolean() }))
    .default([])
    .describe('single days that differ from weekly; the last one that fits counts'),
  leave: z.array(z.strictObject({ from: date, to: date })).default([]),
  wishes: z
    .array(z.strictObject({ date, half: half.optional(), kind: z.enum(['want', 'avoid']) }))
    .max(200)
    .default([]),
  limits: z
    .strictObject({
      perWeek: z.int().min(0).max(14).optional(),
      perMonth: z.int().min(0).max(62).optional(),
      restDays: z.int().min(0).max(30).optional().describe('whole free days between two of duty'),
      twiceADay: z.boolean().optional().describe('wishes both half-days of one day'),
    })
    .default({}),
  history: z
    .strictObject({ total: count, weekends: count, beforeHolidays: count })
    .default({ total: 0, weekends: 0, beforeHolidays: 0 })
    .describe('duties of the year before the first day of this rota'),
})

const shift = z.strictObject({
  id,
  date,
  half,
  desk: id,
  demand: z.int().min(0).max(50),
  needs: z
    .array(
      z.strictObject({
        kind: z.enum(['field', 'language']),
        value: name,
        required: z.boolean().optional().describe('a hard rule instead of a goal'),
      }),
    )
    .max(20)
    .default([]),
  conflictFirms: z
    .array(id)
    .max(100)
    .default([])
    .describe('firms that act for or against a party booked then'),
})

const problem = z.strictObject({
  lawyers: z.array(lawyer).min(1).max(500),
  firms: z
    .array(
      z.strictObject({
        id,
        name,
        agreementFrom: date.optional(),
        agreementTo: date.optional(),
      }),
    )
    .default([]),
  desks: z.array(z.strictObject({ id, name })).min(1),
  shifts: z.array(shift).min(1).max(2000),
  pairings: z
    .array(z.strictObject({ lawyers: z.tuple([id, id]), kind: z.enum(['together', 'apart']) }))
    .default([]),
  pins: z
    .array(assignment.extend({ knowingly: z.boolean().optional() }))
    .default([])
    .describe('assignments that stay; knowingly: even against absence or conflict'),
  published: z.array(assignment).default([]).describe('what people were told; changes cost'),
  keep: z
    .array(assignment)
    .optional()
    .describe('a rota of which only the gaps are to be filled; all of it stays'),
  adjacent: z
    .array(z.strictObject({ lawyer: id, date, half }))
    .default([])
    .describe('duties outside this rota that count for rest and limits'),
  calendar: z
    .strictObject({ holidays: days, workdays: days })
    .optional()
    .describe('legal days off and weekends worked in exchange; left out: the tables held'),
  settings: z
    .strictObject({
      allowGaps: z.boolean().optional(),
      conflicts: z.enum(['forbid', 'flag']).optional(),
    })
    .default({}),
  relaxed: z
    .array(z.string().max(200))
    .default([])
    .describe('ids of hard rules set aside, as an infeasible answer names them'),
  weights: rotaWeights
    .partial()
    .optional()
    .describe('points of a unit of each goal; left out: the house weights'),
})

/** The shape of what `tanxin rota solve` reads. */
export const rotaInputSchema = () => ({
  title: 'A rota to be made by tanxin rota solve',
  ...z.toJSONSchema(problem, { io: 'input', unrepresentable: 'any' }),
})

const invalid = (errors: { path: string; code: string; message?: string }[]) =>
  new Refusal({ code: 'input.invalid', errors })

const heldCalendar = () => {
  const years = loadCalendar(resources('law'))
  return {
    holidays: years.flatMap(({ holidays }) => holidays),
    workdays: years.flatMap(({ workdays }) => workdays),
  }
}

/** The problem in a text, whole and without loose ends. @throws Refusal naming what is wrong and where */
export function readRotaProblem(given: string): RotaProblem {
  let value: unknown
  try {
    value = JSON.parse(given.replace(/^\uFEFF/, ''))
  } catch {
    throw invalid([{ path: '', code: 'notJson' }])
  }
  const parsed = problem.safeParse(value)
  if (!parsed.success) throw invalid(parsed.error.issues.map(placed))
  const { keep, calendar = heldCalendar(), weights, ...rest } = parsed.data
  const [first] = rest.shifts.map((each) => each.date).toSorted()
  const house = first && weightsOn(loadRotaWeights(resources('rota')), first)
  if (!house) throw invalid([{ path: 'weights', code: 'notInForce' }])
  const whole: RotaProblem = { ...rest, calendar, weights: { ...house, ...weights } }
  const faults = faultsOf(whole)
  const kept =
    keep && faultsOf({ ...whole, pins: keep }).filter(({ path }) => path.startsWith('pins'))
  const all = [
    ...faults,
    ...(kept ?? []).map((each) => ({ ...each, path: each.path.replace('pins', 'keep') })),
  ]
  if (all.length > 0) throw invalid(all)
  return keep ? keepingAll(whole, keep) : whole
}
