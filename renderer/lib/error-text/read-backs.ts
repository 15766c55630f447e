import type { WordsOf } from './words.ts'

export const readBackTexts = {
  'readBacks.notFound': '找不到要宣读的文书。请从案件页重新打开。',
  'readBacks.textChanged':
    '文字刚刚改过，刚才念的不是现在的内容。请从头看一遍，把改过的内容再念给当事人听。',
  'readBacks.itemNotFound': '现在的文书里没有这一段。请刷新后再念。',
  'readBacks.partyNotFound': '这个人不用回答：不是本协议的当事人，或者这次谈话没有到场。',
  'readBacks.notInForce': '这份协议已经作废或由新版本代替，不再宣读。请打开新版本。',
} satisfies WordsOf<'readBacks'>
