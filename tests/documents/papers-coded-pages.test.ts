import { beforeAll, describe, expect, it } from 'vitest'
import { pdfOptions } from '#documents/pdf-options.ts'
import { paperText } from '#documents/paper-text.ts'
import type { Paper } from '#documents/paper.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { withoutWhite } from '#tests/support/docx-text.ts'
import { convertDocx, hasPaperTools, looseFonts, pageTexts } from '#tests/support/pdf-text.ts'
import { printHtml } from '#tests/support/print-html.ts'
import {
  agreementOf,
  agreementWith,
  everyForm,
  minutesWith,
  notoFonts,
  sampleCode,
  sampleContext,
  signedOnScreen,
} from './samples.ts'

type Case = { name: string; paper: Paper }
type Printed = Case & {
  word: string[]
  print: string[]
  wordFoot: string[]
  printFoot: string[]
  loose: string[]
}

const clauseCounts = Array.from({ length: 16 }, (_, index) => index + 1)
const cases: Case[] = [
  ...clauseCounts.flatMap((count) => [
    { name: `agreement of ${count} clauses`, paper: agreementWith(count, 0) },
    { name: `agreement of ${count} clauses, 3 instalments`, paper: agreementWith(count, 3) },
  ]),
  ...[1, 6, 12].flatMap((count) => [
    { name: `agreement of ${count} clauses, 12 instalments`, paper: agreementWith(count, 12) },
    { name: `agreement of ${count} clauses, 36 instalments`, paper: agreementWith(count, 36) },
  ]),
  ...[1, 3, 6, 13].map((count) => ({
    name: `agreement of ${count} parties`,
    paper: agreementOf(count),
  })),
  ...[0, 1, 2, 3, 5, 8, 13, 20, 30, 45, 70, 120].map((count) => ({
    name: `minutes of ${count} entries`,
    paper: minutesWith(count),
  })),
  { name: 'agreement signed on screen', paper: signedOnScreen() },
  { name: 'minutes with their code', paper: { ...minutesWith(9), code: sampleCode } },
  ...everyForm({ ...sampleContext, practice: true }).map((paper) => ({
    name: `practice ${paper.formId}`,
    paper,
  })),
]

/** Points from the top: between header and footer of these papers. */
const body = { top: 74, bottom: 772 }
const foot = { top: 773, bottom: 842 }

const tools = process.env.ELECTRON_EXEC_PATH ? await hasPaperTools() : false
const lacking = process.env.ELECTRON_EXEC_PATH
  ? 'soffice and pdftotext are not installed'
  : 'ELECTRON_EXEC_PATH is not set'

describe.skipIf(!tools)(tools ? 'papers in print' : `papers in print (skipped: ${lacking})`, () => {
  let printed: Printed[] = []

  beforeAll(async () => {
    const docx = await Promise.all(cases.map(({ paper }) => renderDocx(paper, notoFonts)))
    const pages = cases.map(({ paper }) => ({
      html: renderHtml(paper, notoFonts),
      options: pdfOptions(paper, notoFonts),
    }))
    const words = await convertDocx(docx)
    const prints = await printHtml(pages)
    const empty = new Uint8Array()
    printed = []
    for (const [index, each] of cases.entries()) {
      const [word = empty, print = empty] = [words[index], prints[index]]
      printed.push({
        ...each,
        word: await pageTexts(word, body),
        print: await pageTexts(print, body),
        wordFoot: await pageTexts(word, foot),
        printFoot: await pageTexts(print, foot),
        loose: await looseFonts(print),
      })
    }
  }, 400_000)

  it('takes as many pages as LibreOffice makes of the Word file', () => {
    expect(printed.map(({ name, print }) => [name, print.length])).toEqual(
      printed.map(({ name, word }) => [name, word.length]),
    )
  })

  it('has the same words as the Word file and as the paper itself', () => {
    for (const { name, paper, print, word } of printed) {
      expect(print.join(''), name).toBe(word.join(''))
      // Cells of one row may be written in another order than they are read.
      const text = withoutWhite(paperText(paper).normalize('NFKC'))
      expect([...print.join('')].toSorted().join(''), name).toBe([...text].toSorted().join(''))
    }
  })

  it('carries every font that it is set in', () => {
    expect(printed.flatMap(({ name, loose }) => loose.map((font) => [name, font]))).toEqual([])
  })

  it('numbers every page of all pages', () => {
    for (const { name, printFoot, wordFoot } of printed) {
      const numbers = printFoot.map((_, index) => `第${index + 1}页共${printFoot.length}页`)
      expect(
        printFoot.map((text) => text.slice(text.indexOf('第'))),
        name,
      ).toEqual(numbers)
      expect(
        wordFoot.map((text) => text.slice(text.indexOf('第'))),
        name,
      ).toEqual(numbers)
    }
  })

  it('has the code at the foot of every page of a paper that has one', () => {
    const coded = printed.filter(({ paper }) => paper.code !== undefined)
    expect(coded).toHaveLength(2)
    for (const { name, paper, printFoot, wordFoot } of printed)
      for (const text of [...printFoot, ...wordFoot])
        expect(text.includes(`核验码${sampleCode}`), name).toBe(paper.code !== undefined)
  })

  it('has the same pages whether it is signed on screen or by hand', () => {
    const pagesOf = (wanted: string) => printed.find(({ name }) => name === wanted)?.print.length
    expect(pagesOf('agreement signed on screen')).toBe(pagesOf('practice f10'))
  })

  it('never leaves the signatures on a page without text before them', () => {
    for (const { name, print, word } of printed) {
      for (const pages of [print, word]) {
        const page = pages.find((text) => text.includes('签名、盖章或按指印'))
        if (page === undefined) continue
        const before = page.slice(0, page.indexOf('签名、盖章或按指印'))
        expect(before, name).toMatch(
          /一式.+份|与所述相符|核对无误后签名|当事人已经清楚|此表由人民调解委员会填写/u,
        )
      }
    }
  })

  it('keeps a short last clause on the page where the signatures begin', () => {
    const counted = printed.filter(({ name }) => /^agreement of \d+ clauses/u.test(name))
    expect(counted.length).toBeGreaterThan(30)
    for (const { name, print, word } of counted) {
      const last = Number(/\d+/u.exec(name)?.[0])
      // A lone clause with a table of instalments is no short one.
      if (last === 1 && name.includes('instalments')) continue
      for (const pages of [print, word]) {
        const page = pages.find((text) => text.includes('签名、盖章或按指印')) ?? ''
        expect(page.slice(0, page.indexOf('签名、盖章或按指印')), name).toContain(`${last}.`)
      }
    }
  })

  it('fits the wage agreement of three instalments on two pages', () => {
    const wages = printed.find(({ name }) => name === 'practice f10')
    expect(wages?.print).toHaveLength(2)
  })
})
