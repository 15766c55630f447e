import type { Visit } from '#contract/visits.ts'
import { risks, type Risk } from '#db/domain/visits/settings.ts'
import type { StatusLook } from './status.ts'

/** A word and a sign for each: colour never stands alone. */
export const satisfactionLooks: Readonly<
  Record<NonNullable<NonNullable<Visit['answers']>['satisfaction']>, StatusLook>
> = {
  very: { word: '非常满意', tone: 'done' },
  satisfied: { word: '满意', tone: 'done' },
  neutral: { word: '一般', tone: 'plain' },
  dissatisfied: { word: '不满意', tone: 'late' },
  notSaid: { word: '未表态', tone: 'plain' },
}

export const riskLooks: Readonly<Record<Risk, StatusLook>> = {
  low: { word: '低风险', tone: 'done' },
  normal: { word: '一般风险', tone: 'plain' },
  high: { word: '高风险', tone: 'late' },
}

export const riskOptions = risks.map((value, index) => ({
  value,
  label: riskLooks[value].word,
  key: String(index + 1),
}))
