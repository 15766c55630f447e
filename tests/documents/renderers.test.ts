import { describe, expect, it } from 'vitest'
import { agreementPaper } from '#documents/f10-agreement.ts'
import { paperFonts } from '#documents/paper-fonts.ts'
import { paperText } from '#documents/paper-text.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { docxPart, docxParts, docxText, htmlText, withoutWhite } from '#tests/support/docx-text.ts'
import {
  agreementOf,
  agreementWith,
  everyForm,
  minutesWith,
  notoFonts,
  sampleContext,
  signedOnScreen,
  wageAgreement,
} from './samples.ts'

const papers = [
  ...everyForm(),
  agreementOf(7),
  agreementWith(9, 24),
  minutesWith(60),
  signedOnScreen(),
]

const hostile = '<b>&amp;"\'</b>\u0000\u0008\uffff{{x}}]]> ${1}'
const hostilePaper = agreementPaper({
  ...wageAgreement,
  fileNumber: hostile,
  disputeTitle: hostile,
  content: {
    ...wageAgreement.content,
    facts: hostile,
    clauses: [{ id: 'c', kind: 'other', text: hostile }],
  },
  parties: wageAgreement.parties.map((party) => ({ ...party, name: hostile })),
  mediatorNames: [hostile],
})

describe('renderDocx', () => {
  it('sets every word of the paper in its order', async () => {
    for (const paper of [...papers, hostilePaper]) {
      const text = await docxText(await renderDocx(paper, notoFonts))
      expect(withoutWhite(text), paper.formId).toBe(withoutWhite(paperText(paper)))
    }
  })

  it('gives the same bytes for the same paper', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(() => renderDocx(agreementPaper(wageAgreement), notoFonts)),
    )
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
  })

  it('names no author, machine or time', async () => {
    const docx = await renderDocx(agreementPaper(wageAgreement), notoFonts)
    const core = await docxPart(docx, 'docProps/core.xml')
    expect(core).toContain('<dc:title>人民调解协议书</dc:title><dc:creator></dc:creator>')
    expect(core).not.toMatch(/\d{4}-\d{2}-\d{2}|lastModifiedBy/u)
    expect((await docxParts(docx)).filter((name) => name.includes('comments'))).toEqual([])
  })

  it('numbers the pages by fields', async () => {
    const docx = await renderDocx(agreementPaper(wageAgreement), notoFonts)
    const footer = await docxPart(docx, 'word/footer1.xml')
    expect(footer).toMatch(/第 .*PAGE.* 页 共 .*NUMPAGES.* 页/u)
  })

  it('names an East Asian font in every style', async () => {
    const fonts = paperFonts(['仿宋_GB2312', '黑体', '方正小标宋简体'])
    const styles = await docxPart(
      await renderDocx(agreementPaper(wageAgreement), fonts),
      'word/styles.xml',
    )
    const paragraphStyles = styles.split('<w:style ').filter((each) => each.includes('customStyle'))
    expect(paragraphStyles.length).toBeGreaterThan(8)
    for (const style of paragraphStyles) {
      expect(style).toMatch(/w:eastAsia="(?:仿宋_GB2312|黑体|方正小标宋简体)"/u)
    }
  })

  it('keeps the last clause and every row of the signatures with the next', async () => {
    const docx = await renderDocx(agreementPaper(wageAgreement), notoFonts)
    const xml = await docxPart(docx, 'word/document.xml')
    const table = xml.slice(xml.lastIndexOf('<w:tbl>'))
    expect(table).toContain('4．双方就本纠纷再无其他争议。')
    const rows = table.split('<w:tr>').slice(1)
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    for (const row of rows.slice(0, -1)) {
      const paragraphs = row.split('<w:p>').slice(1)
      expect(paragraphs.every((each) => each.includes('<w:keepNext/>'))).toBe(true)
    }
  })

  it('heads a draft of a practice centre with both marks', async () => {
    const context = { ...sampleContext, practice: true, draft: true }
    const docx = await renderDocx(agreementPaper({ ...wageAgreement, context }), notoFonts)
    expect(await docxPart(docx, 'word/header1.xml')).toContain('【练习·不作为正式文书　草稿】')
  })
})

describe('renderHtml', () => {
  it('sets every word of the paper in its order', () => {
    for (const paper of [...papers, hostilePaper]) {
      expect(withoutWhite(htmlText(renderHtml(paper, notoFonts))), paper.formId).toBe(
        withoutWhite(paperText(paper)),
      )
    }
  })

  it('lets no text become markup', () => {
    const html = renderHtml(hostilePaper, notoFonts)
    expect(html).not.toContain('<b>&amp;"')
    expect(html).toContain('&lt;b&gt;&amp;amp;&quot;&#39;&lt;/b&gt;')
  })

  it('holds no script, no style attribute and nothing remote', () => {
    for (const paper of papers) {
      const html = renderHtml(paper, paperFonts(['Evil"} </style><script>']))
      expect(html).not.toMatch(/<script|<link|<img|<iframe| style=| on\w+=|url\(|@import|https?:/iu)
    }
  })

  it('shows the mark on the screen, where no template prints it', () => {
    const context = { ...sampleContext, draft: true }
    const html = renderHtml(agreementPaper({ ...wageAgreement, context }), notoFonts)
    expect(html).toContain('<div class="mark">【草稿】</div>')
  })
})

describe('pdfOptions', () => {
  it('numbers pages and heads them with the mark, escaped', () => {
    const paper = { ...agreementPaper(wageAgreement), mark: '草稿<i>', footNote: '签名<i>' }
    const options = pdfOptions(paper, notoFonts)
    expect(options.footerTemplate).toContain(
      '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页',
    )
    expect(options.headerTemplate).toContain('【草稿&lt;i&gt;】')
    expect(options.footerTemplate).toContain('签名&lt;i&gt;')
    expect(options).toMatchObject({ preferCSSPageSize: true, displayHeaderFooter: true })
  })
})
