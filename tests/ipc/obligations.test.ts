import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { formatYuan } from '#db/domain/money.ts'
import type { CaseEvent } from '#db/domain/case/status.ts'
import { staff } from '#tests/support/centre.ts'
import { paperPage } from '#tests/support/scan/paper-page.ts'
import { toPng } from '#tests/support/scan/png.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { openSignedCase } from '#tests/support/signed-case.ts'
import { arrearsFen, assignedCase } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

const part = 568_276

let desk: Awaited<ReturnType<typeof openSignedCase>>
beforeEach(async () => {
  desk = await openSignedCase()
})
afterEach(() => desk.centre.close())

describe('obligations.get', () => {
  it('has the instalments of the signed agreement, who owes whom, and the day to pay by when banks are shut', async () => {
    const found = await desk.get()
    expect(found).toMatchObject({
      agreementId: desk.agreementId,
      agreementNumber: desk.fileNumber,
      mayRecord: true,
    })
    expect(found.effectiveOn).toBe('2026-11-22')
    expect(
      found.obligations.map(({ title, dueOn, payBy, amountFen, leftFen, state }) => [
        title,
        dueOn,
        payBy,
        amountFen,
        leftFen,
        state,
      ]),
    ).toEqual([
      // 20 December 2026 is a Sunday, 20 February 2027 a Saturday.
      ['第1项第1期', '2026-12-20', '2026-12-18', part, part, 'open'],
      ['第1项第2期', '2027-01-20', '2027-01-20', part, part, 'open'],
      ['第1项第3期', '2027-02-20', '2027-02-19', part, part, 'open'],
    ])
    expect(found.obligations[0]).toMatchObject({
      debtorName: '云溪镇晨光童装厂',
      creditorName: '张三',
      method: 'bankTransfer',
    })
    expect(found.totals).toEqual({
      dueFen: arrearsFen,
      paidFen: 0,
      leftFen: arrearsFen,
      lateFen: 0,
      lateCount: 0,
    })
  })

  it('tells nothing to the window, to another mediator and of a case without agreement', async () => {
    expect(
      await refusalCode(desk.centre.as.receptionist.obligations.get({ caseId: desk.caseId })),
    ).toBe('cases.notReadable')
    expect(
      await refusalCode(desk.centre.as.otherMediator.obligations.get({ caseId: desk.caseId })),
    ).toBe('cases.notReadable')
    const other = await assignedCase(desk.centre)
    expect(await desk.mediator.obligations.get({ caseId: other })).toMatchObject({
      obligations: [],
      phoneScript: [],
      mayRecord: false,
    })
  })

  it('counts what is soon, due today and late by the clock', async () => {
    desk.goTo('2026-12-13')
    expect(await desk.states()).toEqual(['soon', 'open', 'open'])
    desk.goTo('2026-12-20')
    expect(await desk.states()).toEqual(['dueToday', 'open', 'open'])
    // 20 December is a Sunday: the Monday is the last day.
    desk.goTo('2026-12-21')
    expect(await desk.states()).toEqual(['dueToday', 'open', 'open'])
    desk.goTo('2026-12-23')
    const found = await desk.get()
    expect(found.obligations[0]).toMatchObject({ state: 'late', daysLate: 2 })
    expect(found.totals).toMatchObject({ lateFen: part, lateCount: 1 })
    expect(found.phoneScript.join('\n')).toContain(
      `第1项第1期${formatYuan(part)}元，约定2026年12月20日`,
    )
    expect(found.phoneScript.join('\n')).toContain(
      '前付（休息日，顺延到2026年12月21日），到今天过了2天',
    )
  })
})

describe('obligations.record', () => {
  it('keeps a part payment and says what is left', async () => {
    expect(await desk.pay(0, 500_000)).toMatchObject({
      leftFen: arrearsFen - 500_000,
      closed: false,
    })
    const [first] = (await desk.get()).obligations
    expect(first).toMatchObject({ paidFen: 500_000, leftFen: part - 500_000, state: 'partly' })
    expect(first?.performances).toMatchObject([
      { doneOn: '2026-11-22', amountFen: 500_000, recordedByName: staff.mediator },
    ])
  })

  it('never takes more than is left, unless it goes on to the next instalments', async () => {
    const before = wholeStore(desk.centre)
    expect(await refusal(desk.pay(0, part + 1))).toMatchObject({
      code: 'obligations.tooMuch',
      details: { leftFen: part, overFen: 1 },
    })
    expect(await refusalCode(desk.pay(0, arrearsFen + 1, { spread: true }))).toBe(
      'obligations.tooMuch',
    )
    expect(wholeStore(desk.centre)).toEqual(before)
    const paid = await desk.pay(1, part + 100, { spread: true })
    expect(paid.performanceIds).toHaveLength(2)
    // The chosen one first, then what is due first.
    expect((await desk.get()).obligations.map(({ paidFen }) => paidFen)).toEqual([100, part, 0])
  })

  it('counts one payment once that two desks record', async () => {
    const [first] = (await desk.get()).obligations
    const wish = {
      obligationId: first?.id ?? '',
      doneOn: desk.today(),
      amountFen: 200_000,
      paidFen: first?.paidFen ?? 0,
      method: 'bankTransfer',
      note: '',
      proofIds: [],
      spread: false,
    }
    const { head } = desk.centre.as
    const [, told] = await Promise.all([
      desk.mediator.obligations.record(wish),
      refusalCode(head.obligations.record(wish)),
    ])
    expect(told).toBe('obligations.recordedElsewhere')
    expect((await desk.get()).totals).toMatchObject({ paidFen: 200_000 })
  })

  it('asks for an amount, a day that has come, one after the effect, and proofs of this case', async () => {
    const { obligations } = await desk.get()
    const wish = {
      obligationId: obligations[0]?.id ?? '',
      doneOn: desk.today(),
      method: '',
      note: '',
      proofIds: [],
      spread: false,
    }
    const record = (
      part: Partial<Parameters<typeof desk.centre.as.mediator.obligations.record>[0]>,
    ) => refusalCode(desk.mediator.obligations.record({ ...wish, ...part }))
    expect(await record({})).toBe('obligations.amountRequired')
    expect(await record({ amountFen: 0 })).toBe('obligations.amountRequired')
    expect(await record({ amountFen: 1, doneOn: localDate('2026-11-23') })).toBe(
      'obligations.notYetDone',
    )
    expect(await record({ amountFen: 1, doneOn: localDate('2026-11-21') })).toBe(
      'obligations.beforeEffective',
    )
    expect(await record({ amountFen: 1, proofIds: [desk.agreementId] })).toBe(
      'obligations.proofNotFound',
    )
    expect(
      await refusalCode(desk.centre.as.otherMediator.obligations.record({ ...wish, amountFen: 1 })),
    ).toBe('cases.notYours')
  })

  it('performs the case by itself when the last fen is paid', async () => {
    await desk.pay(0, part)
    await desk.pay(1, part)
    expect(await desk.statusOf()).toBe('effective')
    expect(await desk.pay(2, part)).toMatchObject({ leftFen: 0, closed: true })
    expect(await desk.statusOf()).toBe('performed')
    expect(await desk.states()).toEqual(['done', 'done', 'done'])
  })

  it.each<[string, CaseEvent[]]>([
    ['effective', []],
    ['overdue', [{ type: 'fallOverdue' }]],
    ['confirming', [{ type: 'applyForConfirmation', route: 'judicial', inTime: true }]],
    [
      'confirmed',
      [{ type: 'applyForConfirmation', route: 'judicial', inTime: true }, { type: 'confirm' }],
    ],
  ])('performs in full from %s, and an undone payment leads back there', async (from, steps) => {
    for (const event of steps) await desk.step(event)
    expect(await desk.statusOf()).toBe(from)
    desk.goTo('2026-12-30')
    const { performanceIds, closed } = await desk.pay(0, arrearsFen, { spread: true })
    expect([closed, await desk.statusOf()]).toEqual([true, 'performed'])
    await desk.mediator.obligations.undo({
      performanceId: performanceIds[0] ?? '',
      reason: '记错了案件',
    })
    // The first instalment is late by now: a case in force without more shows it.
    expect(await desk.statusOf()).toBe(from === 'effective' ? 'overdue' : from)
  })

  it('binds a slip that is so pale that it looks empty', async () => {
    const path = join(desk.centre.core.dir, '..', '转账.png')
    writeFileSync(path, toPng({ width: 40, height: 60, data: new Uint8Array(40 * 60).fill(245) }))
    desk.centre.host.files = [path]
    const { ids } = await desk.mediator.attachments.add({ caseId: desk.caseId, kind: 'other' })
    const paid = await desk.pay(0, 500_000, { proofIds: ids })
    const { papers } = await desk.mediator.dossiers.get({ caseId: desk.caseId })
    expect(
      papers.find(
        ({ form, objectId }) => form === 'f12-slip' && objectId === paid.performanceIds[0],
      ),
    ).toMatchObject({ state: 'there' })
  })

  it('binds its slips into the volume and asks a receipt of cash', async () => {
    const path = join(desk.centre.core.dir, '..', '转账.png')
    writeFileSync(path, toPng(await paperPage({ width: 40, height: 60, lines: 1 })))
    desk.centre.host.files = [path]
    const { ids } = await desk.mediator.attachments.add({ caseId: desk.caseId, kind: 'other' })
    const slip = await desk.pay(0, 500_000, { proofIds: ids })
    const cash = await desk.pay(0, part - 500_000, { method: 'cash' })
    const { papers } = await desk.mediator.dossiers.get({ caseId: desk.caseId })
    const key = (form: string, objectId: string | undefined) =>
      papers.find((paper) => paper.form === form && paper.objectId === objectId)
    expect(key('f12-slip', slip.performanceIds[0])).toMatchObject({
      state: 'there',
      scanOnly: true,
      subtitle: '2026年11月22日',
    })
    expect(key('f12', cash.performanceIds[0])).toMatchObject({ state: 'there' })
    expect(key('f12', slip.performanceIds[0])).toBeUndefined()
    const [first] = (await desk.get()).obligations
    expect(first?.performances[0]?.proofs).toEqual([{ attachmentId: ids[0], name: '转账.png' }])
    // Of each payment a receipt can be written, with what is left after it.
    const text = await desk.paper('f12', slip.performanceIds[0] ?? '')
    expect(text).toContain('云溪镇晨光童装厂')
    expect(text).toContain('（¥5,000.00）')
    expect(text).toContain(formatYuan(arrearsFen - 500_000))
    const after = await desk.paper('f12', cash.performanceIds[0] ?? '')
    expect(after).toContain(formatYuan(arrearsFen - part))
    const register = await desk.paper('f12-proof', desk.caseId)
    expect(register).toContain('5,000.00')
    expect(register).toContain('第1项第1期（续付）')
    expect(register).toContain('转账')
  })
})

describe('obligations.undo', () => {
  it('keeps what was taken back to be read and counts it no more; once', async () => {
    const { performanceIds } = await desk.pay(0, 500_000)
    const undo = { performanceId: performanceIds[0] ?? '', reason: '看错了金额' }
    await desk.mediator.obligations.undo(undo)
    const [first] = (await desk.get()).obligations
    expect(first).toMatchObject({ paidFen: 0, state: 'open' })
    expect(first?.performances[0]?.undone).toMatchObject({
      reason: '看错了金额',
      byName: staff.mediator,
    })
    expect(await refusalCode(desk.mediator.obligations.undo(undo))).toBe(
      'obligations.alreadyUndone',
    )
  })

  it('leads back to no court that has answered meanwhile', async () => {
    const { strengthening } = desk.mediator
    const { caseId } = desk
    await strengthening.saveAnswers({
      caseId,
      revision: 0,
      answers: { joint: true, subjects: ['payment'] },
    })
    const { id } = await strengthening.apply({
      caseId,
      route: 'judicialConfirmation',
      officeName: '云溪区人民法院',
      appliedAt: desk.clock.now(),
      words: '',
    })
    const { performanceIds } = await desk.pay(0, arrearsFen, { spread: true })
    await strengthening.progress({ id, revision: 1, step: 'withdrawn', on: desk.today() })
    await desk.mediator.obligations.undo({ performanceId: performanceIds[0] ?? '', reason: '错' })
    expect(await desk.statusOf()).toBe('effective')
  })

  it('is refused once the case was visited', async () => {
    const { performanceIds } = await desk.pay(0, arrearsFen, { spread: true })
    await desk.step({ type: 'startFollowUp' })
    expect(
      await refusalCode(
        desk.mediator.obligations.undo({ performanceId: performanceIds[0] ?? '', reason: '错了' }),
      ),
    ).toBe('obligations.notLive')
  })
})

describe('obligations.sweep', () => {
  it('marks what fell due yesterday, once, whoever opens the office; paying it up unmarks it', async () => {
    desk.goTo('2026-12-21')
    expect(await desk.centre.as.receptionist.obligations.sweep({})).toEqual({ fallen: 0 })
    desk.goTo('2026-12-22')
    expect(await desk.centre.as.receptionist.obligations.sweep({})).toEqual({ fallen: 1 })
    expect(await desk.statusOf()).toBe('overdue')
    expect(await desk.centre.as.head.obligations.sweep({})).toEqual({ fallen: 0 })
    expect((await desk.mediator.cases.get({ id: desk.caseId })).nextStep).toMatchObject({
      code: 'urgePerformance',
      dueOn: '2026-12-20',
    })
    await desk.pay(0, part)
    expect(await desk.statusOf()).toBe('effective')
  })
})

describe('cases.move performFully', () => {
  it('asks why while money is open, and leaves it written', async () => {
    expect(
      await refusal(desk.mediator.cases.move({ caseId: desk.caseId, event: 'performFully' })),
    ).toMatchObject({
      code: 'cases.stepNotAllowed',
      reasons: [{ code: 'obligationsOpen' }],
    })
    await desk.mediator.cases.move({
      caseId: desk.caseId,
      event: 'performFully',
      reason: '张三来电说都收到了。',
    })
    expect(await desk.statusOf()).toBe('performed')
    // Money that comes to light later is recorded all the same; taking it back does not open the case.
    const { performanceIds } = await desk.pay(0, part)
    await desk.mediator.obligations.undo({ performanceId: performanceIds[0] ?? '', reason: '错了' })
    expect(await desk.statusOf()).toBe('performed')
  })
})

describe('obligations.setDue', () => {
  it('gives no other day to a payment than the one that was signed', async () => {
    const [first] = (await desk.get()).obligations
    expect(
      await refusalCode(
        desk.mediator.obligations.setDue({
          obligationId: first?.id ?? '',
          dueOn: localDate('2027-01-01'),
        }),
      ),
    ).toBe('obligations.dueFixed')
  })
})
