import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type Consent,
  consentNames,
  type DeadlineRule,
  pauseNames,
  type PauseReason,
  type Profile,
  profileNames,
  type Topic,
  topicNames,
} from './domain/deadline/rule.ts'
import { localDate } from './domain/local-date.ts'

const date = z.string().transform((text) => localDate(text))
const text = z.string().min(1)
const keysOf = <Key extends string>(names: Record<Key, string>) =>
  z.enum(Object.keys(names) as [Key, ...Key[]])
const days = z.array(z.int().min(0)).min(1)

const period = z.strictObject({
  unit: z.enum(['day', 'workday', 'month', 'year']),
  count: z.int().min(0),
})

const rule = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d+(\.[a-zA-Z0-9]+)?$/),
    also: z.array(z.string()).default([]),
    name: text,
    profiles: z.array(keysOf<Profile>(profileNames)).min(1),
    topic: keysOf<Topic>(topicNames),
    event: z.string().regex(/^[a-z][a-zA-Z]+$/),
    eventName: text,
    period,
    direction: z.enum(['after', 'before']).default('after'),
    rolls: z.boolean().default(true),
    extension: z
      .strictObject({
        needs: z.array(keysOf<Consent>(consentNames)).min(1),
        upTo: period.optional(),
      })
      .optional(),
    pauses: z
      .array(z.strictObject({ reason: keysOf<PauseReason>(pauseNames), source: text }))
      .default([]),
    interruptible: z.boolean().default(false),
    remind: z.union([z.strictObject({ daysBefore: days }), z.strictObject({ onDays: days })]),
    validFrom: date,
    validTo: date.optional(),
    source: text,
    kind: z.enum(['law', 'policy']).default('law'),
    verified: z.boolean(),
    note: text.optional(),
  })
  .refine(({ pauses, period: { unit } }) => pauses.length === 0 || unit !== 'workday', {
    error: 'a period in working days cannot be paused',
  })
  .refine(
    ({ direction, period: { unit }, rolls }) =>
      direction === 'after' || (unit !== 'workday' && !rolls),
    {
      error: 'a period before an event is in calendar days and does not roll',
    },
  )
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    error: 'validTo is before validFrom',
  })

const file = z.strictObject({
  key: z.literal('deadlines'),
  region: z.string().regex(/^(CN|\d{6})$/),
  checkedOn: date,
  note: text,
  value: z.array(rule).min(1),
})

const overlaps = (one: DeadlineRule, other: DeadlineRule): boolean =>
  one.id === other.id &&
  one.region === other.region &&
  (one.validTo === undefined || other.validFrom <= one.validTo) &&
  (other.validTo === undefined || one.validFrom <= other.validTo)

/**
 * The periods of law as dated data, one file per matter or region (`deadlines-*.json`), in the order of the files.
 * @throws when a file is not what it must be, or two versions of a rule hold on the same day in the same region
 */
export function loadDeadlineRules(folder: string): DeadlineRule[] {
  const rules = readdirSync(folder)
    .filter((name) => /^deadlines-[a-z0-9-]+\.json$/.test(name))
    .toSorted()
    .flatMap((name) => {
      const { region, value } = file.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return value.map((row): DeadlineRule => ({
        ...row,
        ruleId: row.id.split('.')[0] ?? row.id,
        region,
      }))
    })
  for (const [index, one] of rules.entries()) {
    const twin = rules.slice(index + 1).find((other) => overlaps(one, other))
    if (twin) throw new Error(`two versions of ${one.id} in ${one.region} from ${twin.validFrom}`)
  }
  return rules
}
