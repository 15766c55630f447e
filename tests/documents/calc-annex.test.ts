import { describe, expect, it } from 'vitest'
import type { SingleCalcName } from '#db/domain/labour/calculators.ts'
import { calcAnnexPaper } from '#documents/calc-annex.ts'
import { paperText } from '#documents/paper-text.ts'
import { resultOf, sound } from '#tests/support/labour-calc.ts'
import { sampleAnnex } from './samples.ts'

const annexOf = (name: SingleCalcName, more: object = {}): string => {
  const sample = sampleAnnex()
  const input = { ...sound[name], ...more } as never
  return paperText(
    calcAnnexPaper({
      ...sample,
      calculation: {
        ...sample.calculation,
        name,
        title: name,
        input,
        result: resultOf(name, input),
      },
    }),
  )
}

describe('calcAnnexPaper', () => {
  it('prints every item of a sheet with its lines, and the sum in capitals', () => {
    const text = paperText(calcAnnexPaper(sampleAnnex()))
    for (const words of [
      '人民币陆万贰仟叁佰柒拾捌元贰角捌分（¥62,378.28）',
      '（1）经济补偿（N）',
      '经济补偿：6个月×6,800.00元＝40,800.00元',
      '（4）未休年休假工资报酬',
      '约定金额58,000.00元，为汇总金额的92.98%，相差4,378.28元',
      '《劳动合同法》第四十七条',
      '只能选一项',
      '张三提供的2026年银行流水',
      '赵六，2026年11月22日 10:00',
      '请求金额汇总，第1版',
    ])
      expect(text, words).toContain(words)
  })

  it.each(Object.keys(sound) as SingleCalcName[])(
    'prints each line, article, standard, convention and warning of %s',
    (name) => {
      const text = annexOf(name)
      const { lines, law, parameters, assumptions, warnings, potential } = resultOf(
        name,
        sound[name] as never,
      )
      for (const line of lines) expect(text).toContain(line.text)
      for (const article of law) expect(text).toContain(article)
      for (const { document, name: title } of parameters) {
        expect(text).toContain(document)
        expect(text).toContain(title)
      }
      for (const words of assumptions) expect(text).toContain(words)
      for (const warning of warnings) expect(text).toContain(warning.text)
      for (const one of potential) expect(text).toContain(one.text.replace(/。$/u, ''))
    },
  )

  it('marks what was not compared with its document, with document and validity', () => {
    const stretches = [
      { on: '2025-10-31', paidFen: 200_000, months: 5, region: '330502', wageTier: '1' },
    ]
    const text = annexOf('minimum-wage-top-up', { stretches })
    expect(text).toContain('※月最低工资标准（第1档），浙江省\t2,490.00元')
    expect(text).toContain('2024年1月1日至2025年12月31日')
    expect(text).toContain('浙政发〔2024〕3号')
    expect(text).toContain('带※的标准尚未核对文件原文')
    expect(annexOf('late-performance')).not.toContain('※')
  })

  it('names places and months as people say them', () => {
    const text = annexOf('injury-disability', { region: '330200' })
    expect(text).toContain('地区\t浙江省宁波市')
    expect(text).toContain('一次性工伤医疗补助金月数（九级），浙江省\t4个月')
    expect(text).not.toMatch(/330000|330200/u)
  })

  it('has the sum of a sheet once below its lines', () => {
    expect(paperText(calcAnnexPaper(sampleAnnex()))).not.toContain('合计：')
  })

  it('never has the place to sign alone on a page: the last notes stay with it', () => {
    for (const paper of [calcAnnexPaper(sampleAnnex())]) {
      const last = paper.blocks.at(-1)
      const kinds = last?.kind === 'together' ? last.blocks.map(({ kind }) => kind) : []
      expect(kinds.at(-1)).toBe('fields')
      expect(kinds.length).toBeGreaterThan(3)
      expect(kinds).toContain('heading')
    }
  })

  it('says so where nobody told who said it', () => {
    expect(annexOf('severance')).toContain('未写明')
    const said = Object.fromEntries(
      Object.keys(sound.severance).map((field) => [field, '劳动合同']),
    )
    expect(annexOf('severance', { sources: said })).not.toContain('未写明')
  })

  it('tells who pays where the fund pays a part, and a monthly sum as such', () => {
    expect(annexOf('injury-disability')).toContain('（工伤保险基金支付）')
    expect(annexOf('injury-disability')).toContain(
      '工伤保险基金支付87,800.00元，用人单位支付32,000.00元',
    )
    expect(annexOf('severance')).not.toContain('工伤保险基金')
    expect(annexOf('injury-care')).toContain('每月人民币')
    expect(annexOf('injury-care')).toContain('每月合计')
  })

  it('never says who is right', () => {
    expect(annexOf('severance')).toContain('不表示哪一方有理')
  })
})
