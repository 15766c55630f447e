import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Term } from '#db/domain/offer/term.ts'
import { bargain, certificate, draftOf, withTotal, type Bargain } from '#tests/support/bargain.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { entry } from '#tests/support/wage-case.ts'

describe('the agreement that grows out of the ledger', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  const agreedDeal = async () => {
    const deal = await bargain(centre)
    const duty = certificate(deal.firm)
    const offerId = await deal.make([deal.pay(10_000), duty], { partyId: deal.worker })
    expect(await deal.yes(offerId, deal.firm)).toBe(true)
    return { deal, duty, offerId, draft: await draftOf(deal) }
  }

  it('is drafted from the agreed package, in step with it', async () => {
    const { deal, draft, offerId } = await agreedDeal()
    const { content, step } = await draft.get()
    expect(content.clauses).toMatchObject([
      { kind: 'payment', text: '就拖欠工资', payment: { totalFen: 1_000_000 } },
      { kind: 'act', text: '云溪镇晨光童装厂于2026年12月5日前（含当日）出具离职证明。' },
    ])
    expect(step).toMatchObject({
      agreedOfferId: offerId,
      items: [{ state: 'inStep' }, { state: 'inStep' }],
    })
    expect(await deal.ledger()).toMatchObject({
      agreedOfferId: offerId,
      agreementId: draft.id,
      step,
    })
  })

  it('says what the package depends on, and takes it back into a proposal', async () => {
    const deal = await bargain(centre)
    const offerId = await deal.make([deal.pay(10_000)], {
      partyId: deal.worker,
      condition: '厂里先交还身份证。',
    })
    expect(await deal.yes(offerId, deal.firm)).toBe(true)
    const draft = await draftOf(deal)
    const { content, step } = await draft.get()
    expect(content.clauses.at(-1)).toMatchObject({
      kind: 'other',
      text: '以上约定以厂里先交还身份证为前提。',
    })
    expect(step?.items.map(({ state }) => state)).toEqual(['inStep', 'inStep'])
    await deal.mediator.offers.proposeFromAgreement({ id: uuid(), agreementId: draft.id })
    const proposed = (await deal.ledger()).offers.at(-1)
    expect(proposed).toMatchObject({ condition: '厂里先交还身份证' })
    expect(proposed?.terms).toHaveLength(1)
    await deal.mediator.offers.withdraw({ offerId })
    expect((await draft.get()).content.clauses).toEqual([])
  })

  it('starts empty while nothing is agreed', async () => {
    const deal = await bargain(centre)
    await deal.make([deal.pay(10_000)], { partyId: deal.worker })
    const draft = await draftOf(deal)
    expect(await draft.get()).toMatchObject({ content: { clauses: [] }, step: { items: [] } })
  })

  it('follows a later package and keeps how it is paid and what was written by hand', async () => {
    const { deal, duty, draft } = await agreedDeal()
    await draft.edit((clauses) => [
      ...clauses.map((clause) =>
        clause.payment
          ? { ...clause, payment: { ...clause.payment, method: 'cash', account: '当面点清' } }
          : clause,
      ),
      { id: uuid(), kind: 'other', text: '本协议一式三份。' },
    ])
    const { revision } = await draft.get()
    const later = await deal.make([
      deal.pay(12_000),
      duty,
      {
        id: uuid(),
        kind: 'apologise',
        byId: deal.firm,
        text: '',
      },
    ])
    expect(await deal.yes(later, deal.worker)).toBe(false)
    expect((await draft.get()).revision).toBe(revision)
    expect(await deal.yes(later, deal.firm)).toBe(true)
    const after = await draft.get()
    expect(after.revision).toBe(revision + 1)
    expect(after.content.clauses).toMatchObject([
      { payment: { totalFen: 1_200_000, method: 'cash', account: '当面点清' } },
      { kind: 'act' },
      { kind: 'apology', text: '云溪镇晨光童装厂向张三赔礼道歉。' },
      { text: '本协议一式三份。' },
    ])
    expect(await draft.states()).toEqual(['inStep', 'inStep', 'inStep'])
    expect(after.step?.agreedOfferId).toBe(later)
  })

  it('shows a change by hand, keeps it, and follows the package again on purpose only', async () => {
    const { draft } = await agreedDeal()
    await draft.edit((clauses) => clauses.slice(0, 1).map(withTotal(900_000)) as typeof clauses)
    const changed = await draft.get()
    expect(changed.step?.items).toMatchObject([
      { state: 'clauseChanged', fields: ['totalFen', 'instalments'] },
      { state: 'clauseMissing' },
    ])
    const { mediator } = centre.as
    expect(
      await refusalCode(
        mediator.agreements.followPackage({ id: draft.id, revision: changed.revision - 1 }),
      ),
    ).toBe('agreements.changedElsewhere')
    await mediator.agreements.followPackage({ id: draft.id, revision: changed.revision })
    expect(await draft.states()).toEqual(['inStep', 'inStep'])
    expect(await draft.totals()).toEqual([1_000_000, expect.stringContaining('离职证明')])
  })

  it('shows a conflict when both changed, without losing either', async () => {
    const { deal, duty, draft } = await agreedDeal()
    await draft.edit((clauses) => clauses.map(withTotal(900_000)) as typeof clauses)
    const later = await deal.make([deal.pay(12_000), duty])
    await deal.yes(later, deal.worker, deal.firm)
    expect(await draft.states()).toEqual(['bothChanged', 'inStep'])
    expect((await draft.totals())[0]).toBe(900_000)
    const { offers } = await deal.ledger()
    expect(offers.find(({ id }) => id === later)?.terms[0]).toMatchObject({ totalFen: 1_200_000 })
  })

  it('leaves nothing behind when the package is withdrawn, but what was changed by hand', async () => {
    const { deal, draft, offerId } = await agreedDeal()
    await draft.edit((clauses) => [
      ...clauses.map((clause) => (clause.payment ? clause : { ...clause, text: '改过了。' })),
      { id: uuid(), kind: 'other' as const, text: '手写的。' },
    ])
    await deal.mediator.offers.withdraw({ offerId })
    expect(await draft.totals()).toEqual(['改过了。', '手写的。'])
    expect(await draft.get()).toMatchObject({ step: { items: [{ state: 'termGone' }] } })
    expect((await draft.get()).step?.agreedOfferId).toBeUndefined()
    expect(
      await refusalCode(
        deal.mediator.agreements.followPackage({
          id: draft.id,
          revision: (await draft.get()).revision,
        }),
      ),
    ).toBe('offers.nothingAgreed')
  })

  it('loses its clauses when a party takes its yes back, and has them once when it says yes again', async () => {
    const { deal, draft, offerId } = await agreedDeal()
    const answer = (word: 'yes' | 'no') =>
      deal.mediator.offers.answer({ offerId, partyId: deal.firm, answer: word })
    expect(await answer('no')).toEqual({ agreed: false })
    expect(await draft.totals()).toEqual([])
    expect(await answer('yes')).toEqual({ agreed: true })
    expect(await draft.states()).toEqual(['inStep', 'inStep'])
    expect((await draft.get()).content.clauses).toHaveLength(2)
  })

  it('becomes a proposal that both must answer, after which it is in step again', async () => {
    const { deal, draft } = await agreedDeal()
    await draft.edit((clauses) => [
      ...(clauses.map(withTotal(900_000)) as typeof clauses),
      { id: uuid(), kind: 'other', text: '双方再无其他争议。' },
    ])
    const id = uuid()
    const { mediator } = deal
    const ask = () => mediator.offers.proposeFromAgreement({ id, agreementId: draft.id })
    expect(await ask()).toEqual({ ordinal: 2 })
    expect(await ask()).toEqual({ ordinal: 2 })
    const { offers } = await deal.ledger()
    expect(offers[1]).toMatchObject({
      id,
      terms: [{ kind: 'pay', totalFen: 900_000 }, { kind: 'act' }, { kind: 'other' }],
    })
    expect(offers[1]).not.toHaveProperty('partyId')
    expect(offers[1]).not.toHaveProperty('confidantId')
    expect(offers[1]?.terms.slice(0, 2).map((term) => term.id)).toEqual(
      offers[0]?.terms.map((term) => term.id),
    )
    const before = await draft.get()
    expect(await draft.states()).toEqual(['clauseChanged', 'inStep'])
    expect(await deal.yes(id, deal.worker)).toBe(false)
    expect(await deal.yes(id, deal.firm)).toBe(true)
    expect(await draft.states()).toEqual(['inStep', 'inStep', 'inStep'])
    const after = await draft.get()
    expect(after.content.clauses.map(({ origin: _, ...clause }) => clause)).toEqual(
      before.content.clauses.map(({ origin: _, ...clause }) => clause),
    )
    expect(after.revision).toBe(before.revision)
  })

  it('refuses to propose clauses that are not finished', async () => {
    const { deal, draft } = await agreedDeal()
    await draft.edit((clauses) => [...clauses, { id: uuid(), kind: 'other', text: ' ' }])
    const { code, reasons } = await refusal(
      deal.mediator.offers.proposeFromAgreement({ id: uuid(), agreementId: draft.id }),
    )
    expect([code, reasons?.[0]?.code]).toEqual(['offers.termsInvalid', 'textBlank'])
  })

  it('drops what a page says of the origin of a clause when it is not true', async () => {
    const { deal, draft, offerId } = await agreedDeal()
    const foreign = (await agreedDeal()).offerId
    const { content } = await draft.get()
    const [wages] = content.clauses
    const made = (origin: { offerId: string; termId: string }) => ({
      id: uuid(),
      kind: 'other' as const,
      text: '手写的。',
      origin,
    })
    await draft.edit((clauses) => [
      ...clauses.map(({ origin: _, ...clause }) => clause),
      made({ offerId: foreign, termId: uuid() }),
      made({ offerId, termId: wages?.origin?.termId ?? '' }),
    ])
    const after = (await draft.get()).content.clauses
    expect(after.map(({ origin }) => origin?.offerId)).toEqual([
      offerId,
      offerId,
      undefined,
      undefined,
    ])
    expect(deal.caseId).not.toBe('')
  })

  it('says nothing of offers to the head, who may change its words all the same', async () => {
    const { draft } = await agreedDeal()
    const { head } = centre.as
    const seen = await head.agreements.get({ id: draft.id })
    expect(seen.step).toBeUndefined()
    expect(JSON.stringify(seen)).not.toContain('origin')
    expect(JSON.stringify(await head.agreements.versions({ caseId: seen.caseId }))).not.toContain(
      'origin',
    )
    await head.agreements.save({ id: draft.id, revision: seen.revision, content: seen.content })
    expect(await draft.states()).toEqual(['inStep', 'inStep'])
  })
})

describe('an approved agreement', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  const submitted = async () => {
    const deal = await bargain(centre)
    const { mediator, sessionId } = deal
    const duty = certificate(deal.firm)
    const first = await deal.make([deal.pay(10_000), duty], { partyId: deal.worker })
    await deal.yes(first, deal.firm)
    const speaker = (await mediator.sessions.get({ id: sessionId })).attendees[1]?.id ?? ''
    await mediator.sessions.saveEntries({ sessionId, entries: [entry(speaker, '同意。', 1)] })
    await mediator.sessions.end({ sessionId, result: 'agreed', resultNote: '' })
    const draft = await draftOf(deal)
    const { revision, content } = await draft.get()
    await mediator.agreements.save({
      id: draft.id,
      revision,
      content: {
        ...content,
        facts: '拖欠工资。',
        issues: '工资。',
        responsibilities: '厂方承担。',
        performanceManner: '现金',
        performanceDeadline: '2027年1月15日前',
        performancePlace: '云溪镇',
        clauses: content.clauses.map((clause) =>
          clause.payment ? { ...clause, payment: { ...clause.payment, method: 'cash' } } : clause,
        ),
      },
    })
    const submit = async () => {
      const { reasons, revision: now } = await draft.get()
      const passedWarnings = reasons
        .filter(({ level }) => level === 'warn')
        .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '已向双方说明' }))
      await mediator.agreements.submit({ id: draft.id, revision: now, passedWarnings })
      return now
    }
    return { deal, duty, draft, first, submit, revision: await submit() }
  }
  const make = (deal: Bargain, terms: Term[]) => deal.make(terms, { sessionId: undefined })

  it('holds nothing of the ledger, in its frozen text and in what was submitted', async () => {
    const { draft, revision } = await submitted()
    await centre.as.head.agreements.approve({ id: draft.id, revision })
    const { connection } = centre.store()
    const texts = [
      ...connection.all('SELECT frozen AS text FROM agreements WHERE frozen IS NOT NULL'),
      ...connection.all('SELECT content AS text FROM agreement_reviews WHERE content IS NOT NULL'),
    ].map(({ text }) => String(text))
    expect(texts).toHaveLength(2)
    for (const text of texts) expect(text).not.toMatch(/origin|offerId|termId/)
    expect(await draft.states()).toEqual(['inStep', 'inStep'])
  })

  it('is pulled back from the head when what it rests on is agreed no longer', async () => {
    const { deal, draft, first, revision } = await submitted()
    await deal.mediator.offers.withdraw({ offerId: first })
    expect(await draft.get()).toMatchObject({ status: 'draft', content: { clauses: [] } })
    expect(
      await refusalCode(centre.as.head.agreements.approve({ id: draft.id, revision })),
    ).toMatch(/^agreements\./)
  })

  it('keeps lying with the head when another package says the same', async () => {
    const { deal, duty, draft } = await submitted()
    const same = await make(deal, [deal.pay(10_000), duty])
    expect(await deal.yes(same, deal.worker, deal.firm)).toBe(true)
    expect((await draft.get()).status).toBe('submitted')
    expect(await draft.states()).toEqual(['inStep', 'inStep'])
  })

  it('lets nobody take back what it rests on, before a new version', async () => {
    const { deal, duty, draft, first, revision } = await submitted()
    const { mediator } = deal
    await centre.as.head.agreements.approve({ id: draft.id, revision })
    const takeBack = () => [
      mediator.offers.withdraw({ offerId: first }),
      mediator.offers.answer({ offerId: first, partyId: deal.firm, answer: 'no' }),
    ]
    for (const asking of takeBack())
      expect(await refusalCode(asking)).toBe('offers.agreementFrozen')
    const later = await make(deal, [deal.pay(12_000), duty])
    expect(await deal.yes(later, deal.worker, deal.firm)).toBe(true)
    expect(await draft.totals()).toEqual([1_000_000, expect.any(String)])

    const { id } = await mediator.agreements.revise({ id: draft.id })
    const second = await mediator.agreements.get({ id })
    expect(second.content.clauses[0]).toMatchObject({
      payment: { totalFen: 1_200_000, method: 'cash' },
    })
    expect(second.step).toMatchObject({
      agreedOfferId: later,
      items: [{ state: 'inStep' }, { state: 'inStep' }],
    })
    await mediator.offers.withdraw({ offerId: later })
    const third = await mediator.agreements.get({ id })
    expect(third.step?.agreedOfferId).toBe(first)
    expect(third.content.clauses[0]?.payment?.totalFen).toBe(1_000_000)
    expect(third.content.clauses).toHaveLength(2)
  })
})
