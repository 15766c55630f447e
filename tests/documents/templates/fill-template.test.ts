import { Paragraph } from 'docx'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { fillTemplate } from '#documents/templates/fill-template.ts'
import { templateData } from '#documents/templates/template-data.ts'
import { docxPart, docxText, docxParts } from '#tests/support/docx-text.ts'
import { schemaFaults } from '#tests/support/ooxml.ts'
import { convertDocx, hasPaperTools, pageTexts } from '#tests/support/pdf-text.ts'
import { fullData } from '../form-samples.ts'
import { sampleContext } from '../samples.ts'
import { paragraph, table, withPart, wordFile } from './word-files.ts'

const tools = await hasPaperTools()
const data = templateData(fullData, sampleContext)
const blank = templateData({}, sampleContext)

const filled = async (children: Parameters<typeof wordFile>[0], from = data) =>
  (await docxText(fillTemplate(await wordFile(children), from))).trim()

describe('fillTemplate', () => {
  it('fills a tag that Word cut into runs of other looks', async () => {
    expect(await filled([paragraph('案件：{案', '件.', '名', '称}。')])).toBe(
      '案件：张三与晨光童装劳动报酬纠纷。',
    )
  })

  it('writes amounts, dates and counts as the forms do', async () => {
    expect(await filled(['{协议.总金额}，{协议.总金额|大写}，{协议.总金额|全写}'])).toBe(
      '17,048.28，人民币壹万柒仟零肆拾捌元贰角捌分，人民币壹万柒仟零肆拾捌元贰角捌分（¥17,048.28）',
    )
    expect(await filled(['{案件.受理日期} {案件.受理日期|年}年 {案件.涉及人数|中文}人'])).toBe(
      '2026年11月22日 2026年 二人',
    )
  })

  it('takes a short name that only one field has', async () => {
    expect(await filled(['{登记号}'])).toBe('MT-2026-000123')
  })

  it('goes through lists by full name, by the name of the list and by short name', async () => {
    const loop = '{#当事人}{序号}{当事人.称谓}{姓名}；{/当事人}{#申请人}{申请人.姓名}{/}'
    expect(await filled([loop])).toBe('1申请人张三；2被申请人云溪镇晨光童装有限公司；张三')
  })

  it('goes through a list in a list, and back to the names outside', async () => {
    const loop =
      '{#当事人}{姓名}（{#代理人}{姓名}，{代理人.权限}，代{当事人.姓名}，{案件.登记号}{/代理人}）{/当事人}'
    expect(await filled([loop])).toBe(
      '张三（）云溪镇晨光童装有限公司（王五，特别授权，代云溪镇晨光童装有限公司，MT-2026-000123）',
    )
  })

  it('makes a row for each thing of a list, and blank rows up to a count', async () => {
    const rows = table(['序号', '名称'], ['{#证据|4}{序号}', '{名称}{/}'])
    expect((await filled([rows])).split('\n').filter((line) => line !== '')).toEqual([
      '序号',
      '名称',
      '1',
      '考勤表',
      '2',
      '微信聊天记录',
      '3',
      '4',
    ])
  })

  it('takes away the paragraphs that hold nothing but the tags of a loop', async () => {
    expect(await filled(['前', '{#证据}', '{名称}', '{/证据}', '后'])).toBe(
      '前\n考勤表\n微信聊天记录\n后',
    )
  })

  it('asks conditions, their opposites, and whether a field has certain words', async () => {
    const text =
      '{#案件.主动调解}主动{/}{^案件.主动调解}依申请{/}{#案件.难易等级=一般/简单}普通{/}{^案件.难易等级=重大}不重大{/}{#重大}{/}'
    expect(await filled([text.replace('{#重大}{/}', '')])).toBe('依申请普通不重大')
  })

  it('leaves blanks to write on, and an empty cell where the tag stands alone', async () => {
    expect(await filled(['{案件.名称}　{协议.总金额|大写}　{文书.日期}'], blank)).toBe(
      '＿＿＿＿＿＿　人民币＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿　＿＿＿年＿＿月＿＿日',
    )
    const cells = await filled(
      [table(['{案件.名称}', '共{案件.涉及人数}人', '{文书.日期}'])],
      blank,
    )
    expect(cells.split('\n')).toEqual(['共＿＿＿人', '＿＿＿年＿＿月＿＿日'])
  })

  it('goes once through a list that nobody knows, and not at all through one without things', async () => {
    expect(await filled(['甲{#证据}{序号}{名称}{/}乙{^证据}没有证据{/}'], blank)).toBe(
      '甲1＿＿＿＿＿＿乙没有证据',
    )
    const without = templateData({ ...fullData, evidence: [] }, sampleContext)
    expect(await filled(['甲{#证据}{名称}{/}乙{^证据}没有证据{/}'], without)).toBe('甲乙没有证据')
  })

  it('writes the paragraphs of a long text on lines of their own', async () => {
    const docx = fillTemplate(await wordFile(['{案件.申请事项}']), data)
    expect(await docxPart(docx, 'word/document.xml')).toMatch(/17,048\.28元。.*<w:br\/>.*证明。/su)
  })

  it('lays the words of a sheet over the record', async () => {
    const words = { fields: { '回访.满意度': '很满意', '案件.难易等级': '' }, lists: {} }
    const over = templateData(fullData, sampleContext, words)
    expect(await filled(['{回访.满意度}{案件.难易等级}'], over)).toBe('很满意＿＿＿＿＿＿')
  })

  it('writes signs that XML keeps for itself, and never takes a value for a tag', async () => {
    const odd = { ...fullData, case: { ...fullData.case, title: '<甲>&"乙"{案件.卷号}{#当事人}' } }
    expect(await filled(['{案件.名称}'], templateData(odd, sampleContext))).toBe(
      '<甲>&"乙"{案件.卷号}{#当事人}',
    )
  })

  it('fills header and footer', async () => {
    const file = await wordFile(['正文'], { header: '{机构.名称}', footer: '{案件.卷号}' })
    const docx = fillTemplate(file, data)
    const names = (await docxParts(docx)).filter((name) => /word\/(?:header|footer)\d/u.test(name))
    const texts = await Promise.all(names.map((name) => docxPart(docx, name)))
    expect(texts.join('')).toContain('云溪镇人民调解委员会')
    expect(texts.join('')).toContain('（2026）云人调字第12号')
  })

  it('gives equal bytes for equal input', async () => {
    const file = await wordFile(['{案件.名称}'])
    expect(Buffer.from(fillTemplate(file, data))).toEqual(Buffer.from(fillTemplate(file, data)))
  })

  it('takes the data as it comes back from JSON', async () => {
    const again = JSON.parse(JSON.stringify(data)) as Record<string, unknown>
    const file = await wordFile(['{案件.名称}{#当事人}{姓名}{/}{协议.总金额}'])
    expect(Buffer.from(fillTemplate(file, again))).toEqual(Buffer.from(fillTemplate(file, data)))
  })

  it('refuses what is no Word file', () => {
    expect(() => fillTemplate(Buffer.from('x'), data)).toThrow(RangeError)
  })

  it('writes the figure and its capitals of any amount', async () => {
    const file = await wordFile(['{协议.总金额}={协议.总金额|大写}'])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 99_999_999_999_999 }), async (totalFen) => {
        const from = templateData({ agreement: { totalFen } }, sampleContext)
        expect((await docxText(fillTemplate(file, from))).trim()).toBe(
          `${formatYuan(totalFen)}=人民币${capitalAmount(totalFen)}`,
        )
      }),
      { numRuns: 20 },
    )
  })
})

describe('a template that is filled', () => {
  const draft = templateData(fullData, { ...sampleContext, practice: true, draft: true })
  const mark = '【练习·不作为正式文书　草稿】'

  it('bears the mark of its paper at the head of every page, whatever headers it has', async () => {
    for (const around of [{}, { header: '{机构.名称}' }]) {
      const docx = fillTemplate(await wordFile(['{案件.名称}'], around), draft)
      const names = (await docxParts(docx)).filter((name) => /header|Mark/u.test(name))
      const texts = await Promise.all(names.map((name) => docxPart(docx, name)))
      expect(texts.every((xml) => xml.includes(mark) || !xml.includes('<w:hdr'))).toBe(true)
      expect(await schemaFaults(docx)).toEqual([])
    }
  })

  it('bears no mark when its paper has none', async () => {
    const docx = fillTemplate(await wordFile(['{案件.名称}']), data)
    expect((await docxParts(docx)).some((name) => name.includes('Mark'))).toBe(false)
  })

  it('is a file that the schemas of Word allow', async () => {
    const children = [
      '{#当事人}',
      '{姓名}',
      table(['{#代理人}{姓名}', '{权限}{/代理人}']),
      '{/当事人}',
      table(['序号', '金额'], ['{#劳动.职工|20}{序号}', '{金额}{/}'], ['合计', '{劳动.金额合计}']),
      '{案件.申请事项}',
    ]
    const file = await wordFile(children, { header: '{机构.名称}', footer: '{案件.卷号}' })
    expect(await schemaFaults(fillTemplate(file, data))).toEqual([])
    expect(await schemaFaults(fillTemplate(file, blank))).toEqual([])
  })

  it.skipIf(!tools)(
    'is read by LibreOffice with its mark on every page',
    async () => {
      const children = [
        '{案件.名称}',
        new Paragraph({ pageBreakBefore: true }),
        '{#当事人}{姓名}{/}',
      ]
      const docx = fillTemplate(await wordFile(children, { header: '{机构.名称}' }), draft)
      const [pdf] = await convertDocx([Buffer.from(docx)])
      const texts = await pageTexts(pdf ?? new Uint8Array())
      expect(texts).toHaveLength(2)
      for (const text of texts) expect(text).toContain('练习·不作为正式文书')
      expect(texts.join('')).toContain('张三云溪镇晨光童装有限公司')
    },
    120_000,
  )

  it('keeps a picture as it was', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
    const file = await withPart(await wordFile(['{案件.名称}']), 'word/media/a.png', () => picture)
    const zip = await JSZip.loadAsync(fillTemplate(file, data))
    expect(await zip.file('word/media/a.png')?.async('nodebuffer')).toEqual(picture)
  })
})
