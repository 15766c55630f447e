import type { DeadlineLine } from '../deadline/deadline-lines.ts'
import type { DeadlineFault } from '../deadline/rule.ts'
import { formatChineseDate } from '../local-date.ts'
import type { ClockChangeFact } from './facts.ts'

/** What a change is called, on the slip and on the time line. */
export const changeNames: Readonly<Record<ClockChangeFact['kind'], string>> = {
  pause: '中止计算',
  extension: '延长',
  override: '人工改定',
  interruption: '中断',
}

const because: Readonly<Partial<Record<DeadlineFault['code'], string>>> = {
  'deadline.interruptedOutside': '日期不在期限之内',
  'deadline.pauseOutside': '日期不在期限之内',
  'deadline.notPausable': '当时的规定不允许因此中止',
  'deadline.notExtendable': '当时的规定没有延长',
  'deadline.notInterruptible': '当时的规定没有中断',
  'deadline.extendedTooLate': '期限当时已经届满',
  'deadline.extensionBackwards': '早于推算的最后一日',
  'deadline.extensionTooLong': '超过了规定的最长期限',
  'deadline.overrideBeforeBase': '早于起算日',
}

/**
 * A change that was kept once and no longer fits, since a date was corrected or the law is another one.
 * @policy A date that does not count is told, never dropped in silence
 */
export const leftOutLine = ({
  change,
  fault,
}: {
  change: ClockChangeFact
  fault: DeadlineFault
}): DeadlineLine => ({
  text: `${formatChineseDate(change.onDay)}登记的${changeNames[change.kind]}没有计入（${
    because[fault.code] ?? '与其他变动冲突'
  }），请撤销或者更正。`,
})
