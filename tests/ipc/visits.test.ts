import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { firstVisitSettings } from '#db/domain/visits/settings.ts'
import { listPlannedVisits } from '#db/queries/visits.ts'
import { failedCase } from '#tests/support/volume-case.ts'
import { openCentre, staff, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import {
  allSignatures,
  approvedAgreement,
  assignedCase,
  heldCase,
  wageForm,
} from '#tests/support/wage-case.ts'

let centre: StaffedCentre
const start = '2026-11-22T03:15:04.123Z'
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

/** Signed today; instalments of 20 December, 20 January and 20 February. */
async function signedCase() {
  centre.clock.setWall(start)
  const { mediator } = centre.as
  const caseId = await heldCase(centre)
  const { id } = await approvedAgreement(centre, caseId)
  await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
  return caseId
}

const ofCase = (caseId: string) => centre.as.mediator.visits.ofCase({ caseId })

/** `cause state day` of each visit of a case, in the order of days. */
async function plan(caseId: string) {
  const { visits } = await ofCase(caseId)
  return visits.map(({ cause, state, plannedOn }) => `${cause} ${state} ${plannedOn}`)
}

async function payNext(caseId: string) {
  const { obligations } = await centre.as.mediator.obligations.get({ caseId })
  const next = obligations.find(({ leftFen, state }) => leftFen > 0 && state !== 'dropped')
  return centre.as.mediator.obligations.record({
    obligationId: next?.id ?? '',
    doneOn: localDate(centre.clock.now().slice(0, 10)),
    amountFen: next?.leftFen ?? 0,
    method: 'bankTransfer',
    note: '',
    proofIds: [],
    spread: false,
  })
}

type Made = Parameters<Client['visits']['record']>[0]
type Answers = Omit<Made, 'caseId' | 'id' | 'revision' | 'doneAt'>

const answers: Answers = {
  manner: 'phone',
  visitedName: '张三',
  visitorName: staff.mediator,
  performance: '第一期已经收到。',
  satisfaction: 'satisfied',
  laterSuit: '没有',
  mistakes: '没有',
  recurrence: 'none',
  recurrenceWords: '',
  measures: '',
}

/** Made now; of a planned visit, else one that nobody had planned. */
async function record(caseId: string, id?: string, said: Partial<Answers> = {}) {
  const { visits } = await ofCase(caseId)
  const revision = visits.find((visit) => visit.id === id)?.revision ?? 0
  return centre.as.mediator.visits.record({
    caseId,
    ...(id === undefined ? {} : { id }),
    revision,
    doneAt: centre.clock.now(),
    ...answers,
    ...said,
  })
}

const firstPlanned = async (caseId: string) =>
  (await ofCase(caseId)).visits.find(({ state }) => state === 'planned')?.id ?? ''

const statusOf = async (caseId: string) =>
  (await centre.as.mediator.cases.get({ id: caseId })).status

const whole = [
  'beforeDue planned 2026-12-17',
  'afterDue planned 2026-12-21',
  'beforeDue planned 2027-01-15',
  'afterDue planned 2027-01-21',
  'beforeDue planned 2027-02-17',
  'afterDue planned 2027-02-22',
]

describe('the plan of visits', () => {
  it('stands when the agreement takes effect, on working days before and after each due date', async () => {
    const caseId = await signedCase()
    expect(await plan(caseId)).toEqual(whole)
    const { visits } = await ofCase(caseId)
    expect(visits[2]?.obligationTitle).toBe('第1项第2期')
  })

  it('takes back the visits of an instalment that is paid, and brings them again when that is undone', async () => {
    const caseId = await signedCase()
    const { performanceIds } = await payNext(caseId)
    expect(await plan(caseId)).toEqual(whole.slice(2))
    const undo = { performanceId: performanceIds[0] ?? '', reason: '记错了人' }
    await centre.as.mediator.obligations.undo(undo)
    expect(await plan(caseId)).toEqual(whole)
  })

  it('goes over to the visit after closing when all is paid', async () => {
    const caseId = await signedCase()
    for (const _each of [1, 2, 3]) await payNext(caseId)
    expect(await statusOf(caseId)).toBe('performed')
    expect(await plan(caseId)).toEqual(['afterClosing planned 2026-12-22'])
  })

  it('moves with a corrected agreement and keeps what was made', async () => {
    const caseId = await signedCase()
    centre.clock.setWall('2026-12-17T02:00:00.000Z')
    await record(caseId, await firstPlanned(caseId))
    centre.clock.setWall('2026-12-18T02:00:00.000Z')
    const { mediator, head } = centre.as
    const { agreements } = await mediator.cases.get({ id: caseId })
    const { id } = await mediator.agreements.revise({ id: agreements[0]?.id ?? '' })
    const { content, revision } = await mediator.agreements.get({ id })
    const clauses = content.clauses.map((clause) => ({
      ...clause,
      payment: clause.payment && {
        ...clause.payment,
        instalments: clause.payment.instalments.map((part, index) =>
          index === 1 ? { ...part, dueOn: localDate('2027-01-27') } : part,
        ),
      },
    }))
    const saved = await mediator.agreements.save({
      id,
      revision,
      content: { ...content, clauses },
    })
    const { reasons } = await mediator.agreements.get({ id })
    const passedWarnings = reasons
      .filter(({ level }) => level === 'warn')
      .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
    await mediator.agreements.submit({ id, revision: saved.revision, passedWarnings })
    await head.agreements.approve({ id, revision: saved.revision })
    await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
    expect(await plan(caseId)).toEqual([
      'beforeDue done 2026-12-17',
      'afterDue planned 2026-12-21',
      'beforeDue planned 2027-01-22',
      'afterDue planned 2027-01-28',
      'beforeDue planned 2027-02-17',
      'afterDue planned 2027-02-22',
    ])
  })

  it('follows the risk that somebody sets, and the settings of the centre', async () => {
    const { head, mediator } = centre.as
    const caseId = await signedCase()
    for (const _each of [1, 2, 3]) await payNext(caseId)
    expect((await ofCase(caseId)).riskProposed).toEqual({ risk: 'normal', why: expect.anything() })
    await mediator.visits.setRisk({ caseId, risk: 'high', words: '厂里还有别的人要闹' })
    expect(await plan(caseId)).toEqual([
      'afterClosing planned 2026-11-30',
      'afterClosing planned 2026-12-22',
      'afterClosing planned 2027-02-22',
    ])
    const settings = { ...firstVisitSettings, beforeDue: [3], afterDue: [1] }
    const afterClosing = { low: [30], normal: [30], high: [60, 10, 60] }
    await head.visits.saveSettings({ ...settings, afterClosing })
    expect((await mediator.visits.settings({})).afterClosing.high).toEqual([10, 60])
    expect(await plan(caseId)).toEqual([
      'afterClosing planned 2026-12-02',
      'afterClosing planned 2027-01-21',
    ])
    await head.visits.saveSettings({
      ...settings,
      afterClosing: { ...afterClosing, high: [7, 30, 90] },
    })
    expect(await ofCase(caseId)).toMatchObject({ risk: 'high', riskWords: '厂里还有别的人要闹' })
  })

  it('asks nobody after a failed mediation, unless the risk is high', async () => {
    centre.clock.setWall(start)
    const calm = await assignedCase(centre)
    await failedCase(centre, calm)
    expect(await plan(calm)).toEqual([])
    const form = { ...wageForm(), narrative: '张三说拿不到工资就从楼顶跳下去，要跳楼。' }
    const tense = await assignedCase(centre, form)
    await failedCase(centre, tense)
    const { risk, riskProposed } = await ofCase(tense)
    expect(risk).toBe('high')
    expect(riskProposed.why).toContain('登记的情况里写到“跳楼”')
    expect(await plan(tense)).toHaveLength(3)
  })

  it('is made by the daily sweep for what an older store holds, and mended when a table of days off comes', async () => {
    const { head } = centre.as
    const caseId = await signedCase()
    const { db } = centre.store()
    await db
      .updateTable('visits')
      .set({ case_id: await assignedCase(centre) })
      .execute()
    expect(await plan(caseId)).toEqual([])
    await head.obligations.sweep({})
    expect(await plan(caseId)).toEqual(whole)
    await head.holidays.save({
      year: 2027,
      holidays: [localDate('2027-01-15'), localDate('2027-01-21')],
      workdays: [],
      source: '国务院办公厅关于2027年部分节假日安排的通知',
      notice: '',
    })
    await head.obligations.sweep({})
    expect(await plan(caseId)).toEqual([
      ...whole.slice(0, 2),
      'beforeDue planned 2027-01-14',
      'afterDue planned 2027-01-22',
      ...whole.slice(4),
    ])
    await head.holidays.remove({ year: 2027 })
  })

  it('is told on the board to the mediator of the case and the head, to nobody else', async () => {
    const caseId = await signedCase()
    const { db } = centre.store()
    const until = localDate('2026-12-31')
    const seenBy = async (key: keyof typeof staff) => {
      const role = key === 'otherMediator' ? 'mediator' : key
      const rows = await listPlannedVisits(db, { userId: centre.ids[key], role }, until)
      return rows.filter((row) => row.caseId === caseId).map(({ plannedOn }) => plannedOn)
    }
    expect(await seenBy('mediator')).toEqual(['2026-12-17', '2026-12-21'])
    expect(await seenBy('head')).toEqual(['2026-12-17', '2026-12-21'])
    for (const key of ['otherMediator', 'receptionist', 'lawyer', 'administrator'] as const)
      expect(await seenBy(key)).toEqual([])
  })
})

describe('visits by hand', () => {
  it('are one visit when asked twice for a day, and none when only the archive is left', async () => {
    const { cases, visits } = centre.as.mediator
    const caseId = await signedCase()
    const plannedOn = localDate('2026-12-01')
    const first = await visits.plan({ caseId, plannedOn })
    expect(await visits.plan({ caseId, plannedOn })).toEqual(first)
    expect((await plan(caseId)).filter((line) => line.startsWith('byHand'))).toHaveLength(1)
    for (const _each of [1, 2, 3]) await payNext(caseId)
    await cases.move({ caseId, event: 'skipFollowUp', reason: '双方都说不用回访' })
    expect(await refusalCode(visits.plan({ caseId, plannedOn }))).toBe('visits.over')
  })

  it('are planned for a day, moved and given up with a reason; the plan leaves them so', async () => {
    const { visits } = centre.as.mediator
    const caseId = await signedCase()
    const first = await firstPlanned(caseId)
    await visits.plan({ caseId, plannedOn: localDate('2026-12-01') })
    const moved = { id: first, revision: 1, plannedOn: localDate('2026-12-18') }
    expect(await visits.move(moved)).toEqual({ revision: 2 })
    const { visits: now } = await ofCase(caseId)
    const after = now.find(({ plannedOn }) => plannedOn === '2026-12-21')
    await visits.skip({ id: after?.id ?? '', revision: 1, reason: '当事人不愿意再被打扰' })
    await centre.as.head.visits.saveSettings(await visits.settings({}))
    expect(await plan(caseId)).toEqual([
      'byHand planned 2026-12-01',
      'beforeDue planned 2026-12-18',
      'afterDue skipped 2026-12-21',
      ...whole.slice(2),
    ])
    expect((await ofCase(caseId)).visits[2]?.skippedReason).toBe('当事人不愿意再被打扰')
  })

  it('are not moved into the past, nor on an older look at them', async () => {
    const { visits } = centre.as.mediator
    const caseId = await signedCase()
    const id = await firstPlanned(caseId)
    const past = { id, revision: 1, plannedOn: localDate('2026-11-21') }
    expect(await refusalCode(visits.move(past))).toBe('visits.past')
    const stale = { id, revision: 7, plannedOn: localDate('2026-12-01') }
    expect(await refusalCode(visits.move(stale))).toBe('visits.changedElsewhere')
  })

  it('belong to the mediator of the case and the head', async () => {
    const { otherMediator, receptionist, head } = centre.as
    const caseId = await signedCase()
    const id = await firstPlanned(caseId)
    const skip = { id, revision: 1, reason: '不用了' }
    expect(await refusalCode(otherMediator.visits.ofCase({ caseId }))).toBe('cases.notReadable')
    expect(await refusalCode(receptionist.visits.ofCase({ caseId }))).toBe('cases.notReadable')
    expect(await refusalCode(otherMediator.visits.skip(skip))).toBe('cases.notYours')
    expect(await refusalCode(receptionist.visits.skip(skip))).toBe('cases.notYours')
    const risk = { caseId, risk: 'low' as const, words: '' }
    expect(await refusalCode(receptionist.visits.setRisk(risk))).toBe('cases.notYours')
    await head.visits.skip(skip)
  })
})

describe('a visit that was made', () => {
  it('is recorded with its paper, which prints from the record', async () => {
    const { mediator } = centre.as
    const caseId = await signedCase()
    centre.clock.setWall('2026-12-17T01:30:00.000Z')
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const said = {
      partyId: partyRecords[0]?.id,
      recurrence: 'hidden' as const,
      recurrenceWords: '厂里换了老板，担心后两期',
      measures: '约厂方明天来一趟',
    }
    const { id, sheetId } = await record(caseId, await firstPlanned(caseId), said)
    expect(sheetId).toBe(id)
    const {
      lists: _lists,
      questions,
      revision,
    } = await mediator.sheets.get({
      form: 'f13',
      objectId: sheetId,
    })
    const value = (name: string) => questions.find((question) => question.name === name)?.value
    expect(revision).toBe(1)
    expect(value('回访.被访人')).toBe('张三')
    expect(value('回访.时间')).toBe('2026年12月17日 09:30')
    expect(value('回访.事由')).toContain('第1项第1期到期前回访')
    expect(value('回访.满意度')).toBe('满意')
    expect(value('回访.反复激化')).toBe('有隐患：厂里换了老板，担心后两期')
    expect(value('文书.日期')).toBe('2026年12月17日')
    const { papers } = await mediator.dossiers.get({ caseId })
    expect(papers.filter(({ form }) => form === 'f13')).toMatchObject([
      { objectId: id, state: 'there', subtitle: '2026年12月17日 09:30', removable: false },
    ])
  })

  it('cannot lie ahead, be made twice, be of another case or of a stranger', async () => {
    const { visits } = centre.as.mediator
    const caseId = await signedCase()
    const other = await signedCase()
    const id = await firstPlanned(caseId)
    const form = { caseId, id, revision: 1, doneAt: centre.clock.now(), ...answers }
    const ahead = { ...form, doneAt: '2026-11-22T03:15:04.124Z' }
    expect(await refusalCode(visits.record(ahead))).toBe('visits.notYet')
    expect(await refusalCode(visits.record({ ...form, caseId: other }))).toBe('visits.notFound')
    const stranger = { ...form, partyId: centre.ids.head }
    expect(await refusalCode(visits.record(stranger))).toBe('parties.notFound')
    await visits.record(form)
    expect(await refusalCode(visits.record({ ...form, revision: 2 }))).toBe('visits.alreadyDone')
    expect(await refusalCode(centre.as.otherMediator.visits.record(form))).toBe('cases.notYours')
  })

  it('counts for the one that was planned, when it was made without being planned', async () => {
    const caseId = await signedCase()
    centre.clock.setWall('2026-12-18T02:00:00.000Z')
    await record(caseId)
    expect(await plan(caseId)).toEqual(['byHand done 2026-12-18', ...whole.slice(1)])
  })

  it('begins the follow-up after the end, which is then completed in one move', async () => {
    const { mediator } = centre.as
    const caseId = await signedCase()
    for (const _each of [1, 2, 3]) await payNext(caseId)
    centre.clock.setWall('2026-12-22T02:00:00.000Z')
    await record(caseId, await firstPlanned(caseId))
    expect(await statusOf(caseId)).toBe('followUp')
    expect(await plan(caseId)).toEqual(['afterClosing done 2026-12-22'])
    await mediator.cases.move({ caseId, event: 'completeFollowUp' })
    expect(await statusOf(caseId)).toBe('toArchive')
    const { findings } = await mediator.dossiers.get({ caseId })
    expect(findings.filter(({ rule }) => rule === 'V6-follow-up')).toEqual([])
  })

  it('is waited for by nobody once the follow-up is given up with a reason', async () => {
    const { mediator } = centre.as
    const caseId = await signedCase()
    for (const _each of [1, 2, 3]) await payNext(caseId)
    await mediator.cases.move({ caseId, event: 'skipFollowUp', reason: '双方都已搬走' })
    const { visits } = await ofCase(caseId)
    expect(visits).toMatchObject([{ state: 'skipped', skippedReason: '双方都已搬走' }])
  })
})

describe('visits.reopenAsNew', () => {
  const relapse = { narrative: '付清以后厂里又扣了十二月的工资。', claim: '支付十二月工资' }

  it('opens one new case of the same parties, linked both ways, whose other side has to be asked', async () => {
    const { mediator } = centre.as
    const caseId = await signedCase()
    const { id } = await record(caseId, undefined, {
      recurrence: 'escalated',
      recurrenceWords: '又扣工资',
    })
    centre.clock.pass(3_600_000)
    const made = await mediator.visits.reopenAsNew({ visitId: id, ...relapse })
    expect(await mediator.visits.reopenAsNew({ visitId: id, ...relapse })).toEqual(made)
    const earlier = await mediator.cases.get({ id: caseId })
    const later = await mediator.cases.get({ id: made.caseId })
    expect(later).toMatchObject({ status: 'submitted', otherSide: 'notAsked', ...relapse })
    const names = (parties: typeof later.partyRecords) =>
      parties.map(({ name, role }) => [name, role])
    expect(names(later.partyRecords)).toEqual(names(earlier.partyRecords))
    const ids = new Set(earlier.partyRecords.map((party) => party.id))
    expect(later.partyRecords.some((party) => ids.has(party.id))).toBe(false)
    const of = await ofCase(caseId)
    expect(of.laterCases).toMatchObject([{ caseId: made.caseId, caseNumber: made.caseNumber }])
    expect(of.visits.find((visit) => visit.id === id)?.laterCase).toEqual(made)
    const ofLater = await ofCase(made.caseId)
    expect(ofLater.earlierCase).toMatchObject({ caseId, caseNumber: earlier.caseNumber })
    expect(ofLater.riskProposed.why.join()).toContain('以前还有')
    const kinds = (timeline: typeof later.timeline) => timeline.map(({ kind }) => kind)
    expect(kinds(earlier.timeline)).toContain('reEscalated')
    expect(kinds(later.timeline)).toContain('grewOutOf')
  })

  it('is refused while no visit says that the quarrel broke out again', async () => {
    const { mediator, otherMediator } = centre.as
    const caseId = await signedCase()
    const { id } = await record(caseId)
    const asked = { visitId: id, ...relapse }
    expect(await refusalCode(mediator.visits.reopenAsNew(asked))).toBe('visits.notRepeated')
    expect(await refusal(otherMediator.visits.reopenAsNew(asked))).toMatchObject({
      code: 'cases.notYours',
    })
  })
})
