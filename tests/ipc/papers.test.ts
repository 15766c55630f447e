import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
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
const textOfPreview = (base64: string) =>
  Buffer.from(base64, 'base64')
    .toString('utf8')
    .replaceAll(/<[^>]+>/g, '')

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
    const printed = centre.host.printed.at(-1)
    expect(printed).toMatchObject({ copies: 3 })
    expect(printed?.text).toBe(Buffer.from(base64, 'base64').toString('utf8'))
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

  it('tells when there is no printer, and when the person thought better of it', async () => {
    const { receptionist } = centre.as
    const caseId = await assignedCase(centre)
    const print = () => receptionist.papers.print({ form: 'receipt', objectId: caseId, copies: 1 })
    centre.host.outcome = { printed: false, why: 'noPrinter' }
    expect(await refusalCode(print())).toBe('papers.noPrinter')
    centre.host.outcome = { printed: false, why: 'cancelled' }
    expect(await print()).toEqual({ printed: false })
    centre.host.outcome = { printed: true }
    expect(await print()).toEqual({ printed: true })
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
