import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { amountInWords, capitalAmount, formatYuan } from '#db/domain/money.ts'
import { findAmounts } from '#db/domain/offer/read-terms/amounts.ts'
import { compactText } from '#db/domain/offer/read-terms/compact.ts'
import { readTerms } from '#db/domain/offer/read-terms/read-terms.ts'
import { firstDayOfLunarYear } from '#tests/support/new-moon.ts'
import { festivals, linesOf, said } from '#tests/support/read-terms.ts'

const sums = (text: string) =>
  findAmounts(compactText(text).normal).map(({ fen }) =>
    fen === undefined ? 'about' : formatYuan(fen),
  )

describe('findAmounts', () => {
  const read: [text: string, ...yuan: string[]][] = [
    ['一万八', '18,000.00'],
    ['一万八千', '18,000.00'],
    ['一万零八百', '10,800.00'],
    ['一万八百', '10,800.00'],
    ['一万零八', '10,008.00'],
    ['两万零五百', '20,500.00'],
    ['一万八千五', '18,500.00'],
    ['三千五', '3,500.00'],
    ['三百五', '350.00'],
    ['三百五十', '350.00'],
    ['一百二', '120.00'],
    ['一百零五', '105.00'],
    ['三万一', '31,000.00'],
    ['十二万五', '125,000.00'],
    ['一百零五万', '1,050,000.00'],
    ['三十万零五百元', '300,500.00'],
    ['1.8万', '18,000.00'],
    ['一点八万', '18,000.00'],
    ['1万8', '18,000.00'],
    ['2万5千元', '25,000.00'],
    ['1万8000', '18,000.00'],
    ['1.8w', '18,000.00'],
    ['18,000', '18,000.00'],
    ['１８，０００元', '18,000.00'],
    ['¥40,800.50', '40,800.50'],
    ['人民币50元', '50.00'],
    ['5 千', '5,000.00'],
    ['五千块钱', '5,000.00'],
    ['三块五', '3.50'],
    ['三块五毛', '3.50'],
    ['12元5角', '12.50'],
    ['五毛', '0.50'],
    ['一万二千三百四十五元六角七分', '12,345.67'],
    ['壹拾万柒仟元零伍角叁分', '107,000.53'],
    ['贰萬圓整', '20,000.00'],
    ['壹万捌仟元整（¥18,000.00）', '18,000.00', '18,000.00'],
    ['五千元一分不少', '5,000.00'],
    ['一万八分三期', '18,000.00'],
    ['三千元分两次', '3,000.00'],
    ['一万余款', '10,000.00'],
    ['三千房租', '3,000.00'],
  ]
  it.each(read)('reads %s', (text, ...yuan) => {
    expect(sums(text)).toEqual(yuan)
  })

  it.each([
    '两三万',
    '三五千',
    '五六百块',
    '两万五六',
    '三、四万',
    '1-2万',
    '一万到一万五',
    '5000至8000元',
    '一万多',
    '三千多块',
    '一万来块',
    '三千余元',
    '十几万',
    '几千块',
    '好几万',
    '万把块',
    '上万',
    '一万左右',
    '一万上下',
    '一万以上',
    '五千以内',
    '一万出头',
    '一万不到',
    '约一万',
    '近两万',
    '大概一万',
    '不到一万',
    '至少三万',
    '不超过一万',
    '1,8000元',
    '百分之三十',
    '三分之一',
    '30%',
    '两千美元',
    '5000.555元',
    '一百万亿亿',
    '一半',
    '若干',
    '一万半',
  ])('knows no amount in %s', (text) => {
    expect(sums(text).filter((sum) => sum !== 'about')).toEqual([])
    expect(linesOf(`12月5日前付${text}`)).toEqual([])
  })

  it.each([
    '三个月',
    '三千个',
    '两千平方',
    '三百人',
    '五百米',
    '第一万',
    '301室',
    '一点',
    '一下',
    '一起',
    '13812345678',
    '6222020200012345678',
    '三套房',
    '一块走',
    '万一',
    '千万',
    '三千块砖',
    '2026',
  ])('sees no money in %s', (text) => {
    expect(sums(text).filter((sum) => sum !== 'about' && sum !== '2,026.00')).toEqual([])
  })

  it('reads back every amount that papers write in capitals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (fen) => {
        expect(findAmounts(compactText(capitalAmount(fen)).normal)).toMatchObject([{ fen }])
        const paid = readTerms(`甲方支付乙方${amountInWords(fen)}`, { on: said })
        expect(paid).toMatchObject([{ kind: 'pay', amountFen: fen, payer: '甲方', payee: '乙方' }])
      }),
      { numRuns: 400 },
    )
  })

  it('reads back figures however they are grouped, and 万 and 元 behind them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9_000_000_000 }), (fen) => {
        expect(sums(`${formatYuan(fen)}元`)).toEqual([formatYuan(fen)])
        expect(sums(`${(fen / 100).toFixed(2)}元`)).toEqual([formatYuan(fen)])
        expect(sums(`${fen}万元`)).toEqual([formatYuan(fen * 1_000_000)])
      }),
    )
  })
})

describe('due dates', () => {
  const due = (words: string, on = said) => {
    const [term] = readTerms(`${words}付一万`, { on, springFestivals: festivals })
    return term?.due
  }

  const exact: [string, string][] = [
    ['12月5日前', '2026-12-05'],
    ['12月5号之前', '2026-12-05'],
    ['十二月五日以前', '2026-12-05'],
    ['11月22日', '2026-11-22'],
    ['11月21日前', '2027-11-21'],
    ['1月5日', '2027-01-05'],
    ['2月29日前', '2028-02-29'],
    ['2027年3月1日', '2027-03-01'],
    ['二〇二七年三月一日', '2027-03-01'],
    ['27年3月1日前', '2027-03-01'],
    ['2027-03-01前', '2027-03-01'],
    ['2027.3.1前', '2027-03-01'],
    ['于 2027 年 3 月 1 日前', '2027-03-01'],
  ]
  it.each(exact)('gives the date alone for %s', (words, date) => {
    expect(due(words)).toEqual({ date })
  })

  const relative: [string, string][] = [
    ['月底前', '2026-11-30'],
    ['这个月底', '2026-11-30'],
    ['下月底', '2026-12-31'],
    ['下个月15号前', '2026-12-15'],
    ['本月15日', '2026-11-15'],
    ['15号前', '2026-12-15'],
    ['25号前', '2026-11-25'],
    ['12月底前', '2026-12-31'],
    ['2月底前', '2027-02-28'],
    ['年底前', '2026-12-31'],
    ['今年年底前', '2026-12-31'],
    ['明年底前', '2027-12-31'],
    ['明年三月底', '2027-03-31'],
    ['明年3月1日前', '2027-03-01'],
    ['2027年底前', '2027-12-31'],
    ['元旦前', '2026-12-31'],
    ['春节前', '2027-02-05'],
    ['过年前', '2027-02-05'],
    ['明年春节前', '2027-02-05'],
    ['大年三十前', '2027-02-05'],
    ['正月十五前', '2027-02-20'],
    ['明年五一前', '2027-04-30'],
    ['国庆前', '2027-09-30'],
    ['三十天内', '2026-12-22'],
    ['一个月内', '2026-12-22'],
    ['半个月内', '2026-12-07'],
    ['三个半月内', '2027-03-09'],
    ['半年内', '2027-05-22'],
    ['一周之内', '2026-11-29'],
    ['即日起三十日内', '2026-12-22'],
    ['三天后', '2026-11-25'],
    ['明天', '2026-11-23'],
    ['大后天', '2026-11-25'],
    ['下周五前', '2026-11-27'],
    ['周五前', '2026-11-27'],
    ['下下周一', '2026-11-30'],
  ]
  it.each(relative)('gives the date and the words for %s', (words, date) => {
    expect(due(words)).toEqual({ date, phrase: words })
  })

  it.each([
    '年前',
    '年后',
    '春节后',
    '过完年',
    '月初',
    '12月中旬',
    '下个月',
    '中秋前',
    '腊月二十前',
    '12月5日后',
    '12月5日左右',
    '12月1日到5日之间',
    '2月30日前',
    '2027年2月29日前',
    '尽快',
    '签字后三天内',
    '验收合格后',
    '协议生效之日起十日内',
    '10个工作日内',
    '开庭前',
    '撤诉当天',
  ])('gives the words alone for %s', (words) => {
    expect(due(words)).toEqual({ phrase: words })
  })

  it('does not take the day of the thing paid for as the day of paying', () => {
    expect(due('11月份的工资')).toBeUndefined()
    expect(due('2026年3月1日签订的合同押金退还，')).toBeUndefined()
    expect(due('10月、11月工资')).toBeUndefined()
  })

  it('says no date for 春节前 in a year without a table', () => {
    expect(due('春节前', localDate('2040-11-22'))).toEqual({ phrase: '春节前' })
    expect(readTerms('春节前付一万', { on: said })[0]?.due).toEqual({ phrase: '春节前' })
  })

  it('takes the festival of the year to come once the eve has passed', () => {
    expect(due('春节前', localDate('2027-02-05'))).toMatchObject({ date: '2027-02-05' })
    expect(due('春节前', localDate('2027-02-07'))).toMatchObject({ date: '2028-01-25' })
  })

  it('never puts a date without a year before the day it was said', () => {
    const days = fc.integer({ min: 0, max: 20_000 })
    const month = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(days, month, fc.integer({ min: 1, max: 28 }), (ahead, month, day) => {
        const on = addDays(localDate('2024-01-01'), ahead)
        const read = due(`${month}月${day}日前`, on)
        const date = read && 'date' in read ? read.date : undefined
        expect(date && date >= on && date <= addDays(on, 366)).toBe(true)
      }),
    )
  })
})

describe('readTerms on any text', () => {
  const scrap = fc.constantFrom(
    '同意',
    '付',
    '赔',
    '给',
    '一万八',
    '两三万',
    '¥1,8',
    '12月5日前',
    '每月15日',
    '分三期',
    '余款',
    '总共',
    '如果',
    '的话',
    '不',
    '吗',
    '？',
    '，',
    '。',
    '\n',
    '、',
    '：',
    '（',
    '）',
    ' ',
    '😊',
    '\uD83D',
    '我',
    '张三',
    '道歉',
    '修好',
    '后',
    '春节前',
    '三十天内',
    '9999年12月底前',
    '99999999999',
    '\uE001',
    '各',
    '到',
    '-',
    '，，',
    '等',
    '就',
    '再',
    '确认',
    '解除',
    '劳动关系',
    '以后不',
    '壹',
    '元整',
    '\t',
    '0',
  )
  const text = fc.oneof(
    fc.array(scrap, { maxLength: 40 }).map((scraps) => scraps.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )

  it('never throws, cuts its words out of the text, and counts in safe whole fen', () => {
    fc.assert(
      fc.property(text, (text) => {
        for (const term of readTerms(text, { on: said, springFestivals: festivals })) {
          expect(text.slice(...term.span)).toBe(term.text)
          expect(term.text).not.toBe('')
          if (term.amountFen !== undefined) {
            expect(Number.isSafeInteger(term.amountFen)).toBe(true)
            expect(term.amountFen).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('reads the same whatever blanks a word processor puts around figures', () => {
    const spaced = '同意于 2026 年 12 月 5 日前支付 18,000 元'
    expect(linesOf(spaced)).toEqual(linesOf(spaced.replaceAll(' ', '')))
  })
})

describe('spring-festivals', () => {
  it('gives the first day of the lunar year as the moon and the sun have it', () => {
    const years = Object.keys(festivals).map(Number)
    expect(years).toEqual(Array.from({ length: years.length }, (_, index) => 2024 + index))
    expect(years.length).toBeGreaterThanOrEqual(12)
    for (const year of years) expect(festivals[year], String(year)).toBe(firstDayOfLunarYear(year))
  })
})
