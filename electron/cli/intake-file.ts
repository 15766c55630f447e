import { z } from 'zod'
import { intakeForm, type IntakeForm } from '#contract/intake.ts'
import { reasonsNotToRegister } from '#db/domain/case/intake.ts'
import { checkCreditCode } from '#db/domain/credit-code.ts'
import { checkIdNumber } from '#db/domain/id-number.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { PartyRole } from '#db/domain/party.ts'
import { checkPhone } from '#db/domain/phone.ts'
import { placed, type PlacedError } from './failure.ts'

export type IntakeFile = { ok: true; form: IntakeForm } | { ok: false; errors: PlacedError[] }

/** The shape of a case file, made from the very schema that the router checks. */
export const intakeFileSchema = () => ({
  title: 'A dispute to be registered by tanxin import-case',
  ...z.toJSONSchema(intakeForm, { io: 'input', unrepresentable: 'any' }),
})

/** Reads a case file and tells everything that is wrong with it, not only the first. */
export function readIntakeFile(text: string, today: LocalDate): IntakeFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, errors: [{ path: '', code: 'notJson' }] }
  }
  const parsed = intakeForm.safeParse(value)
  const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => placedIssues(issue))
  const taken = new Set(shape.map(({ path }) => path))
  const rules = [...registrationErrors(value), ...partyErrors(value, today)].filter(
    ({ path }) => !taken.has(path),
  )
  const errors = [...shape, ...rules]
  if (parsed.success && errors.length === 0) return { ok: true, form: parsed.data }
  return { ok: false, errors }
}

/** Each unknown key is an error of its own, at its own place. */
function placedIssues(issue: z.core.$ZodIssue): PlacedError[] {
  if (issue.code !== 'unrecognized_keys') return [placed(issue)]
  return issue.keys.map((key) => ({
    path: [...issue.path, key].map(String).join('.'),
    code: issue.code,
  }))
}

const textIn = (value: unknown, key: string): string => {
  const field = fieldIn(value, key)
  return typeof field === 'string' ? field : ''
}

const fieldIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined

const listIn = (value: unknown, key: string): unknown[] => {
  const field = fieldIn(value, key)
  return Array.isArray(field) ? (field as unknown[]) : []
}

/** The registration rules, as far as a broken file still has the fields that they look at. */
function registrationErrors(value: unknown): PlacedError[] {
  return reasonsNotToRegister({
    parties: listIn(value, 'parties').map((party) => ({
      role: textIn(party, 'role') as PartyRole,
      name: textIn(party, 'name'),
    })),
    typeCode: textIn(value, 'typeCode'),
    sourceCode: textIn(value, 'sourceCode'),
    facts: textIn(value, 'narrative'),
  })
    .filter(({ level }) => level === 'block')
    .map(({ path, code }) => ({ path: path === 'facts' ? 'narrative' : path, code }))
}

type Check = (text: string) => { ok: true } | { ok: false; reason: string }

function partyErrors(value: unknown, today: LocalDate): PlacedError[] {
  const idNumber: Check = (text) => checkIdNumber(text, today)
  return listIn(value, 'parties').flatMap((party, index) => {
    const at = `parties.${index}`
    const representatives = listIn(party, 'representatives')
    const agents = representatives.filter((each) => textIn(each, 'kind') === 'agent')
    return [
      ...numberErrors(party, at, { idNumber, creditCode: checkCreditCode, phone: checkPhone }),
      ...(agents.length > 2 ? [{ path: at, code: 'tooManyAgents' }] : []),
      ...representatives.flatMap((each, place) =>
        numberErrors(each, `${at}.representatives.${place}`, { idNumber, phone: checkPhone }),
      ),
    ]
  })
}

function numberErrors(value: unknown, at: string, checks: Record<string, Check>): PlacedError[] {
  return Object.entries(checks).flatMap(([field, check]) => {
    const text = textIn(value, field)
    if (text.trim() === '') return []
    const outcome = check(text)
    return outcome.ok ? [] : [{ path: `${at}.${field}`, code: outcome.reason }]
  })
}
