import type { WordsOf } from './words.ts'

export const obligationTexts = {
  'obligations.notFound': '没有找到这一期。请回到履行页面重新打开。',
  'obligations.dropped': '协议已经更正，这一期不再有效。请看更正后的各期。',
  'obligations.notInForce': '协议还没有生效，不能登记履行。',
  'obligations.amountRequired': '请填收到的金额。',
  'obligations.tooMuch':
    '金额超过了这一期尚未支付的数。多付的请勾选“多出的抵下一期”，或者核对金额。',
  'obligations.notYetDone': '履行日期不能晚于今天。',
  'obligations.beforeEffective': '履行日期不能早于协议生效之日。',
  'obligations.alreadyUndone': '这一笔已经撤销过了。',
  'obligations.proofNotFound': '没有找到这份凭证。请重新选择。',
  'obligations.nothingLate': '没有到期未履行的，不用催促。',
  'obligations.notLive': '案件已经结束或归档，不能再登记。',
  'obligations.dueFixed':
    '这一期的日期是协议里约定的，不能单方改。要改日期，请双方另签一份更正的协议。',
  'obligations.urgedLater': '催促的时间不能晚于现在。请核对日期和时间。',
  'obligations.recordedElsewhere':
    '这一期刚才已经登记过。请关上，重新打开履行页面，看过已收的数再决定要不要记。',
} satisfies WordsOf<'obligations'>
