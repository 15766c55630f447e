import { textIn, type WordsOf } from './words.ts'

export const calculationTexts = {
  'calculations.notFound': '没有找到这份计算。它可能已被删除，请刷新后再看。',
  'calculations.noFigure': '材料不够，算不出数。缺什么见下，补上后再保存。',
  'calculations.perMonth':
    '这是按月支付的待遇，不是一笔总数，不能这样用。请用一次性的计算，或先汇总。',
  'calculations.tooLong': '请求的文字太长，放不下。请先把原来的请求改短，或选“替换原来的请求”。',
} satisfies WordsOf<'calculations'>

export const figureTexts = {
  'figures.notFound': '没有找到这项标准。',
  'figures.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'figures.invalid': '数值的写法不对，应当是数字，例如 2490 或 3.45。',
  'figures.outOfRange': '数值不在合理的范围内，请核对是否多写或少写了位数。',
  'figures.wrongUnit': (details) => `单位应当是“${textIn(details, 'unit') ?? ''}”，请改正。`,
  'figures.wrongVariant': '档次、等级或年份没有填，或者填得不对。等级填 1 至 10，年份填四位数字。',
  'figures.wrongDates':
    '日期写得不对：要写成 2026-01-01 这样，按先后排列、用空格隔开，都在同一年里。',
  'figures.nationalOnly': '这项标准全国统一，不分地区：地区请填 CN（全国）。',
  'figures.alreadyThere':
    '同一地区、同一档次、同一起始日期的标准已经录入过。请取消，在表里那一条点“改”。',
  'figures.datesReversed': '失效日期不能早于生效日期。',
} satisfies WordsOf<'figures'>
