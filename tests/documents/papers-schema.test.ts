import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { fillForm } from '#documents/forms/fill-form.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { schemaFaults } from '#tests/support/ooxml.ts'
import { allForms, fullData } from './form-samples.ts'
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

const papers = [
  ...allForms.flatMap((form) => [
    { name: `${form.id}, filled`, paper: fillForm(form, fullData, sampleContext) },
    { name: `${form.id}, blank`, paper: fillForm(form, {}, { ...sampleContext, draft: true }) },
  ]),
  ...everyForm(sampleContext).map((paper) => ({ name: paper.formId, paper })),
  { name: 'agreement of 12 parties', paper: agreementOf(12) },
  { name: 'agreement of 40 clauses', paper: agreementWith(40, 12) },
  { name: 'agreement signed on screen', paper: signedOnScreen() },
  { name: 'minutes with their code', paper: { ...minutesWith(30), code: sampleCode } },
]

describe('renderDocx', () => {
  it('writes nothing that the schemas of Word forbid, whatever the form', async () => {
    const faults: [string, string[]][] = []
    for (const { name, paper } of papers) {
      const found = await schemaFaults(await renderDocx(paper, notoFonts))
      if (found.length > 0) faults.push([name, found])
    }
    expect(faults).toEqual([])
  }, 240_000)
})

describe('schemaFaults', () => {
  it('finds an element that Word does not know', async () => {
    const zip = await JSZip.loadAsync(await renderDocx(minutesWith(1), notoFonts))
    const file = 'word/document.xml'
    const xml = (await zip.file(file)?.async('string')) ?? ''
    zip.file(file, xml.replace('<w:body>', '<w:body><w:paper/>'))
    expect(await schemaFaults(await zip.generateAsync({ type: 'uint8array' }))).not.toEqual([])
  })
})
