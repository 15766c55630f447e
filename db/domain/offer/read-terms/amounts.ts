import type { Fen } from '../../money.ts'
import { readNumber } from './numbers.ts'

/** A sum of money in the text; without `fen` it is only about so much, or cannot be read. */
export type FoundAmount = { from: number; to: number; fen?: Fen }

const run =
  /(?:\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十])(?:\d[\d,]*(?:\.\d+)?|[零一二两三四五六七八九十百千万亿]|点(?=[零一二三四五六七八九])|[wWkK](?![a-zA-Z]))*/g
const idiom =
  /(?:好几|[二三四五六七八九]?十?[几数上成]|小)[百千万]+(?:元|块钱?)?|[百千万]+[把来](?:元|块钱?)?|若干|一(?:部分|(?<![快早晚慢好多]一)点(?![零一二三四五六七八九])钱?|些钱?)|万儿八千|(?<![一二两三四五六七八九十几])百八十(?:元|块钱?)?|千儿八百|一半|[二三四五六七八九十]分之[一二三四五六七八九]|百分之[零一二三四五六七八九十百]+|\d+(?:\.\d+)?%/g
const minor =
  /^(?:零?([一二三四五六七八九\d])[角毛](?:钱|整|正)?(?:零?([一二三四五六七八九\d])分(?![不也都之]|[一二两三四五六七八九十\d]+[个期次笔]))?|零?([一二三四五六七八九\d])分(?![不也都之期]|[一二两三四五六七八九十\d]+[个期次笔])|([一二三四五六七八九])(?![一二三四五六七八九十百千万\d个天年月日号期次周])(?:毛|角)?)?(?:整|正)?/
const measure =
  /^[多来余几]?(?:小时|分钟|公里|厘米|分之|立方|星期|礼拜|公斤|平方?|个(?!人)|次(?!日|月)|期(?![限间])|人(?!民币|家|身)|成(?![交本])|家(?![属里具])|条(?!件)|本(?![金息人月年周])|门(?!诊)|房(?![租屋款子东])|床(?!位)|车(?![费损款钱主])|路(?!费)|支(?![付出])|双(?!方)|代(?![付为])|户(?!口)|[天日号月年笔㎡方岁斤吨台套间箱倍点里米层楼栋幢室只件股名位步回趟份张句种字瓶块颗根头匹辆度页%折弄卡型式亩克升桶批片袋盒支组班届级遍顿桌杯夜])/
const aboutBefore =
  /(?:约|大约|大概|差不多|将近|接近|近|不到|至少|起码|最少|最低|不少于|不低于|不超过|超过|超出|多于|少于|低于|高于|好几|[几数]|估计)(?:人民币|¥|是|要|也?得)?[付给赔出]?$/
const aboutAfter =
  /^(?:半(?![年个月天价])|美元|美金|港[币元]|欧元|日元|英镑|左右|上下|以上|以下|以内|之内|之间|出头|不到|挂零|打底|往上|起步|光景|的样子|开外|[多几](?!次|笔|期|退)|来(?=块|元|[,\n]|$)|余(?!款|下|额|部|数|的|[一二两三四五六七八九]))/
const bridge = /^(?:-|~|到|至|、|或|或者|还是)$/

type Sum = { from: number; to: number; fen: Fen | undefined; about: boolean; isMoney: boolean }

const minorFen = (match: RegExpExecArray): Fen => {
  const value = (text: string | undefined) =>
    text === undefined ? 0 : (readNumber(text) ?? 0) / 100
  return (value(match[1]) + value(match[4])) * 10 + value(match[2]) + value(match[3])
}

/** Looks at one run of figures with what stands around it. */
const readSum = (text: string, from: number, words: string): Sum => {
  let to = from + words.length
  let fen = readNumber(words)
  const before = text.slice(Math.max(0, from - 8), from)
  const between = /^(?:[多来余](?=[元块])|几(?=[元块]))/.exec(text.slice(to))?.[0] ?? ''
  let about =
    between !== '' ||
    before.endsWith('-') ||
    aboutBefore.test(before) ||
    (/\d $/.test(before) && /^\d{3}(?!\d)/.test(words))
  const rest = text.slice(to + between.length)
  const unit = /^(?:元|块(?!地|砖|玻璃|石|板|木|儿)(?:钱|整)?)/.exec(rest)?.[0]
  let isMoney = false
  if (unit !== undefined && !(words === '一' && unit === '块')) {
    isMoney = true
    to += between.length + unit.length
    const cents = minor.exec(text.slice(to))
    const isShort = cents?.[4] !== undefined && (!unit.startsWith('块') || (fen ?? 0) >= 100_000)
    if (cents && !isShort) {
      fen = fen === undefined ? undefined : fen + minorFen(cents)
      to += cents[0].length
    }
  } else if (/^[一二三四五六七八九\d]$/.test(words) && /^[角毛分]/.test(rest)) {
    const cents = minor.exec(text.slice(from))
    const isAlone = /^(?:[整正钱角毛\d一二三四五六七八九]|[^\u4e00-\u9fff]|$)/.test(rest.slice(1))
    if (cents && cents[0].length > 1 && cents[4] === undefined && isAlone)
      [fen, to, isMoney] = [minorFen(cents), from + cents[0].length, true]
  } else isMoney = isBareSum(text, from, words)
  const after = text.slice(to)
  if (aboutAfter.test(after)) {
    about = true
    to += aboutAfter.exec(after)?.[0].length ?? 0
  }
  return { from, to, fen, about, isMoney }
}

/** A number without 元 is money only when it is large and counts nothing else. */
const isBareSum = (text: string, from: number, words: string): boolean => {
  const before = text.slice(Math.max(0, from - 3), from)
  if (/(?:人民币|¥)$/.test(before)) return true
  if (
    /(?:\d[.: ]?|[/a-zA-Z第尾卡])$/.test(before) ||
    /^[-/:.a-zA-Z‰]/.test(text.slice(from + words.length))
  )
    return false
  if (measure.test(text.slice(from + words.length))) return false
  if (/[百千万亿wWkK]/.test(words)) return true
  if (/^\d+,[\d,]+$/.test(words)) return true
  return (
    /^(?:[1-9]\d{2,7}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(words) &&
    !/^[的号]/.test(text.slice(from + words.length))
  )
}

/** 5000,1 is two things; 1,8000 is one that nobody can read. */
const groupedOnly = (words: string): string =>
  /^\d{1,3},\d{4,}/.test(words)
    ? words
    : words.replace(/(?:,+$|^(\d{4,}),.*$|,(?!\d{3}(?!\d)).*$)/, '$1')

/** 一万五月底: the 五 may be of the sum or of the month. */
const runsOn = (original: string, to: number, text: string): boolean =>
  text[to] !== original[to] && /[百千万][一二三四五六七八九]/.test(original.slice(to - 1, to + 1))

const joined = (sums: Sum[], text: string): Sum[] => {
  for (const [index, sum] of sums.entries()) {
    const next = sums[index + 1]
    if (!next || !bridge.test(text.slice(sum.to, next.from))) continue
    if (!next.isMoney || (text[sum.to] === '、' && sum.isMoney)) continue
    if (text[sum.to] === '、' && !/^[\d一二两三四五六七八九]$/.test(text.slice(sum.from, sum.to)))
      continue
    next.about = true
    next.from = sum.from
    sum.isMoney = false
  }
  return sums.filter(({ isMoney }) => isMoney)
}

/**
 * Every sum of money in the normal form of a text. A range, a "more than", an "about" has no amount.
 * @policy Issue 3 §2: what cannot be read is left alone
 */
export const findAmounts = (text: string, original = text): FoundAmount[] => {
  const vague: Sum[] = [...text.matchAll(idiom)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    fen: undefined,
    about: true,
    isMoney: true,
  }))
  const isFree = (from: number, to: number) =>
    vague.every((sum) => to <= sum.from || from >= sum.to)
  const sums: Sum[] = []
  run.lastIndex = 0
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const words = groupedOnly(match[0])
    if (!isFree(match.index, match.index + words.length)) continue
    const sum = readSum(text, match.index, words)
    if (runsOn(original, sum.to, text)) sum.about = true
    sums.push(sum)
    run.lastIndex = Math.max(match.index + 1, sum.isMoney ? sum.to : match.index + words.length)
  }
  return [...joined(sums, text), ...vague]
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, fen, about }) =>
      about || fen === undefined ? { from, to } : { from, to, fen },
    )
}
