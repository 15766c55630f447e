import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierRules } from '#db/domain/dossier/rules.ts'
import { localDate } from '#db/domain/local-date.ts'
import { listDossierPapers } from '#db/queries/dossier-papers.ts'
import { openCentre, staff, type StaffedCentre } from '#tests/support/centre.ts'
import { previewText } from '#tests/support/docx-text.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import {
  archiveWords,
  completeVolume,
  failedCase,
  printed,
  scanned,
  visitedCase,
} from '#tests/support/volume-case.ts'
import {
  approvedAgreement,
  assignedCase,
  heldCase,
  openSession,
  wageForm,
} from '#tests/support/wage-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const get = (caseId: string) => centre.as.mediator.dossiers.get({ caseId })
const states = async (caseId: string) =>
  (await get(caseId)).papers.map(({ form, state }) => `${form} ${state}`)
const found = async (caseId: string) =>
  (await get(caseId)).findings.map(({ ruleId, rule }) => `${ruleId} ${rule}`)

describe('listDossierPapers', () => {
  it('has of a registered case what its registration makes, and names what is missing', async () => {
    const caseId = await assignedCase(centre)
    expect(await states(caseId)).toEqual([
      'f00 there',
      'f01 there',
      'f02 optional',
      'f03 there',
      'f04 missing',
      'f05 missing',
      'f05 missing',
      'f06 optional',
      'f07 optional',
      'f08-list optional',
      'f08 optional',
      'f12 optional',
      'f13 optional',
      'f17 optional',
      'other optional',
      'f15 optional',
      'f16 there',
    ])
    const today = localDate('2026-11-22')
    expect(await listDossierPapers(centre.store().db, centre.ids.head, today)).toEqual([])
  })

  it('has an open session as a draft and an ended one as minutes', async () => {
    const caseId = await assignedCase(centre)
    await openSession(centre, caseId)
    expect(await states(caseId)).toContain('f09 draft')
    expect(await states(await heldCase(centre))).toContain('f09 there')
  })

  it('has the agreement that binds, and a correction beside it as a draft', async () => {
    const caseId = await visitedCase(centre)
    const { agreements } = await centre.as.mediator.cases.get({ id: caseId })
    const [signed] = agreements
    await centre
      .store()
      .db.updateTable('cases')
      .set({ status: 'effective' })
      .where('id', '=', caseId)
      .execute()
    await centre.as.mediator.agreements.revise({ id: signed?.id ?? '' })
    const rows = (await get(caseId)).papers.filter(({ form }) => form === 'f10')
    expect(rows.map(({ state, objectId, signed: all }) => [state, objectId, all])).toEqual([
      ['there', signed?.id, true],
      ['draft', expect.any(String), false],
    ])
  })

  it('takes out what was removed and shows each further sheet', async () => {
    const caseId = await assignedCase(centre)
    const { sheets } = centre.as.mediator
    const [first, second] = [
      await sheets.add({ caseId, form: 'f07' }),
      await sheets.add({ caseId, form: 'f07' }),
    ]
    const rows = async () => (await get(caseId)).papers.filter(({ form }) => form === 'f07')
    expect((await rows()).map(({ objectId, state }) => [objectId, state])).toEqual([
      [first.objectId, 'there'],
      [second.objectId, 'there'],
    ])
    await sheets.remove({ form: 'f07', objectId: first.objectId })
    expect((await rows()).map(({ objectId }) => objectId)).toEqual([second.objectId])
    await sheets.remove({ form: 'f07', objectId: second.objectId })
    expect((await rows()).map(({ state }) => state)).toEqual(['optional'])
  })

  it('lies in the order of the pack that the dossier is kept by', async () => {
    const caseId = await assignedCase(centre)
    await centre.as.mediator.sheets.add({ caseId, form: 'f17' })
    const { revision } = (await get(caseId)).archive
    const place = async () => (await states(caseId)).indexOf('f17 there')
    expect(await place()).toBeGreaterThan(5)
    await centre.as.mediator.dossiers.saveArchive({
      caseId,
      ...archiveWords,
      packId: 'county-example',
      revision,
    })
    expect(await place()).toBe(2)
  })

  it('counts scans by page: there, missing, double, of an older version', async () => {
    const caseId = await heldCase(centre)
    const key = { form: 'f03', objectId: caseId }
    const first = await printed(centre, caseId, key, 3)
    await scanned(centre, caseId, key, { pages: 3, version: first })
    const second = await printed(centre, caseId, key, 3)
    await scanned(centre, caseId, key, { pages: 1, version: second })
    await scanned(centre, caseId, key, { pages: 1, version: second })
    const row = (await get(caseId)).papers.find(({ form }) => form === 'f03')
    expect(row).toMatchObject({
      version: 2,
      pages: 3,
      changedSince: true,
      scans: { pages: [1], missing: [2, 3], double: [1] },
    })
  })
})

describe('dossiers.get', () => {
  it('has nothing of binding against a case that goes on, and tells where each thing is mended', async () => {
    const caseId = await heldCase(centre)
    const { findings, closingRefused, isClosed, packs } = await get(caseId)
    expect(closingRefused).toBe('dossiers.notReady')
    expect(isClosed).toBe(false)
    expect(packs.map(({ id }) => id)).toContain('national')
    expect(findings.some(({ ruleId }) => ['V7-retention', 'V7-pages'].includes(ruleId))).toBe(false)
    const places = findings.map(({ ruleId, place }) => `${ruleId} ${place.to}`)
    expect(places).toContain('V2-identity scans')
    expect(places).toContain('V3-signatures paper')
    expect(places).toContain('V3-read-back session')
    for (const { rule, where, mend, source, pointName, ruleId } of findings) {
      for (const text of [rule, where, mend, source, pointName]) expect(text).not.toBe('')
      expect(Object.keys(dossierRules)).toContain(ruleId)
    }
  })

  it('finds nothing once everything was written, printed, signed and scanned', async () => {
    const caseId = await visitedCase(centre)
    expect((await found(caseId)).length).toBeGreaterThan(10)
    await completeVolume(centre, caseId)
    expect(await found(caseId)).toEqual([])
    const { closingRefused, suggestedRetention, fileNumber } = await get(caseId)
    expect({ closingRefused, suggestedRetention }).toEqual({ suggestedRetention: 'short' })
    expect(fileNumber).toMatch(/云人调字第\d+号/u)
  })

  it('finds a name, an ID number, a sum and a day that a sheet writes otherwise', async () => {
    const caseId = await visitedCase(centre)
    await completeVolume(centre, caseId)
    const { sheets } = centre.as.mediator
    const save = async (form: string, fields: Record<string, string>, lists = {}) => {
      const { revision } = await sheets.get({ form, objectId: caseId })
      await sheets.save({ form, objectId: caseId, words: { fields, lists }, revision })
    }
    await save('f12', { '收款.金额': '17,048.82', '收款.日期': '2026年11月22日' })
    await save('f13', { '回访.时间': '2026年11月20日 16:00', '回访.被访人': '张叁三' })
    await save('f02', {}, { 申请人: [{ '当事人.姓名': '张弎' }] })
    const all = await found(caseId)
    expect(all).toContainEqual(
      expect.stringMatching(/^V3-amounts-agree 履行凭证加起来 17,048.82 元/u),
    )
    expect(all).toContainEqual(expect.stringMatching(/^V3-date-order 回访/u))
    expect(all).toContainEqual(expect.stringContaining('张弎'))
    const { findings } = await get(caseId)
    const sum = findings.find(({ ruleId }) => ruleId === 'V3-amounts-agree')
    expect(sum?.place).toEqual({ to: 'sheet', form: 'f12', objectId: caseId })
  })

  it('finds that the parties were written otherwise when the minutes were made', async () => {
    const caseId = await heldCase(centre)
    const { partyRecords } = await centre.as.mediator.cases.get({ id: caseId })
    const parties = partyRecords.map(({ age: _age, ...party }) =>
      party.kind === 'person' ? { ...party, name: '张王' } : party,
    )
    await centre.as.mediator.cases.updateParties({ caseId, parties })
    const { findings } = await get(caseId)
    const name = findings.find(({ ruleId }) => ruleId === 'V3-names')
    expect(name?.rule).toContain('张三')
    expect(name?.place.to).toBe('session')
  })

  it('wants of a failed case its notice, and shows the window only what it registered', async () => {
    const caseId = await assignedCase(centre)
    await failedCase(centre, caseId)
    expect(await states(caseId)).toContain('f18 missing')
    const missing = (await get(caseId)).findings.find(({ ruleId }) => ruleId === 'V2-termination')
    expect(missing?.place).toEqual({ to: 'sheet', form: 'f18', objectId: caseId })
    const window = await centre.as.receptionist.dossiers.get({ caseId })
    expect(window.findings).toEqual([])
    expect(window.papers.map(({ form }) => form)).not.toContain('f09')
    expect(window.papers.map(({ form }) => form)).toContain('f03')
    expect(await refusalCode(centre.as.otherMediator.dossiers.get({ caseId }))).toBe(
      'cases.notReadable',
    )
  })

  it('gives the mediation the longer time that both sides agreed to', async () => {
    const caseId = await assignedCase(centre)
    const { mediator } = centre.as
    await mediator.cases.move({ caseId, event: 'takeOn' })
    const until = localDate('2027-01-31')
    const extend = { caseId, event: 'extend' as const, until, reason: '等鉴定' }
    expect(await refusal(mediator.cases.move({ ...extend, bothConsent: false }))).toMatchObject({
      code: 'cases.stepNotAllowed',
      reasons: [{ code: 'consentRequired' }],
    })
    await mediator.cases.move({ ...extend, bothConsent: true })
    const { deadlines } = await mediator.cases.get({ id: caseId })
    expect(deadlines).toMatchObject([{ ruleId: 'C3', raw: until }])
    const late = async (on: string) => {
      centre.clock.setWall(`${on}T03:15:04.123Z`)
      const all = (await found(caseId)).filter((each) => each.startsWith('V1-deadline'))
      centre.clock.setWall('2026-11-22T03:15:04.123Z')
      return all.length
    }
    expect(await late('2027-01-31')).toBe(0)
    expect(await late('2027-02-01')).toBe(1)
  })
})

describe('dossiers.confirmSigned', () => {
  it('is said and taken back, and once is enough', async () => {
    const caseId = await heldCase(centre)
    const { dossiers, cases } = centre.as.mediator
    const key = { form: 'f03', objectId: caseId }
    await dossiers.confirmSigned({ ...key, signed: true })
    await dossiers.confirmSigned({ ...key, signed: true })
    const row = async () => (await get(caseId)).papers.find(({ form }) => form === 'f03')
    expect(await row()).toMatchObject({ signed: true, wantsSigning: true })
    expect((await found(caseId)).some((each) => /登记人没有签字/u.test(each))).toBe(false)
    await dossiers.confirmSigned({ ...key, signed: false })
    expect(await row()).toMatchObject({ signed: false })
    const { timeline } = await cases.get({ id: caseId })
    const told = timeline.filter(({ kind }) => /^paper(Unc|C)onfirmed$/u.test(kind))
    expect(told.map(({ kind }) => kind)).toEqual(['paperUnconfirmed', 'paperConfirmed'])
  })

  it('holds of the version that was signed, not of one with other words that is printed later', async () => {
    const caseId = await visitedCase(centre)
    const { dossiers, sheets, papers } = centre.as.mediator
    const key = { form: 'f13', objectId: caseId } as const
    const isSigned = async () =>
      (await get(caseId)).papers.find(({ form }) => form === 'f13')?.signed
    const print = async () => {
      centre.clock.pass(1000)
      await papers.print({ ...key, copies: 1 })
    }
    const words = (name: string) => ({ fields: { '回访.被访人': name }, lists: {} })
    await sheets.save({ ...key, words: words('张三'), revision: 0 })
    await print()
    await dossiers.confirmSigned({ ...key, signed: true })
    await print()
    expect(await isSigned()).toBe(true)
    await sheets.save({ ...key, words: words('王五'), revision: 1 })
    await print()
    expect(await isSigned()).toBe(false)
    await dossiers.confirmSigned({ ...key, signed: true })
    expect(await isSigned()).toBe(true)
  })

  it('is refused for a draft, for what nobody signs and for what is not there', async () => {
    const caseId = await assignedCase(centre)
    const { id } = await openSession(centre, caseId)
    const confirm = (form: string, objectId: string) =>
      refusalCode(centre.as.mediator.dossiers.confirmSigned({ form, objectId, signed: true }))
    expect(await confirm('f09', id)).toBe('dossiers.notReady')
    expect(await confirm('f01', caseId)).toBe('dossiers.notFound')
    expect(await confirm('f13', centre.ids.head)).toBe('dossiers.notFound')
  })
})

describe('dossiers.saveArchive', () => {
  it('keeps one revision after another and no number twice', async () => {
    const [one, other] = [await assignedCase(centre), await assignedCase(centre)]
    const { dossiers } = centre.as.receptionist
    const save = (caseId: string, revision: number, more = {}) =>
      dossiers.saveArchive({ caseId, revision, ...archiveWords, ...more })
    expect(await save(one, 0, { archiveNumber: ' 2026-12 ' })).toEqual({ revision: 1 })
    expect(await refusalCode(save(one, 0))).toBe('dossiers.stale')
    expect(await save(one, 1, { archiveNumber: '2026-12', shelf: '5柜' })).toEqual({ revision: 2 })
    expect(await refusal(save(other, 0, { archiveNumber: '2026-12' }))).toMatchObject({
      code: 'dossiers.archiveNumberTaken',
      details: { caseNumber: expect.stringMatching(/^MT-2026-/u) },
    })
    expect(await refusalCode(save(other, 0, { packId: 'nowhere' }))).toBe('dossiers.unknownPack')
    const early = { checkedOn: localDate('2026-11-01') }
    expect(await refusalCode(save(other, 0, early))).toBe('dossiers.wrongDays')
    expect((await get(one)).archive).toMatchObject({ archiveNumber: '2026-12', shelf: '5柜' })
  })
})

describe('dossiers.close', () => {
  it('is refused before the visit, and with findings to all but the head with a reason', async () => {
    const caseId = await assignedCase(centre)
    const { mediator, head } = centre.as
    expect(await refusalCode(mediator.dossiers.close({ caseId }))).toBe('dossiers.notReady')
    await failedCase(centre, caseId)
    expect(await refusal(mediator.cases.move({ caseId, event: 'skipFollowUp' }))).toMatchObject({
      reasons: [{ code: 'reasonRequired' }],
    })
    await mediator.cases.move({ caseId, event: 'skipFollowUp', reason: '当事人已经起诉' })
    expect((await get(caseId)).closingRefused).toBe('dossiers.openFindings')
    expect(await refusalCode(mediator.dossiers.close({ caseId, reason: '急' }))).toBe(
      'dossiers.openFindings',
    )
    expect(await refusalCode(head.dossiers.close({ caseId, reason: ' ' }))).toBe(
      'dossiers.reasonRequired',
    )
    await head.dossiers.close({ caseId, reason: '当事人已经离开，无法补签' })
    const { status, closings, isClosed, mayEdit } = await get(caseId)
    expect({ status, isClosed, mayEdit }).toEqual({
      status: 'archived',
      isClosed: true,
      mayEdit: false,
    })
    expect(closings).toMatchObject([
      { closedByName: staff.head, reason: '当事人已经离开，无法补签' },
    ])
    expect(closings[0]?.findings).toContainEqual(expect.stringMatching(/终止调解通知书.+：/u))
    expect(await refusalCode(head.dossiers.close({ caseId, reason: '再来' }))).toBe(
      'dossiers.closed',
    )
  })

  it('is done by the mediator without findings, and the volume then changes no more', async () => {
    const caseId = await visitedCase(centre)
    await completeVolume(centre, caseId)
    const { mediator, head } = centre.as
    const { papers } = await get(caseId)
    await mediator.dossiers.close({ caseId })
    const { closings, archive } = await get(caseId)
    const counted = papers.filter(
      ({ form, state }) => state === 'there' && !['f00', 'f01', 'f16'].includes(form),
    )
    expect(closings).toMatchObject([{ findings: [], reason: '', volumePages: counted.length }])
    const words = { caseId, ...archiveWords, revision: archive.revision, compilerName: '别人' }
    expect(await refusalCode(mediator.dossiers.saveArchive(words))).toBe('dossiers.closed')
    const key = { form: 'f03', objectId: caseId, signed: false }
    expect(await refusalCode(mediator.dossiers.confirmSigned(key))).toBe('dossiers.closed')
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const parties = partyRecords.map(({ age: _age, ...party }) => party)
    expect(await refusalCode(mediator.cases.updateParties({ caseId, parties }))).toBe(
      'dossiers.closed',
    )
    const fact = { caseId, text: '补一条' }
    expect(await refusalCode(mediator.sessions.addFact(fact))).toBe('dossiers.closed')

    expect(
      await refusalCode(mediator.cases.move({ caseId, event: 'reopen', reason: '更正' })),
    ).toBe('cases.notYours')
    await head.cases.move({ caseId, event: 'reopen', reason: '更正' })
    const opened = await get(caseId)
    expect(opened).toMatchObject({ status: 'mediating', isClosed: false })
    expect(opened.closings).toHaveLength(1)
  })

  it('finds a paper that came late, and the note that it wants', async () => {
    const caseId = await visitedCase(centre)
    await completeVolume(centre, caseId)
    await centre.as.mediator.dossiers.close({ caseId })
    await scanned(centre, caseId, { form: 'other', objectId: caseId }, { lateReason: '法院刚寄来' })
    const { papers, findings } = await get(caseId)
    expect(papers.find(({ form }) => form === 'other')).toMatchObject({
      state: 'there',
      scanOnly: true,
      filedLate: true,
    })
    expect(findings.map(({ ruleId }) => ruleId)).toContain('V2-note')
  })

  it('takes the case out of the open ones and out of what its mediator has in hand', async () => {
    const caseId = await visitedCase(centre)
    const { mediator, head } = centre.as
    const where = async () => {
      const has = (items: { id: string }[]) => items.some(({ id }) => id === caseId)
      const [open, closed] = await Promise.all(
        (['open', 'closed'] as const).map((view) => mediator.cases.list({ view, limit: 100 })),
      )
      const { inHand } = await mediator.cases.today({})
      return [has(open?.items ?? []), has(closed?.items ?? []), has(inHand)]
    }
    expect((await get(caseId)).status).toBe('toArchive')
    expect(await where()).toEqual([true, false, true])
    await head.dossiers.close({ caseId, reason: '先归档' })
    expect(await where()).toEqual([false, true, false])
  })

  it('lets its number, its place and notes be written afterwards, on the time line, and nothing else', async () => {
    const caseId = await visitedCase(centre)
    await completeVolume(centre, caseId)
    const { mediator, head } = centre.as
    await mediator.dossiers.close({ caseId })
    const { archive } = await get(caseId)
    const late = { archiveNumber: '2026-77', shelf: '9柜', remark: '移交档案室', late: '补一页' }
    const words = { caseId, ...archiveWords, revision: archive.revision, ...late }
    const other = { ...words, retention: 'permanent' as const }
    expect(await refusalCode(mediator.dossiers.saveArchive(other))).toBe('dossiers.closed')
    await mediator.dossiers.saveArchive(words)
    expect((await get(caseId)).archive).toMatchObject({ ...late, retention: 'long' })
    const { timeline } = await head.cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'archiveWritten',
      details: { archiveNumber: '2026-77', shelf: '9柜' },
    })
  })

  it('tells in the note on the dossier what is missing, what it was closed with and what came late', async () => {
    const caseId = await visitedCase(centre)
    const { mediator, head } = centre.as
    await mediator.dossiers.saveArchive({
      caseId,
      revision: 0,
      ...archiveWords,
      missing: '另缺照片',
    })
    await head.dossiers.close({ caseId, reason: '当事人已经离开' })
    centre.clock.pass(60_000)
    const key = { form: 'other', objectId: caseId }
    await scanned(centre, caseId, key, { lateReason: '法院刚寄来', pages: 2 })
    const note = await previewText(mediator, { form: 'f15', objectId: caseId })
    expect(note).toMatch(/缺少《[^。]*《当事人身份证明》（[^。]*。\s*另缺照片/u)
    expect(note.match(/补入《其他材料》，原因：法院刚寄来。/gu)).toHaveLength(1)
    expect(note).toMatch(/归档时尚有：1．/u)
    expect(note).toContain('归档的理由：当事人已经离开。')
  })
})

describe('dossiers.lend', () => {
  it('has one borrower at a time and keeps every loan', async () => {
    const caseId = await assignedCase(centre)
    const { mediator, receptionist, otherMediator } = centre.as
    const today = localDate('2026-11-22')
    const form = {
      caseId,
      borrower: '司法所王某',
      unit: '云溪司法所',
      purpose: '卷宗评查',
      lentOn: today,
      dueOn: localDate('2026-11-25'),
    }
    const late = { ...form, lentOn: localDate('2026-11-23') }
    expect(await refusalCode(receptionist.dossiers.lend(late))).toBe('dossiers.wrongDays')
    const early = { ...form, dueOn: localDate('2026-11-01') }
    expect(await refusalCode(receptionist.dossiers.lend(early))).toBe('dossiers.wrongDays')
    const { loanId } = await receptionist.dossiers.lend(form)
    expect(await refusal(mediator.dossiers.lend(form))).toMatchObject({
      code: 'dossiers.lentOut',
      details: { borrower: '司法所王某' },
    })
    const open = { openOnly: true }
    expect(await mediator.dossiers.loans(open)).toMatchObject([{ id: loanId, overdue: false }])
    expect(await otherMediator.dossiers.loans(open)).toEqual([])
    centre.clock.setWall('2026-11-27T03:15:04.123Z')
    expect(await mediator.dossiers.loans(open)).toMatchObject([{ overdue: true }])
    const back = { loanId, returnedOn: localDate('2026-11-26'), note: '完好' }
    const before = { ...back, returnedOn: localDate('2026-11-20') }
    expect(await refusalCode(mediator.dossiers.returnLoan(before))).toBe('dossiers.wrongDays')
    await mediator.dossiers.returnLoan(back)
    expect(await refusalCode(mediator.dossiers.returnLoan(back))).toBe('dossiers.notLent')
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
    const log = await previewText(receptionist, { form: 'loan-log', objectId: caseId })
    for (const words of ['司法所王某', '卷宗评查', '2026年11月26日', '完好'])
      expect(log).toContain(words)
    expect((await get(caseId)).loans).toMatchObject([
      { returnedOn: '2026-11-26', returnedToName: staff.mediator, returnNote: '完好' },
    ])
    expect(await mediator.dossiers.loans(open)).toEqual([])
  })

  it('keeps a volume that is out from being closed', async () => {
    const caseId = await visitedCase(centre)
    await completeVolume(centre, caseId)
    const today = localDate('2026-11-22')
    await centre.as.head.dossiers.lend({
      caseId,
      borrower: '法院',
      unit: '',
      purpose: '司法确认',
      lentOn: today,
      dueOn: today,
    })
    expect((await get(caseId)).closingRefused).toBe('dossiers.lentOut')
    expect(await refusalCode(centre.as.mediator.dossiers.close({ caseId }))).toBe(
      'dossiers.lentOut',
    )
  })
})

describe('dossiers.saveRetentionYears', () => {
  it('is what the dossier then shows', async () => {
    const caseId = await assignedCase(centre)
    await centre.as.administrator.dossiers.saveRetentionYears({ short: 5, long: 10 })
    expect((await get(caseId)).retentionYears).toEqual({ short: 5, long: 10 })
  })
})

describe('dossiers.handOver', () => {
  it('gives the cases to another, says so on each and prints the list', async () => {
    const { head, mediator, otherMediator } = centre.as
    const [one, other] = [await heldCase(centre), await assignedCase(centre)]
    const { id: agreementId } = await approvedAgreement(centre, await heldCase(centre))
    const today = localDate('2026-11-22')
    const loan = { borrower: '司法所', unit: '', purpose: '评查', lentOn: today, dueOn: today }
    await head.dossiers.lend({ caseId: one, ...loan })
    const { id: draftId } = await mediator.agreements.draft({ caseId: one })
    const from = centre.ids.mediator
    const to = centre.ids.otherMediator
    const inHand = await head.dossiers.casesOf({ userId: from })
    expect(inHand.find(({ id }) => id === one)).toMatchObject({
      lentOut: true,
      status: 'mediating',
    })
    const form = { fromId: from, toId: to, caseIds: [one, other], reason: '退休' }
    const { handoverId } = await head.dossiers.handOver(form)
    expect(await refusalCode(mediator.dossiers.get({ caseId: one }))).toBe('cases.notReadable')
    expect((await otherMediator.cases.get({ id: other })).mediatorName).toBe(staff.otherMediator)
    expect((await otherMediator.agreements.get({ id: draftId })).mediatorName).toBe(
      staff.otherMediator,
    )
    expect((await mediator.agreements.get({ id: agreementId })).mediatorName).toBe(staff.mediator)
    const { timeline } = await otherMediator.cases.get({ id: one })
    expect(timeline.find(({ kind }) => kind === 'handedOver')?.details).toMatchObject({
      fromName: staff.mediator,
      toName: staff.otherMediator,
      reason: '退休',
    })
    expect(await head.dossiers.handovers({})).toMatchObject([{ id: handoverId, caseCount: 2 }])
    const text = await previewText(head, { form: 'handover', objectId: handoverId })
    const { caseNumber } = await otherMediator.cases.get({ id: one })
    for (const words of [staff.mediator, staff.otherMediator, caseNumber, '调解中', '司法所'])
      expect(text).toContain(words)
    expect(
      await refusalCode(mediator.papers.preview({ form: 'handover', objectId: handoverId })),
    ).toBe('cases.notReadable')
    expect(await refusalCode(head.dossiers.handOver(form))).toBe('dossiers.notTheirs')
    const back = { ...form, fromId: to, toId: to }
    expect(await refusalCode(head.dossiers.handOver(back))).toBe('cases.mediatorNotFound')
  })

  it('moves no case when one of them may not go', async () => {
    const { head, mediator } = centre.as
    const form = wageForm()
    const [worker, firm] = form.parties
    if (!worker || !firm) throw new Error('two parties')
    const parties = [{ ...worker, name: staff.otherMediator }, firm]
    const fine = await assignedCase(centre)
    const barred = await assignedCase(centre, { ...form, parties })
    const asked = head.dossiers.handOver({
      fromId: centre.ids.mediator,
      toId: centre.ids.otherMediator,
      caseIds: [fine, barred],
      reason: '病假',
    })
    expect(await refusal(asked)).toMatchObject({
      code: 'cases.stepNotAllowed',
      reasons: [{ ruleId: 'B4', code: 'mediatorHasConflict', path: barred }],
    })
    expect((await mediator.cases.get({ id: fine })).mediatorName).toBe(staff.mediator)
  })
})
