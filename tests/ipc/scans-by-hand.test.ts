import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { scanSheets } from '#ipc/scan/scan-sheets.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { toJpeg } from '#tests/support/scan/jpeg.ts'
import { paperPage } from '#tests/support/scan/paper-page.ts'
import { toPng } from '#tests/support/scan/png.ts'
import {
  bare,
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
import { printed } from '#tests/support/volume-case.ts'
import { heldCase } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

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

const sizeOf = (base64: string) => {
  const png = Buffer.from(base64, 'base64')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

describe('attachments.add', () => {
  it('makes the pages of an added file known to the volume', async () => {
    const { mediator } = centre.as
    const folder = mkdtempSync(join(tmpdir(), 'tanxin-scans-'))
    const [page, photo] = [join(folder, '协议.jpg'), join(folder, '身份证.jpg')]
    writeFileSync(page, toJpeg(await scanOf({ form: 'f10', page: 2 }), 60))
    writeFileSync(photo, toJpeg(await bare(), 60))
    centre.host.files = [page]
    await mediator.attachments.add({
      caseId: one.caseId,
      agreementId: one.agreement,
      kind: 'signedScan',
    })
    centre.host.files = [photo, photo]
    await mediator.attachments.add({ caseId: one.caseId, kind: 'identity' })
    rmSync(folder, { recursive: true })
    expect((await list()).map(({ state, page: number }) => [state, number])).toEqual([
      ['placed', 2],
      ['loose', undefined],
    ])
  })
})

describe('scans.image', () => {
  it('shows a page upright, as wide as asked, also when it is half of an image', async () => {
    const pages = [
      await pageOf({ form: 'f10', page: 1 }),
      await pageOf({ form: 'f10', page: 2 }),
    ] as const
    const image = turned(twoUp(pages, 'beside', { dpi: 200 }), 90)
    await drop([sent('两页.pdf', await scanPdf([image], { dpi: 200, quality: 80 }))])
    const rows = await list()
    expect(rows).toMatchObject([
      { part: 'top', turn: 270, page: 1 },
      { part: 'bottom', turn: 270, page: 2 },
    ])
    for (const [index, { id }] of rows.entries()) {
      const { base64 } = await centre.as.mediator.scans.image({ scanId: id, width: 1200 })
      const { width, height } = sizeOf(base64)
      expect(width).toBeLessThanOrEqual(1200)
      expect(width).toBeGreaterThan(1190)
      expect(height / width).toBeCloseTo(297 / 210, 1)
      expect(await codesIn(Buffer.from(base64, 'base64'), 'image/png')).toEqual([
        `${one.caseNumber} ${index + 1} 0`,
      ])
    }
    // Turned by hand it is drawn anew.
    const scanId = rows[0]?.id ?? ''
    await centre.as.mediator.scans.turn({ scanId, by: 90 })
    const { base64 } = await centre.as.mediator.scans.image({ scanId, width: 1200 })
    expect(sizeOf(base64).width).toBeGreaterThan(sizeOf(base64).height)
    expect((await list())[0]).toMatchObject({ turn: 0, state: 'placed' })
  })

  it('draws a photo as the camera was held, and never larger than it is', async () => {
    const photo = toJpeg(turned(await bare(), 270), 60, 6)
    await drop([sent('照片.jpg', photo)])
    const [row] = await list()
    expect(row).toMatchObject({ state: 'loose', turn: 90 })
    const { base64 } = await centre.as.mediator.scans.image({ scanId: row?.id ?? '', width: 2400 })
    expect(sizeOf(base64)).toEqual({ width: 1240, height: 1754 })
  })
})

describe('scans.place', () => {
  const looseOnes = async (count: number) => {
    const small = { width: 50, height: 70, lines: 2 }
    const files = Array.from({ length: count }, async (_, index) =>
      sent(`${index + 1}.png`, toPng(await paperPage({ ...small, seed: index + 1 }))),
    )
    await drop(await Promise.all(files))
    return (await list()).map(({ id }) => id)
  }

  it('lays consecutive pages by hand, of the version last printed', async () => {
    const scanIds = await looseOnes(3)
    const { mediator } = centre.as
    const agreement = { form: 'f10', objectId: one.agreement }
    const order = [scanIds[2], scanIds[0], scanIds[1]].map((id) => id ?? '')
    await mediator.scans.place({ scanIds: order, ...agreement, page: 1 })
    expect((await list()).map(({ page, version, readBy }) => [page, version, readBy])).toEqual([
      [2, 1, 'hand'],
      [3, 1, 'hand'],
      [1, 1, 'hand'],
    ])
    await mediator.scans.setState({ scanIds: [order[0] ?? ''], state: 'loose' })
    const back = (await list())[2]
    expect(back).toMatchObject({ state: 'loose' })
    expect(back).not.toHaveProperty('page')
    await mediator.scans.setState({ scanIds: order, state: 'setAside' })
    expect(await scanSheets(centre.store().db, one.caseId)).toEqual([])
  })

  it('takes any number of pages for papers that are made of scans', async () => {
    const scanIds = await looseOnes(2)
    const { mediator, head } = centre.as
    const { partyRecords } = await mediator.cases.get({ id: one.caseId })
    const party = partyRecords[0]?.id ?? ''
    await mediator.scans.place({ scanIds, form: 'f05', objectId: party, page: 1 })
    const rows = await list()
    expect(rows.map(({ page, title }) => [page, title])).toEqual([
      [1, '当事人身份证明（张三）'],
      [2, '当事人身份证明（张三）'],
    ])
    expect(rows[0]).not.toHaveProperty('version')
    const { attachments } = await head.cases.get({ id: one.caseId })
    expect(attachments.map(({ kind }) => kind)).toEqual(['identity', 'identity'])
    await mediator.scans.place({ scanIds, form: 'f08', objectId: one.caseId, page: 1 })
    await mediator.scans.place({ scanIds, form: 'other', objectId: one.caseId, page: 1 })
    const { papers } = await mediator.dossiers.get({ caseId: one.caseId })
    expect(papers.find(({ form }) => form === 'other')).toMatchObject({ scans: { pages: [1, 2] } })
  })

  it('refuses what cannot lie in this volume, and pages of two cases at once', async () => {
    const scanIds = await looseOnes(1)
    const { mediator } = centre.as
    const before = wholeStore(centre)
    for (const target of [
      { form: 'f09', objectId: one.agreement },
      { form: 'f10', objectId: one.caseId },
      { form: 'nonsense', objectId: one.caseId },
    ])
      expect(await refusalCode(mediator.scans.place({ scanIds, ...target, page: 1 }))).toBe(
        'scans.unknownPaper',
      )
    expect(
      await refusalCode(mediator.scans.setState({ scanIds: [one.caseId], state: 'loose' })),
    ).toBe('scans.notFound')
    expect(wholeStore(centre)).toEqual(before)
    const otherCase = await heldCase(centre)
    await drop([sent('别案.jpg', toJpeg(await bare(), 50))], otherCase)
    const [theirs] = await mediator.scans.list({ caseId: otherCase })
    const both = [...scanIds, theirs?.id ?? '']
    expect(await refusalCode(mediator.scans.setState({ scanIds: both, state: 'setAside' }))).toBe(
      'scans.notFound',
    )
  })
})

describe('scanSheets', () => {
  it('gives of each page the scan that came last, and none of an older version', async () => {
    await printed(centre, one.caseId, { form: 'f10', objectId: one.agreement }, 3)
    const first = toJpeg(await scanOf({ form: 'f10', page: 1, version: 2 }), 60)
    const second = toJpeg(await scanOf({ form: 'f10', page: 1, version: 2 }), 70)
    await drop([sent('一.jpg', first)])
    await drop([sent('旧.jpg', toJpeg(await scanOf({ form: 'f10', page: 2, version: 1 }), 60))])
    await drop([sent('二.jpg', second)])
    const pdf = await scanPdf([await bare(), await scanOf({ form: 'f09', page: 1 })])
    await drop([sent('笔录.pdf', pdf)])
    const sheets = await scanSheets(centre.store().db, one.caseId)
    expect(sheets.map(({ form, page, version }) => [form, page, version])).toEqual([
      ['f09', 1, 1],
      ['f10', 1, 2],
    ])
    expect(await sheets[0]?.image()).toEqual({ pdf, filePage: 2 })
    expect(await sheets[1]?.image()).toEqual({ bytes: Buffer.from(second), type: 'jpeg' })
  })
})
