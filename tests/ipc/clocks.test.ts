import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeDeadline } from '#db/domain/deadline/compute.ts'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { testClock } from '#tests/db/store-fixture.ts'
import { clockOf, noonOf } from '#tests/support/clock-case.ts'
import { assignedCase, wageForm } from '#tests/support/wage-case.ts'

const d = localDate

/** A case that the court sent before filing it, accepted today and given to the mediator. */
const courtForm = () => ({ ...wageForm(), sourceCode: 'S30', typeCode: '04.01' })

const change = (caseId: string, rule: string) => ({
  caseId,
  rule,
  onDay: d('2026-11-22'),
  consents: [],
  words: '',
})

describe('clocks.change', () => {
  let centre: StaffedCentre
  let mediator: Client
  beforeAll(async () => {
    centre = await openCentre(testClock(noonOf('2026-12-01')))
    mediator = centre.as.mediator
  })
  afterAll(() => centre.close())

  it('takes the day of registration for the court papers until somebody tells it', async () => {
    const caseId = await assignedCase(centre, courtForm())
    const { clocks, datesWanted, profile } = await mediator.clocks.ofCase({ caseId })
    expect(profile).toBe('courtBefore')
    expect(datesWanted.map(({ event }) => event)).toContain('materialsSigned')
    const assumed = clocks.find(({ rule }) => rule === 'C5')
    expect(assumed).toMatchObject({ base: '2026-12-01', raw: '2026-12-31' })
    expect(assumed?.lines[0]?.text).toContain('没有填写')
    await mediator.clocks.setDate({
      caseId,
      event: 'materialsSigned',
      onDay: d('2026-11-25'),
      words: '',
    })
    const told = await mediator.clocks.ofCase({ caseId })
    expect(told.clocks.find(({ rule }) => rule === 'C5')).toMatchObject({ raw: '2026-12-25' })
    expect(told.datesWanted.map(({ event }) => event)).not.toContain('materialsSigned')
    const { deadlines } = await mediator.cases.get({ id: caseId })
    expect(deadlines).toMatchObject([{ ruleId: 'C5', raw: '2026-12-25' }])
  })

  it('adds exactly the days of an appraisal, and gives them back when the pause is undone', async () => {
    const caseId = await assignedCase(centre, courtForm())
    const before = await clockOf(mediator, caseId, 'C5')
    const { id } = await mediator.clocks.change({
      ...change(caseId, 'C5'),
      kind: 'pause',
      onDay: d('2026-12-01'),
      pauseReason: 'appraisal',
    })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({ state: 'paused', isPaused: true })
    expect(await refusalCode(mediator.clocks.endPause({ id, untilDay: d('2026-11-30') }))).toBe(
      'clocks.datesReversed',
    )
    await mediator.clocks.endPause({ id, untilDay: d('2026-12-10') })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({
      isPaused: false,
      pausedDays: 9,
      raw: '2027-01-09',
    })
    expect(await refusalCode(mediator.clocks.endPause({ id, untilDay: d('2026-12-11') }))).toBe(
      'clocks.pauseEnded',
    )
    await mediator.clocks.undoChange({ id, reason: '记错了' })
    expect(await clockOf(mediator, caseId, 'C5')).toEqual(before)
    expect((await mediator.clocks.ofCase({ caseId })).changes).toMatchObject([
      { id, kind: 'pause', undone: { reason: '记错了' } },
    ])
    expect(await refusalCode(mediator.clocks.undoChange({ id, reason: '再记' }))).toBe(
      'clocks.alreadyUndone',
    )
  })

  it('refuses what the rule does not know, with the reason of the engine', async () => {
    const caseId = await assignedCase(centre, courtForm())
    const labour = await assignedCase(centre)
    const ask = (input: Partial<Parameters<Client['clocks']['change']>[0]>) =>
      refusalCode(
        mediator.clocks.change({ ...change(caseId, 'C5'), kind: 'pause', ...input } as never),
      )
    expect(await ask({ caseId: labour, rule: 'C3', onDay: d('2026-12-01') })).toBe(
      'deadline.notPausable',
    )
    expect(await ask({ kind: 'interruption', onDay: d('2026-12-01'), words: '主张' })).toBe(
      'deadline.notInterruptible',
    )
    expect(await ask({ kind: 'override', onDay: d('2026-12-20') })).toBe(
      'deadline.overrideWithoutReason',
    )
    expect(await ask({ kind: 'override', onDay: d('2026-11-20'), words: '来函' })).toBe(
      'deadline.overrideBeforeBase',
    )
    expect(await ask({ onDay: d('2026-12-05') })).toBe('clocks.inFuture')
    expect(await ask({ rule: 'E1' })).toBe('deadline.unknownRule')
    expect(
      await refusal(
        mediator.clocks.change({
          ...change(caseId, 'C5'),
          kind: 'extension',
          onDay: d('2026-12-01'),
          untilDay: d('2027-01-15'),
          consents: ['applicant'],
        }),
      ),
    ).toMatchObject({ code: 'deadline.consentMissing', details: { missing: 'respondent' } })
    expect((await mediator.clocks.ofCase({ caseId })).changes).toEqual([])
  })

  it('extends with both consents, sets a day with a reason, and starts a limitation anew', async () => {
    const caseId = await assignedCase(centre, courtForm())
    await mediator.clocks.change({
      ...change(caseId, 'C5'),
      kind: 'extension',
      onDay: d('2026-12-01'),
      untilDay: d('2027-01-15'),
      consents: ['applicant', 'respondent'],
    })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({ raw: '2027-01-15' })
    await mediator.clocks.change({
      ...change(caseId, 'C5'),
      kind: 'override',
      onDay: d('2027-01-10'),
      words: '法院来函要求提前',
    })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({
      raw: '2027-01-15',
      dueOn: '2027-01-10',
      override: { date: '2027-01-10', reason: '法院来函要求提前' },
    })
    const { deadlines, timeline } = await mediator.cases.get({ id: caseId })
    expect(deadlines).toMatchObject([{ ruleId: 'C5', raw: '2027-01-10' }])
    expect(timeline[0]).toMatchObject({ kind: 'clockChanged', details: { change: '人工改定' } })

    const labour = await assignedCase(centre)
    const onDay = d('2026-03-01')
    await mediator.clocks.setDate({ caseId: labour, event: 'harmKnown', onDay, words: '' })
    expect(await clockOf(mediator, labour, 'G1')).toMatchObject({ raw: '2027-03-01' })
    await mediator.clocks.change({
      ...change(labour, 'G1'),
      kind: 'interruption',
      onDay: d('2026-10-10'),
      words: '向劳动监察投诉',
    })
    expect(await clockOf(mediator, labour, 'G1')).toMatchObject({
      countedFrom: '2026-10-10',
      raw: '2027-10-10',
    })
  })

  it('of a civil claim is interrupted by the application to this centre itself (G4)', async () => {
    const caseId = await assignedCase(centre, { ...wageForm(), typeCode: '04.01' })
    const onDay = d('2024-01-10')
    await mediator.clocks.setDate({ caseId, event: 'harmKnown', onDay, words: '' })
    expect(await clockOf(mediator, caseId, 'G4')).toMatchObject({
      base: '2024-01-10',
      countedFrom: '2026-12-01',
      raw: '2029-12-01',
    })
    const early = d('2021-01-10')
    await mediator.clocks.setDate({ caseId, event: 'harmKnown', onDay: early, words: '' })
    expect(await clockOf(mediator, caseId, 'G4')).toMatchObject({ state: 'missed' })
  })

  it('follows the moves of the case: an appraisal, its end, and an extension', async () => {
    const caseId = await assignedCase(centre, courtForm())
    await mediator.cases.move({ caseId, event: 'takeOn' })
    await mediator.cases.move({ caseId, event: 'suspend', reason: '等伤残鉴定' })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({ state: 'paused' })
    centre.clock.pass(5 * 86_400_000)
    await mediator.cases.move({ caseId, event: 'resume' })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({
      pausedDays: 4,
      raw: '2027-01-04',
    })
    const until = d('2027-01-20')
    await mediator.cases.move({ caseId, event: 'extend', until, bothConsent: true })
    const { clocks, changes } = await mediator.clocks.ofCase({ caseId })
    expect(clocks.find(({ rule }) => rule === 'C5')).toMatchObject({ raw: until, state: 'running' })
    expect(changes.map(({ kind }) => kind)).toEqual(['extension', 'pause'])
    centre.clock.setWall(noonOf('2026-12-01'))
  })

  it('keeps an extension that the law does not know as a day set by the parties', async () => {
    const caseId = await assignedCase(centre)
    await mediator.cases.move({ caseId, event: 'takeOn' })
    const until = d('2026-12-28')
    await mediator.cases.move({ caseId, event: 'extend', until, bothConsent: true })
    expect(await clockOf(mediator, caseId, 'C3')).toMatchObject({
      raw: '2026-12-16',
      dueOn: until,
      override: { date: until },
    })
  })

  it('counts an extension that an earlier version kept on the time line only', async () => {
    const caseId = await assignedCase(centre, courtForm())
    await mediator.cases.move({ caseId, event: 'takeOn' })
    const until = d('2027-02-10')
    await mediator.cases.move({ caseId, event: 'extend', until, bothConsent: true })
    await centre
      .store()
      .db.updateTable('clock_changes')
      .set({ recorded_at: '2026-01-01T00:00:00.000Z', undone_at: '2026-12-01T00:00:00.000Z' })
      .where('case_id', '=', caseId)
      .execute()
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({ raw: until })
  })

  it('is not for the window, nor for a mediator of other cases', async () => {
    const caseId = await assignedCase(centre)
    const { receptionist, otherMediator } = centre.as
    for (const client of [receptionist, otherMediator])
      expect(await refusalCode(client.clocks.ofCase({ caseId }))).toBe('cases.notReadable')
    const event = { caseId, event: 'harmKnown', onDay: d('2026-01-01'), words: '' }
    expect(await refusalCode(receptionist.clocks.setDate(event))).toBe('cases.notYours')
    const recorded = { ...event, event: 'agreementEffective' }
    expect(await refusalCode(mediator.clocks.setDate(recorded))).toBe('clocks.unknownEvent')
    const far = { ...event, onDay: d('9999-12-31') }
    expect(await refusalCode(mediator.clocks.setDate(far))).toBe('clocks.tooFar')
    expect((await mediator.clocks.board({})).lines).toEqual(expect.anything())
  })

  it('a pause of any length adds exactly its days, in the store as in the engine', async () => {
    const { clocks } = await mediator.clocks.ofCase({
      caseId: await assignedCase(centre, courtForm()),
    })
    const plain = clocks.find(({ rule }) => rule === 'C5')
    const rule = centre.core.deadlineRules().find(({ id, validTo }) => id === 'C5' && !validTo)
    if (!plain?.raw || !rule) throw new Error('C5 runs')
    for (const length of [1, 2, 17, 30]) {
      const from = addDays(plain.base, 3)
      const to = addDays(from, length - 1)
      const counted = computeDeadline(
        rule,
        { base: plain.base, pauses: [{ from, to, reason: 'appraisal' }] },
        centre.core.calendar,
      )
      const caseId = await assignedCase(centre, courtForm())
      centre.clock.setWall(noonOf(to))
      const { id } = await mediator.clocks.change({
        ...change(caseId, 'C5'),
        kind: 'pause',
        onDay: from,
        untilDay: to,
        pauseReason: 'appraisal',
      })
      const moved = await clockOf(mediator, caseId, 'C5')
      expect(moved.raw).toBe(addDays(plain.raw, length))
      expect(counted).toMatchObject({ deadline: { raw: moved.raw } })
      await mediator.clocks.undoChange({ id, reason: '撤销' })
      expect((await clockOf(mediator, caseId, 'C5')).raw).toBe(plain.raw)
      centre.clock.setWall(noonOf('2026-12-01'))
    }
  })
})
