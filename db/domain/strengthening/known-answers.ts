import type { Clause } from '../agreement/content.ts'
import { isLabourDispute, isMigrantWage } from '../case/taxonomy.ts'
import type { DebtKind, Subject } from './routes.ts'

const words: readonly [RegExp, Subject][] = [
  [/离婚|婚姻关系/u, 'maritalStatus'],
  [/亲子关系/u, 'parentage'],
  [/收养关系/u, 'adoption'],
  [/(?:所有权|产权|使用权|房屋|土地)[^，。；]{0,12}归[^还]/u, 'propertyRight'],
  [/(?:专利|商标|著作|版权)[^，。；]{0,12}归[^还]/u, 'intellectualProperty'],
  [/(?:确认|存在|不存在)[^，。；]{0,12}劳动关系/u, 'labourRelation'],
]

/**
 * What an agreement is about, from its clauses; the mediator may say otherwise.
 * @law 《民诉法解释》第三百五十五条;《劳动争议司法解释（一）》第五十二条 (E3, E5, F2)
 */
export const knownSubjects = (clauses: readonly Clause[]): Subject[] => {
  const found = clauses.flatMap(({ kind, text }): Subject[] => [
    ...(kind === 'payment' ? (['payment'] as const) : []),
    ...(kind === 'act' || kind === 'apology' ? (['act'] as const) : []),
    ...words.flatMap(([pattern, subject]) => (pattern.test(text) ? [subject] : [])),
  ])
  return [...new Set(found)]
}

const wageTypes: ReadonlySet<string> = new Set(['11.02', '11.03', '11.21'])

/**
 * What kind of money a labour agreement owes, where the kind of dispute tells it; undefined where somebody has to say.
 * @law 《劳动争议调解仲裁法》第十六条 (F4)
 */
export const knownDebtKinds = (typeCode: string): DebtKind[] | undefined => {
  if (!isLabourDispute(typeCode)) return ['other']
  if (isMigrantWage(typeCode) || wageTypes.has(typeCode)) return ['wages']
  if (typeCode === '11.05') return ['severance']
  if (typeCode === '11.06') return ['compensation']
  return undefined
}
