import type { AgreementContent, Clause } from '../content.ts'

/** A text of the agreement. `duty`: it says what is to be done, not what has happened. */
export type TextPlace = { path: string; text: string; duty: boolean; clause?: Clause }

const shift = 0xfee0

/** Full-width digits, letters and signs of amounts to ASCII, one for one; punctuation stays as written. */
const halfWidth = (text: string): string =>
  text
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ％．＿]/gu, (sign) =>
      String.fromCodePoint((sign.codePointAt(0) ?? shift) - shift),
    )
    .replaceAll('￥', '¥')
    .replaceAll(/(?<=\d)，(?=\d{3}(?!\d))/gu, ',')
    .replaceAll('　', ' ')

/** @policy Every text that prints, in the order of the paper, with half-width figures. */
export const placesOf = (content: AgreementContent): TextPlace[] => [
  { path: 'facts', text: halfWidth(content.facts), duty: false },
  { path: 'issues', text: halfWidth(content.issues), duty: false },
  { path: 'responsibilities', text: halfWidth(content.responsibilities), duty: false },
  ...content.clauses.map((clause, index) => ({
    path: `clauses.${index}.text`,
    text: halfWidth(clause.text),
    duty: true,
    clause,
  })),
  { path: 'performanceManner', text: halfWidth(content.performanceManner), duty: true },
  { path: 'performanceDeadline', text: halfWidth(content.performanceDeadline), duty: true },
  { path: 'performancePlace', text: halfWidth(content.performancePlace), duty: true },
]

/** @policy The texts that say what is to be done; facts may be vague, duties may not (D10). */
export const dutiesOf = (content: AgreementContent): TextPlace[] =>
  placesOf(content).filter(({ duty, path }) => duty && path !== 'performancePlace')

/** @policy A sentence ends at 。；！？ or at a line's end. */
export const sentencesOf = (text: string): string[] =>
  text.split(/[。；;！!？?\n]/u).filter((sentence) => sentence.trim() !== '')

/** @policy A phrase ends at any comma, 1,000 excepted. */
export const phrasesOf = (sentence: string): string[] =>
  sentence.split(/，|：|,(?!\d{3})|(?<!\d),/u).filter((phrase) => phrase.trim() !== '')

/** @policy What a sentence about breach begins with: it tells a consequence, not a duty. */
export const tellsBreach = (sentence: string): boolean =>
  /违约|逾期|未按|未能?(?:如期|按期|按时|足额|履行|支付|付清|还清|归还|完成)|不按[期时约]?|不履行|不支付|拒不|拒绝(?:履行|支付)|迟延|延期(?:支付|付款|履行)|任何一期|到期(?:不|未|仍)|反悔|食言|否则|强制执行/u.test(
    sentence,
  )
