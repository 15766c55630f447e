import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import { type ComputedDeadline, computeDeadline } from '#db/domain/deadline/compute.ts'
import { deadlineLines, periodText } from '#db/domain/deadline/deadline-lines.ts'
import { findRule } from '#db/domain/deadline/find-rule.ts'
import {
  type Consent,
  consentNames,
  type DeadlineRefusal,
  type DeadlineRule,
  pauseNames,
  type PauseReason,
} from '#db/domain/deadline/rule.ts'
import { type LocalDate, parseLocalDate } from '#db/domain/local-date.ts'
import { loadCalendar } from '#db/law.ts'
import { placed, Refusal } from './failure.ts'
import type { Arguments } from './verbs.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))

const keysOf = <Key extends string>(names: Record<Key, string>) =>
  z.enum(Object.keys(names) as [Key, ...Key[]])

/** A real day from 1949 to 2199: far enough from both ends of the calendar for any period of law. */
const date = z
  .string()
  .regex(/^(19[4-9]\d|2[01]\d\d)-\d{2}-\d{2}$/, { error: 'date' })
  .refine((text) => parseLocalDate(text) !== undefined, { error: 'date' })
  .transform((text) => text as LocalDate)
const words = z.string().max(500)

const period = z
  .strictObject({ unit: z.enum(['day', 'workday', 'month', 'year']), count: z.int().min(1) })
  .refine(({ unit, count }) => count <= { day: 3650, workday: 2500, month: 120, year: 20 }[unit], {
    error: 'tooLong',
  })

const deadlineInput = z.strictObject({
  rule: z.string().min(1).max(40).describe('id of a rule, as tanxin deadline --list gives it'),
  base: date.describe('day of the event, YYYY-MM-DD; not counted itself'),
  region: z
    .string()
    .regex(/^(CN|\d{6})$/)
    .optional()
    .describe('six-digit code of GB/T 2260; national law when left out'),
  today: date.optional().describe('needed while a pause has no end'),
  interruptions: z
    .array(z.strictObject({ on: date, cause: words.min(1) }))
    .max(200)
    .optional()
    .describe('each starts the period anew'),
  pauses: z
    .array(
      z.strictObject({
        from: date,
        to: date.optional().describe('last day that does not count; left out: still paused'),
        reason: keysOf<PauseReason>(pauseNames),
      }),
    )
    .max(200)
    .optional(),
  extensions: z
    .array(
      z.strictObject({
        by: period.optional().describe('either by or until'),
        until: date.optional(),
        consents: z.array(keysOf<Consent>(consentNames)),
        on: date.optional().describe('day on which it was agreed'),
      }),
    )
    .max(50)
    .optional(),
  override: z
    .strictObject({ date, reason: words })
    .optional()
    .describe('a day set by a person; the counted days stay'),
})

type DeadlineInput = z.output<typeof deadlineInput>

/** The shape of what `tanxin deadline` reads. */
export const deadlineInputSchema = () => ({
  title: 'What happened, to be counted by tanxin deadline',
  ...z.toJSONSchema(deadlineInput, { io: 'input', unrepresentable: 'any' }),
})

/** The deadline of the event on stdin, or with `--list` every rule; no store is opened. @throws Refusal */
export async function deadline({ list }: Arguments<'deadline'>) {
  const rules = loadDeadlineRules(law)
  if (list) return rules.map(told)
  const { rule: name, region, base, ...happened } = readInput(await text(process.stdin))
  const found = findRule(rules, { rule: name, on: base, ...(region ? { region } : {}) })
  if (!found.ok) throw refusal(found)
  const answer = computeDeadline(found.rule, { base, ...happened }, loadCalendar(law))
  if (!answer.ok) throw refusal(answer)
  return answerOf(answer.deadline)
}

const refusal = ({ fault }: DeadlineRefusal) => new Refusal(fault)

function readInput(given: string): DeadlineInput {
  let value: unknown
  try {
    value = JSON.parse(given.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal({ code: 'input.invalid', errors: [{ path: '', code: 'notJson' }] })
  }
  const parsed = deadlineInput.safeParse(value)
  if (!parsed.success)
    throw new Refusal({ code: 'input.invalid', errors: parsed.error.issues.map(placed) })
  return parsed.data
}

/** A rule with its id first and its length in words. */
const told = ({ id, period: length, ...rest }: DeadlineRule) => ({
  rule: id,
  length: periodText(length),
  period: length,
  ...rest,
})

function answerOf(computed: ComputedDeadline) {
  const { rule, steps: _steps, raw, rolled, dueOn, override, ...rest } = computed
  return {
    rule: rule.id,
    name: rule.name,
    region: rule.region,
    event: rule.event,
    eventName: rule.eventName,
    length: periodText(rule.period),
    period: rule.period,
    kind: rule.kind,
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? null,
    ...rest,
    // A date that is not known is told as such instead of being left out.
    raw: raw ?? null,
    rolled: rolled ?? null,
    dueOn: dueOn ?? null,
    override: override ?? null,
    note: rule.note ?? null,
    lines: deadlineLines(computed),
  }
}
