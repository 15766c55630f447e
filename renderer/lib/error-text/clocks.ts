import type { WordsOf } from './words.ts'

export const clockTexts = {
  'clocks.notFound': '没有找到这一项。',
  'clocks.unknownEvent': '没有这样的日期。',
  'clocks.alreadyUndone': '这一项已经撤销过了。',
  'clocks.pauseEnded': '这次中止已经结束。',
  'clocks.datesReversed': '结束的日期不能早于开始的日期。',
  'clocks.tooFar': '这个日期太远，算不出期限，请核对年份。',
  'clocks.inFuture': '这一天还没有到，请等发生以后再登记。',
} satisfies WordsOf<'clocks'>

export const deadlineTexts = {
  'deadline.unknownRule': '没有这条期限规则。',
  'deadline.ruleAmbiguous': '这里有几条规则，请选定一条。',
  'deadline.otherRegion': '这条规则不适用于本地区。',
  'deadline.notInForce': '那一天这条规则不在有效期内。',
  'deadline.notInterruptible': '这个期限不会中断。',
  'deadline.interruptedOutside': '中断的日期不在期限之内。',
  'deadline.notPausable': '这个期限不能因为这个原因中止计算。',
  'deadline.pauseReversed': '中止结束的日期早于开始的日期。',
  'deadline.pauseOpen': '中止还没有结束的日期。',
  'deadline.pauseOutside': '中止的日期不在期限之内。',
  'deadline.notExtendable': '法律没有规定这个期限可以延长。',
  'deadline.extensionUnclear': '请写明延长到哪一天。',
  'deadline.consentMissing': '延长要各方都同意，请问清后再记。',
  'deadline.extendedTooLate': '期限已经届满，不能再延长。',
  'deadline.extensionBackwards': '延长后的日期不能早于原来的最后一日。',
  'deadline.extensionTooLong': '延长超过了规定的最长期限。',
  'deadline.overrideWithoutReason': '人工确定日期要写明理由。',
  'deadline.overrideBeforeBase': '人工确定的日期不能早于起算日。',
} satisfies WordsOf<'deadline'>

export const holidayTexts = {
  'holidays.invalid': '放假日期有不合理的地方，请核对。',
  'holidays.notFound': '这一年没有另行录入的放假安排。',
} satisfies WordsOf<'holidays'>
