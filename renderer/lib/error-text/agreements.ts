import type { WordsOf } from './words.ts'

export const agreementTexts = {
  'agreements.notFound': '找不到这份协议。请从案件页重新打开。',
  'agreements.changedElsewhere': '协议刚刚在别处改过，没有覆盖别人的改动。请看过新内容后再改。',
  'agreements.incomplete': '协议还缺必要的内容，不能进行下一步。缺什么列在下面。',
  'agreements.warningsNotPassed':
    '有提醒还没有处理。请改好，或者在每一条后面写明为什么可以这样写，再送审。',
  'agreements.frozen': '协议已经定稿，文字不能再改。需要改动，请做一个新版本。',
  'agreements.stepNotAllowed': '协议现在的状态不能做这一步，可能别人已经先办了。请看现在的状态。',
  'agreements.wordsRequired': '退回时要写明意见，好让调解员知道改哪里。',
  'agreements.signatureInvalid': '签署信息不对，请核对签名人、方式和日期。',
} satisfies WordsOf<'agreements'>
