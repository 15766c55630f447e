import { textIn, type WordsOf } from './words.ts'

export const partyTexts = {
  'parties.notFound': '找不到这位当事人，可能已被移除。请刷新案件后再试。',
  'parties.invalidIdNumber': '身份证号不对，请对照证件逐位核对。',
  'parties.invalidCreditCode': '统一社会信用代码不对，请对照营业执照逐位核对。',
  'parties.invalidPhone': '电话号码不对。手机号是 11 位；座机请带区号，如 0571-88880000。',
  'parties.tooManyAgents': '委托代理人太多了，按规定一位当事人最多委托两人。',
  'parties.frozen': (details) => {
    const name = textIn(details, 'name')
    return name === undefined
      ? '协议已经定稿，当事人资料不能再改。确需更改，请先修订协议。'
      : `本案的记录、方案或协议里已经有${name}，不能删去。资料写错了可以直接改。`
  },
} satisfies WordsOf<'parties'>
