import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  parameterNames,
  type LabourTables,
  type Parameter,
  type ParameterKey,
} from './domain/labour/parameters.ts'
import { localDate, parseLocalDate } from './domain/local-date.ts'
import { loadCalendar, loadLpr } from './law.ts'

const date = z.string().transform((text, context) => {
  const parsed = parseLocalDate(text)
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'date' })
  return parsed ?? localDate('0001-01-01')
})
const decimal = /^\d+(?:\.\d+)?$/
const dates = /^\d{4}-\d{2}-\d{2}(?: \d{4}-\d{2}-\d{2})*$/

const rowSchema = z
  .strictObject({
    key: z.enum(Object.keys(parameterNames) as [ParameterKey, ...ParameterKey[]]),
    variant: z.string().min(1).optional(),
    value: z.string(),
    unit: z.string().min(1),
  })
  .refine(({ key, value }) => (key === 'statutoryHolidays' ? dates : decimal).test(value), {
    error: 'value',
  })

const packageSchema = z
  .strictObject({
    id: z.string().min(1),
    region: z.string().regex(/^(?:CN|\d{6})$/),
    document: z.string().min(1),
    url: z.url().nullable(),
    validFrom: date,
    validTo: date.nullable(),
    checkedOn: date.nullable(),
    verified: z.boolean(),
    note: z.string(),
    rows: z.array(rowSchema),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, { error: 'order' })

const fileSchema = z.strictObject({
  key: z.literal('labourParameters'),
  note: z.string(),
  packages: z.array(packageSchema),
})

/** The packages of a file of dated figures, one parameter a row. @throws when the file is not one */
export function readLabourParameters(text: string): Parameter[] {
  return fileSchema
    .parse(JSON.parse(text))
    .packages.flatMap(({ id, rows, url, validTo, checkedOn, note: _note, ...dated }) =>
      rows.map((row) => ({
        ...row,
        ...dated,
        package: id,
        url: url ?? undefined,
        validTo: validTo ?? undefined,
        checkedOn: checkedOn ?? undefined,
      })),
    )
}

const payDaysSchema = z.object({
  key: z.literal('payDaysPerMonth'),
  region: z.string(),
  validFrom: date,
  validTo: date.nullable(),
  source: z.string().min(1),
  checkedOn: date.nullable(),
  verified: z.boolean(),
  value: z.string().regex(decimal),
})

const payDays = (folder: string): Parameter => {
  const { source, validTo, checkedOn, ...row } = payDaysSchema.parse(
    JSON.parse(readFileSync(join(folder, 'pay-days.json'), 'utf8')),
  )
  return {
    ...row,
    unit: '天',
    document: source,
    validTo: validTo ?? undefined,
    checkedOn: checkedOn ?? undefined,
    package: 'pay-days',
  }
}

const lprSourceSchema = z.object({ source: z.string().min(1), verified: z.boolean() })

const lpr = (folder: string): Parameter[] => {
  const { source, verified } = lprSourceSchema.parse(
    JSON.parse(readFileSync(join(folder, 'lpr.json'), 'utf8')),
  )
  return loadLpr(folder).map(({ from, to, percent }) => ({
    key: 'lprOneYear',
    region: 'CN',
    value: percent,
    unit: '%',
    validFrom: from,
    validTo: to,
    document: source,
    verified,
    package: 'lpr',
  }))
}

/** Everything the labour calculators look up, from the files of `resources/law`. */
export function loadLabourTables(folder: string): LabourTables {
  const files = readdirSync(folder).filter((name) => /^labour-parameters.*\.json$/.test(name))
  return {
    parameters: [
      payDays(folder),
      ...lpr(folder),
      ...files.flatMap((name) => readLabourParameters(readFileSync(join(folder, name), 'utf8'))),
    ],
    calendar: loadCalendar(folder),
  }
}
