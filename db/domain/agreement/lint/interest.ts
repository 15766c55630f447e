import { Big } from 'big.js'
import { formatChineseDate, localDate, type LocalDate } from '../../local-date.ts'
import { formatYuan } from '../../money.ts'
import type { AgreementContent } from '../content.ts'
import { amountsIn, chineseNumeral, readChineseNumber } from './amount-words.ts'
import { datesIn } from './date-words.ts'
import type { AgreementFacts, LprRow } from './facts.ts'
import {
  dutiesOf,
  phrasesOf,
  placesOf,
  sentencesOf,
  tellsBreach,
  type TextPlace,
} from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

/** @law 《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第三十一条: the cap of four times the LPR (I10) */
const capFrom = localDate('2020-08-20')
const times = 4

const spans = { year: 1, month: 12, day: 365 } as const
type Span = keyof typeof spans

const spanWords: Readonly<Record<Span, string>> = {
  year: '(?:年(?:化)?(?:利率|利息|息|利)|按年|每年|年利率|年费率)',
  month: '(?:月(?:利率|利息|息|利)|按月|每月|每个月|月费率)',
  day: '(?:日(?:利率|利息|息|利)|按日|每日|每天|每逾期一[日天]|按天|逾期一[日天])',
}
const number = String.raw`\d+(?:\.\d+)?`
const words = `${chineseNumeral}{1,24}(?:点${chineseNumeral}{1,24})?`

const perUnit: readonly [pattern: string, share: (count: Big) => Big][] = [
  [`(${number})\\s*%`, (count) => count],
  [`百分之\\s*(${number}|${words})`, (count) => count],
  [`(${number})\\s*‰`, (count) => count.div(10)],
  [`千分之\\s*(${number}|${words})`, (count) => count.div(10)],
  [`(${number})\\s*‱`, (count) => count.div(100)],
  [`万分之\\s*(${number}|${words})`, (count) => count.div(100)],
]

const numberOf = (text: string): Big | undefined => {
  if (/^\d/u.test(text)) return new Big(text)
  const [whole = '', fraction = ''] = text.split('点')
  const value = readChineseNumber(whole, { spoken: false })
  if (value === undefined) return undefined
  const places = [...fraction].map((sign) => readChineseNumber(sign, { spoken: false }) ?? 0)
  return new Big(`${value}${places.length > 0 ? `.${places.join('')}` : ''}`)
}

export type Rate = { percentPerYear: Big; words: string }

const ratesOfSpan = (phrase: string, span: Span): Rate[] =>
  perUnit.flatMap(([pattern, share]) => {
    const match = new RegExp(`${spanWords[span]}[^，。；%\\d]{0,14}?${pattern}`, 'u').exec(phrase)
    const count = match ? numberOf(match[1] ?? '') : undefined
    return match && count
      ? [{ percentPerYear: share(count).times(spans[span]), words: match[0] }]
      : []
  })

/** 月息2分 is two per cent a month, 年息1分 ten per cent a year; 厘 is a tenth of it. Bare 二分利 is monthly. */
const spokenRates = (phrase: string): Rate[] => {
  const match = new RegExp(
    `(年|月|日)?(?:利?息|利率?)(?:为|按|是|计)?\\s*(${number}|${chineseNumeral})\\s*(分|厘)(半)?(?!之)|(${number}|${chineseNumeral})\\s*(分|厘)(半)?(?:利|的?利息|息)`,
    'u',
  ).exec(phrase)
  if (!match) return []
  const [all, span = '月', first, firstUnit, firstHalf, second, secondUnit, secondHalf] = match
  const count = numberOf(first ?? second ?? '')
  if (!count || span === '日') return []
  const whole = (firstHalf ?? secondHalf) === undefined ? count : count.plus('0.5')
  const unit = (firstUnit ?? secondUnit) === '厘' ? whole.div(10) : whole
  return [{ percentPerYear: unit.times(span === '年' ? 10 : 12), words: all }]
}

const multipleOfLpr =
  /(?:LPR|贷款市场报价利率|同期[^，。；]{0,10}利率)[^，。；\d]{0,8}?(\d+(?:\.\d+)?|[一二两三四五六七八九十])\s*倍/iu

/** @policy Rates of interest or penalty in a phrase, per year. */
export const ratesIn = (phrase: string): Rate[] => {
  const spoken = spokenRates(phrase)
  return spoken.length > 0
    ? spoken
    : (Object.keys(spans) as Span[]).flatMap((span) => ratesOfSpan(phrase, span))
}

const isAboutInterest = (sentence: string): boolean =>
  /利息|利率|年息|月息|日息|分利|厘利|年化|违约金|滞纳金|罚息|资金占用|LPR|报价利率/iu.test(
    sentence,
  )

const borrowed = /借款|借给|借到|借得|向[^，。；]{1,12}借|出借|借条|借据|借贷/u

const loanDate = (content: AgreementContent): LocalDate | undefined =>
  placesOf(content)
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => borrowed.test(sentence))
    .flatMap((sentence) =>
      datesIn(sentence)
        .filter(({ end }) => borrowed.test(sentence.slice(end, end + 40)))
        .map(({ date }) => date),
    )[0]

const ceilingOf = ({ percent }: LprRow): Big => new Big(percent).times(times)

const shown = (percent: Big): string => percent.round(2).toString()

type Judged = { path: string; rate: Rate; on: LocalDate | undefined; table: readonly LprRow[] }

const judge = ({ path, rate, on, table }: Judged): LintReason[] => {
  const details = { words: rate.words, yearPercent: shown(rate.percentPerYear) }
  const over = (ceiling: Big, more: Record<string, string> = {}) =>
    rate.percentPerYear.gt(ceiling)
      ? [
          lintFinding('interestOverCeiling', path, {
            ...details,
            ceilingPercent: shown(ceiling),
            ...more,
          }),
        ]
      : []
  const unchecked = [lintFinding('interestNotChecked', path, details)]
  if (on !== undefined) {
    if (on < capFrom) return [lintFinding('interestOldContract', path, details)]
    const row = table.find(({ from, to }) => from <= on && on <= to)
    return row ? over(ceilingOf(row), { on: formatChineseDate(on) }) : unchecked
  }
  const ceilings = table.filter(({ to }) => to >= capFrom).map(ceilingOf)
  const [first] = ceilings
  if (first === undefined) return unchecked
  const highest = ceilings.reduce((a, b) => (b.gt(a) ? b : a), first)
  const lowest = ceilings.reduce((a, b) => (b.lt(a) ? b : a), first)
  if (rate.percentPerYear.lte(lowest)) return []
  const found = over(highest)
  return found.length > 0 ? found : unchecked
}

/** 每天100元 of interest or penalty, against the sum that is owed. */
const fixedRates = (sentence: string, totalFen: number): Rate[] =>
  totalFen === 0
    ? []
    : phrasesOf(sentence).flatMap((phrase): Rate[] => {
        const match = /每(?:逾期一)?(日|天|月|个月|年)/u.exec(phrase)
        if (!match) return []
        const at = match.index + match[0].length
        const sum = amountsIn(phrase).find(({ index }) => index >= at && index - at <= 10)
        if (!sum) return []
        const span = match[1] === '年' ? 'year' : match[1]?.endsWith('月') ? 'month' : 'day'
        const percentPerYear = new Big(sum.fen).times(100).times(spans[span]).div(totalFen)
        return [{ percentPerYear, words: phrase.slice(match.index, sum.end) }]
      })

type Context = {
  isLoan: boolean
  on: LocalDate | undefined
  table: readonly LprRow[]
  /** What all payments come to. */
  totalFen: number
}

const waived = /不计|不再计|免除|放弃|无效|不收|不超过|无息|无利息|免息/u

const rateFindings = (place: TextPlace, { isLoan, on, table, totalFen }: Context): LintReason[] =>
  sentencesOf(place.text)
    .filter((sentence) => isAboutInterest(sentence) && !waived.test(sentence))
    .flatMap((sentence) => {
      const { path } = place
      const multiple = multipleOfLpr.exec(sentence)
      const count = multiple ? numberOf(multiple[1] ?? '') : undefined
      if (multiple && count) {
        const isOver = count.gt(times)
        return isOver && isLoan
          ? [lintFinding('interestOverCeiling', path, { words: multiple[0] })]
          : isOver
            ? [lintFinding('penaltyHigh', path, { words: multiple[0] })]
            : []
      }
      const rates = [...phrasesOf(sentence).flatMap(ratesIn), ...fixedRates(sentence, totalFen)]
      if (isLoan) return rates.flatMap((rate) => judge({ path, rate, on, table }))
      return rates
        .filter(({ percentPerYear }) => percentPerYear.gt(24))
        .map(({ words: told, percentPerYear }) =>
          lintFinding('penaltyHigh', path, { words: told, yearPercent: shown(percentPerYear) }),
        )
    })

/** @law 《民法典》第五百八十五条: a penalty of more than three tenths of the loss may be cut */
const fixedPenalties = (content: AgreementContent, totalFen: number): LintReason[] => {
  if (totalFen === 0) return []
  return dutiesOf(content).flatMap(({ path, text }) =>
    sentencesOf(text)
      .filter(
        (sentence) => tellsBreach(sentence) && !/每[逾日天月次]|利率|%|‰|分之/u.test(sentence),
      )
      .flatMap((sentence) => {
        const at = sentence.indexOf('违约金')
        const sum = amountsIn(sentence).find(
          ({ index, end }) => Math.min(Math.abs(index - at), Math.abs(end - at)) <= 8,
        )
        return at !== -1 && sum && sum.fen * 10 > totalFen * 3
          ? [lintFinding('penaltyHigh', path, { words: `违约金${formatYuan(sum.fen)}元` })]
          : []
      }),
  )
}

const benchmark = /(?:同期)?(?:贷款|存款)?基准利率/u

/**
 * Interest above four times the one-year LPR of the day of the contract; of a loan also penalty and default interest.
 * Without a row for that day it is told that nothing could be checked.
 * @law 《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》第二十五条、第二十九条、第三十一条 (I10)
 */
export const interestFindings = (
  content: AgreementContent,
  facts: AgreementFacts,
): LintReason[] => {
  const places = placesOf(content)
  const isLoan =
    facts.typeCode.startsWith('04.01') ||
    places.some(({ text }) => /民间借贷|借款|借条|借据/u.test(text))
  const totalFen = content.clauses.reduce((sum, { payment }) => sum + (payment?.totalFen ?? 0), 0)
  const context: Context = {
    totalFen,
    isLoan,
    on: facts.contractOn ?? loanDate(content),
    table: facts.lprTables ?? [],
  }
  return dutiesOf(content)
    .flatMap((place) => [
      ...rateFindings(place, context),
      ...(benchmark.test(place.text) ? [lintFinding('benchmarkRate', place.path)] : []),
    ])
    .concat(fixedPenalties(content, totalFen))
}
