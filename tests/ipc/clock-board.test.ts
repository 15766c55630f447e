import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BoardLine } from '#contract/clocks.ts'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, staff, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { holidayNotices } from '#tests/support/holiday-notices.ts'
import { setDay, signedCase } from '#tests/support/clock-case.ts'
import { assignedCase, draftedAgreement, heldCase, wageForm } from '#tests/support/wage-case.ts'

const d = localDate

const linesOf = async (client: Client, caseId: string): Promise<BoardLine[]> =>
  (await client.clocks.board({})).lines.filter((line) => line.caseId === caseId)

const inFull = (lines: readonly BoardLine[]) =>
  lines.map(({ group, kind, ruleId }) => [group, kind, ruleId].filter(Boolean).join(' ')).toSorted()

describe('clocks.board', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('shows a mediator his own cases, the head all, and nobody else any', async () => {
    setDay(centre, '2026-11-22')
    const caseId = await assignedCase(centre)
    setDay(centre, '2026-12-04')
    const { mediator, otherMediator, head, lawyer, administrator } = centre.as
    const [line] = await linesOf(mediator, caseId)
    expect(line).toMatchObject({
      group: 'soon',
      kind: 'deadline',
      ruleId: 'C3',
      what: '劳动争议调解期限',
      dueOn: '2026-12-07',
      rolled: '2026-12-07',
      by: 'mediator',
      mediatorName: staff.mediator,
      parties: '张三、云溪镇晨光童装厂',
    })
    expect(await linesOf(head, caseId)).toEqual([line])
    expect(await linesOf(otherMediator, caseId)).toEqual([])
    for (const client of [lawyer, administrator])
      expect(await client.clocks.board({})).toMatchObject({ lines: [], missingYears: [] })
  })

  it('shows the window what waits for acceptance, without amounts or obligations', async () => {
    setDay(centre, '2026-11-22')
    const { receptionist } = centre.as
    const form = { ...wageForm(), otherSide: 'notAsked' as const }
    const { caseId } = await receptionist.intake.submit({ form })
    const signed = await signedCase(centre)
    setDay(centre, '2026-12-20')
    const { lines } = await receptionist.clocks.board({})
    expect(inFull(lines.filter((line) => line.caseId === caseId))).toEqual(['overdue deadline C3'])
    expect(lines.some((line) => line.caseId === signed.caseId)).toBe(false)
    expect(JSON.stringify(lines)).not.toMatch(/\d,\d{3}\.\d\d/)
    expect(lines.every(({ kind }) => kind === 'deadline')).toBe(true)
  })

  it('reminds of confirmation, review and each instalment, and tells what is late', async () => {
    setDay(centre, '2026-11-22')
    const { caseId } = await signedCase(centre)
    const { mediator } = centre.as
    setDay(centre, '2026-12-04')
    const before = await linesOf(mediator, caseId)
    expect(inFull(before.filter(({ kind }) => kind === 'deadline'))).toEqual(['soon deadline F1'])
    setDay(centre, '2026-12-18')
    const now = await linesOf(mediator, caseId)
    expect(now.filter(({ kind }) => kind === 'deadline')).toMatchObject([
      { group: 'soon', ruleId: 'E1', dueOn: '2026-12-22' },
    ])
    // 20 December is a Sunday: banks are open on the Friday before.
    expect(now.filter(({ kind }) => kind === 'obligation')).toMatchObject([
      { group: 'today', dueOn: '2026-12-18', what: '第1项第1期 5,682.76 元到期' },
    ])
    setDay(centre, '2026-12-21')
    const last = (await linesOf(mediator, caseId)).find(({ kind }) => kind === 'obligation')
    expect(last).toMatchObject({ group: 'today', what: '第1项第1期 5,682.76 元到期' })
    // On the calendar it stands under today, not under the Friday that is over.
    const stretch = { from: d('2026-12-21'), to: d('2027-01-31') }
    const shown = (await mediator.clocks.calendar(stretch)).lines.find(
      ({ key }) => key === last?.key,
    )
    expect(shown).toMatchObject({ group: 'today', dueOn: '2026-12-21' })
    setDay(centre, '2026-12-22')
    const late = (await linesOf(mediator, caseId)).find(({ kind }) => kind === 'obligation')
    expect(late).toMatchObject({ group: 'overdue', what: '第1项第1期 5,682.76 元逾期' })
    await mediator.obligations.record({
      obligationId: late?.objectId ?? '',
      doneOn: d('2026-12-21'),
      amountFen: 568_276,
      method: '转账',
      note: '',
      proofIds: [],
      spread: false,
    })
    const after = await linesOf(mediator, caseId)
    expect(after.filter(({ kind }) => kind === 'obligation')).toEqual([])
  })

  it('tells the mediator that the head has the agreement, and the head that it is his turn', async () => {
    setDay(centre, '2026-11-22')
    const caseId = await heldCase(centre)
    const { id, revision } = await draftedAgreement(centre, caseId)
    const { mediator, head } = centre.as
    const passedWarnings = (await mediator.agreements.get({ id })).reasons
      .filter(({ level }) => level === 'warn')
      .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
    await mediator.agreements.submit({ id, revision, passedWarnings })
    const approvals = async (client: Client) =>
      (await linesOf(client, caseId)).filter(({ kind }) => kind === 'approval')
    expect(await approvals(mediator)).toMatchObject([
      { group: 'waiting', waitingFor: '中心主任审批', objectId: id },
    ])
    expect(await approvals(head)).toMatchObject([{ group: 'today', by: 'head', objectId: id }])
  })

  it('waits while an appraisal stops the clock, and names a case that has no day at all', async () => {
    setDay(centre, '2026-11-22')
    const { mediator } = centre.as
    const court = { ...wageForm(), sourceCode: 'S30', typeCode: '04.01' }
    const paused = await assignedCase(centre, court)
    await mediator.cases.move({ caseId: paused, event: 'takeOn' })
    await mediator.cases.move({ caseId: paused, event: 'suspend', reason: '等鉴定意见' })
    setDay(centre, '2026-11-25')
    const lines = await linesOf(mediator, paused)
    expect(lines.find(({ ruleId }) => ruleId === 'C5')).toMatchObject({
      group: 'waiting',
      waitingFor: '鉴定结束',
    })

    setDay(centre, '2026-11-22')
    const withdrawn = await assignedCase(centre)
    await centre.as.head.cases.move({ caseId: withdrawn, event: 'withdraw', reason: '不告了' })
    const visits = await mediator.visits.ofCase({ caseId: withdrawn })
    for (const { id, revision } of visits.visits)
      await mediator.visits.skip({ id, revision, reason: '已搬走' })
    expect(inFull(await linesOf(mediator, withdrawn))).toEqual(['noNextStep noNextStep'])
  })

  it('counts what it does not list, and asks for the days off of next year only when needed', async () => {
    setDay(centre, '2026-11-22')
    const { head } = centre.as
    const early = await head.clocks.board({})
    const listed = early.lines.length
    expect(Object.values(early.totals).reduce((sum, count) => sum + count, 0)).toBe(listed)
    setDay(centre, '2026-12-20')
    await assignedCase(centre)
    expect((await head.clocks.board({})).missingYears).toEqual([2027])
  })

  it('asks the store as often for many cases as for one', async () => {
    const count = async () => {
      const { connection } = centre.store()
      const prepare = connection.prepare.bind(connection)
      let statements = 0
      connection.prepare = (sql) => {
        statements += 1
        return prepare(sql)
      }
      await centre.as.head.clocks.board({})
      connection.prepare = prepare
      return statements
    }
    setDay(centre, '2026-12-20')
    const before = await count()
    for (let index = 0; index < 10; index += 1) await assignedCase(centre)
    expect(await count()).toBe(before)
    expect(before).toBeLessThan(25)
  })
})

describe('clocks.calendar', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
    await signedCase(centre)
  })
  afterAll(() => centre.close())
  const december = { from: d('2026-12-01'), to: d('2026-12-31') }

  it('shows what falls into the stretch by its day, with the days off', async () => {
    const { lines, daysOff, workdays, missingYears } = await centre.as.mediator.clocks.calendar({
      from: d('2026-09-01'),
      to: d('2027-01-31'),
    })
    expect(lines.map(({ dueOn }) => dueOn)).toEqual(lines.map(({ dueOn }) => dueOn).toSorted())
    expect(inFull(lines)).toEqual(
      expect.arrayContaining(['soon deadline E1', 'soon deadline F1', 'soon obligation']),
    )
    expect(daysOff).toContain('2026-10-01')
    expect(workdays).toContain('2026-10-10')
    expect(missingYears).toEqual([2027])
    const short = await centre.as.mediator.clocks.calendar(december)
    expect(short.lines.every(({ dueOn }) => dueOn >= '2026-12-01' && dueOn <= '2026-12-31')).toBe(
      true,
    )
    expect((await centre.as.otherMediator.clocks.calendar(december)).lines).toEqual([])
  })

  const exported = async (withNames: boolean) => {
    const file = join(mkdtempSync(join(tmpdir(), 'tanxin-ics-')), 'clocks.ics')
    centre.host.saveTo = file
    const told = await centre.as.mediator.clocks.exportCalendar({ ...december, withNames })
    centre.host.saveTo = undefined
    const text = readFileSync(file, 'utf8')
    const calendar = new ICAL.Component(ICAL.parse(text))
    const events = calendar
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
    return { told, text, calendar, events }
  }

  it('leaves as a calendar file that reads back: whole days, an alarm each, the same ids again', async () => {
    const { lines } = await centre.as.mediator.clocks.calendar(december)
    const { told, calendar, events } = await exported(true)
    expect(told).toEqual({ saved: 'clocks.ics', count: lines.length })
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai')
    expect(events.map((event) => event.startDate.toString())).toEqual(
      lines.map(({ dueOn }) => dueOn),
    )
    for (const { startDate, component, summary } of events) {
      expect(startDate.isDate).toBe(true)
      const alarm = component.getFirstSubcomponent('valarm')
      expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('PT9H')
      expect(alarm?.getFirstProperty('trigger')?.getFirstParameter('related')).toBe('START')
      expect(summary).toContain('张三')
    }
    const ids = events.map(({ uid }) => uid)
    expect(new Set(ids).size).toBe(ids.length)
    expect((await exported(true)).events.map(({ uid }) => uid)).toEqual(ids)
  })

  it('names nobody unless it is asked to', async () => {
    const { text, events } = await exported(false)
    const unfolded = text.replaceAll('\r\n ', '')
    expect(events.length).toBeGreaterThan(0)
    for (const name of ['张三', '晨光', staff.mediator]) expect(unfolded).not.toContain(name)
    expect(unfolded).toContain('MT-2026-000001')
  })

  it('writes nothing when the person thinks better of it', async () => {
    const asked = { ...december, withNames: true }
    const answer = await centre.as.mediator.clocks.exportCalendar(asked)
    expect(answer.saved).toBeUndefined()
  })
})

describe('holidays', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('are read out of the notice and told with their place when they do not add up', async () => {
    const { head } = centre.as
    const text = holidayNotices[2023] ?? ''
    const read = await head.holidays.read({ text, year: 2023 })
    expect(read).toMatchObject({ ok: true, faults: [], days: { number: '国办发明电〔2022〕16号' } })
    expect(read.days?.otherYears.holidays).toEqual(['2022-12-31'])
    const wrong = await head.holidays.read({ text: text.replace('共7天', '共8天'), year: 2023 })
    expect(wrong).toMatchObject({ ok: false, faults: [{ code: 'countWrong' }] })
    expect(wrong.faults[0]?.words).toContain('对不上')
  })

  it('take the place of the shipped table until they are taken out again', async () => {
    const { head, mediator, administrator } = centre.as
    const caseId = await assignedCase(centre)
    const rolled = async () =>
      (await mediator.clocks.ofCase({ caseId })).clocks.find(({ rule }) => rule === 'C3')?.rolled
    const shipped = (await head.holidays.list({})).find(({ year }) => year === 2026)
    expect(shipped).toMatchObject({ own: false })
    expect(shipped?.source).not.toBe('')
    expect(await rolled()).toBe('2026-12-07')
    const table = {
      year: 2026,
      holidays: [d('2026-12-07')],
      workdays: [],
      source: '练习用表',
      notice: '原文',
    }
    await administrator.holidays.save(table)
    expect(await rolled()).toBe('2026-12-08')
    expect((await head.holidays.list({})).filter(({ year }) => year === 2026)).toMatchObject([
      { own: true, enteredByName: staff.administrator, source: '练习用表' },
    ])
    await head.holidays.save({ ...table, holidays: [d('2026-12-08')] })
    await head.holidays.remove({ year: 2026 })
    expect(await rolled()).toBe('2026-12-07')
    expect(await refusalCode(head.holidays.remove({ year: 2026 }))).toBe('holidays.notFound')
  })

  it.each([
    ['otherYear', { holidays: [d('2028-01-01')], workdays: [] }],
    ['twice', { holidays: [d('2027-01-01'), d('2027-01-01')], workdays: [] }],
    ['notWeekend', { holidays: [d('2027-01-01')], workdays: [d('2027-01-04')] }],
  ])('are refused when a day is wrong: %s', async (reason, days) => {
    const input = { year: 2027, source: '通知', notice: '', ...days }
    expect(await refusal(centre.as.head.holidays.save(input))).toMatchObject({
      code: 'holidays.invalid',
      details: { reason },
    })
  })
})

describe('the control slip', () => {
  it('prints every clock with its two days, its source and how it was counted', async () => {
    const centre = await openCentre()
    const { caseId } = await signedCase(centre)
    const { mediator, receptionist } = centre.as
    await mediator.clocks.change({
      caseId,
      rule: 'E1',
      kind: 'override',
      onDay: d('2026-12-18'),
      consents: [],
      words: '法院要求提前',
    })
    const key = { form: 'control-slip', objectId: caseId }
    await mediator.papers.preview(key)
    const rendered = centre.host.rendered.at(-1)?.html ?? ''
    const html = rendered.replaceAll('<span class="s"> </span>', '')
    const { clocks } = await mediator.clocks.ofCase({ caseId })
    for (const { name, source } of clocks) {
      expect(html).toContain(name)
      expect(html).toContain(source)
    }
    expect(html).toContain('推算为 2026.12.22')
    expect(html).toContain('法院要求提前')
    expect(await refusalCode(receptionist.papers.preview(key))).toBe('cases.notReadable')
    await centre.close()
  })
})
