import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph } from 'docx'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrintablePage } from '#ipc/host.ts'
import { advanceQueue } from '#ipc/print-queue.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { docxText } from '#tests/support/docx-text.ts'
import { fakePdf } from '#tests/support/fake-pdf.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import {
  approvedAgreement,
  assignedCase,
  heldCase,
  heldSession,
  openSession,
} from '#tests/support/wage-case.ts'
import { visitedCase } from '#tests/support/volume-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
/** What was stamped on the pages of the last volume, in order. */
let stamped: { codes: string[]; numbers: string[] }

/** Those of the numbers that cover what stood there. */
let grounded: string[]

/** Papers by title, and how many pages the engine makes of each; one unless said. */
const longer = new Map([
  ['人民调解协议书', 3],
  ['人民调解记录', 2],
])

const withPages = (page: PrintablePage): PrintablePage => {
  const title = /<title>([^<]*)/u.exec(page.html)?.[1] ?? ''
  const more = '<i class="break"></i>'.repeat((longer.get(title) ?? 1) - 1)
  return { ...page, html: page.html.replace('</body>', `${more}</body>`) }
}

beforeAll(async () => {
  centre = await openCentre()
  const { renderPdf } = centre.host
  centre.host.renderPdf = (page) => {
    if (page.title !== 'stamps') return renderPdf(withPages(page))
    const words = [...page.html.matchAll(/<p( class="number(?: ground)?")?>([^<]*)</gu)]
    grounded = words.flatMap(([, number, text = '']) => (number?.includes('ground') ? [text] : []))
    stamped = {
      codes: words.flatMap(([, number, text = '']) => (number ? [] : [text])),
      numbers: words.flatMap(([, number, text = '']) => (number ? [text] : [])),
    }
    return fakePdf(page)
  }
})
afterAll(() => centre.close())
beforeEach(async () => {
  await advanceQueue(centre.core)
  centre.host.handedOut.length = 0
  centre.host.rendered.length = 0
})

/** A case with papers of its registration, a session and an approved agreement. */
async function agreedCase() {
  const caseId = await heldCase(centre)
  const { id } = await approvedAgreement(centre, caseId)
  const { caseNumber, sessions } = await centre.as.mediator.cases.get({ id: caseId })
  return { caseId, agreementId: id, caseNumber, sessionId: sessions[0]?.id ?? '' }
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
const lastPaper = (title: string) =>
  plain(
    centre.host.rendered.findLast(({ html }) => html.includes(`<title>${title}</title>`))?.html ??
      '',
  )

/** Names of what is drawn on each page. */
const drawnOn = async (pdf: Uint8Array) =>
  (await PDFDocument.load(pdf)).getPages().map((page) => {
    const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    return (objects?.keys() ?? []).map((name) => name.decodeText())
  })

const scanOf = async () => {
  const file = await PDFDocument.create()
  file.addPage([210, 297]).drawSquare({ x: 20, y: 20, size: 100 })
  return file.save()
}

type ScanPlace = { caseId: string; form: string; objectId: string; page: number; version?: number }

/** A scanned page that lies in its place already. */
async function placedScan(place: ScanPlace, bytes?: Uint8Array) {
  const { mediator } = centre.as
  const path = join(centre.core.dir, '..', `${uuid()}.pdf`)
  writeFileSync(path, bytes ?? (await scanOf()))
  centre.host.files = [path]
  await mediator.attachments.add({ caseId: place.caseId, kind: 'signedScan' })
  const { attachments } = await mediator.cases.get({ id: place.caseId })
  const added = attachments.find(({ name }) => path.endsWith(name))
  const columns = {
    state: 'placed',
    form: place.form,
    object_id: place.objectId,
    page: place.page,
    version: place.version ?? null,
    read_by: 'hand',
  } as const
  await centre
    .store()
    .db.insertInto('scan_pages')
    .values({
      id: uuid(),
      attachment_id: added?.id ?? '',
      case_id: place.caseId,
      file_page: 1,
      part: 'whole',
      turn: 0,
      ...columns,
      late_reason: null,
      placed_by: centre.ids.mediator,
      placed_at: centre.clock.now(),
    })
    // A readable file has a loose page as soon as it is added.
    .onConflict((conflict) => conflict.doUpdateSet(columns))
    .execute()
}

describe('volumes.plan', () => {
  it('names what is there in dossier order, with the copies that each paper wants', async () => {
    const { caseId, agreementId } = await agreedCase()
    const { parts } = await centre.as.mediator.volumes.plan({ caseId })
    expect(parts.map(({ form }) => form)).toEqual(['f00', 'f01', 'f03', 'f04', 'f09', 'f10', 'f16'])
    expect(parts.find(({ form }) => form === 'f10')).toMatchObject({
      objectId: agreementId,
      copies: 3,
    })
  })

  it('leaves out what is not final: the minutes of a session that is still open', async () => {
    const caseId = await assignedCase(centre)
    const ended = await heldSession(centre, caseId)
    await openSession(centre, caseId)
    const { parts } = await centre.as.mediator.volumes.plan({ caseId })
    expect(parts.filter(({ form }) => form === 'f09')).toMatchObject([
      { objectId: ended, copies: 1 },
    ])
  })

  it('is not for who may not read the content', async () => {
    const { caseId } = await agreedCase()
    const { receptionist, otherMediator } = centre.as
    for (const client of [receptionist, otherMediator]) {
      expect(await refusalCode(client.volumes.plan({ caseId }))).toBe('cases.notReadable')
      expect(await refusalCode(client.volumes.preview({ caseId }))).toBe('cases.notReadable')
      expect(await refusalCode(client.volumes.save({ caseId, channel: 'pdf' }))).toBe(
        'cases.notReadable',
      )
      expect(await refusalCode(client.volumes.cancel({ caseId }))).toBe('cases.notReadable')
    }
  })
})

describe('volumes.preview', () => {
  it('counts pages over everything but cover, contents and back, which say what was counted', async () => {
    const { caseId, caseNumber } = await agreedCase()
    const { contents, pages, base64 } = await centre.as.mediator.volumes.preview({ caseId })
    expect(contents.map(({ form, sheet, pages: range }) => [form, sheet, range])).toEqual([
      ['f00', 1, undefined],
      ['f01', 2, undefined],
      ['f03', 3, '1'],
      ['f04', 4, '2'],
      ['f09', 5, '3-4'],
      ['f10', 7, '5-7'],
      ['f16', 10, undefined],
    ])
    expect(pages).toBe(10)
    expect((await PDFDocument.load(base64)).getPageCount()).toBe(10)
    expect(lastPaper('卷内目录')).toMatch(/4 人民调解协议书 5-7 /u)
    expect(lastPaper('封底')).toContain('本卷共 7 页')
    expect(lastPaper('卷宗封面')).toContain('本卷共 4 件、7 页')
    expect(stamped.numbers).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(stamped.codes).toHaveLength(10)
    expect(stamped.codes.slice(6, 9)).toEqual(
      [1, 2, 3].map((page) => `${caseNumber} f10 第1版 ${page}/3`),
    )
  })

  it('keeps nothing: a preview is no version', async () => {
    const { caseId } = await agreedCase()
    const before = wholeStore(centre)
    await centre.as.head.volumes.preview({ caseId })
    expect(wholeStore(centre)).toEqual(before)
  })

  it('names characters that this machine cannot print, of all papers together', async () => {
    const { caseId } = await agreedCase()
    centre.host.unprintable = ['童']
    const { unprintable } = await centre.as.mediator.volumes.preview({ caseId })
    centre.host.unprintable = []
    expect(unprintable).toEqual([{ character: '童', codePoint: 'U+7AE5' }])
  })
})

describe('scans in a volume', () => {
  const scans = (drawn: string[][]) =>
    drawn.map((names) => names.some((name) => name.startsWith('Scan')))
  const preview = async (caseId: string) => {
    const { base64, contents } = await centre.as.mediator.volumes.preview({ caseId })
    return { contents, isScan: scans(await drawnOn(Buffer.from(base64, 'base64'))) }
  }

  it('lie in the place of the pages that they show, without a second code', async () => {
    const { caseId, agreementId } = await agreedCase()
    const key = { form: 'f10', objectId: agreementId }
    await centre.as.mediator.papers.print({ ...key, copies: 1 })
    await placedScan({ caseId, ...key, page: 2, version: 1 })
    const { contents, isScan } = await preview(caseId)
    expect(isScan).toEqual([...Array<boolean>(7).fill(false), true, false, false])
    expect(contents.find(({ form }) => form === 'f10')).toMatchObject({ sheet: 7, pages: '5-7' })
    expect(
      stamped.codes.filter((text) => text.includes('f10')).map((text) => text.slice(-3)),
    ).toEqual(['1/3', '3/3'])
    expect(stamped.numbers).toHaveLength(7)
  })

  it('of a paper that was made of scans alone are sheets of their own', async () => {
    const { caseId } = await agreedCase()
    const { partyRecords } = await centre.as.mediator.cases.get({ id: caseId })
    const objectId = partyRecords[0]?.id ?? ''
    await placedScan({ caseId, form: 'f05', objectId, page: 1 })
    await placedScan({ caseId, form: 'f05', objectId, page: 2 })
    const { contents, isScan } = await preview(caseId)
    expect(contents.map(({ form, pages }) => [form, pages])).toEqual([
      ['f00', undefined],
      ['f01', undefined],
      ['f03', '1'],
      ['f04', '2'],
      ['f05', '3-4'],
      ['f09', '5-6'],
      ['f10', '7-9'],
      ['f16', undefined],
    ])
    expect(isScan.slice(4, 6)).toEqual([true, true])
    expect(isScan.filter(Boolean)).toHaveLength(2)
  })

  it('stay whole when the text has changed since they were signed, and are never mixed with it', async () => {
    const caseId = await assignedCase(centre)
    await heldSession(centre, caseId)
    const { mediator } = centre.as
    const key = { form: 'f03', objectId: caseId } as const
    longer.set('人民调解受理登记表', 2)
    try {
      await mediator.papers.print({ ...key, copies: 1 })
      await placedScan({ caseId, ...key, page: 1, version: 1 })
      const { partyRecords } = await mediator.cases.get({ id: caseId })
      const parties = partyRecords.map(({ age: _age, ...party }) => ({
        ...party,
        address: '新地址',
      }))
      await mediator.cases.updateParties({ caseId, parties })
      expect((await preview(caseId)).isScan).not.toContain(true)
      expect(stamped.codes).toContain(
        `${(await mediator.cases.get({ id: caseId })).caseNumber} f03 第2版 1/2`,
      )
      await placedScan({ caseId, ...key, page: 2, version: 1 })
      expect((await preview(caseId)).isScan.slice(2, 4)).toEqual([true, true])
      expect(stamped.codes.some((text) => text.includes(' f03 '))).toBe(false)
    } finally {
      longer.delete('人民调解受理登记表')
    }
  })

  it('stay in every later volume too: a text that it does not show is no version', async () => {
    const caseId = await visitedCase(centre)
    const { mediator } = centre.as
    const key = { form: 'f13', objectId: caseId } as const
    const write = (name: string, revision: number) => {
      const words = { fields: { '回访.被访人': name }, lists: {} }
      return mediator.sheets.save({ ...key, words, revision })
    }
    await write('张三', 0)
    await mediator.papers.print({ ...key, copies: 1 })
    await placedScan({ caseId, ...key, page: 1, version: 1 })
    await write('王五', 1)
    const isSigned = async () => {
      const { contents, isScan } = await preview(caseId)
      return isScan[(contents.find(({ form }) => form === 'f13')?.sheet ?? 0) - 1]
    }
    expect(await isSigned()).toBe(true)
    centre.host.saveTo = join(centre.core.dir, '..', 'signed.pdf')
    await mediator.volumes.save({ caseId, channel: 'pdf' })
    await mediator.volumes.print({ caseId, parts: [{ ...key, copies: 1 }] })
    expect(await isSigned()).toBe(true)
    const { papers } = await mediator.dossiers.get({ caseId })
    expect(papers.find(({ form }) => form === 'f13')).toMatchObject({
      version: 1,
      changedSince: true,
      scans: { pages: [1], outdated: [] },
    })
  })

  it('that cannot be opened give way to the page itself, or to a sheet that says so', async () => {
    const { caseId, agreementId } = await agreedCase()
    const { partyRecords } = await centre.as.mediator.cases.get({ id: caseId })
    const broken = new TextEncoder().encode('%PDF-1.7 and nothing more')
    await placedScan({ caseId, form: 'f10', objectId: agreementId, page: 1 }, broken)
    await placedScan({ caseId, form: 'f05', objectId: partyRecords[0]?.id ?? '', page: 1 }, broken)
    const { contents, isScan } = await preview(caseId)
    expect(isScan).not.toContain(true)
    expect(contents.find(({ form }) => form === 'f10')?.pages).toBe('6-8')
    expect(lastPaper('扫描件打不开')).toContain('扫描件打不开')
  })
})

describe('volumes.save', () => {
  const versions = (caseId: string) =>
    centre
      .store()
      .db.selectFrom('paper_versions')
      .select(['form', 'version', 'pages'])
      .where('case_id', '=', caseId)
      .orderBy('form')
      .execute()

  it('writes one PDF with a bookmark a paper and keeps the version of each', async () => {
    const { caseId } = await agreedCase()
    const { mediator } = centre.as
    centre.host.saveTo = join(centre.core.dir, '..', 'volume.pdf')
    expect(await mediator.volumes.save({ caseId, channel: 'pdf' })).toEqual({ saved: 'volume.pdf' })
    const file = await PDFDocument.load(readFileSync(centre.host.saveTo))
    expect(file.getPageCount()).toBe(10)
    const outlines = file.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    expect(String(outlines.get(PDFName.of('Count')))).toBe('7')
    const kept = await versions(caseId)
    expect(kept.map(({ form, pages }) => [form, pages])).toEqual([
      ['f00', 1],
      ['f01', 1],
      ['f03', 1],
      ['f04', 1],
      ['f09', 2],
      ['f10', 3],
      ['f16', 1],
    ])
    const { timeline } = await mediator.cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'paperOutput',
      details: { form: 'volume', channel: 'pdf' },
    })
    // The same papers again are the same versions.
    await mediator.volumes.save({ caseId, channel: 'pdf' })
    expect(await versions(caseId)).toEqual(kept)
  })

  it('writes a folder of Word files in dossier order, and never into one that is there', async () => {
    const { caseId, caseNumber } = await agreedCase()
    const { mediator } = centre.as
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    await placedScan({ caseId, form: 'f05', objectId: partyRecords[0]?.id ?? '', page: 1 })
    const parent = join(centre.core.dir, '..', uuid())
    mkdirSync(parent)
    centre.host.folder = parent
    const { saved = '' } = await mediator.volumes.save({ caseId, channel: 'docx' })
    expect(saved).toContain(caseNumber)
    const names = readdirSync(join(parent, saved)).toSorted()
    expect(names).toEqual([
      '01 卷宗封面.docx',
      '02 卷内目录.docx',
      '03 人民调解受理登记表.docx',
      '04 人民调解当事人权利义务告知书.docx',
      '05 当事人身份证明（张三）.pdf',
      expect.stringMatching(/^06 人民调解记录（第1次，.+）\.docx$/u),
      '07 人民调解协议书.docx',
      '08 封底.docx',
    ])
    expect(await docxText(readFileSync(join(parent, saved, '02 卷内目录.docx')))).toContain('6-8')
    const again = await mediator.volumes.save({ caseId, channel: 'docx' })
    expect(again.saved).toBe(`${saved}（2）`)
    expect(await versions(caseId)).toEqual([])
  })

  it('writes nothing when the person thought better of it', async () => {
    const { caseId } = await agreedCase()
    centre.host.saveTo = undefined
    centre.host.folder = undefined
    const before = wholeStore(centre)
    expect(await centre.as.mediator.volumes.save({ caseId, channel: 'pdf' })).toEqual({})
    expect(await centre.as.mediator.volumes.save({ caseId, channel: 'docx' })).toEqual({})
    expect(wholeStore(centre)).toEqual(before)
  })
})

describe('volumes.print', () => {
  it('puts the chosen parts into the queue in dossier order, numbered once and plain for others', async () => {
    const { caseId, agreementId, sessionId } = await agreedCase()
    const { mediator } = centre.as
    const { jobIds } = await mediator.volumes.print({
      caseId,
      parts: [
        { form: 'f10', objectId: agreementId, copies: 3 },
        { form: 'f00', objectId: caseId, copies: 1 },
        { form: 'f09', objectId: sessionId, copies: 1 },
      ],
    })
    expect(jobIds).toHaveLength(4)
    await advanceQueue(centre.core)
    const sent = centre.host.handedOut.map(({ title, copies }) => [title, copies])
    expect(sent).toEqual([
      ['卷宗封面', 1],
      [expect.stringMatching(/^人民调解记录（第1次，.+） 第3-4页$/u), 1],
      ['人民调解协议书 第5-7页', 1],
      ['人民调解协议书', 2],
    ])
    const stamps = async (index: number) =>
      (await drawnOn(centre.host.handedOut[index]?.pdf ?? new Uint8Array())).map(
        (names) => names.length,
      )
    expect(await stamps(2)).toEqual([2, 2, 2])
    expect(await stamps(3)).toEqual([1, 1, 1])
    expect((await mediator.agreements.get({ id: agreementId })).printedCopies).toBe(3)
  })

  it('keeps nothing when there is no printer', async () => {
    const { caseId } = await agreedCase()
    const { systemPrinters } = centre.host
    centre.host.systemPrinters = []
    const before = wholeStore(centre)
    const parts = [{ form: 'f00', objectId: caseId, copies: 1 }]
    expect(await refusalCode(centre.as.mediator.volumes.print({ caseId, parts }))).toBe(
      'printing.noPrinter',
    )
    expect(wholeStore(centre)).toEqual(before)
    centre.host.systemPrinters = systemPrinters
  })

  it('prints nothing of it when one of the parts has no printer: half a volume would come twice', async () => {
    const { caseId, agreementId } = await agreedCase()
    const { mediator } = centre.as
    const settings = await mediator.printing.settings({})
    await mediator.printing.saveSettings({ ...settings, forms: { f10: { printer: 'gone' } } })
    const before = wholeStore(centre)
    const parts = [
      { form: 'f00', objectId: caseId, copies: 1 },
      { form: 'f10', objectId: agreementId, copies: 1 },
    ]
    expect(await refusalCode(mediator.volumes.print({ caseId, parts }))).toBe(
      'printing.unknownPrinter',
    )
    expect(wholeStore(centre)).toEqual(before)
    await mediator.printing.saveSettings(settings)
  })
})

describe("a paper of the centre's own Word template", () => {
  const templateId = uuid()
  beforeAll(async () => {
    const line = new Paragraph('自己的封面 {案件.名称}')
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [line] }] }))
    await centre
      .store()
      .db.insertInto('word_templates')
      .values({
        id: templateId,
        form: 'f00',
        name: '本中心的封面',
        from_on: '2026-01-01',
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        added_by: centre.ids.head,
        removed: 0,
        added_at: centre.clock.now(),
      })
      .execute()
  })
  afterAll(() =>
    centre
      .store()
      .db.updateTable('word_templates')
      .set({ removed: 1 })
      .where('id', '=', templateId)
      .execute(),
  )

  it('is refused where no office program can lay it out, and can be saved as Word', async () => {
    const { caseId } = await agreedCase()
    const { mediator } = centre.as
    const key = { form: 'f00', objectId: caseId }
    expect(await refusalCode(mediator.papers.preview(key))).toBe('papers.noOffice')
    expect(await refusalCode(mediator.papers.print({ ...key, copies: 1 }))).toBe('papers.noOffice')
    centre.host.saveTo = join(centre.core.dir, '..', 'cover.docx')
    await mediator.papers.save({ ...key, channel: 'docx' })
    expect(await docxText(readFileSync(centre.host.saveTo))).toMatch(/^自己的封面 张三与.+纠纷/u)
  })

  it('gives its place in the volume to a sheet that says so', async () => {
    const { caseId } = await agreedCase()
    const { contents } = await centre.as.mediator.volumes.preview({ caseId })
    expect(contents[0]).toMatchObject({ form: 'f00', sheet: 1 })
    expect(lastPaper('卷宗封面')).toContain('Word 模板')
    expect(stamped.codes[0]).toContain(' f01 ')
  })

  it('is previewed as approximate, printed and kept as a version where there is one', async () => {
    const { caseId } = await agreedCase()
    const { mediator } = centre.as
    const key = { form: 'f00', objectId: caseId }
    const office = await PDFDocument.create()
    office.addPage([595, 842]).drawSquare({ x: 50, y: 50, size: 9 })
    office.addPage([595, 842]).drawSquare({ x: 50, y: 50, size: 9 })
    centre.host.office = await office.save()
    try {
      expect(await mediator.papers.preview(key)).toMatchObject({ pages: 2, approximate: true })
      await mediator.papers.print({ ...key, copies: 1 })
      await mediator.papers.print({ ...key, copies: 1 })
      expect((await mediator.volumes.preview({ caseId })).contents[1]).toMatchObject({ sheet: 3 })
    } finally {
      centre.host.office = undefined
    }
    const versions = centre.store().db.selectFrom('paper_versions').selectAll()
    expect(await versions.where('object_id', '=', caseId).execute()).toMatchObject([
      { form: 'f00', version: 1, pages: 2, template_id: templateId },
    ])
  })
})

describe('the making of a volume', () => {
  /** Stops the engine at the first paper until it is let go on. */
  function held() {
    const { renderPdf } = centre.host
    let letGo = () => undefined as void
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    centre.host.renderPdf = async (page) => {
      await gate
      return renderPdf(page)
    }
    return () => {
      centre.host.renderPdf = renderPdf
      letGo()
    }
  }

  it('tells how far it is and is made once at a time', async () => {
    const { caseId } = await agreedCase()
    const { mediator, head } = centre.as
    expect(await mediator.volumes.progress({ caseId })).toEqual({})
    const goOn = held()
    const making = mediator.volumes.preview({ caseId })
    await expect
      .poll(() => head.volumes.progress({ caseId }))
      .toEqual({ work: { step: 'papers', done: 0, total: 7 } })
    expect(await refusalCode(head.volumes.preview({ caseId }))).toBe('volumes.busy')
    goOn()
    expect((await making).pages).toBe(10)
    expect(await mediator.volumes.progress({ caseId })).toEqual({})
  })

  it('is given up when it is cancelled, and leaves nothing', async () => {
    const { caseId } = await agreedCase()
    const { mediator } = centre.as
    centre.host.saveTo = join(centre.core.dir, '..', 'cancelled.pdf')
    const before = wholeStore(centre)
    const goOn = held()
    const making = refusalCode(mediator.volumes.save({ caseId, channel: 'pdf' }))
    await expect.poll(() => mediator.volumes.cancel({ caseId })).toEqual({ cancelled: true })
    goOn()
    expect(await making).toBe('volumes.cancelled')
    expect(() => readFileSync(centre.host.saveTo ?? '')).toThrow(/ENOENT/u)
    expect(wholeStore(centre)).toEqual(before)
    expect(await mediator.volumes.cancel({ caseId })).toEqual({ cancelled: false })
  })
})

describe('numbers on scans', () => {
  it('stand on a white ground, numbers on printed pages do not', async () => {
    const { caseId, agreementId } = await agreedCase()
    await placedScan({ caseId, form: 'f10', objectId: agreementId, page: 1 })
    await centre.as.mediator.volumes.preview({ caseId })
    expect(grounded).toEqual(['5'])
  })
})
