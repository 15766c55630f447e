import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '#db/domain/dossier/examine.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { nationalPack } from '#db/queries/dossier-archive.ts'
import { dossierRecord } from '#db/services/dossier-record.ts'
import { packOf } from '#ipc/dossier/rule-pack.ts'
import { body, openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { previewText } from '#tests/support/docx-text.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { completeVolume, printed, scanned, visitedCase } from '#tests/support/volume-case.ts'
import {
  allSignatures,
  approvedAgreement,
  assignedCase,
  heldCase,
} from '#tests/support/wage-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const get = (caseId: string) => centre.as.mediator.dossiers.get({ caseId })
const agreementRows = async (caseId: string) =>
  (await get(caseId)).papers.filter(({ form }) => form === 'f10')

const recordOf = async (caseId: string) => {
  const pack = packOf(centre.core, nationalPack)
  const asking = { db: centre.store().db, now: centre.clock.now() }
  const record = await dossierRecord(asking, caseId, pack)
  if (!record) throw new Error('no such case')
  return { ...record, pack }
}

/** Signed, then corrected, and the correction signed too. */
async function correctedCase() {
  const { mediator, head } = centre.as
  const caseId = await visitedCase(centre)
  const [first] = (await mediator.cases.get({ id: caseId })).agreements
  const oldId = first?.id ?? ''
  await scanned(centre, caseId, { form: 'f10', objectId: oldId })
  const { db } = centre.store()
  const setStatus = (status: 'effective' | 'toArchive') =>
    db.updateTable('cases').set({ status }).where('id', '=', caseId).execute()
  await setStatus('effective')
  const { id } = await mediator.agreements.revise({ id: oldId })
  const { revision } = await mediator.agreements.get({ id })
  await mediator.agreements.submit({ id, revision })
  await head.agreements.approve({ id, revision })
  await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
  await setStatus('toArchive')
  return { caseId, oldId, newId: id }
}

describe('listDossierPapers', () => {
  it('keeps the signed original behind the correction that took its place', async () => {
    const { caseId, oldId, newId } = await correctedCase()
    const rows = await agreementRows(caseId)
    expect(rows.map(({ objectId, state, signed }) => [objectId, state, signed])).toEqual([
      [newId, 'there', true],
      [oldId, 'there', true],
    ])
    expect(rows.map(({ subtitle }) => subtitle)).toEqual([undefined, '第1版，已由新版本代替'])
    const plan = await centre.as.mediator.volumes.plan({ caseId })
    const planned = plan.parts.filter(({ form }) => form === 'f10')
    expect(planned.map(({ objectId, copies }) => [objectId, copies > 0])).toEqual([
      [newId, true],
      [oldId, false],
    ])
  })

  it('has nothing against the original in a volume that is complete', async () => {
    const { caseId, oldId } = await correctedCase()
    await completeVolume(centre, caseId)
    const { dossier, pack } = await recordOf(caseId)
    const kept = dossier.papers.find(({ objectId }) => objectId === oldId)
    expect(kept).toMatchObject({ superseded: true, isFinal: true })
    const today = localDateOf(centre.clock.now())
    expect(examine(dossier, pack, today, centre.core.calendar)).toEqual([])
  })

  it('leaves out a replaced version that nobody signed', async () => {
    const { mediator, head } = centre.as
    const caseId = await heldCase(centre)
    const first = await approvedAgreement(centre, caseId)
    const { id } = await mediator.agreements.revise({ id: first.id })
    const { revision } = await mediator.agreements.get({ id })
    await mediator.agreements.submit({ id, revision })
    await head.agreements.approve({ id, revision })
    expect((await agreementRows(caseId)).map(({ objectId }) => objectId)).toEqual([id])
  })
})

describe('casePaper', () => {
  const key = (caseId: string) => ({ form: 'f17', objectId: caseId })
  const rename = (fullName: string) =>
    centre.as.administrator.settings.saveBody({ ...body, fullName })

  it('says of a closed dossier what was printed, whatever the centre is called since', async () => {
    const { mediator } = centre.as
    const caseId = await visitedCase(centre)
    await mediator.papers.print({ ...key(caseId), copies: 1 })
    await completeVolume(centre, caseId)
    const { db } = centre.store()
    // `completeVolume` only notes a version; what is kept is the paper itself.
    await mediator.papers.print({ ...key(caseId), copies: 1 })
    await centre.as.head.dossiers.close({ caseId, reason: '已经核对' })
    const before = await previewText(mediator, key(caseId))
    expect(before).toContain(body.fullName)
    const row = async () => (await get(caseId)).papers.find(({ form }) => form === 'f17')
    const version = (await row())?.version
    await rename('新云溪调解中心')
    try {
      const after = await previewText(mediator, key(caseId))
      expect(after).toBe(before)
      await mediator.papers.print({ ...key(caseId), copies: 1 })
      expect(await row()).toMatchObject({ version, changedSince: false })
      const open = await assignedCase(centre)
      expect(await previewText(mediator, key(open))).toContain('新云溪调解中心')
      await db.updateTable('cases').set({ status: 'mediating' }).where('id', '=', caseId).execute()
      expect(await previewText(mediator, key(caseId))).toContain('新云溪调解中心')
    } finally {
      await rename(body.fullName)
    }
  })

  it('shows what was written after the last print, printed or not', async () => {
    const { mediator } = centre.as
    const caseId = await visitedCase(centre)
    await completeVolume(centre, caseId)
    const visit = { form: 'f13', objectId: caseId } as const
    await mediator.papers.print({ ...visit, copies: 1 })
    centre.clock.pass(1000)
    const { words, revision } = await mediator.sheets.get(visit)
    const fields = { ...words.fields, '回访.被访人': '张三（电话）' }
    await mediator.sheets.save({ ...visit, words: { ...words, fields }, revision })
    await centre.as.head.dossiers.close({ caseId, reason: '已经核对' })
    expect(await previewText(mediator, visit)).toContain('张三（电话）')
  })
})

describe('paperOf', () => {
  it('takes for the day of signing that on which the signed version was printed', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const key = { form: 'f06', objectId: caseId }
    const dateOf = async () =>
      (await recordOf(caseId)).dossier.papers.find(({ formId }) => formId === 'f06')?.date
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
    await printed(centre, caseId, key)
    centre.clock.setWall('2026-11-23T03:15:04.123Z')
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    // Placed by hand: nobody knows of which version.
    await scanned(centre, caseId, key)
    expect(await dateOf()).toBe(localDate('2026-11-22'))
    centre.clock.setWall('2026-11-26T03:15:04.123Z')
    await printed(centre, caseId, key)
    expect(await dateOf()).toBe(localDate('2026-11-22'))
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    expect(await dateOf()).toBe(localDate('2026-11-26'))
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
  })
})

describe('dossiers.confirmSigned', () => {
  it('leaves a trace each time that another version is confirmed', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const key = { form: 'f03', objectId: caseId }
    const traces = async () =>
      (await mediator.cases.get({ id: caseId })).timeline.filter(
        ({ kind }) => kind === 'paperConfirmed',
      ).length
    await printed(centre, caseId, key)
    centre.clock.pass(1000)
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    expect(await traces()).toBe(1)
    centre.clock.pass(1000)
    await printed(centre, caseId, key)
    centre.clock.pass(1000)
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    expect(await traces()).toBe(2)
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    expect(await traces()).toBe(2)
  })

  it('is for the window only of papers that it may read', async () => {
    const { receptionist, mediator } = centre.as
    const caseId = await heldCase(centre)
    const minutes = (await get(caseId)).papers.find(({ form }) => form === 'f09')
    const key = { form: 'f09', objectId: minutes?.objectId ?? '' }
    expect(await refusalCode(receptionist.dossiers.confirmSigned({ ...key, signed: true }))).toBe(
      'cases.notReadable',
    )
    await mediator.dossiers.confirmSigned({ ...key, signed: true })
    expect(await refusalCode(receptionist.dossiers.confirmSigned({ ...key, signed: false }))).toBe(
      'cases.notReadable',
    )
    await receptionist.dossiers.confirmSigned({ form: 'f03', objectId: caseId, signed: true })
    expect((await get(caseId)).papers.find(({ form }) => form === 'f03')?.signed).toBe(true)
  })
})

describe('dossiers.get', () => {
  it('suggests no retention to the window, since that tells of the settlement', async () => {
    const caseId = await visitedCase(centre)
    expect(await get(caseId)).toHaveProperty('suggestedRetention', 'short')
    expect(await centre.as.receptionist.dossiers.get({ caseId })).not.toHaveProperty(
      'suggestedRetention',
    )
  })
})
