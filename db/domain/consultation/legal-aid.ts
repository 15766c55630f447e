import type { ConsultationCategory, IdentityKind } from './register.ts'

export const legalAidSource = '《法律援助法》第四十二条第三项、第四十三条'

/** What to tell; printed nowhere. */
export const legalAidText =
  '进城务工人员要劳动报酬或者工伤赔偿，申请法律援助不查经济困难；法律援助机构收到申请后七日内决定。'

const claims: readonly ConsultationCategory[] = ['wages', 'injury']

/**
 * Wages or an injury at work: legal aid may be had, whoever asks.
 * @law 《法律援助法》第三十一条第五项、第六项 (F20)
 */
export const isLegalAidMatter = (category: ConsultationCategory): boolean =>
  claims.includes(category)

/**
 * A migrant worker who claims wages or compensation for an injury at work gets legal aid without a look at means.
 * @law 《法律援助法》第四十二条第三项 (F20)
 */
export const hasLegalAidWithoutMeansTest = (
  category: ConsultationCategory,
  identities: readonly IdentityKind[],
): boolean => isLegalAidMatter(category) && identities.includes('migrantWorker')
