import type { AgreementContent, AgreementParty } from '../content.ts'
import { placesOf, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

/** Characters that are typed or heard for each other in names. */
const mistaken = [
  '国囯',
  '建健剑',
  '伟玮炜纬苇',
  '华桦骅',
  '明铭鸣',
  '红虹洪宏鸿',
  '丽莉俐',
  '军君均钧',
  '平萍苹',
  '英瑛',
  '芳方',
  '敏闵',
  '静靖婧',
  '娟鹃',
  '文雯',
  '志智',
  '玉钰',
  '林琳霖',
  '晓小',
  '云芸',
  '欣鑫新',
  '峰锋丰',
  '辉晖',
  '勇永泳',
  '斌彬宾',
  '刚钢',
  '兰蓝',
  '霞侠',
  '梅美',
  '秀琇',
  '珍真贞',
  '凤风',
  '龙隆',
  '燕艳',
  '生胜升',
  '良亮',
  '章张',
  '王汪',
  '李黎',
  '余于俞',
  '徐许',
  '陈程',
  '吴武',
  '朱诸',
  '周邹',
  '何贺',
  '蒋姜江',
  '沈申',
  '傅付',
  '肖萧',
  '阎闫',
  '戴代',
  '一壹',
] as const

const isMistaken = (a: string, b: string): boolean =>
  mistaken.some((group) => group.includes(a) && group.includes(b))

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱林郭罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁蒋余叶杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆戴贾夏韦邱侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵钱严覃武莫孔汤俞章施洪褚诸费岑倪'

/** 王小姐, 陈家村: a word that only looks like the name. */
const notInName =
  /[姐妹哥弟某总叔伯姨婆爷妈爸嫂工村镇市县区路街里厂店湾桥坝庄乡某×的了在与和向由应将已之为于是有不因将等及其者人]/u

/** Same length, one sign apart: the places where it stands in the text. */
const oneApart = (text: string, name: string): string[] => {
  const signs = [...name]
  const found = new Set<string>()
  for (let at = 0; at + name.length <= text.length; at += 1) {
    const window = text.slice(at, at + name.length)
    const off = signs.flatMap((sign, index) => (window[index] === sign ? [] : [index]))
    const [only] = off
    if (only !== undefined && off.length === 1 && /^[\u4e00-\u9fa5（）()]+$/u.test(window))
      found.add(window)
  }
  return [...found]
}

const differs = (window: string, name: string): [written: string, right: string] => {
  const index = [...name].findIndex((sign, at) => window[at] !== sign)
  return [window[index] ?? '', name[index] ?? '']
}

const isSlipOfPerson = (window: string, name: string): boolean => {
  const [written, right] = differs(window, name)
  if (isMistaken(written, right)) return true
  if (name.length < 3 || notInName.test(written)) return false
  const first = window[0] ?? ''
  return window[0] === name[0] ? true : surnames.includes(first)
}

const isSlipOfFirm = (window: string, name: string): boolean => {
  const [written] = differs(window, name)
  return name.length >= 5 && !/[的了在与和向由、，]/u.test(written)
}

type Known = { name: string; isPerson: boolean }

const knownNames = (parties: readonly AgreementParty[]): Known[] =>
  parties
    .flatMap(({ name, kind, legalRepName, representatives }) => [
      { name: name.trim(), isPerson: kind === 'person' },
      { name: legalRepName?.trim() ?? '', isPerson: true },
      ...representatives.map((one) => ({ name: one.name.trim(), isPerson: true })),
    ])
    .filter(({ name }) => name.length > 1)

const slips = ({ path, text }: TextPlace, known: readonly Known[]): LintReason[] => {
  const exact = new Set(known.map(({ name }) => name))
  return known.flatMap(({ name, isPerson }) =>
    oneApart(text, name)
      .filter((window) => !exact.has(window) && ![...exact].some((one) => one.includes(window)))
      .filter((window) => (isPerson ? isSlipOfPerson(window, name) : isSlipOfFirm(window, name)))
      .map((words) => lintFinding('nameDiffers', path, { words, right: name })),
  )
}

const afterRole = new RegExp(
  `(?:被?申请人|共同申请人|甲方|乙方|丙方|付款人|收款人|借款人|出借人|承租人|出租人)[（(：:]?\\s*([${surnames}][\\u4e00-\\u9fa5]{1,2}?)(?=[，。、；）)（(]|与|和|向|应|自愿|同意|于|在|将|支付|赔偿|归还|一次性|承担|$)`,
  'gu',
)
const noName =
  /马上|平时|高度|成功|安排|金额|方便|方可|任何|许可|路费|房屋|车辆|白天|毛利|严格|严重|江边|夏季|秦某|任意|范围|龙头|雷同|段时|史上|章程|程序|费用|钱款|施工|田地|林地|洪水|汤某|白费|顾及|莫名|曾经|曾在|曾向|任职|韦某/u

const strangers = ({ path, text }: TextPlace, known: readonly Known[]): LintReason[] =>
  [...text.matchAll(afterRole)].flatMap(({ 1: words = '', index, 0: all }) => {
    const rest = text.slice(index + all.length - words.length)
    const isKnown = known.some(({ name }) => rest.startsWith(name) || name.startsWith(words))
    const isSlip = known.some(({ name }) => oneApart(rest.slice(0, name.length), name).length > 0)
    return isKnown || isSlip || /某/u.test(words) || noName.test(words)
      ? []
      : [lintFinding('nameUnknown', path, { words })]
  })

const idNumber = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu

const idFindings = (
  { path, text }: TextPlace,
  parties: readonly AgreementParty[],
): LintReason[] => {
  const registered = parties.flatMap(({ name, idNumber: id }) =>
    id ? [{ name: name.trim(), id: id.trim().toUpperCase() }] : [],
  )
  return [...text.matchAll(idNumber)].flatMap(({ 0: written, index }) => {
    const before = text.slice(Math.max(0, index - 24), index)
    if (!/身份证|证件|公民身份/u.test(before)) return []
    if (registered.some(({ id }) => id === written.toUpperCase())) return []
    const owner = registered.find(({ name }) => name !== '' && before.includes(name))
    return owner ? [lintFinding('idNumberDiffers', path, { words: written, name: owner.name })] : []
  })
}

/**
 * Names that are almost a party's, names beside a role that are nobody's, identity numbers that differ.
 * @law 《人民调解法》第二十九条: the parties' particulars (D1)
 */
export const nameFindings = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
): LintReason[] => {
  const known = knownNames(parties)
  const accounts = content.clauses.flatMap(({ payment }, index) =>
    payment?.account
      ? [{ path: `clauses.${index}.payment.account`, text: payment.account, duty: true }]
      : [],
  )
  return [
    ...[...placesOf(content), ...accounts].flatMap((place) => slips(place, known)),
    ...placesOf(content).flatMap((place) => [
      ...strangers(place, known),
      ...idFindings(place, parties),
    ]),
  ]
}
