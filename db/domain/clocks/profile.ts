import { findCaseSource, isLabourDispute } from '../case/taxonomy.ts'
import type { DeadlineRule, Profile, Topic } from '../deadline/rule.ts'
import type { ClockFacts } from './facts.ts'

type Kind = Pick<ClockFacts, 'sourceCode' | 'typeCode'>

/**
 * By whose procedure a case is mediated: what the court or the petition office sent follows theirs.
 * @policy rules.md C2, C3, C5, C6, C17: each procedure has its own clocks
 */
export const profileOf = ({ sourceCode, typeCode }: Kind): Profile => {
  if (sourceCode === 'S30') return 'courtBefore'
  if (sourceCode === 'S31') return 'courtAfter'
  if (findCaseSource(sourceCode)?.bucket === 'petition') return 'petition'
  return isLabourDispute(typeCode) ? 'labour' : 'people'
}

const matterOf = ({ typeCode }: Kind): Profile => (isLabourDispute(typeCode) ? 'labour' : 'people')

/** @policy Cases of one name go by the same rules: what was looked up for one holds for all */
export const kindName = (kind: Kind): string => `${profileOf(kind)}|${matterOf(kind)}`

const ofCourt: readonly Profile[] = ['courtBefore', 'courtAfter']

/** Visits have a plan of their own; the office's terms and letters are no case's. */
const elsewhere: readonly Topic[] = ['followUp', 'union', 'advice', 'office']

/**
 * Whether a rule belongs to a case of this kind. What a court sent is mediated by the court's time; where the law
 * parts labour from other claims, the claim decides and not the procedure.
 * @policy rules.md C5, C6, C17, G1–G4
 */
export const belongsTo = (rule: DeadlineRule, kind: Kind): boolean => {
  if (elsewhere.includes(rule.topic)) return false
  const main = profileOf(kind)
  const matter = matterOf(kind)
  const has = (profile: Profile) => rule.profiles.includes(profile)
  if (rule.topic === 'limitation') return has(matter)
  if (main === matter) return has(main)
  const byCourt = ofCourt.includes(main)
  if (byCourt && (rule.topic === 'mediation' || rule.topic === 'acceptance')) return has(main)
  return has(main) || has(matter)
}

const injuries = ['06.01', '06.03', '06.04', '06.05', '15.01', '16.01']
const workInjuries = ['11.08', '11.09']
const pay = ['11.02', '11.03', '11.21']

/** Rules whose day is asked for only where the kind of dispute brings them up; once told they run everywhere. */
const asked: Readonly<Record<string, (typeCode: string) => boolean>> = {
  G1: (code) => !isPay(code),
  G2: (code) => isPay(code),
  'G3.monthly': (code) => code === '11.04',
  'G3.whole': (code) => code === '11.04',
  G4: (code) => !injuries.includes(code),
  G9: (code) => injuries.includes(code),
  'F14.employer': (code) => workInjuries.includes(code),
  'F14.worker': (code) => workInjuries.includes(code),
  C5: () => true,
  'C6.ordinary': () => true,
  'C6.summary': () => true,
  'C7.answer': () => true,
  'C17.register': () => true,
  'C17.handle': () => true,
}

const isPay = (code: string): boolean => code.startsWith('10') || pay.includes(code)

/**
 * Whether the day a rule counts from is worth asking for in a case of this kind.
 * @policy rules.md G: each kind of claim has its own limitation
 */
export const isAsked = (rule: DeadlineRule, { typeCode }: Kind): boolean =>
  asked[rule.id]?.(typeCode) ?? false
