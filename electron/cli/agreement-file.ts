import { z } from 'zod'
import {
  agreementContent,
  clause as storedClause,
  fen,
  filledLine,
  instalment,
  line,
  localDate,
  partyForm,
} from '#contract/values.ts'
import { copiesNeeded } from '#db/domain/agreement/completeness.ts'
import type { AgreementContent, AgreementParty } from '#db/domain/agreement/content.ts'
import type { StatutorySum } from '#db/domain/agreement/lint/facts.ts'
import { checkIdNumber } from '#db/domain/id-number.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { placed, type PlacedError } from './failure.ts'

const { facts, issues, responsibilities, performanceManner, performanceDeadline } =
  agreementContent.shape

const party = partyForm.extend({
  id: filledLine(60).optional(),
  age: z.int().min(0).max(150).optional(),
  name: line(100),
  role: partyForm.shape.role.default('party'),
  representatives: partyForm.shape.representatives.default([]),
})

const payment = z.strictObject({
  payerId: line(100).default('').describe('id or name of a party of this file'),
  payeeId: line(100).default('').describe('id or name of a party of this file'),
  totalFen: fen.default(0).describe('1/100 yuan'),
  method: line(50).default('').describe('bankTransfer, cash, wechat, alipay, goods, or free words'),
  account: line(200).optional(),
  instalments: z.array(instalment).max(200).default([]),
})

const clause = storedClause.omit({ origin: true }).extend({
  id: filledLine(60).optional(),
  text: storedClause.shape.text.default(''),
  payment: payment.optional(),
})

/** As the router takes it, but a person can write it: ids may be left out, a text left out is blank. */
const agreementFile = z.strictObject({
  typeCode: z
    .string()
    .regex(/^\d{2}(?:\.\d{2,4})?$/, { error: 'typeCode' })
    .describe('dispute type, such as 04.01 or 10.02'),
  on: localDate.optional().describe('the day it is judged on, YYYY-MM-DD; today when left out'),
  contractOn: localDate.optional().describe('when the loan or contract in dispute was made'),
  statutory: z
    .strictObject({
      amountFen: fen.describe('1/100 yuan'),
      title: line(60).default('法定标准'),
      claimant: z.enum(['worker', 'employer']).default('worker'),
      warnBelowPercent: z.number().min(0).max(100).default(60).describe('policy of the centre'),
    })
    .optional()
    .describe('what the law would give in a labour dispute, such as the amount of tanxin calc'),
  parties: z.array(party).max(450),
  content: z.strictObject({
    facts: facts.default(''),
    issues: issues.default(''),
    responsibilities: responsibilities.default(''),
    clauses: z.array(clause).max(200).default([]),
    performanceManner: performanceManner.default(''),
    performanceDeadline: performanceDeadline.default(''),
    performancePlace: agreementContent.shape.performancePlace.default(''),
    copies: agreementContent.shape.copies
      .optional()
      .describe('as many as needed when left out: one per party and one for the body'),
  }),
})

/** The shape of an agreement file, made from the schemas that the router checks. */
export const agreementFileSchema = () => ({
  title: 'An agreement to be read by tanxin lint-agreement',
  ...z.toJSONSchema(agreementFile, { io: 'input', unrepresentable: 'any' }),
})

export type AgreementFile = {
  content: AgreementContent
  parties: AgreementParty[]
  facts: {
    typeCode: string
    on?: LocalDate | undefined
    contractOn?: LocalDate | undefined
    statutory?: StatutorySum | undefined
  }
}

type Born = Pick<AgreementParty, 'kind' | 'birthDate' | 'idNumber'>

/** The birth date stands in the identity number, as at the window. */
const bornOn = ({ kind, birthDate, idNumber }: Born) => {
  const check = kind === 'person' && !birthDate ? checkIdNumber(idNumber ?? '') : undefined
  return check?.ok ? { birthDate: check.birthDate } : {}
}

type Read = { ok: true; file: AgreementFile } | { ok: false; errors: PlacedError[] }

/** Reads an agreement file and tells everything that is wrong with its shape. */
export function readAgreementFile(text: string): Read {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, errors: [{ path: '', code: 'notJson' }] }
  }
  const parsed = agreementFile.safeParse(value)
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.map(placed) }
  const { content, parties: given, ...facts } = parsed.data
  const twice = given.findIndex(
    ({ id }, index) => id !== undefined && given.findIndex((one) => one.id === id) !== index,
  )
  if (twice !== -1)
    return { ok: false, errors: [{ path: `parties.${twice}.id`, code: 'duplicateId' }] }
  const parties = given.map((one, index) => ({
    ...one,
    ...bornOn(one),
    id: one.id ?? `party-${index + 1}`,
  }))
  const idOf = (words: string) =>
    (parties.find(({ id }) => id === words) ?? parties.find(({ name }) => name === words))?.id ??
    words
  const clauses = content.clauses.map(({ payment, ...one }, index) => ({
    ...one,
    id: one.id ?? `clause-${index + 1}`,
    ...(payment
      ? { payment: { ...payment, payerId: idOf(payment.payerId), payeeId: idOf(payment.payeeId) } }
      : {}),
  }))
  const copies = content.copies ?? copiesNeeded(parties)
  return { ok: true, file: { content: { ...content, clauses, copies }, parties, facts } }
}
