import { beforeAll, describe, expect, it } from 'vitest'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormData } from '#documents/forms/form-data.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { paperText } from '#documents/paper-text.ts'
import type { Paper } from '#documents/paper.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { withoutWhite } from '#tests/support/docx-text.ts'
import { fieldTexts } from '#tests/support/paper-fields.ts'
import { convertDocx, hasPaperTools, looseFonts, pageTexts } from '#tests/support/pdf-text.ts'
import { printHtml } from '#tests/support/print-html.ts'
import { allForms, employerOfForm, fullData, labelRows, workerOfForm } from './form-samples.ts'
import { notoFonts, sampleContext } from './samples.ts'

type Printed = { name: string; paper: Paper; word: string[]; print: string[]; loose: string[] }

const many: FormData = {
  ...fullData,
  parties: Array.from({ length: 7 }, (_, index) => ({
    ...(index % 3 === 1 ? employerOfForm : workerOfForm),
    id: `p${index}`,
    name: `当事人${index}`.repeat(1 + (index % 3)),
  })),
  labour: {
    ...fullData.labour,
    workers: Array.from({ length: 60 }, (_, index) => ({
      name: `职工${index}`,
      idNumber: '000000199002300018',
      amountFen: 1_440_000 + index,
    })),
  },
}

const of = (data: FormData, kind: string, ...ids: string[]) =>
  ids.flatMap((id) =>
    allForms
      .filter((form) => form.id === id)
      .map((form) => ({ name: `${kind} ${id}`, paper: fillForm(form, data, sampleContext) })),
  )

const cases = [
  ...of(fullData, 'full', ...allForms.map(({ id }) => id)),
  ...of({}, 'blank', 'f02', 'f06', 'f11', 'f14-organisation', 'f20-transfer', 'f25'),
  ...of(many, 'many', 'f02', 'f14-persons', 'f17', 'f22-roster', 'f30-termination'),
]

/** Points from the top: between header and footer, of a sheet that stands or lies. */
const bodyOf = ({ page }: Paper) =>
  page.width > page.height ? { top: 60, bottom: 532 } : { top: 74, bottom: 772 }

const tools = process.env.ELECTRON_EXEC_PATH ? await hasPaperTools() : false
const lacking = process.env.ELECTRON_EXEC_PATH
  ? 'soffice and pdftotext are not installed'
  : 'ELECTRON_EXEC_PATH is not set'

describe.skipIf(!tools)(tools ? 'forms in print' : `forms in print (skipped: ${lacking})`, () => {
  let printed: Printed[] = []

  beforeAll(async () => {
    const docx = await Promise.all(cases.map(({ paper }) => renderDocx(paper, notoFonts)))
    const words = await convertDocx(docx)
    const prints = await printHtml(
      cases.map(({ paper }) => ({
        html: renderHtml(paper, notoFonts),
        options: pdfOptions(paper, notoFonts),
      })),
    )
    const empty = new Uint8Array()
    printed = []
    for (const [index, each] of cases.entries()) {
      const [word = empty, print = empty] = [words[index], prints[index]]
      const body = bodyOf(each.paper)
      printed.push({
        ...each,
        word: await pageTexts(word, body),
        print: await pageTexts(print, body),
        loose: await looseFonts(print),
      })
    }
  }, 300_000)

  it('take as many pages as LibreOffice makes of the Word file', () => {
    expect(printed.map(({ name, print }) => [name, print.length])).toEqual(
      printed.map(({ name, word }) => [name, word.length]),
    )
  })

  it('have the same words on the same pages as the Word file, and all of the paper', () => {
    for (const { name, paper, print, word } of printed) {
      expect(
        print.map((page) => [...page].toSorted().join('')),
        name,
      ).toEqual(word.map((page) => [...page].toSorted().join('')))
      const text = withoutWhite(paperText(paper).normalize('NFKC'))
      const seen = [...new Set(text)].filter((char) => !print.join('').includes(char))
      expect(seen, name).toEqual([])
    }
  })

  it('show every label in the order of the form', () => {
    for (const { name, paper, print } of printed) {
      const form = allForms.find(({ id }) => id === paper.formId)
      const text = print.join('')
      let at = 0
      for (const [label = ''] of labelRows(form?.blocks ?? [])) {
        const found = text.indexOf(withoutWhite(label.normalize('NFKC')), at)
        expect(found, `${name} ${label}`).toBeGreaterThanOrEqual(at)
        at = found
      }
    }
  })

  it('hold every field in order, its value after its label', () => {
    for (const { name, paper, print } of printed) {
      const text = print.join('')
      let at = 0
      for (const field of fieldTexts(paper)) {
        const found = text.indexOf(field, at)
        expect(found, `${name} ${field}`).toBeGreaterThanOrEqual(at)
        at = found + field.length
      }
    }
  })

  it('carry every font that they are set in', () => {
    expect(printed.flatMap(({ name, loose }) => loose.map((font) => [name, font]))).toEqual([])
  })

  it('leave no page empty', () => {
    for (const { name, print, word } of printed)
      for (const page of [...print, ...word]) expect(page.length, name).toBeGreaterThan(8)
  })

  it('never leave the signatures on a page without words before them', () => {
    for (const { name, print, word } of printed) {
      for (const pages of [print, word]) {
        const page = pages.find((text) => /签名、盖章或按指印|\(签名\):/u.test(text))
        if (page === undefined) continue
        const before = page.slice(0, page.search(/签名、盖章或按指印|\(签名\):/u))
        expect(before, name).toMatch(/[。》、:；]|法院|委员会/u)
      }
    }
  })
})
