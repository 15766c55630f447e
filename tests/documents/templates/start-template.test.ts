import { describe, expect, it } from 'vitest'
import type { Block } from '#documents/paper.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { checkTemplate } from '#documents/templates/check-template.ts'
import { fillTemplate } from '#documents/templates/fill-template.ts'
import { startPaper } from '#documents/templates/start-template.ts'
import { templateData } from '#documents/templates/template-data.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { docxText, withoutWhite } from '#tests/support/docx-text.ts'
import { schemaFaults } from '#tests/support/ooxml.ts'
import { allForms, fullData } from '../form-samples.ts'
import { notoFonts, sampleContext } from '../samples.ts'

/** Words of the form that the record gave, wherever they stand. */
const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'title':
      case 'numberLine':
      case 'heading':
      case 'big':
        return [block.text]
      case 'paragraph':
        return [block.runs.map(({ text }) => text).join('')]
      case 'fields':
        return block.rows.flat().flatMap(({ label, value }) => [label, value])
      case 'table':
        return [...block.rows, block.sum ?? []].flat().map(({ text }) => text)
      case 'signatures':
        return [...wordsOf(block.lead), ...block.parties.map(({ name }) => name)]
      case 'together':
        return wordsOf(block.blocks)
      case 'gap':
      case 'pageBreak':
        return []
    }
  })

describe('startPaper', () => {
  it('makes of every form a Word file that is a template without faults', async () => {
    const wrong: unknown[] = []
    for (const form of allForms) {
      const { faults, sample } = checkTemplate(await renderDocx(startPaper(form), notoFonts))
      if (faults.length > 0 || !sample) wrong.push([form.id, faults])
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('leaves out nothing that the form itself would print', async () => {
    const missing: string[] = []
    for (const form of allForms) {
      const start = await renderDocx(startPaper(form), notoFonts)
      const filled = fillTemplate(start, templateData(fullData, sampleContext))
      const text = withoutWhite(await docxText(filled))
      const paper = fillForm(form, fullData, sampleContext)
      for (const words of wordsOf(paper.blocks)) {
        // Ruled lines stand for words that are not there yet; a form ends a sentence that nobody ended.
        const wanted = withoutWhite(words).replace(/。$/u, '')
        if (/^[_＿]*$/u.test(wanted) || text.includes(wanted)) continue
        missing.push(`${form.id}: ${words}`)
      }
    }
    expect(missing).toEqual([])
  }, 120_000)

  it('is allowed by the schemas of Word, empty and filled', async () => {
    for (const id of ['f02', 'f14-persons', 'f22-roster', 'f20-transfer']) {
      const form = allForms.find((each) => each.id === id)
      if (!form) throw new Error(`no form ${id}`)
      const start = await renderDocx(startPaper(form), notoFonts)
      expect(await schemaFaults(start)).toEqual([])
      expect(await schemaFaults(fillTemplate(start, templateData({}, sampleContext)))).toEqual([])
    }
  }, 60_000)
})
