import { addYears, formatChineseDate, type LocalDate } from '../local-date.ts'
import type { Sheet } from './calc-sheet.ts'

/** What is known around the claim; what is left out is not known and says nothing. */
export type Circumstances = {
  /** The wage stands on paper (payroll, bank record), not only on somebody's word. */
  wageProven?: boolean | undefined
  resignationLetter?: boolean | undefined
  reachedRetirementAge?: boolean | undefined
  socialInsuranceWaiver?: boolean | undefined
  constructionSite?: boolean | undefined
  workerCount?: number | undefined
  relationEndedOn?: LocalDate | undefined
  /** The day the claim was or will be raised. */
  claimedOn?: LocalDate | undefined
}

/**
 * Tells what must be looked at before the figure is used.
 * @policy labour-calculators.md §10, the must-warn list; limitation by 《劳动争议调解仲裁法》第二十七条 (G1, G2)
 */
export const warnOfCircumstances = (sheet: Sheet, known: Circumstances | undefined): void => {
  if (!known) return
  if (known.wageProven === false)
    sheet.warn('wageNotProven', '工资数额没有书面凭证，按现金或口头说法估算，应当先核实。')
  if (known.resignationLetter === true)
    sheet.warn('resignationLetter', '有辞职书：先核实辞职的真实原因，再确定适用哪一种补偿。')
  if (known.reachedRetirementAge === true)
    sheet.warn(
      'reachedRetirementAge',
      '劳动者已达到法定退休年龄：不能只凭年龄认定为劳务关系，2026年7月1日起超龄劳动者另有规定（文本待核）。',
    )
  if (known.socialInsuranceWaiver === true)
    sheet.warn(
      'socialInsuranceWaiver',
      '有放弃社会保险的约定：这样的约定无效，不影响劳动者的权利。',
    )
  if (known.constructionSite === true)
    sheet.warn(
      'constructionChain',
      '工程建设领域：应当查明总承包、分包关系，工资可由总承包单位先行清偿。',
    )
  if (known.workerCount !== undefined && known.workerCount >= 10)
    sheet.warn('manyWorkers', '劳动者十人以上并有共同请求的，可以推举代表参加。')
  const { relationEndedOn, claimedOn } = known
  if (relationEndedOn === undefined || claimedOn === undefined) return
  const last = addYears(relationEndedOn, 1)
  if (claimedOn > last)
    sheet.warn(
      'limitationPassed',
      `劳动关系于${formatChineseDate(relationEndedOn)}终止，一年仲裁时效至${formatChineseDate(last)}，提出请求时可能已过时效；有中断、中止情形的除外。`,
    )
}
