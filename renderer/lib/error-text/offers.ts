import { numberIn, type FailureDetails, type WordsOf } from './words.ts'

const offer = (details: FailureDetails): string => {
  const ordinal = numberIn(details, 'ordinal')
  return ordinal === undefined ? '这个方案' : `第${ordinal}次方案`
}

export const offerTexts = {
  'offers.notFound': '找不到这个方案。请关掉这一页，从案件重新打开。',
  'offers.notYours': '方案和单独谈话只有本案的调解员看得到，别人都打不开。',
  'offers.caseNotLive': '案件现在不在调解中，不能再记方案。请看案件现在的状态。',
  'offers.termsInvalid':
    '方案里有没写全或对不上的地方，没有记下。请核对每一项：由谁做、写了什么，付款的金额、各期金额和日期先后。',
  'offers.alreadyMade': (details) =>
    `${offer(details)}已经记下，内容不能再改。要改，请当作新的方案再记一个。`,
  'offers.confidantNotTheParty': '一方自己的方案，只能由这一方私下告诉您。请核对是谁提的、谁知道。',
  'offers.notReleased':
    '这个方案是对方私下说的，还没有转告，这一方不应当知道。要先转告，才能答复。',
  'offers.notConfidential': '这个方案各方本来就知道，不用转告。',
  'offers.alreadyReleased': '这个方案已经转告过了。',
  'offers.withdrawn': (details) => `${offer(details)}已经撤回，不能再办。要再提，请记一个新方案。`,
  'offers.useWithdraw': (details) =>
    `${offer(details)}是这一方自己提的。不愿意了，请按“撤回”；撤回以后不能恢复。`,
  'offers.agreementFrozen':
    '协议已经照这个方案定稿，不能再反悔改动。确实要改，请先到协议页做一个新版本。',
  'offers.nothingAgreed': '现在没有双方都同意的方案，没有可以照着改的内容。',
} satisfies WordsOf<'offers'>
