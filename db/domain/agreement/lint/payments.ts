import { formatChineseDate } from '../../local-date.ts'
import { type Fen, formatYuan } from '../../money.ts'
import {
  type AgreementContent,
  type AgreementParty,
  type Payment,
  paymentMethodLabel,
} from '../content.ts'
import { amountsIn } from './amount-words.ts'
import { datesIn, hasDefiniteDate } from './date-words.ts'
import { hasVagueDate } from './dates.ts'
import { dutiesOf, phrasesOf, sentencesOf, tellsBreach, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const payVerb =
  /支付|给付|付给|付清|付款|赔付|赔偿|补偿|归还|偿还|返还|退还|退回|还清|还给|结清|发放|汇给|转给|补发|补给|交清|缴清|(?:先|再|另)[付还给]|[付还](?=[^，。；]{0,4}(?:\d|[一二两三四五六七八九十百千万]+[元块千万百]))|给(?=[^，。；不]{1,14}(?:元|块|万|千))/u
const past =
  /已(?!到|超)|此前|先前|曾|垫付|收到|原(?:来|先)?(?:欠|约)|尚欠|共?欠|减免|放弃|扣除|抵扣|免除|不再/u
/** Said of the whole sentence: it tells of a payment that has been made. */
const isDone = /已(?:经)?(?:领取|付清|支付|履行|结清|收到|到账)/u

const paymentsOf = (content: AgreementContent): Payment[] =>
  content.clauses.flatMap(({ payment }) => payment ?? [])

const runningSums = (amounts: readonly Fen[]): Fen[] => {
  let sum = 0
  return amounts.map((fen) => (sum += fen))
}

/** Totals, instalments, what is paid and what is left after each of them, and all payments together. */
const structuredSums = (content: AgreementContent): Set<Fen> => {
  const payments = paymentsOf(content)
  return new Set([
    ...payments.flatMap(({ totalFen, instalments }) => {
      const amounts = instalments.map(({ amountFen }) => amountFen)
      return [totalFen, ...amounts, ...runningSums(amounts), ...runningSums(amounts.toReversed())]
    }),
    ...runningSums(payments.map(({ totalFen }) => totalFen)),
  ])
}

/** Sums within a whole are no sums of their own. */
const isPart = (phrase: string): boolean =>
  /其中|包括|包含|分别|每[月期日年季天次人]|首期|首付|余款|余额|剩余|尾款|各|之前|第[一二三四五六\d]期/u.test(
    phrase,
  )

const amountsTold = (sentence: string): { fen: Fen; text: string }[] => {
  const whole = /(?:共计|合计|总计|总额|总共)[^，。；\d]{0,8}/u.exec(sentence)
  if (whole) {
    const start = whole.index + whole[0].length
    const told = amountsIn(sentence).find(({ end }) => end > start)
    return told ? [told] : []
  }
  return phrasesOf(sentence).flatMap((phrase) => {
    if (!payVerb.test(phrase) || past.test(phrase) || isPart(phrase)) return []
    const amounts = amountsIn(phrase)
    const distinct = [...new Map(amounts.map((one) => [one.fen, one])).values()]
    if (distinct.length < 2) return distinct
    const fen = distinct.reduce((sum, one) => sum + one.fen, 0)
    return [{ fen, text: distinct.map(({ text }) => text).join('、') }]
  })
}

/** What follows a date that is a day of payment: 前（含当日）一次性支付, 归还借款. */
const paidThen =
  /^\s*(?:[（(]含[^）)]*[）)])?\s*(?:前|之前|以前|内)?(?:[（(]含[^）)]*[）)])?(?:(?!将|已)[^，。；]){0,24}?(?:支付|给付|付清|付款|付给|还清|偿还|赔偿|补偿|结清|(?:归还|退还|返还)[^，。；]{0,12}?(?:款|本金|押金|彩礼|元))/u

/** Only what a payment clause says of itself is held against its table. */
const contradictions = (content: AgreementContent): LintReason[] => {
  const known = structuredSums(content)
  return content.clauses.flatMap(({ payment, text }, index) => {
    if (!payment) return []
    const path = `clauses.${index}.text`
    const days = payment.instalments.map(({ dueOn }) => dueOn)
    return sentencesOf(text).flatMap((sentence) => {
      if (tellsBreach(sentence) || !payVerb.test(sentence) || past.test(sentence)) return []
      const amounts = amountsTold(sentence).filter(({ fen }) => !known.has(fen))
      const dates = datesIn(sentence).filter(
        ({ date, end }) => paidThen.test(sentence.slice(end)) && !days.includes(date),
      )
      return [
        ...amounts.map((told) =>
          lintFinding('amountContradicts', path, {
            words: told.text,
            totalYuan: formatYuan(payment.totalFen),
          }),
        ),
        ...dates.map(({ date }) =>
          lintFinding('dateContradicts', path, { words: formatChineseDate(date) }),
        ),
      ]
    })
  })
}

const methodWords: Readonly<Record<string, RegExp>> = {
  bankTransfer: /转账|银行|汇款|账户|账号/u,
  cash: /现金/u,
  wechat: /微信/u,
  alipay: /支付宝/u,
}

const contradictedMethod = (content: AgreementContent): LintReason[] => {
  const used = new Set(
    paymentsOf(content).flatMap(({ method, instalments }) => [
      method,
      ...instalments.flatMap((row) => (row.method ? [row.method] : [])),
    ]),
  )
  const known = [...used].flatMap((code) => methodWords[code] ?? [])
  if (known.length === 0 || known.length < used.size) return []
  const words = content.performanceManner
  const named = Object.values(methodWords).some((pattern) => pattern.test(words))
  if (!named || known.some((pattern) => pattern.test(words))) return []
  const method = [...used].map(paymentMethodLabel).join('、')
  return [lintFinding('methodContradicts', 'performanceManner', { method })]
}

const accountFindings = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
): LintReason[] =>
  content.clauses.flatMap(({ payment }, index) => {
    const account = payment?.account?.trim() ?? ''
    if (!payment || account === '') return []
    const path = `clauses.${index}.payment.account`
    const digits = account.normalize('NFKC').replaceAll(/[\s-]/gu, '')
    const isWhole = /\d{8}/u.test(digits) && !/[*×]{2}/u.test(digits)
    const isKnown = /工资卡|工资账户|原(?:付款|支付|发放|收款)/u.test(account)
    const payee = parties.find(({ id }) => id === payment.payeeId)?.name.trim() ?? ''
    const holder = parties
      .map(({ name }) => name.trim())
      .find((name) => name !== '' && name !== payee && account.includes(name))
    return [
      ...(payment.method === 'bankTransfer' && !isWhole && !isKnown
        ? [lintFinding('accountIncomplete', path)]
        : []),
      ...(holder !== undefined && payee !== '' && !account.includes(payee)
        ? [lintFinding('accountOfOther', path, { holder, payee })]
        : []),
    ]
  })

const isCondition = (sentence: string): boolean =>
  tellsBreach(sentence) || /^[^，]{0,12}(?:如果?|若|倘若|一旦)/u.test(sentence.trim())

/** 至付清之日止 says how long, not that something is paid. */
const untilPaid =
  /(?:至|直至|到)[^，。；]{0,16}(?:付清|还清|清偿|支付|履行|归还)(?:完毕)?(?:之日|日|时)?(?:止|为止)?/gu

/**
 * A duty to pay that is told in words only, outside a payment's table. What was paid or is owed is no duty; its sum
 * counts when the rest says that it is to be cleared.
 */
const paysInWords = (whole: string, known: ReadonlySet<Fen>): boolean => {
  const sentence = whole.replaceAll(untilPaid, '')
  if (isCondition(sentence) || isDone.test(sentence)) return false
  if (/自行承担|各自承担|互不|双方再无/u.test(sentence)) return false
  const active = phrasesOf(sentence)
    .filter((phrase) => !past.test(phrase))
    .join('，')
  if (!payVerb.test(active)) return false
  const told = amountsIn(/[付还结交缴]清/u.test(active) ? sentence : active)
  return told.some(({ fen }) => !known.has(fen))
}

const roleWords =
  /申请人|当事人|[甲乙丙男女院患各]方|双方|公司|厂|机构|旅行社|业主|商家|门店|学校|医院|单位|合作社|物业|房东|房客|租客|[出承]租人|监护人|家长|父|母|儿|女|班组|老板|店|村|社区/u

const payeeMethod = /转账|现金|微信|支付宝|账户|账号|银行|扫码|汇|打入|存入|卡|当[场面]/u

const wordsOnly = (
  { path, text }: TextPlace,
  content: AgreementContent,
  parties: readonly AgreementParty[],
): LintReason[] => {
  const known = structuredSums(content)
  const sentences = sentencesOf(text).filter((sentence) => paysInWords(sentence, known))
  if (sentences.length === 0) return []
  const told = sentences.join('。')
  const around = `${text}。${content.performanceManner}`
  const names = parties.map(({ name }) => name.trim()).filter((name) => name !== '')
  const isNamed = names.some((name) => told.includes(name)) || roleWords.test(told)
  const isDated =
    hasDefiniteDate(text) ||
    hasVagueDate(text) ||
    datesIn(content.performanceDeadline).length > 0 ||
    hasDefiniteDate(content.performanceDeadline)
  const isTransfer = /转账|银行|汇|[农工建中邮]行|打[到入]|卡上/u.test(around)
  const hasAccount =
    /\d{8}/u.test(around.replaceAll(/[\s-]/gu, '')) ||
    /工资卡|原(?:付款|支付|发放)|微信|支付宝|现金/u.test(around)
  return [
    lintFinding('paymentInWords', path),
    ...(isNamed ? [] : [lintFinding('payWhoMissing', path)]),
    ...(isDated ? [] : [lintFinding('payDateMissing', path)]),
    ...(payeeMethod.test(around) ? [] : [lintFinding('payMethodMissing', path)]),
    ...(isTransfer && !hasAccount ? [lintFinding('payAccountMissing', path)] : []),
  ]
}

const owed =
  /(?:支付|赔偿|补偿|归还|偿还|返还|退还|付清|结清|交清|缴清|交纳|缴纳)[^，。；]{0,12}(?:损失|费用?|医药费|货款|工资|借款|欠款|租金|押金|彩礼|款项|钱)/u
const referred =
  /上述|前述|该|此|第[一二三四五六七八九十\d]+[条项款]|剩余|余款|按[^，。；]{0,12}(?:标准|计算|比例|方式|约定|金额)|双倍|据实|凭|实际|差价|无需|自行|各自|不|依法/u

/** A duty to pay without any sum, where no payment stands in the agreement at all. */
const withoutSum = ({ path, text, clause }: TextPlace, content: AgreementContent): LintReason[] =>
  clause === undefined || clause.kind === 'confirm' || paymentsOf(content).length > 0
    ? []
    : sentencesOf(text).flatMap((sentence) => {
        const words = owed.exec(sentence)?.[0]
        if (words === undefined || amountsIn(sentence).length > 0) return []
        if (isCondition(sentence) || past.test(sentence) || referred.test(sentence)) return []
        return [lintFinding('payAmountMissing', path, { words })]
      })

/** @policy Whether the agreement says in words that money is to be paid (for the default clause). */
export const paysInFreeWords = (content: AgreementContent): boolean =>
  dutiesOf(content).some(
    ({ clause, text }) =>
      clause !== undefined &&
      clause.payment === undefined &&
      sentencesOf(text).some((sentence) => paysInWords(sentence, structuredSums(content))) &&
      !/当场|当面|即时|现场/u.test(text),
  )

/**
 * Who pays whom, when, how, to which account; and words against the table of the payment.
 * @law 《人民调解法》第二十九条;《民事诉讼法解释》第三百五十八条 (D1, D10)
 */
export const paymentWordFindings = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
): LintReason[] => [
  ...contradictions(content),
  ...contradictedMethod(content),
  ...accountFindings(content, parties),
  ...dutiesOf(content)
    .filter(({ clause }) => clause !== undefined && clause.payment === undefined)
    .flatMap((place) => [...wordsOnly(place, content, parties), ...withoutSum(place, content)]),
]
