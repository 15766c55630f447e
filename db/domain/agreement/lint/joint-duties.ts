import type { AgreementContent, AgreementParty } from '../content.ts'
import { dutiesOf, sentencesOf, tellsBreach, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const verb =
  '(?:支付|给付|付清|付款|赔付|赔偿|补偿|归还|偿还|返还|退还|还清|结清|承担(?=[^，。；]{0,12}(?:费|款|损失|赔偿|债务|元)))'
const share =
  /连带|按份|各自|各付|各承担|分别|各半|平均|均摊|平摊|份额|比例|一半|各\s*[\d一二两三四五六七八九十¥]|每人|互不|\d+\s*%|内部/u
const and = '(?:、|和|与|及|以及|跟|同)'

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)

const namesOf = (parties: readonly AgreementParty[]): string[] =>
  parties
    .map(({ name }) => name.trim())
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)

/** Who acts between the list of names and the verb is told apart: 甲和乙约定由乙支付. */
const between = '(?:(?!由|协商|约定|确认|之间|双方|达成|签|商定|同意由|的)[^，。；]){0,16}?'

const patterns = (parties: readonly AgreementParty[]): RegExp[] => {
  const names = namesOf(parties)
  if (names.length < 2) return []
  const one = `(?:${names.map(escape).join('|')})`
  const several = `${one}(?:${and}${one})+`
  const counted =
    '(?:[两二三四五六]名?(?:个)?(?:被申请人|申请人|被告|借款人|债务人)|夫妻(?:双方|二人|两人|俩)|(?:二|两|三)人(?!次))'
  return [
    new RegExp(
      `(?:${several}|${counted})(?!之间)(?:共同|应当?|须|自愿|同意|一起|于|在|向|一次性|负责)?${between}${verb}`,
      'u',
    ),
    new RegExp(`(?:${verb}|欠)(?:给|了)?(?:[^，。；]{0,2})${several}`, 'u'),
    new RegExp(`共同(?:${verb}|承担(?:还款|赔偿|付款|清偿))`, 'u'),
  ]
}

const shareFindings = ({ path, text }: TextPlace, forms: readonly RegExp[]): LintReason[] =>
  sentencesOf(text).flatMap((sentence) => {
    if (share.test(text) || tellsBreach(sentence)) return []
    const words = forms.map((form) => form.exec(sentence)?.[0]).find((found) => found !== undefined)
    return words === undefined ? [] : [lintFinding('jointShares', path, { words })]
  })

const kin =
  '(?:父母|父亲|母亲|妻子|丈夫|配偶|儿子|女儿|哥哥|弟弟|姐姐|妹妹|兄弟|家属|亲属|亲戚|朋友|担保人|保证人|总包(?:方|单位)?|发包(?:方|单位)?|保险公司|老板|股东|房东|村委会|第三方)'
const outsiders: readonly RegExp[] = [
  new RegExp(
    `(?:由|让)[^，。；]{0,10}?${kin}[^，。；]{0,16}?(?:支付|代付|代为|垫付|承担|偿还|归还|赔偿|赔付|担保|保证)`,
    'u',
  ),
  new RegExp(
    `${kin}(?:提供担保|作担保|作为担保人|承担(?:连带)?(?:保证|担保)责任|代为(?:支付|偿还))`,
    'u',
  ),
]

/** An insurer who is a party, or a named party behind the word, may well be bound. */
const isBound = (sentence: string, parties: readonly AgreementParty[]): boolean =>
  parties.some(
    ({ name, role, kind }) =>
      (name.includes('保险') && sentence.includes('保险')) ||
      (kind === 'organisation' && sentence.includes(name)) ||
      (role === 'thirdParty' && name.trim() !== '' && sentence.includes(name.trim())),
  )

const outsiderFindings = (
  { path, text }: TextPlace,
  parties: readonly AgreementParty[],
): LintReason[] =>
  sentencesOf(text).flatMap((sentence) => {
    const words = outsiders
      .map((form) => form.exec(sentence)?.[0])
      .find((found) => found !== undefined)
    if (words === undefined || /理赔|不|自行|法定代理人|监护人/u.test(sentence)) return []
    const named = parties.some(
      ({ name }) => name.length > 1 && words.includes(name) && !/其|的/u.test(words),
    )
    return named || isBound(sentence, parties) ? [] : [lintFinding('outsiderDuty', path, { words })]
  })

/** @law 《民法典》第六百八十六条: without words on its kind a surety is an ordinary one */
const suretyFindings = ({ path, text }: TextPlace): LintReason[] =>
  sentencesOf(text).some((sentence) =>
    /(?:担保|保证)责任|提供(?:保证|担保)|作(?:为)?(?:保证人|担保人)/u.test(sentence),
  ) && !/连带|一般保证|抵押|质押|质量|不/u.test(text)
    ? [lintFinding('suretyKind', path)]
    : []

/**
 * Several who owe or are owed need to know for how much; who does not sign is not bound.
 * @law 《民法典》第四百六十五条、第五百一十七条、第五百一十八条 (D10)
 */
export const jointDutyFindings = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
): LintReason[] => {
  const forms = patterns(parties)
  return dutiesOf(content)
    .filter(({ clause }) => clause !== undefined)
    .flatMap((place) => [
      ...shareFindings(place, forms),
      ...outsiderFindings(place, parties),
      ...suretyFindings(place),
    ])
}
