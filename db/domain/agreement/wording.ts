export type ForbiddenWording = {
  ruleId: 'A5' | 'D12'
  code: 'feeMentioned' | 'socialInsuranceWaiver'
  /** The words found. */
  words: string
}

const fee =
  /(?:调解(?:服务)?(?:费|手续费|押金|保证金)|(?:向|给)(?:本)?(?:调解委员会|调委会|调解中心)(?:捐款|捐赠|缴费))/
const freeOfFee = /(?:不收|不收取|免收|免除|无需(?:缴纳|支付|交纳)|不收任何|不收取任何)(?:任何)?$/
const socialInsurance = '(?:社保|社会保险(?:费)?|养老保险|五险)'
const waivers = [
  new RegExp(
    `(?:不再?|不予|无需|免于|放弃|自愿放弃)(?:为[^，。；]{1,12})?(?:缴纳|缴|交纳|交|参加|办理|要求补缴)?${socialInsurance}`,
  ),
  new RegExp(
    `(?:不(?:得|能)?(?:再)?|无权(?:再)?)(?:要求|主张)[^，。；]{0,12}(?:补缴|缴纳|补交|缴|交纳|交|参加|办理)[^，。；]{0,6}${socialInsurance}`,
  ),
  new RegExp(
    `${socialInsurance}[^，。；]{0,8}(?:以|用|由)?[^，。；]{0,6}(?:补贴|现金|工资)[^，。；]{0,4}(?:代替|替代|折抵)`,
  ),
  new RegExp(
    `(?:以|用)[^，。；]{0,8}(?:补贴|现金)[^，。；]{0,4}(?:代替|替代|折抵)[^，。；]{0,6}${socialInsurance}`,
  ),
]

/**
 * Words that make a clause unlawful: a fee for mediation, a waiver of social insurance. A plain statement that
 * no fee is taken passes. A pattern list, so it finds the usual wording, not every one.
 * @law 《人民调解法》第四条 (A5);法释〔2025〕12号 第十九条 (D12)
 */
export const forbiddenWording = (text: string): ForbiddenWording[] => {
  const found: ForbiddenWording[] = []
  const feeMatch = fee.exec(text)
  if (feeMatch && !freeOfFee.test(text.slice(0, feeMatch.index))) {
    found.push({ ruleId: 'A5', code: 'feeMentioned', words: feeMatch[0] })
  }
  const waiver = waivers.map((pattern) => pattern.exec(text)?.[0]).find((words) => words)
  if (waiver) found.push({ ruleId: 'D12', code: 'socialInsuranceWaiver', words: waiver })
  return found
}
