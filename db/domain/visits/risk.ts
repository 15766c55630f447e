import { levelOneOf } from '../case/taxonomy.ts'
import type { Fen } from '../money.ts'
import type { Risk } from './settings.ts'

export type RiskFacts = {
  typeCode: string
  peopleCount: number
  amountFen: Fen | undefined
  /** What was said at the window. */
  words: string
  /** Other cases of the same parties before this one. */
  earlierCases: number
}

export type RiskReason =
  | { code: 'group'; people: number }
  | { code: 'dangerWords'; words: readonly string[] }
  | { code: 'injury' }
  | { code: 'largeAmount'; amountFen: Fen }
  | { code: 'earlierCases'; count: number }

export type RiskProposal = { risk: Risk; reasons: RiskReason[] }

const groupSize = 10
const largeFen = 10_000_000
const smallFen = 1_000_000

/** Words after which a quarrel may turn to violence, to oneself or to others, or onto the street. */
const dangerWords = [
  '自杀',
  '轻生',
  '跳楼',
  '跳河',
  '喝药',
  '喝农药',
  '寻死',
  '不想活',
  '同归于尽',
  '报复',
  '杀',
  '砍',
  '动刀',
  '菜刀',
  '汽油',
  '放火',
  '爆炸',
  '殴打',
  '打架',
  '斗殴',
  '家暴',
  '威胁',
  '恐吓',
  '堵门',
  '堵路',
  '拉横幅',
  '聚集',
  '闹事',
  '越级上访',
  '进京',
  '极端',
] as const

const injuryTypes = ['06.01', '06.03', '06.05', '11.08', '11.09', '12.02', '15.01', '16.01']
const injuryWords = ['受伤', '工伤', '骨折', '伤残', '住院', '死亡', '去世'] as const

/** Words within longer ones that were found are not told again. */
const found = (text: string, words: readonly string[]): string[] => {
  const hits = words.filter((word) => text.includes(word))
  return hits.filter((word) => !hits.some((other) => other !== word && other.includes(word)))
}

/**
 * How closely to look after a case. A group or words of danger, or two of the others together, are a high risk; small
 * matters with nothing of all that a low one. Only a proposal: whoever knows the people decides.
 * @policy workflow.md §2 (risk score), rules.md C14, I2; 10 people after 《劳动争议调解仲裁法》第七条
 */
export const proposeRisk = (facts: RiskFacts): RiskProposal => {
  const danger = found(facts.words, dangerWords)
  const strong: RiskReason[] = [
    ...(facts.peopleCount >= groupSize
      ? [{ code: 'group' as const, people: facts.peopleCount }]
      : []),
    ...(danger.length > 0 ? [{ code: 'dangerWords' as const, words: danger }] : []),
  ]
  const isInjury =
    injuryTypes.includes(facts.typeCode) || found(facts.words, injuryWords).length > 0
  const amountFen = facts.amountFen ?? 0
  const weak: RiskReason[] = [
    ...(isInjury ? [{ code: 'injury' as const }] : []),
    ...(amountFen >= largeFen ? [{ code: 'largeAmount' as const, amountFen }] : []),
    ...(facts.earlierCases > 0
      ? [{ code: 'earlierCases' as const, count: facts.earlierCases }]
      : []),
  ]
  const reasons = [...strong, ...weak]
  if (strong.length > 0 || weak.length > 1) return { risk: 'high', reasons }
  // Quarrels in the family come back, however small the sum.
  const isSmall = amountFen < smallFen && levelOneOf(facts.typeCode) !== '01'
  return { risk: reasons.length === 0 && isSmall ? 'low' : 'normal', reasons }
}
