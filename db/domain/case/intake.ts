import type { PartyRole } from '../party.ts'
import type { Reason } from '../reason.ts'
import { findCaseSource, isReferral } from './taxonomy.ts'

/** The answer to "has another body accepted this?" (A2). */
export const otherBodies = [
  'none',
  'court',
  'police',
  'arbitration',
  'labourInspection',
  'petition',
  'administrative',
  'committee',
] as const

export type OtherBody = (typeof otherBodies)[number]

/** What the other side says to mediation (A4). */
export const attitudes = ['notAsked', 'willing', 'refuses'] as const

export type Attitude = (typeof attitudes)[number]

/** Matters that mediation cannot decide (A3). */
export const scopeDoubts = [
  'crime',
  'administrativePenalty',
  'agencyBenefit',
  'expertOpinion',
  'personalStatus',
] as const

export type ScopeDoubt = (typeof scopeDoubts)[number]

export type Intake = {
  parties: readonly { role: PartyRole; name: string }[]
  typeCode: string
  sourceCode: string
  facts: string
  otherBody: OtherBody
  /** That body itself has referred or entrusted the dispute. */
  otherBodyRefers: boolean
  otherSide: Attitude
  scopeDoubts: readonly ScopeDoubt[]
}

export type IntakeCode =
  | 'partyRequired'
  | 'partyNameRequired'
  | 'oneSideOnly'
  | 'typeRequired'
  | 'sourceRequired'
  | 'factsRequired'
  | 'acceptedElsewhere'
  | 'referralLetter'
  | 'sourceNotReferral'
  | 'outOfScope'
  | 'otherSideNotAsked'
  | 'otherSideRefuses'

export type IntakeReason = Reason<IntakeCode>

/**
 * What an intake needs to leave the draft: a party with a name, type, source and facts.
 * @policy taxonomy.md §3, guard of the first step; the papers F02 and F03 ask for the same
 */
export const reasonsNotToRegister = (
  intake: Pick<Intake, 'parties' | 'typeCode' | 'sourceCode' | 'facts'>,
): IntakeReason[] => {
  const reasons: IntakeReason[] = []
  const add = (level: IntakeReason['level'], path: string, code: IntakeCode): void => {
    reasons.push({ ruleId: 'P', level, path, code })
  }
  if (intake.parties.length === 0) add('block', 'parties', 'partyRequired')
  if (intake.parties.length === 1) add('warn', 'parties', 'oneSideOnly')
  intake.parties.forEach((party, index) => {
    if (party.name.trim() === '') add('block', `parties.${index}.name`, 'partyNameRequired')
  })
  if (!/^(?:0[1-9]|1[0-8])(?:\.\d{2,})?$/.test(intake.typeCode)) {
    add('block', 'typeCode', 'typeRequired')
  }
  if (!findCaseSource(intake.sourceCode)) add('block', 'sourceCode', 'sourceRequired')
  if (intake.facts.trim() === '') add('block', 'facts', 'factsRequired')
  return reasons
}

/**
 * A body that has accepted or settled the dispute bars mediation, unless it refers the dispute itself.
 * @law 《人民调解工作若干规定》第二十二条;《宁波市人民调解条例》第十七条、第十九条 (A2, A7)
 */
export const reasonsOfOtherBody = (
  intake: Pick<Intake, 'otherBody' | 'otherBodyRefers' | 'sourceCode'>,
): IntakeReason[] => {
  const { otherBody } = intake
  if (otherBody === 'none') return []
  const finding = (
    ruleId: string,
    level: IntakeReason['level'],
    path: string,
    code: IntakeCode,
  ): IntakeReason => ({ ruleId, level, path, code, details: { otherBody } })
  if (!intake.otherBodyRefers) return [finding('A2', 'block', 'otherBody', 'acceptedElsewhere')]
  return [
    finding('A7', 'warn', 'otherBody', 'referralLetter'),
    ...(isReferral(intake.sourceCode)
      ? []
      : [finding('A7', 'warn', 'sourceCode', 'sourceNotReferral')]),
  ]
}

/**
 * One side's clear refusal ends it before it starts.
 * @law 《人民调解法》第十七条 (A4)
 */
export const reasonsOfOtherSide = (otherSide: Attitude): IntakeReason[] => {
  if (otherSide === 'willing') return []
  return otherSide === 'refuses'
    ? [{ ruleId: 'A4', level: 'block', path: 'otherSide', code: 'otherSideRefuses' }]
    : [{ ruleId: 'A4', level: 'block', path: 'otherSide', code: 'otherSideNotAsked' }]
}

/**
 * All that stands against accepting: gaps in the registration, another body, the other side, scope.
 * @law 《人民调解法》第十七条;《人民调解工作若干规定》第二十二条;法释〔2020〕26号 第二条 (A2, A3, A4)
 */
export const reasonsNotToAccept = (intake: Intake): IntakeReason[] => [
  ...reasonsNotToRegister(intake),
  ...reasonsOfOtherBody(intake),
  ...reasonsOfOtherSide(intake.otherSide),
  ...intake.scopeDoubts.map((doubt): IntakeReason => ({
    ruleId: 'A3',
    level: 'warn',
    path: 'scopeDoubts',
    code: 'outOfScope',
    details: { doubt },
  })),
]
