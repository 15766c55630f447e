import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { codedForms } from '#documents/forms/coded-forms.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormDefinition } from '#documents/forms/form-definition.ts'
import { fieldNames } from '#documents/forms/form-scope.ts'
import { formOn, formsOn } from '#documents/forms/load-forms.ts'
import { paperText } from '#documents/paper-text.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { docxText, htmlText, withoutWhite } from '#tests/support/docx-text.ts'
import { allForms, fullData, labelRows, minimalData, papersOf } from './form-samples.ts'
import { notoFonts, sampleContext } from './samples.ts'

const today = localDate('2026-11-22')

const formOf = (id: string): FormDefinition => {
  const form = formOn(allForms, id, today)
  if (!form) throw new RangeError(id)
  return form
}
const textOf = (id: string, data = fullData): string =>
  paperText(fillForm(formOf(id), data, sampleContext))

describe('the shipped forms', () => {
  it('are all that the list of forms names and that no code makes', () => {
    const ids = allForms.map(({ id }) => id)
    const unnumbered = ids.filter((id) => !/^f\d\d/u.test(id))
    expect(unnumbered.toSorted()).toEqual([
      'arbitration-application',
      'civil-complaint',
      'enforcement-application',
      'handover',
      'loan-log',
      'urge-letter',
      'withdrawal',
    ])
    const numbers = new Set(
      ids.filter((id) => !unnumbered.includes(id)).map((id) => id.slice(0, 3)),
    )
    const wanted =
      '00 01 02 05 06 07 08 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 28 29 30 32'
    expect([...numbers].toSorted()).toEqual(wanted.split(' ').map((number) => `f${number}`))
    expect(allForms.filter(({ id }) => id.startsWith('f29')).length).toBe(4)
  })

  it('say what they are for, who signs, and whether their source was compared', () => {
    for (const form of allForms) {
      expect(form.purpose, form.id).toMatch(/。$/u)
      expect(form.source, form.id).not.toBe('')
      expect(form.verified || form.note !== undefined, form.id).toBe(true)
    }
    const unverified = allForms.filter(({ verified }) => !verified)
    expect(unverified.length).toBeGreaterThan(20)
  })

  it('stand in the order of the volume', () => {
    const dossier = formsOn(allForms, today).filter(({ set }) => set === 'dossier')
    expect(dossier.map(({ id }) => id)).toEqual([
      'f00',
      'f01',
      'f02',
      'f05',
      'f06',
      'f06-legal',
      'f07',
      'f08-list',
      'f08',
      'f11',
      'f12',
      'f12-proof',
      'f13',
      'f14-persons',
      'f14-organisation',
      'f14-proof',
      'f15',
      'f17',
      'f16',
    ])
  })

  it('make with the coded ones the whole volume: every id and place once', () => {
    const heads = [...codedForms, ...formsOn(allForms, today)]
    expect(new Set(heads.map(({ id }) => id)).size).toBe(heads.length)
    expect(new Set(heads.map(({ order }) => order)).size).toBe(heads.length)
    const volume = heads
      .filter(({ set }) => set === 'dossier')
      .toSorted((a, b) => a.order - b.order)
    expect(volume.filter(({ presence }) => presence !== 'asNeeded').map(({ id }) => id)).toEqual([
      'f00',
      'f01',
      'f02',
      'f03',
      'f04',
      'f05',
      'f09',
      'f10',
      'f11',
      'f16',
    ])
  })

  it('have a place to sign when they list a signer', () => {
    for (const { id, signers, blocks } of allForms) {
      const signed = JSON.stringify(blocks).includes('"kind":"signatures"')
      // The cover names who bound the volume in a row of its table.
      expect(signed, id).toBe(signers.length > 0 && id !== 'f00')
    }
  })
})

describe('fillForm', () => {
  const sets = [
    { name: 'full', data: fullData },
    { name: 'minimal', data: minimalData },
    { name: 'blank', data: {} },
  ]

  it.each(sets)(
    'gives Word and print the same words from $name data',
    async ({ data }) => {
      for (const paper of papersOf(data)) {
        const text = withoutWhite(paperText(paper))
        expect(withoutWhite(htmlText(renderHtml(paper, notoFonts))), paper.formId).toBe(text)
        const word = await docxText(await renderDocx(paper, notoFonts))
        expect(withoutWhite(word), paper.formId).toBe(text)
        expect(text, paper.formId).not.toMatch(/undefined|NaN|null|[{}]|Invalid/u)
      }
    },
    60_000,
  )

  it.each(sets)('prints every label in its order from $name data', ({ data }) => {
    for (const form of allForms) {
      const text = paperText(fillForm(form, data, sampleContext))
      let at = 0
      for (const label of labelRows(form.blocks).flat()) {
        const found = text.indexOf(label, at)
        expect(found, `${form.id} ${label}`).toBeGreaterThanOrEqual(at)
        at = found
      }
    }
  })

  it('prints of a blank form no name, number or date of anyone', () => {
    for (const paper of papersOf({})) {
      expect(paperText(paper), paper.formId).not.toMatch(/张三|晨光|2026年|¥\d|■/u)
    }
  })

  it('calls both sides applicant before the court and the commission', () => {
    for (const id of ['f14-persons', 'f14-organisation', 'f23']) {
      const text = textOf(id)
      expect(text, id).toContain('申请人（甲）：张三')
      expect(text, id).toContain('申请人（乙）：云溪镇晨光童装有限公司')
      expect(text, id).not.toContain('被申请人：')
    }
  })

  it('keeps applicant and respondent apart for the payment order', () => {
    const text = textOf('f24')
    expect(text).toMatch(/申请人\t姓名\t张三[\s\S]*被申请人\t名称\t云溪镇晨光童装有限公司/u)
    expect(text).toContain('给付人民币壹万柒仟零肆拾捌元贰角捌分（¥17,048.28）')
  })

  it('shows the instalments of a clause under it with their sum', () => {
    const text = textOf('f14-persons')
    expect(text).toContain('各期日期和金额见下表')
    expect(text).toContain('1\t2026年12月20日\t5,682.76\t银行转账')
    expect(text).toContain('合计\t人民币壹万柒仟零肆拾捌元贰角捌分\t¥17,048.28')
  })

  it('ticks of the reasons the one that is so', () => {
    expect(textOf('f18').match(/■[^□\s]+/gu)).toEqual(['■未达成协议'])
    expect(textOf('f18', {})).not.toContain('■')
  })

  it('ticks the powers of an agent', () => {
    const text = textOf('f06')
    expect(text).toContain('■特别授权')
    expect(text).toContain('□代为申请、终止调解　■收集、提供证据')
    expect(text).toContain('■其他：代收款项')
  })

  it('makes a power of attorney to fill by hand when nobody has an agent', () => {
    const text = textOf('f06', minimalData)
    expect(text).toContain('委托人')
    expect(text).not.toContain('张三与晨光童装有限公司')
    expect(text).toContain('□特别授权')
  })

  it('gives each party an identity sheet of its own', () => {
    const paper = fillForm(formOf('f05'), fullData, sampleContext)
    expect(paper.blocks.filter(({ kind }) => kind === 'pageBreak')).toHaveLength(1)
    expect(textOf('f05').match(/本页复印件与原件一致/gu)).toHaveLength(2)
  })

  it('lets a long text leave its row and stand whole after the table', () => {
    const narrative = '经过'.repeat(2000)
    const data = { ...fullData, case: { ...fullData.case, narrative } }
    const paper = fillForm(formOf('f17'), data, sampleContext)
    expect(paper.blocks).toContainEqual({ kind: 'heading', text: '纠纷简要事实' })
    expect(paperText(paper)).toContain(narrative)
  })

  it('marks drafts and practice and bears the code like any paper', () => {
    const context = { ...sampleContext, practice: true, draft: true, code: 'ABCD' }
    const paper = fillForm(formOf('f13'), fullData, context)
    expect(paper.mark).toContain('草稿')
    expect(paper.code).toBe('ABCD')
    expect(paper.fileName).toBe('人民调解回访记录 张三与晨光童装劳动报酬纠纷')
  })

  it('lays the rota across the sheet', () => {
    const { page } = fillForm(formOf('f25'), fullData, sampleContext)
    expect(page.width).toBeGreaterThan(page.height)
  })
})

describe('the list of contents', () => {
  const rowsOf = (count: number) => {
    const form = allForms.find(({ id }) => id === 'f01')
    if (!form) throw new Error('no list of contents')
    const contents = Array.from({ length: count }, (_, index) => ({
      title: '人民调解记录',
      pages: `${index + 1}`,
      remark: `第${index + 1}次，2026年11月22日，缺第2页`,
    }))
    const { blocks } = fillForm(form, { dossier: { contents } }, sampleContext)
    const inner = blocks.flatMap((block) => (block.kind === 'together' ? block.blocks : [block]))
    return inner.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []))
  }

  it('is filled up with spare lines, but begins no further table for them', () => {
    expect(rowsOf(1)).toEqual([17])
    expect(rowsOf(0)).toEqual([17])
    // Remarks of two lines: what is left of the page holds no seventeen rows.
    const [only = 0, ...more] = rowsOf(9)
    expect(more).toEqual([])
    expect(only).toBeGreaterThan(9)
    expect(only).toBeLessThan(17)
  })

  it('goes on in a further table for papers', () => {
    const tables = rowsOf(30)
    expect(tables.length).toBeGreaterThan(1)
    expect(tables.reduce((sum, rows) => sum + rows, 0)).toBe(30)
  })
})

describe('formsOn', () => {
  it('takes of each form the version in force on the day', () => {
    const form = formOf('f13')
    const later = { ...form, from: localDate('2027-01-01'), title: '回访记录（新）' }
    const forms = [later, ...allForms]
    expect(formOn(forms, 'f13', localDate('2026-12-31'))?.title).toBe('人民调解回访记录')
    expect(formOn(forms, 'f13', localDate('2027-01-01'))?.title).toBe('回访记录（新）')
    expect(formOn(forms, 'f13', localDate('2025-12-31'))).toBeUndefined()
    expect(formsOn(forms, localDate('2027-06-01'))).toHaveLength(allForms.length)
  })
})

describe('fieldNames', () => {
  it('are plain Chinese names, each once in its loop', () => {
    expect(fieldNames.length).toBeGreaterThan(250)
    for (const { name } of fieldNames) expect(name).toMatch(/^\p{Script=Han}+\.\p{Script=Han}+$/u)
    const keys = fieldNames.map(({ name, loop }) => `${loop ?? ''} ${name}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('each has a form that uses it, or is there for the forms of a county', () => {
    const used = JSON.stringify(allForms)
    const unused = new Set(
      fieldNames.map(({ name }) => name).filter((name) => !used.includes(name)),
    )
    expect([...unused].filter((name) => !name.endsWith('.序号')).length).toBeLessThan(60)
  })
})
