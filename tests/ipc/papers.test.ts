import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { fakePrinter } from '#tests/support/fake-host.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { visitedCase } from '#tests/support/volume-case.ts'
import {
  approvedAgreement,
  assignedCase,
  draftedAgreement,
  heldCase,
  heldSession,
  openSession,
} from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const textOfDocx = async (file: string) => {
  const zip = await JSZip.loadAsync(readFileSync(file))
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? ''
  return xml.replaceAll(/<[^>]+>/g, '')
}
/** What the fake Chromium was given, out of the PDF that it made of it. */
const textOfPreview = (base64: string) =>
  (
    /<!doctype html>[^]*<\/html>/u.exec(Buffer.from(base64, 'base64').toString('utf8'))?.[0] ?? ''
  ).replaceAll(/<[^>]+>/g, '')

describe('papers.save', () => {
  it('writes the Word file of an approved agreement: number, names, amounts, instalments', async () => {
    const caseId = await heldCase(centre)
    const { id, fileNumber } = await approvedAgreement(centre, caseId)
    const file = join(centre.core.dir, '..', 'agreement.docx')
    centre.host.saveTo = file
    const saved = await centre.as.mediator.papers.save({
      form: 'f10',
      objectId: id,
      channel: 'docx',
    })
    expect(saved).toEqual({ saved: 'agreement.docx' })
    const text = await textOfDocx(file)
    const wanted = [
      '张三',
      '云溪镇晨光童装厂',
      '17,048.28',
      '壹万柒仟零肆拾捌元贰角捌分',
      '5,682.76',
    ]
    for (const words of [fileNumber, ...wanted]) expect(text).toContain(words)
    const { timeline } = await centre.as.mediator.cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'paperOutput',
      details: { form: 'f10', channel: 'docx' },
    })
  })

  it('writes nothing, and nothing into the record, when the dialog was cancelled', async () => {
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    centre.host.saveTo = undefined
    const before = wholeStore(centre)
    expect(
      await centre.as.mediator.papers.save({ form: 'f10', objectId: id, channel: 'docx' }),
    ).toEqual({})
    expect(wholeStore(centre)).toEqual(before)
  })

  it('tells that a place cannot be written to', async () => {
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    centre.host.saveTo = join(centre.core.dir, 'no', 'such', 'folder.docx')
    expect(
      await refusalCode(
        centre.as.mediator.papers.save({ form: 'f10', objectId: id, channel: 'docx' }),
      ),
    ).toBe('papers.fileNotWritable')
  })
})

describe('papers.print', () => {
  it('prints what the preview shows and counts the copies', async () => {
    const { mediator } = centre.as
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const key = { form: 'f10' as const, objectId: id }
    const { base64 } = await mediator.papers.preview(key)
    await mediator.papers.print({ ...key, copies: 3 })
    await expect.poll(() => centre.host.handedOut.at(-1)).toMatchObject({ copies: 3 })
    const printed = Buffer.from(centre.host.handedOut.at(-1)?.pdf ?? [])
    expect(textOfPreview(printed.toString('base64'))).toBe(textOfPreview(base64))
    expect((await mediator.agreements.get({ id })).printedCopies).toBe(3)
  })

  it('refuses a draft and the minutes of a session that is still open, which may be previewed', async () => {
    const { mediator } = centre.as
    const drafted = await draftedAgreement(centre, await heldCase(centre))
    const open = await openSession(centre, await assignedCase(centre))
    const keys = [
      { form: 'f10' as const, objectId: drafted.id },
      { form: 'f09' as const, objectId: open.id },
    ]
    for (const key of keys) {
      expect(await refusalCode(mediator.papers.print({ ...key, copies: 1 }))).toBe(
        'papers.notReady',
      )
      expect((await mediator.papers.preview(key)).base64.length).toBeGreaterThan(100)
    }
  })

  it('tells when there is no printer, and then keeps nothing of it', async () => {
    const { receptionist } = centre.as
    const caseId = await assignedCase(centre)
    const print = () => receptionist.papers.print({ form: 'receipt', objectId: caseId, copies: 1 })
    centre.host.systemPrinters = []
    const before = wholeStore(centre)
    expect(await refusalCode(print())).toBe('printing.noPrinter')
    expect(wholeStore(centre)).toEqual(before)
    centre.host.systemPrinters = [fakePrinter]
    expect((await print()).jobId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('makes every form of a case', async () => {
    const { head } = centre.as
    const caseId = await assignedCase(centre)
    const sessionId = await heldSession(centre, caseId)
    const { id } = await approvedAgreement(centre, caseId)
    const keys = [
      { form: 'receipt' as const, objectId: caseId },
      { form: 'f03' as const, objectId: caseId },
      { form: 'f04' as const, objectId: caseId },
      { form: 'f09' as const, objectId: sessionId },
      { form: 'f10' as const, objectId: id },
    ]
    for (const key of keys) {
      const { base64, title } = await head.papers.preview(key)
      expect(title).not.toBe('')
      expect(textOfPreview(base64)).toContain('张三')
    }
  })
})

describe('the version of a paper', () => {
  const versionsOf = (objectId: string) =>
    centre
      .store()
      .db.selectFrom('paper_versions')
      .selectAll()
      .where('object_id', '=', objectId)
      .execute()

  it('is kept when it leaves the house, stays the same for a reprint, and goes up with the text', async () => {
    const { receptionist, mediator } = centre.as
    const caseId = await assignedCase(centre)
    const key = { form: 'receipt' as const, objectId: caseId }
    await receptionist.papers.preview(key)
    expect(await versionsOf(caseId)).toEqual([])
    await receptionist.papers.print({ ...key, copies: 1 })
    await receptionist.papers.print({ ...key, copies: 2 })
    expect(await versionsOf(caseId)).toMatchObject([{ form: 'receipt', version: 1, pages: 1 }])
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const renamed = partyRecords.map(({ age: _age, ...party }) => ({
      ...party,
      name: `${party.name}改`,
    }))
    await mediator.cases.updateParties({ caseId, parties: renamed })
    await receptionist.papers.print({ ...key, copies: 1 })
    expect((await versionsOf(caseId)).map(({ version }) => version)).toEqual([1, 2])
  })

  it('is not counted for a Word file, which may be changed before it is printed', async () => {
    const caseId = await assignedCase(centre)
    centre.host.saveTo = join(centre.core.dir, '..', 'receipt.docx')
    const key = { form: 'receipt' as const, objectId: caseId }
    await centre.as.receptionist.papers.save({ ...key, channel: 'docx' })
    expect(await versionsOf(caseId)).toEqual([])
    centre.host.saveTo = join(centre.core.dir, '..', 'receipt.pdf')
    await centre.as.receptionist.papers.save({ ...key, channel: 'pdf' })
    expect(await versionsOf(caseId)).toHaveLength(1)
  })
})

describe('papers.preview', () => {
  it('names the characters that this machine cannot print, before they are missing on paper', async () => {
    const { receptionist } = centre.as
    const caseId = await assignedCase(centre)
    centre.host.unprintable = ['张', '𠮷']
    const { unprintable } = await receptionist.papers.preview({ form: 'f03', objectId: caseId })
    centre.host.unprintable = []
    expect(unprintable).toEqual([{ character: '张', codePoint: 'U+5F20' }])
  })
})

describe('a form without a case', () => {
  it('is previewed, printed and saved empty, and nothing of it is kept but the print', async () => {
    const { lawyer } = centre.as
    const { base64, pages } = await lawyer.papers.previewBlank({ form: 'f02' })
    expect(pages).toBeGreaterThan(0)
    expect(textOfPreview(base64)).toContain('人民调解申请书')
    await lawyer.papers.printBlank({ form: 'f02', copies: 5 })
    await expect.poll(() => centre.host.handedOut.at(-1)).toMatchObject({ copies: 5 })
    centre.host.saveTo = join(centre.core.dir, '..', 'blank.docx')
    expect(await lawyer.papers.saveBlank({ form: 'f02', channel: 'docx' })).toEqual({
      saved: 'blank.docx',
    })
    expect(await textOfDocx(centre.host.saveTo)).toContain('人民调解申请书')
    const blanks = centre
      .store()
      .db.selectFrom('paper_versions')
      .selectAll()
      .where('form', '=', 'f02')
    expect(await blanks.execute()).toEqual([])
  })

  it('that is none is refused', async () => {
    expect(await refusalCode(centre.as.head.papers.previewBlank({ form: 'f99' }))).toBe(
      'papers.unknownForm',
    )
  })
})

describe('papers.forms', () => {
  it('lists every form with purpose, signers, source and whether it was compared with that', async () => {
    const forms = await centre.as.lawyer.papers.forms({})
    expect(forms.length).toBeGreaterThanOrEqual(50)
    expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length)
    for (const { id, purpose, source, verified, note } of forms) {
      expect(purpose, id).not.toBe('')
      expect(source, id).not.toBe('')
      expect(verified || note !== undefined, id).toBe(true)
    }
  })
})

describe('papers.fonts', () => {
  it('says which family each part of a paper is set in, and which was wished for', async () => {
    const { uses } = await centre.as.head.papers.fonts({})
    expect(uses).toEqual([
      { use: 'body', family: 'Noto Serif CJK SC', wished: '仿宋_GB2312', installed: true },
      { use: 'heading', family: 'Noto Sans CJK SC', wished: '黑体', installed: true },
      { use: 'title', family: 'Noto Serif CJK SC', wished: '方正小标宋简体', installed: true },
    ])
  })
})

describe('the minutes of an ended session', () => {
  it('keep the names they were made with, whatever is mended in the case later', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const sessionId = await heldSession(centre, caseId)
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const renamed = partyRecords.map(({ age: _age, ...party }, index) =>
      index === 0 ? { ...party, name: '改过的名字' } : party,
    )
    await mediator.cases.updateParties({ caseId, parties: renamed })
    const { base64 } = await mediator.papers.preview({ form: 'f09', objectId: sessionId })
    expect(textOfPreview(base64)).not.toContain('改过的名字')
    expect(textOfPreview(base64)).toContain('张三')
  })
})

describe('two papers that leave the house at once', () => {
  it('say each what is kept under the version in their code', async () => {
    const caseId = await visitedCase(centre)
    const { mediator, head } = centre.as
    const key = { form: 'f13', objectId: caseId } as const
    const write = (name: string, revision: number) => {
      const words = { fields: { '回访.被访人': name }, lists: {} }
      return mediator.sheets.save({ ...key, words, revision })
    }
    await write('甲某某', 0)
    const { renderPdf } = centre.host
    const stamps: string[] = []
    const printed: Promise<unknown>[] = []
    centre.host.renderPdf = async (page) => {
      if (page.title !== 'stamps') return renderPdf(page)
      stamps.push(/第\d+版/u.exec(page.html)?.[0] ?? '')
      // While the first gets its code somebody else writes and prints.
      if (stamps.length === 1) {
        await write('乙某某', 1)
        printed.push(head.papers.print({ ...key, copies: 1 }))
        await new Promise((resolve) => setTimeout(resolve, 150))
      }
      return renderPdf(page)
    }
    try {
      await mediator.papers.print({ ...key, copies: 1 })
      await Promise.all(printed)
    } finally {
      centre.host.renderPdf = renderPdf
    }
    expect(stamps).toEqual(['第1版', '第2版'])
    const kept = await centre
      .store()
      .db.selectFrom('paper_versions')
      .select('model')
      .where('form', '=', 'f13')
      .where('object_id', '=', caseId)
      .orderBy('version')
      .execute()
    expect(kept.map(({ model }) => /[甲乙]某某/u.exec(model)?.[0])).toEqual(['甲某某', '乙某某'])
  })
})
