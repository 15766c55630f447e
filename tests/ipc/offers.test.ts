import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Term } from '#db/domain/offer/term.ts'
import { bargain, parts, type Bargain } from '#tests/support/bargain.ts'
import { openCentre, type StaffedCentre, type StaffKey } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { assignedCase, entry, heldSession } from '#tests/support/wage-case.ts'
import { auditRows, wholeStore } from '#tests/support/watched-store.ts'

describe('the offer ledger', () => {
  let centre: StaffedCentre
  let deal: Bargain
  const made: string[] = []
  beforeAll(async () => {
    centre = await openCentre()
    deal = await bargain(centre)
  })
  afterAll(() => centre.close())

  it('numbers offers and keeps one that is sent twice once', async () => {
    const { mediator, caseId, worker, pay } = deal
    const form = {
      id: uuid(),
      caseId,
      partyId: worker,
      terms: { terms: [pay(17_000)], condition: '今年付清', note: '' },
    }
    expect(await mediator.offers.make(form)).toEqual({ ordinal: 1 })
    expect(await mediator.offers.make(form)).toEqual({ ordinal: 1 })
    expect(
      await refusal(
        mediator.offers.make({ ...form, terms: { ...form.terms, terms: [pay(16_000)] } }),
      ),
    ).toMatchObject({ code: 'offers.alreadyMade', details: { ordinal: 1 } })
    made.push(form.id)
    expect((await deal.ledger()).offers).toMatchObject([
      { id: form.id, ordinal: 1, partyId: worker, condition: '今年付清', answers: [] },
    ])
  })

  it('keeps what is said in a separate talk to the one with whom it is held', async () => {
    const { mediator, sessionId, firm, worker, pay } = deal
    made.push(await deal.make([pay(8_000)], { partyId: firm, replyTo: made[0] ?? '' }))
    await mediator.sessions.beginPart({ sessionId, kind: 'separate', partyId: firm })
    made.push(await deal.make([pay(12_000)], { partyId: firm }))
    made.push(await deal.make([pay(14_000)]))
    await mediator.sessions.beginPart({ sessionId, kind: 'joint' })
    made.push(await deal.make([pay(13_000)], { partyId: worker, replyTo: made[1] ?? '' }))
    const { offers } = await deal.ledger()
    expect(offers.map(({ ordinal, confidantId }) => [ordinal, confidantId])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, firm],
      [4, firm],
      [5, undefined],
    ])
    expect(
      await mediator.offers.make({
        id: uuid(),
        caseId: deal.caseId,
        partyId: worker,
        confidantId: worker,
        terms: { terms: [pay(12_500)], condition: '', note: '电话里说的' },
      }),
    ).toEqual({ ordinal: 6 })
    expect(await refusalCode(deal.make([pay(1)], { partyId: worker, confidantId: firm }))).toBe(
      'offers.confidantNotTheParty',
    )
  })

  it('shows the distance between the sides', async () => {
    const { distances } = await deal.ledger()
    expect(
      distances.map(({ side, amountFen, distanceFen }) => [side, amountFen, distanceFen]),
    ).toEqual([
      ['claimant', 1_700_000, undefined],
      ['opponent', 800_000, 900_000],
      ['opponent', 1_200_000, 500_000],
      ['mediator', 1_400_000, 500_000],
      ['claimant', 1_300_000, 100_000],
      ['claimant', 1_250_000, 50_000],
    ])
  })

  it('lets nobody answer what they were not told, until it is released once', async () => {
    const { mediator, worker, firm, pay } = deal
    const whispered = made[2] ?? ''
    const answer = { offerId: whispered, partyId: worker, answer: 'yes' as const }
    expect(await refusalCode(mediator.offers.answer(answer))).toBe('offers.notReleased')
    expect(
      await refusalCode(deal.make([pay(13_000)], { partyId: worker, replyTo: whispered })),
    ).toBe('offers.notReleased')
    expect(await refusalCode(mediator.offers.release({ offerId: made[0] ?? '' }))).toBe(
      'offers.notConfidential',
    )
    await mediator.offers.release({ offerId: whispered })
    expect(await refusalCode(mediator.offers.release({ offerId: whispered }))).toBe(
      'offers.alreadyReleased',
    )
    expect(await mediator.offers.answer({ ...answer, answer: 'no' })).toEqual({ agreed: false })
    expect((await deal.ledger()).offers[2]?.answers).toMatchObject([
      { partyId: worker, answer: 'no' },
    ])
    expect(
      await mediator.offers.answer({ offerId: made[3] ?? '', partyId: firm, answer: 'yes' }),
    ).toEqual({ agreed: false })
  })

  it('takes no mere no for the withdrawal of an own offer, and nothing after one', async () => {
    const { mediator, firm, worker } = deal
    const own = { offerId: made[1] ?? '', partyId: firm, answer: 'no' as const }
    expect(await refusal(mediator.offers.answer(own))).toMatchObject({
      code: 'offers.useWithdraw',
      details: { ordinal: 2 },
    })
    await mediator.offers.withdraw({ offerId: own.offerId })
    const later = [
      mediator.offers.withdraw({ offerId: own.offerId }),
      mediator.offers.release({ offerId: own.offerId }),
      mediator.offers.answer({ offerId: own.offerId, partyId: worker, answer: 'yes' }),
    ]
    for (const asking of later) expect(await refusalCode(asking)).toBe('offers.withdrawn')
  })

  it('keeps the same word said twice once, and every other word', async () => {
    const { mediator, worker, ledger } = deal
    const offerId = made[2] ?? ''
    for (const answer of ['no', 'no', 'yes', 'yes', 'no'] as const)
      await mediator.offers.answer({ offerId, partyId: worker, answer })
    expect((await ledger()).offers[2]?.answers.map(({ answer }) => answer)).toEqual([
      'no',
      'yes',
      'no',
    ])
  })

  it('refuses terms that no clause could be made of, with every reason', async () => {
    const { worker, pay } = deal
    const before = wholeStore(centre)
    const wrong = await refusal(
      deal.make([
        pay(100, { payerId: worker }),
        { id: uuid(), kind: 'act', byId: uuid(), text: '' },
        pay(100, { id: uuid(), instalments: parts(9_000) }),
      ]),
    )
    expect(wrong.code).toBe('offers.termsInvalid')
    expect(wrong.reasons?.map(({ path, code }) => [path, code])).toEqual([
      ['terms.0.payeeId', 'payerIsPayee'],
      ['terms.1.byId', 'partyUnknown'],
      ['terms.1.text', 'textBlank'],
      ['terms.2.instalments', 'instalmentSum'],
    ])
    const strangers = { partyId: uuid() }
    expect(await refusalCode(deal.make([pay(1)], strangers))).toBe('parties.notFound')
    expect(await refusalCode(deal.make([pay(1)], { replyTo: uuid() }))).toBe('offers.notFound')
    expect(await refusalCode(deal.make([pay(1)], { sessionId: uuid() }))).toBe('sessions.notFound')
    expect(wholeStore(centre)).toEqual(before)
  })

  it('reads terms of this case out of what was typed', async () => {
    const { mediator, caseId, firm, worker } = deal
    const read = await mediator.offers.read({
      caseId,
      partyId: firm,
      text: '我们同意12月5日前先付给张三一万八。',
    })
    expect(read).toMatchObject([
      { kind: 'pay', amountFen: 1_800_000, payerId: firm, payeeId: worker, dueOn: ['2026-12-05'] },
    ])
  })

  it('keeps every party of whom an offer may speak, be it named under the seal only', async () => {
    const { mediator, caseId } = deal
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const sides = partyRecords.map(({ age: _, ...party }) => party)
    const guarantor = {
      kind: 'person' as const,
      role: 'thirdParty' as const,
      name: '王五',
      representatives: [],
    }
    await mediator.cases.updateParties({ caseId, parties: [...sides, guarantor] })
    expect((await deal.ledger()).parties.map(({ side }) => side)).toEqual([
      'claimant',
      'opponent',
      'opponent',
    ])
    expect(await refusal(mediator.cases.updateParties({ caseId, parties: sides }))).toMatchObject({
      code: 'parties.frozen',
      details: { name: '王五' },
    })
  })

  it('goes on only while the case is alive', async () => {
    const { mediator, caseId, sessionId, worker, pay } = deal
    const speaker = (await mediator.sessions.get({ id: sessionId })).attendees[1]?.id ?? ''
    await mediator.sessions.saveEntries({ sessionId, entries: [entry(speaker, '再想想。', 1)] })
    await mediator.sessions.end({ sessionId, result: 'notAgreed', resultNote: '' })
    expect(await refusalCode(deal.make([pay(1)]))).toBe('sessions.alreadyEnded')
    const { moves } = await mediator.cases.get({ id: caseId })
    expect(moves).toContain('suspend')
    await mediator.cases.move({ caseId, event: 'suspend', reason: '等鉴定' })
    const stopped = [
      deal.make([pay(1)], { sessionId: undefined }),
      mediator.offers.answer({ offerId: made[0] ?? '', partyId: worker, answer: 'yes' }),
      mediator.offers.withdraw({ offerId: made[0] ?? '' }),
    ]
    for (const asking of stopped) expect(await refusalCode(asking)).toBe('offers.caseNotLive')
    expect((await deal.ledger()).offers).toHaveLength(6)
  })
})

describe('the wall before the ledger', () => {
  const marker = '绝密标记七三一九'
  let centre: StaffedCentre
  let deal: Bargain
  let whispered: string
  beforeAll(async () => {
    centre = await openCentre()
    deal = await bargain(centre)
    const { mediator, sessionId, firm, pay } = deal
    const secret: Term = { id: uuid(), kind: 'other', text: `底线${marker}` }
    await mediator.sessions.beginPart({ sessionId, kind: 'separate', partyId: firm })
    whispered = await deal.make([pay(9_000, { purpose: marker, account: marker }), secret], {
      partyId: firm,
      note: marker,
    })
    await mediator.sessions.beginPart({ sessionId, kind: 'joint' })
  })
  afterAll(() => centre.close())

  const strangers: StaffKey[] = ['head', 'receptionist', 'otherMediator', 'lawyer', 'administrator']
  it.each(strangers)('opens to the %s by no way of asking', async (key) => {
    const { caseId, firm, pay } = deal
    const { id: agreementId } = await deal.mediator.agreements.draft({ caseId })
    const before = wholeStore(centre)
    const { offers, agreements } = centre.as[key]
    const terms = { terms: [pay(1)], condition: '', note: '' }
    const ways = [
      offers.ledger({ caseId }),
      offers.make({ id: uuid(), caseId, terms }),
      offers.answer({ offerId: whispered, partyId: firm, answer: 'yes' }),
      offers.withdraw({ offerId: whispered }),
      offers.release({ offerId: whispered }),
      offers.read({ caseId, text: '同意付一万。' }),
      offers.proposeFromAgreement({ id: uuid(), agreementId }),
      agreements.followPackage({ id: agreementId, revision: 1 }),
    ]
    for (const way of ways)
      expect(await refusalCode(way)).toMatch(/^(?:offers\.notYours|users\.notPermitted)$/)
    expect(wholeStore(centre)).toEqual(before)
  })

  it('shows its marker to the mediator of the case, so that its absence elsewhere means something', async () => {
    expect(JSON.stringify(await deal.ledger()).split(marker)).toHaveLength(5)
  })

  it('keeps the marker out of every answer to others, every column, the log of steps and of defects', async () => {
    const { caseId, sessionId, mediator } = deal
    const { id: agreementId } = await mediator.agreements.draft({ caseId })
    const speaker = (await mediator.sessions.get({ id: sessionId })).attendees[1]?.id ?? ''
    await mediator.sessions.saveEntries({ sessionId, entries: [entry(speaker, '再想想。', 1)] })
    const answers: unknown[] = []
    for (const key of [...strangers, 'mediator'] as const) {
      const client = centre.as[key]
      const asked = await Promise.allSettled([
        client.cases.get({ id: caseId }),
        client.cases.list({ view: 'all', limit: 50 }),
        client.cases.today({}),
        client.sessions.get({ id: sessionId }),
        client.agreements.get({ id: agreementId }),
        client.agreements.versions({ caseId }),
        client.papers.preview({ form: 'f09', objectId: sessionId }),
        client.papers.preview({ form: 'f10', objectId: agreementId }),
        client.papers.preview({ form: 'f03', objectId: caseId }),
        client.audit.list({ limit: 100 }),
      ])
      const told = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      answers.push(...told)
    }
    expect(answers.length).toBeGreaterThan(20)
    const everything = [JSON.stringify(answers), JSON.stringify(centre.host.rendered)]
    everything.push(JSON.stringify(wholeStore(centre)), JSON.stringify(centre.log))
    for (const text of everything) expect(text).not.toContain(marker)
    expect(auditRows(centre).filter(({ operation }) => operation === 'offers.make')).toEqual([
      { operation: 'offers.make', kind: 'offer', id: whispered },
    ])
  })
})

describe('the ledger of a case without a session', () => {
  it('takes an offer made by telephone', async () => {
    const centre = await openCentre()
    try {
      const caseId = await assignedCase(centre)
      await heldSession(centre, caseId)
      const { mediator } = centre.as
      const { partyRecords } = await mediator.cases.get({ id: caseId })
      const terms = {
        terms: [{ id: uuid(), kind: 'other' as const, text: '各退一步' }],
        condition: '',
        note: '',
      }
      const partyId = partyRecords[1]?.id ?? ''
      expect(
        await mediator.offers.make({ id: uuid(), caseId, partyId, confidantId: partyId, terms }),
      ).toEqual({ ordinal: 1 })
    } finally {
      await centre.close()
    }
  })
})
