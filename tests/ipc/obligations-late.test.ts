import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clause } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import { paperPage } from '#tests/support/scan/paper-page.ts'
import { toPng } from '#tests/support/scan/png.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { openSignedCase } from '#tests/support/signed-case.ts'
import { allSignatures, arrearsFen } from '#tests/support/wage-case.ts'

const part = 568_276

let desk: Awaited<ReturnType<typeof openSignedCase>>
beforeEach(async () => {
  desk = await openSignedCase()
})
afterEach(() => desk.centre.close())

describe('obligations.urge', () => {
  it('notes who was reached and what he promised', async () => {
    desk.goTo('2026-12-23')
    const [first] = (await desk.get()).obligations
    await desk.mediator.obligations.urge({
      caseId: desk.caseId,
      obligationId: first?.id,
      at: desk.clock.now(),
      channel: 'phone',
      person: '李四',
      answer: 'promised',
      promisedOn: localDate('2026-12-28'),
      promisedFen: 300_000,
      words: '说月底有货款。',
    })
    expect((await desk.get()).urges).toMatchObject([
      { person: '李四', promisedOn: '2026-12-28', obligationTitle: '第1项第1期' },
    ])
    const later = { caseId: desk.caseId, at: '2027-01-01T00:00:00.000Z', channel: 'phone' as const }
    expect(
      await refusalCode(
        desk.mediator.obligations.urge({ ...later, person: '', answer: 'reached', words: '' }),
      ),
    ).toBe('obligations.urgedLater')
  })

  it('keeps a promise on the board when a letter follows, until the debtor says something else', async () => {
    desk.goTo('2026-12-23')
    const [first] = (await desk.get()).obligations
    const said = {
      caseId: desk.caseId,
      obligationId: first?.id,
      channel: 'phone' as const,
      person: '李四',
      words: '',
    }
    const urge = async (answer: 'promised' | 'refused', promisedOn?: string) =>
      desk.mediator.obligations.urge({
        ...said,
        at: desk.clock.now(),
        answer,
        ...(promisedOn === undefined ? {} : { promisedOn: localDate(promisedOn) }),
      })
    const promises = async () =>
      (await desk.mediator.clocks.board({})).lines.filter(({ kind }) => kind === 'promise')
    await urge('promised', '2026-12-25')
    const caseId = desk.caseId
    await desk.mediator.obligations.urgeLetter({ caseId, obligationIds: [first?.id ?? ''] })
    desk.goTo('2026-12-25')
    expect(await promises()).toMatchObject([{ group: 'today', dueOn: '2026-12-25' }])
    await urge('refused')
    expect(await promises()).toEqual([])
  })

  it('writes the letter with the sums of its day, which later payments do not change', async () => {
    const { obligations } = await desk.get()
    const ids = obligations.map(({ id }) => id)
    expect(
      await refusalCode(
        desk.mediator.obligations.urgeLetter({ caseId: desk.caseId, obligationIds: ids }),
      ),
    ).toBe('obligations.nothingLate')
    await desk.pay(0, 500_000)
    desk.goTo('2026-12-23')
    const { objectId } = await desk.mediator.obligations.urgeLetter({
      caseId: desk.caseId,
      obligationIds: ids,
    })
    const text = await desk.paper('urge-letter', objectId)
    expect(text).toContain('云溪镇晨光童装厂：')
    expect(text).toContain(
      `第1项第1期（休息日，顺延到2026年12月21日）\t2026.12.20\t5,682.76\t5,000.00\t682.76\t2`,
    )
    expect(text).toContain('2026年12月30日前履行')
    expect(text).not.toContain('第1项第2期')
    await desk.pay(0, part - 500_000)
    expect(await desk.paper('urge-letter', objectId)).toBe(text)
    expect((await desk.get()).urges[0]).toMatchObject({ channel: 'letter', sheetId: objectId })
  })
})

describe('a corrected agreement', () => {
  /** The same wages in two parts, the first one larger. */
  const twoParts: [string, number][] = [
    ['2027-01-10', part],
    ['2027-03-10', arrearsFen - part],
  ]

  /** The wages in other parts, or none any more but an excuse. */
  const correct = async (
    parts: [string, number][] | 'noMoney' = twoParts,
    of = desk.agreementId,
  ) => {
    const { agreements } = desk.mediator
    const { id } = await agreements.revise({ id: of })
    const { content, revision } = await agreements.get({ id })
    const [first] = content.clauses
    const clauses = content.clauses.map((clause): Clause => {
      if (clause.id !== first?.id || !clause.payment) return clause
      if (parts === 'noMoney')
        return { id: clause.id, kind: 'act', text: '晨光童装厂向张三书面道歉。' }
      const instalments = parts.map(([dueOn, amountFen]) => ({
        dueOn: localDate(dueOn),
        amountFen,
      }))
      const totalFen = parts.reduce((sum, [, amountFen]) => sum + amountFen, 0)
      return { ...clause, payment: { ...clause.payment, totalFen, instalments } }
    })
    const saved = await agreements.save({
      id,
      revision,
      content: { ...content, clauses, performanceDeadline: '2027年3月10日前全部付清' },
    })
    const { reasons } = await agreements.get({ id })
    const passedWarnings = reasons
      .filter(({ level }) => level === 'warn')
      .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
    await agreements.submit({ id, revision: saved.revision, passedWarnings })
    await desk.centre.as.head.agreements.approve({ id, revision: saved.revision })
    await agreements.sign({ id, signatures: await allSignatures(desk.centre, desk.mediator, id) })
    return id
  }

  it('drops what was not done and lets what was paid count under the new text', async () => {
    await desk.pay(0, part)
    await desk.pay(1, 100_000)
    desk.goTo('2026-12-21')
    const id = await correct()
    const found = await desk.get()
    expect(found.agreementId).toBe(id)
    expect(found.obligations.map(({ state, paidFen }) => [state, paidFen])).toEqual([
      ['done', part],
      ['partly', 100_000],
      ['dropped', 0],
      ['dropped', 0],
      ['dropped', 0],
    ])
    expect(found.totals).toMatchObject({ dueFen: arrearsFen, paidFen: part + 100_000 })
    const old = found.obligations.find(({ state }) => state === 'dropped')
    expect(
      await refusalCode(
        desk.mediator.obligations.record({
          obligationId: old?.id ?? '',
          doneOn: desk.today(),
          amountFen: 1,
          method: '',
          note: '',
          proofIds: [],
          spread: false,
        }),
      ),
    ).toBe('obligations.dropped')
  })

  it('opens a performed case again when it owes more', async () => {
    await desk.pay(0, arrearsFen, { spread: true })
    expect(await desk.statusOf()).toBe('performed')
    await correct([
      ['2026-12-21', arrearsFen],
      ['2027-03-10', 100_000],
    ])
    expect(await desk.statusOf()).toBe('effective')
    // What was paid counts for what is due first: nothing is late.
    expect((await desk.get()).obligations.map(({ leftFen }) => leftFen)).toEqual([
      0, 100_000, 0, 0, 0,
    ])
    await desk.pay(1, 100_000)
    expect(await desk.statusOf()).toBe('performed')
  })

  it('asks no more for what only the earlier text owed, also when its payment is taken back', async () => {
    const { performanceIds } = await desk.pay(0, part)
    await correct('noMoney')
    expect((await desk.get()).totals).toMatchObject({ dueFen: 0, leftFen: 0 })
    const kept = (await desk.get()).obligations.find(({ paidFen }) => paidFen > 0)
    expect(kept).toMatchObject({ state: 'dropped', paidFen: part })
    await desk.mediator.obligations.undo({ performanceId: performanceIds[0] ?? '', reason: '错了' })
    expect((await desk.get()).totals).toMatchObject({ dueFen: 0, leftFen: 0 })
  })

  it('counts money that one correction had no place for under the next that has', async () => {
    await desk.pay(0, arrearsFen - 100, { spread: true })
    const smaller = await correct([['2027-03-10', 100_000]])
    expect(await desk.statusOf()).toBe('performed')
    expect((await desk.get()).totals).toMatchObject({ dueFen: 100_000, paidFen: 100_000 })
    await correct(twoParts, smaller)
    expect((await desk.get()).totals).toMatchObject({ paidFen: arrearsFen - 100, leftFen: 100 })
    expect(await desk.statusOf()).toBe('effective')
  })

  it('leaves the slip of a payment in the volume when its sum goes to several instalments', async () => {
    const path = join(desk.centre.core.dir, '..', '转账.png')
    writeFileSync(path, toPng(await paperPage({ width: 40, height: 60, lines: 1 })))
    desk.centre.host.files = [path]
    const { ids } = await desk.mediator.attachments.add({ caseId: desk.caseId, kind: 'other' })
    await desk.pay(0, part, { proofIds: ids })
    await correct([
      ['2027-01-10', 300_000],
      ['2027-03-10', arrearsFen - 300_000],
    ])
    const { papers } = await desk.mediator.dossiers.get({ caseId: desk.caseId })
    expect(papers.filter(({ form }) => form === 'f12-slip')).toMatchObject([
      { state: 'there', scans: { pages: [expect.anything()] } },
    ])
  })

  it('takes away the lateness of days that no longer hold', async () => {
    desk.goTo('2026-12-22')
    await desk.mediator.obligations.sweep({})
    expect(await desk.statusOf()).toBe('overdue')
    await correct()
    expect(await desk.statusOf()).toBe('effective')
  })
})
