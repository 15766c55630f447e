import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { objectMark } from '#db/domain/dossier/page-code.ts'
import { shrunk } from '#documents/scan/grey-image.ts'
import { scanSheets } from '#ipc/scan/scan-sheets.ts'
import { addAttachment } from '#db/services/attachments.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { toJpeg } from '#tests/support/scan/jpeg.ts'
import { codeOf, paperPage } from '#tests/support/scan/paper-page.ts'
import {
  bare,
  blank,
  codesIn,
  pageOf as pageOfCase,
  printedCase,
  scanOf as scanOfCase,
  sent,
  type PrintedCase,
  type WantedPage,
} from '#tests/support/scan/scan-case.ts'
import { scanPdf } from '#tests/support/scan/scan-pdf.ts'
import { turned, twoUp } from '#tests/support/scan/scanner.ts'
import { printed, visitedCase } from '#tests/support/volume-case.ts'
import { auditRows, wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

let one: PrintedCase
beforeEach(async () => {
  one = await printedCase(centre)
})

type Wanted = Omit<WantedPage, 'of'> & { of?: PrintedCase }
const scanOf = ({ of = one, ...wanted }: Wanted) => scanOfCase({ ...wanted, of })
const pageOf = ({ of = one, ...wanted }: Wanted) => pageOfCase({ ...wanted, of })
const drop = (files: { name: string; base64: string }[], caseId = one.caseId) =>
  centre.as.mediator.scans.drop({ caseId, files })
const list = () => centre.as.mediator.scans.list({ caseId: one.caseId })

describe('scans.drop', () => {
  it('lays the pages of a stack in their places, whatever their order', async () => {
    const pdf = await scanPdf([
      await scanOf({ form: 'f10', page: 3 }),
      await scanOf({ form: 'f09', page: 2 }),
      await scanOf({ form: 'f10', page: 1 }),
      await scanOf({ form: 'f10', page: 2 }),
      await scanOf({ form: 'f09', page: 1 }),
    ])
    const before = auditRows(centre).length
    const report = await drop([sent('卷宗.pdf', pdf)])
    expect(report).toMatchObject({
      files: 1,
      pages: 5,
      placed: [
        { form: 'f09', objectId: one.minutes, pages: [1, 2] },
        { form: 'f10', objectId: one.agreement, pages: [1, 2, 3] },
      ],
      missing: [],
      double: [],
      outdated: [],
      foreign: [],
      loose: 0,
      broken: [],
      again: [],
    })
    expect(
      (await list()).map(({ filePage, form, page, state, readBy }) => [
        filePage,
        form,
        page,
        state,
        readBy,
      ]),
    ).toEqual([
      [1, 'f10', 3, 'placed', 'code'],
      [2, 'f09', 2, 'placed', 'code'],
      [3, 'f10', 1, 'placed', 'code'],
      [4, 'f10', 2, 'placed', 'code'],
      [5, 'f09', 1, 'placed', 'code'],
    ])
    expect(auditRows(centre).slice(before)).toEqual([
      { operation: 'scans.drop', kind: 'case', id: one.caseId },
    ])
    const { timeline, attachments } = await centre.as.head.cases.get({ id: one.caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'scansFiled',
      details: { name: '卷宗.pdf', pages: 5, placed: 5 },
    })
    expect(attachments).toMatchObject([{ kind: 'signedScan', name: '卷宗.pdf' }])
  })

  it('names missing, double and outdated pages, and papers left out of the stack', async () => {
    await printed(centre, one.caseId, { form: 'f10', objectId: one.agreement }, 3)
    const report = await drop([
      sent('一.jpg', toJpeg(await scanOf({ form: 'f10', page: 1, version: 2 }), 60)),
      sent('二.jpg', toJpeg(turned(await scanOf({ form: 'f10', page: 1, version: 2 }), 180), 60)),
      sent('三.jpg', toJpeg(await scanOf({ form: 'f10', page: 2, version: 1 }), 60)),
    ])
    const agreement = { form: 'f10', objectId: one.agreement }
    expect(report).toMatchObject({
      placed: [{ ...agreement, pages: [1, 2] }],
      missing: [{ ...agreement, pages: [2, 3] }],
      double: [{ ...agreement, pages: [1] }],
      outdated: [{ ...agreement, version: 1, pages: [2] }],
    })
    expect((await list()).map(({ double, outdated, turn }) => [double, outdated, turn])).toEqual([
      [true, false, 0],
      [true, false, 180],
      [false, true, 0],
    ])
    // The minutes lie between the application and the agreement, and nobody has scanned them.
    const { objectId } = await centre.as.mediator.sheets.add({ caseId: one.caseId, form: 'f13' })
    await printed(centre, one.caseId, { form: 'f13', objectId }, 1)
    await printed(centre, one.caseId, { form: 'f03', objectId: one.caseId }, 1)
    const [first, last] = [
      codeOf({ caseNumber: one.caseNumber, form: 'f03', object: objectMark(one.caseId), pages: 1 }),
      codeOf({ caseNumber: one.caseNumber, form: 'f13', object: objectMark(objectId), pages: 1 }),
    ]
    const images = [
      shrunk(await paperPage({ lines: 4, code: first }), 2),
      shrunk(await paperPage({ lines: 4, code: last }), 2),
    ]
    const stack = await drop([sent('卷.pdf', await scanPdf(images))])
    expect(stack.placed.map(({ form }) => form)).toEqual(['f03', 'f13'])
    expect(stack.missing).toMatchObject([{ form: 'f09', pages: [1, 2] }, agreement])
  })

  it('tells a file that was here already and keeps it once', async () => {
    const file = sent('协议.jpg', toJpeg(await scanOf({ form: 'f10', page: 1 }), 60))
    await drop([file])
    const [before, rows] = [wholeStore(centre), await list()]
    const report = await drop([file, { ...file, name: '另一个名字.jpg' }])
    expect(report).toMatchObject({ again: ['协议.jpg', '另一个名字.jpg'], placed: [], pages: 0 })
    expect(wholeStore(centre)).toEqual(before)
    expect(await list()).toEqual(rows)
  })

  it('takes up a file that was added as an attachment before, without keeping it twice', async () => {
    const bytes = toJpeg(await scanOf({ form: 'f10', page: 1 }), 60)
    const id = await keepAsAttachment(bytes)
    const report = await drop([sent('协议.jpg', bytes)])
    expect(report).toMatchObject({ again: [], placed: [{ form: 'f10', pages: [1] }] })
    expect((await list()).map(({ attachmentId }) => attachmentId)).toEqual([id])
  })

  it('keeps nothing of other cases and names them', async () => {
    const other = { ...one, caseNumber: 'MT-2019-000777' }
    const mixed = sent(
      '混.pdf',
      await scanPdf([
        await scanOf({ form: 'f10', page: 1, of: other }),
        await scanOf({ form: 'f10', page: 2 }),
      ]),
    )
    const report = await drop([mixed])
    expect(report).toMatchObject({
      pages: 2,
      placed: [{ form: 'f10', pages: [2] }],
      foreign: [{ fileName: '混.pdf', filePage: 1, caseNumber: 'MT-2019-000777' }],
    })
    const [row] = await list()
    expect(row).toMatchObject({ filePage: 1, page: 2 })
    const { base64 } = await centre.as.mediator.attachments.view({ id: row?.attachmentId ?? '' })
    const kept = Buffer.from(base64, 'base64')
    expect(await codesIn(kept, 'application/pdf')).toEqual([`${one.caseNumber} 2 0`])
    // What was left out is left out the second time too, and the rest is known.
    expect(await drop([mixed])).toMatchObject({ again: ['混.pdf'], foreign: [{ filePage: 1 }] })

    const before = wholeStore(centre)
    const foreign = toJpeg(await scanOf({ form: 'f09', page: 1, of: other }), 60)
    expect(await drop([sent('别人的.jpg', foreign)])).toMatchObject({
      foreign: [{ fileName: '别人的.jpg', filePage: 1 }],
      placed: [],
      loose: 0,
    })
    expect(wholeStore(centre)).toEqual(before)
  })

  it('keeps of an image with two pages the half that belongs here', async () => {
    const other = { ...one, caseNumber: 'MT-2019-000777' }
    const pages = [
      await pageOf({ form: 'f10', page: 1 }),
      await pageOf({ form: 'f10', page: 2, of: other }),
    ] as const
    const image = turned(twoUp(pages, 'beside', { dpi: 200 }), 270)
    const report = await drop([sent('两页.jpg', toJpeg(image, 60))])
    expect(report).toMatchObject({ placed: [{ pages: [1] }], foreign: [{ filePage: 1 }] })
    const [row] = await list()
    expect(row).toMatchObject({ part: 'whole', turn: 0, page: 1 })
    const { base64, mediaType } = await centre.as.mediator.attachments.view({
      id: row?.attachmentId ?? '',
    })
    expect(mediaType).toBe('image/png')
    expect(await codesIn(Buffer.from(base64, 'base64'), 'image/png')).toEqual([
      `${one.caseNumber} 1 0`,
    ])
  })

  it('lays blank sides aside and leaves pages without a code to a person', async () => {
    const pdf = await scanPdf([
      await scanOf({ form: 'f10', page: 1 }),
      await blank(),
      await bare(),
      // A page of a paper of this case that is in no list.
      await scanOf({ form: 'f10', page: 1, of: { ...one, agreement: one.caseId } }),
    ])
    expect(await drop([sent('双面.pdf', pdf)])).toMatchObject({ pages: 4, blank: 1, loose: 2 })
    expect((await list()).map(({ state }) => state)).toEqual([
      'placed',
      'setAside',
      'loose',
      'loose',
    ])
  })

  it('tells which files cannot be read and why, and files the others', async () => {
    const page = await scanOf({ form: 'f10', page: 1 })
    const good = toJpeg(page, 60)
    const report = await drop([
      sent('表.docx', Buffer.from('PK-no-scan')),
      sent('坏.pdf', Buffer.from('%PDF-1.7\nnothing')),
      sent('断.jpg', good.subarray(0, 300)),
      sent('锁.pdf', await scanPdf([page], { password: 'secret' })),
      sent('大.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20 * 1024 * 1024)])),
      sent('好.jpg', good),
    ])
    expect(report.broken).toEqual([
      { fileName: '表.docx', why: 'kind' },
      { fileName: '坏.pdf', why: 'damaged' },
      { fileName: '断.jpg', why: 'damaged' },
      { fileName: '锁.pdf', why: 'locked' },
      { fileName: '大.pdf', why: 'tooLarge' },
    ])
    expect(report).toMatchObject({ files: 6, placed: [{ form: 'f10', pages: [1] }] })
  })

  it('wants a reason after closing, and the pages and the time line carry it', async () => {
    const caseId = await visitedCase(centre)
    const { caseNumber, agreements } = await centre.as.head.cases.get({ id: caseId })
    const agreement = agreements[0]?.id ?? ''
    await printed(centre, caseId, { form: 'f10', objectId: agreement }, 3)
    const early = toJpeg(await bare(), 60)
    await drop([sent('早.jpg', early)], caseId)
    await centre.as.head.dossiers.close({ caseId, reason: '先归档，材料随后补' })
    const [old] = await centre.as.mediator.scans.list({ caseId })
    const page = await scanOf({ form: 'f10', page: 1, of: { ...one, caseNumber, agreement } })
    const files = [sent('补.jpg', toJpeg(page, 60))]
    const { mediator } = centre.as
    const before = wholeStore(centre)
    for (const lateReason of [undefined, '  '])
      expect(
        await refusalCode(
          mediator.scans.drop({ caseId, files, ...(lateReason && { lateReason }) }),
        ),
      ).toBe('scans.lateReasonRequired')
    expect(await refusalCode(mediator.scans.add({ caseId }))).toBe('scans.lateReasonRequired')
    expect(wholeStore(centre)).toEqual(before)

    await mediator.scans.drop({ caseId, files, lateReason: '当事人今天才交回' })
    const late = (await mediator.scans.list({ caseId })).find(({ id }) => id !== old?.id)
    expect(late).toMatchObject({ lateReason: '当事人今天才交回', state: 'placed' })
    expect(old?.lateReason).toBeUndefined()
    const { timeline } = await centre.as.head.cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'scansFiled',
      details: { reason: '当事人今天才交回' },
    })
    expect(await scanSheets(centre.store().db, caseId)).toMatchObject([{ page: 1, late: true }])
    // What lay there at closing stays as it was.
    const scanIds = [old?.id ?? '']
    const hand = { scanIds, form: 'f05', objectId: caseId, page: 1 }
    expect(await refusalCode(mediator.scans.place(hand))).toBe('dossiers.closed')
    expect(await refusalCode(mediator.scans.setState({ scanIds, state: 'setAside' }))).toBe(
      'dossiers.closed',
    )
    await mediator.scans.place({ ...hand, scanIds: [late?.id ?? ''] })
  })

  it('is for whoever works on the case; what scans show is for readers of its content', async () => {
    const file = sent('协议.jpg', toJpeg(await scanOf({ form: 'f10', page: 1 }), 60))
    await drop([file])
    const [scan] = await list()
    const { otherMediator, receptionist, head } = centre.as
    const { caseId } = one
    const scanId = scan?.id ?? ''
    for (const client of [otherMediator, receptionist]) {
      expect(await refusalCode(client.scans.drop({ caseId, files: [file] }))).toBe('cases.notYours')
      expect(await refusalCode(client.scans.add({ caseId }))).toBe('cases.notYours')
      expect(await refusalCode(client.scans.list({ caseId }))).toBe('cases.notReadable')
      expect(await refusalCode(client.scans.image({ scanId, width: 300 }))).toBe(
        'cases.notReadable',
      )
      expect(await refusalCode(client.scans.turn({ scanId, by: 90 }))).toBe('cases.notYours')
      expect(await refusalCode(client.scans.setState({ scanIds: [scanId], state: 'loose' }))).toBe(
        'cases.notYours',
      )
      expect(
        await refusalCode(
          client.scans.place({ scanIds: [scanId], form: 'f05', objectId: caseId, page: 1 }),
        ),
      ).toBe('cases.notYours')
    }
    expect(await head.scans.list({ caseId })).toHaveLength(1)
    expect((await head.scans.image({ scanId, width: 300 })).base64).not.toBe('')
  })
})

/** As attachments were kept before scans were read. */
async function keepAsAttachment(bytes: Uint8Array): Promise<string> {
  const { db } = centre.store()
  return db
    .transaction()
    .execute((tx) =>
      addAttachment(
        { tx, actor: { userId: centre.ids.mediator, role: 'mediator' }, now: centre.clock.now() },
        { caseId: one.caseId, kind: 'signedScan', name: '先前.jpg', bytes },
      ),
    )
}
