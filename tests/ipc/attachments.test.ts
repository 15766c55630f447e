import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { approvedAgreement, assignedCase, heldCase } from '#tests/support/wage-case.ts'
import { auditRows, wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
let caseId: string
beforeAll(async () => {
  centre = await openCentre()
  caseId = await assignedCase(centre)
})
afterAll(() => centre.close())

const heads = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  pdf: [0x25, 0x50, 0x44, 0x46],
}
const file = (name: string, bytes: Uint8Array) => {
  const path = join(centre.core.dir, '..', name)
  writeFileSync(path, bytes)
  return path
}
const bytesOf = (kind: keyof typeof heads, size: number) =>
  Buffer.concat([Buffer.from(heads[kind]), randomBytes(size - heads[kind].length)])

describe('attachments.add', () => {
  const megabyte = 1024 * 1024
  const sizes = [4, 1000, megabyte - 1, megabyte, megabyte + 1, 3 * megabyte + 7]
  it.each(sizes)('keeps %i bytes so that they come back to the last one', async (size) => {
    const { mediator } = centre.as
    const bytes = bytesOf('pdf', size)
    centre.host.files = [file(`扫描${size}.pdf`, bytes)]
    expect(await mediator.attachments.add({ caseId, kind: 'evidence' })).toMatchObject({
      added: [`扫描${size}.pdf`],
    })
    const { attachments } = await mediator.cases.get({ id: caseId })
    const added = attachments.find(({ name }) => name === `扫描${size}.pdf`)
    expect(added).toMatchObject({ size, mediaType: 'application/pdf', kind: 'evidence' })
    const viewed = await mediator.attachments.view({ id: added?.id ?? '' })
    expect(Buffer.from(viewed.base64, 'base64').equals(bytes)).toBe(true)
  })

  it('tells what a file is by its bytes and refuses what is no scan', async () => {
    const { mediator } = centre.as
    centre.host.files = [file('名字不对.png', bytesOf('jpg', 50))]
    await mediator.attachments.add({ caseId, kind: 'identity' })
    const { attachments } = await mediator.cases.get({ id: caseId })
    expect(attachments.find(({ name }) => name === '名字不对.png')?.mediaType).toBe('image/jpeg')

    const before = wholeStore(centre)
    centre.host.files = [file('其实是程序.pdf', Buffer.from('MZ-program'))]
    expect(await refusal(mediator.attachments.add({ caseId, kind: 'other' }))).toMatchObject({
      code: 'papers.attachmentKind',
      details: { name: '其实是程序.pdf' },
    })
    centre.host.files = [file('太大.pdf', bytesOf('pdf', 20 * megabyte + 1))]
    expect(await refusalCode(mediator.attachments.add({ caseId, kind: 'other' }))).toBe(
      'papers.attachmentTooLarge',
    )
    centre.host.files = []
    expect(await mediator.attachments.add({ caseId, kind: 'other' })).toEqual({
      added: [],
      ids: [],
    })
    expect(wholeStore(centre)).toEqual(before)
  })

  it('writes one audit row and one line of the time line for each file', async () => {
    const before = auditRows(centre).length
    centre.host.files = [file('一.png', bytesOf('png', 20)), file('二.png', bytesOf('png', 20))]
    await centre.as.mediator.attachments.add({ caseId, kind: 'other' })
    expect(auditRows(centre).slice(before)).toEqual([
      { operation: 'attachments.add', kind: 'case', id: caseId },
      { operation: 'attachments.add', kind: 'case', id: caseId },
    ])
    const { timeline } = await centre.as.head.cases.get({ id: caseId })
    expect(timeline.slice(0, 2).map(({ kind }) => kind)).toEqual([
      'attachmentAdded',
      'attachmentAdded',
    ])
  })

  it('puts the scan of a signed paper to its agreement, and to no agreement of another case', async () => {
    const { mediator } = centre.as
    const other = await heldCase(centre)
    const { id } = await approvedAgreement(centre, other)
    centre.host.files = [file('签字页.pdf', bytesOf('pdf', 30))]
    await mediator.attachments.add({ caseId: other, agreementId: id, kind: 'signedScan' })
    expect((await mediator.agreements.get({ id })).scans).toMatchObject([{ name: '签字页.pdf' }])
    expect(
      await refusalCode(mediator.attachments.add({ caseId, agreementId: id, kind: 'signedScan' })),
    ).toBe('agreements.notFound')
  })
})
