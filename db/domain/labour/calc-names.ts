/** What each calculator is called on screen and paper, in the order it is offered. */
export const calcTitles = {
  severance: '经济补偿（N）',
  'severance-with-notice': '经济补偿加代通知金（N+1）',
  'unlawful-termination': '违法解除或终止赔偿金（2N）',
  'double-wage': '未签书面合同二倍工资差额',
  overtime: '加班工资',
  arrears: '拖欠工资',
  'minimum-wage-top-up': '最低工资差额',
  'probation-top-up': '试用期工资差额',
  'deduction-excess': '多扣工资',
  'injury-disability': '工伤一次性待遇（一级至十级）',
  'injury-allowance': '工伤伤残津贴（每月）',
  'injury-suspension-pay': '停工留薪期待遇',
  'injury-care': '工伤生活护理费（每月）',
  'injury-death': '因工死亡一次性待遇',
  'injury-dependants': '供养亲属抚恤金（每月）',
  'annual-leave': '未休年休假工资报酬',
  'training-bond': '培训服务期违约金',
  'non-compete': '竞业限制补偿',
  'overdue-interest': '逾期利息',
  'loan-interest-cap': '民间借贷利息（四倍LPR上限）',
  'default-clause': '逾期付款违约金',
  'late-performance': '迟延履行加倍部分利息',
  'claim-sheet': '请求金额汇总',
} as const

export type CalcName = keyof typeof calcTitles

export const calcNames = Object.keys(calcTitles) as CalcName[]

/** @policy the list above is the list of calculators */
export const isCalcName = (text: string): text is CalcName => Object.hasOwn(calcTitles, text)
