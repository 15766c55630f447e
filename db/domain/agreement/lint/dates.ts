import type { AgreementContent } from '../content.ts'
import { datesIn, hasDefiniteDate } from './date-words.ts'
import { dutiesOf, phrasesOf, sentencesOf, tellsBreach, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

/** Vague wherever they stand, also beside a date: 12月31日左右. */
const approximate = [
  /(?:(?:\d+|[一二三四五六七八九十]+)[日号月]|月[底初中末]|年[底初末]|春节|中秋|国庆|元旦|端午|清明|五一|过年)(?:份|期间)?(?:左右|前后|上下)/u,
  /(?:大约|大概|约|差不多)(?:在|于)?\s*\d{0,4}年?(?:\d+|[一二三四五六七八九十]+)月/u,
  /月[上中下]旬/u,
  /(?:争取|力争|尽量|尽可能|预计|计划|打算)(?:[^，。；]{0,8}?)(?:\d[日号月]|前|之内|支付|付清|付|归还|还清|完成)/u,
]

/** Hang on something that may never come: vague beside a date too, unless a last day is named. */
const conditional = [
  /(?:方便|有钱|宽裕|宽松|有能力|有条件)(?:时|的时候|之时|了|后|再|就)|有了钱/u,
  /(?:条件|时机)(?:允许|成熟|好转|具备)|(?:经济|经营|生意|行情|年景)(?:状况|情况|条件)?(?:好转|改善|转好)/u,
  /(?:资金|货款|工程款|贷款|款项|回款)(?:回笼|到位|到账|收回|结算|周转(?:过来|开))(?:后|时|再|以后|之后)/u,
  /(?:(?:卖|出售)(?:掉|了|出)?(?:房子?|车子?|货)|(?:房子?|车子?|货物?|老屋)(?:卖|出售)(?:掉|了|出)?)[^，。；]{0,4}(?:后|时|再)/u,
  /(?:麦收|秋收|收割|卖粮|蚕茧上市)(?:后|以后|时)/u,
]

/** Vague where no day stands beside them. */
const undated = [
  /尽快|尽早|尽速|从速|抓紧时间/u,
  /近期|近日|不久(?:后|的?将来)|最近(?:几天|支付|归还|付|还)/u,
  /过(?:几天|些天|一阵|(?:一)?段时间)|改天|择日|择期|适时|适当的?时[候间机]|抽空|有空/u,
  /(?<![\d〇零一二两三四五六七八九十百几多往去今明]\s{0,2})年前(?!后)/u,
  /(?:春节|中秋|国庆|元旦|端午|清明|过年)(?:以|之)?后/u,
  /以后再(?:说|议|付|还|商量)|日后(?:再)?(?:支付|归还|付|还)|慢慢(?:还|付)|陆续(?:支付|归还|付|还)/u,
  /(?:时间|日期|期限|付款|支付|还款)[^，。；]{0,4}(?:另行|另外|再行|再)(?:约定|商定|协商|通知|商量)|(?:时间|日期|期限)(?:待定|未定)/u,
]

const lastDay = /最迟|最晚|不迟于|至迟|但不得晚于/u

const relative =
  /(?<![\d年月每])(?:春节|中秋节?|国庆节?|元旦|端午节?|清明节?|过年|年底|年末|年内|月底|月末|月内|本月|本年|下个?月|下个?(?:星期|周)|明年|来年|开学|放假)(?:[^，。；]{0,3}(?:前|内|底|之前|支付|付|还))?/u

const firstMatch = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.[0]).find((words) => words !== undefined)

const isPaidByTable = ({ clause }: TextPlace): boolean =>
  (clause?.payment?.instalments.length ?? 0) > 0

/** A date in the phrase itself, or right after it: 尽快退还，于2026年12月31日前还清. */
const vaguePhrase = (sentence: string, patterns: readonly RegExp[]): string | undefined => {
  const phrases = phrasesOf(sentence)
  return phrases
    .map((phrase, index) =>
      hasDefiniteDate(phrase) || hasDefiniteDate(phrases[index + 1] ?? '')
        ? undefined
        : firstMatch(patterns, phrase),
    )
    .find((words) => words !== undefined)
}

const vagueIn = (place: TextPlace): LintReason[] =>
  sentencesOf(place.text).flatMap((sentence) => {
    const vague = (words: string) => [lintFinding('vagueDate', place.path, { words })]
    const always = firstMatch(approximate, sentence)
    if (always !== undefined) return vague(always)
    if (lastDay.test(sentence)) return []
    const hanging = firstMatch(conditional, sentence)
    if (hanging !== undefined) return vague(hanging)
    if (isPaidByTable(place)) return []
    const open = vaguePhrase(sentence, undated)
    if (open !== undefined) return vague(open)
    const near = hasDefiniteDate(sentence) ? undefined : relative.exec(sentence)?.[0]
    return near === undefined ? [] : [lintFinding('relativeDate', place.path, { words: near })]
  })

/** @policy Some day is told, however vaguely: that is another finding than none at all. */
export const hasVagueDate = (text: string): boolean =>
  firstMatch([...approximate, ...conditional, ...undated, relative], text) !== undefined

/** Lasting duties and forbearances have no day on which they are done. */
const lasting =
  /不得|不再|不准|不开|不在|停止|避免|保持|保证|今后|以后|此后|长期|永久|继续|日常|定期|随时|夜间|\d+\s*(?:时|点|:\d{2})\s*(?:至|到)|应当?互|互相|相互|负责|承担|配合|允许|同意|有权|可以|放弃|撤回/u

/** @policy An act is dated by its own words or by the term of the whole agreement. */
const undatedActs = (content: AgreementContent): LintReason[] => {
  const term = content.performanceDeadline
  if (datesIn(term).length > 0) return []
  const termIsOpen = !hasDefiniteDate(term)
  return content.clauses.flatMap(({ kind, text }, index) => {
    const isOpen =
      kind === 'act' &&
      termIsOpen &&
      text.trim() !== '' &&
      !hasDefiniteDate(text) &&
      !lasting.test(text) &&
      !tellsBreach(text) &&
      !hasVagueDate(text)
    return isOpen ? [lintFinding('actDateMissing', `clauses.${index}.text`)] : []
  })
}

/**
 * When: vague days, days that only hold relative to something, acts without a day.
 * @law 《民事诉讼法解释》第三百五十八条 (D10)
 */
export const dateFindings = (content: AgreementContent): LintReason[] => [
  ...dutiesOf(content).flatMap(vagueIn),
  ...undatedActs(content),
]
