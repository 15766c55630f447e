import { describe, expect, it } from 'vitest'
import { beginOffer } from '../../renderer/features/offers/begin-offer.ts'
import { byMediator, knownByAll } from '../../renderer/features/offers/offer-form.ts'
import type { Ledger, LedgerOffer } from '../../renderer/features/offers/offer-words.ts'

const [worker, firm] = ['worker', 'firm']
const parties: Ledger['parties'] = [
  { id: worker, name: '张建国', role: 'applicant', side: 'claimant' },
  { id: firm, name: '晨光童装厂', role: 'respondent', side: 'opponent' },
]
const offer = (more: Partial<LedgerOffer> = {}): LedgerOffer => ({
  id: 'o1',
  ordinal: 1,
  partyId: worker,
  terms: [{ id: 't1', kind: 'other', text: '少拿三千也行' }],
  condition: '先撤投诉',
  note: '',
  madeAt: '2026-11-22T03:15:04.123Z',
  answers: [],
  ...more,
})
const ledgerOf = (...offers: LedgerOffer[]): Ledger => ({
  offers,
  parties,
  distances: [],
  step: { items: [] },
})
const at = (more: Partial<Parameters<typeof beginOffer>[1]> = {}) => ({ caseId: 'c', ...more })
const said = (by: string | undefined, to: string | undefined) => ({
  currentText: () => '少拿三千也行',
  speakerPartyId: () => by,
  linePartyId: () => to,
})

describe('beginOffer', () => {
  it('is for everybody when it was said in front of everybody', () => {
    const form = beginOffer(ledgerOf(), at(said(worker, undefined)), undefined)
    expect(form).toMatchObject({ by: worker, knownBy: knownByAll, heard: '少拿三千也行' })
  })

  it('from a line of an earlier separate talk stays with whom that was held', () => {
    const form = beginOffer(ledgerOf(), at(said(worker, worker)), undefined)
    expect(form).toMatchObject({ by: worker, knownBy: worker })
    const mediators = beginOffer(ledgerOf(), at(said(undefined, firm)), undefined)
    expect(mediators.knownBy).toBe(firm)
  })

  it('as an answer to an offer told in confidence stays as confidential', () => {
    const secret = offer({ confidantId: worker })
    const form = beginOffer(ledgerOf(secret), at(said(worker, undefined)), secret)
    expect(form.knownBy).toBe(worker)
    expect(form.condition).toBe('先撤投诉')
    const released = offer({ confidantId: worker, releasedAt: '2026-11-22T04:00:00.000Z' })
    expect(beginOffer(ledgerOf(released), at(said(firm, undefined)), released).knownBy).toBe(
      knownByAll,
    )
  })

  it('takes no words of the one side into the separate talk with the other', () => {
    const inTalk = at({ confidantId: firm, ...said(undefined, worker) })
    expect(beginOffer(ledgerOf(), inTalk, undefined)).toMatchObject({ heard: '', knownBy: firm })
    const own = at({ confidantId: firm, ...said(firm, firm) })
    expect(beginOffer(ledgerOf(), own, undefined)).toMatchObject({
      heard: '少拿三千也行',
      by: firm,
    })
  })

  it('in the separate talk with the one takes over no term that the other one told alone', () => {
    const secret = offer({ confidantId: worker })
    const form = beginOffer(
      ledgerOf(secret),
      at({ confidantId: firm, ...said(firm, firm) }),
      secret,
    )
    expect(form).toMatchObject({ by: byMediator, knownBy: firm, condition: '', heard: '' })
    expect(JSON.stringify(form.terms)).not.toContain('少拿')
    const open = beginOffer(ledgerOf(offer()), at({ confidantId: firm }), offer())
    expect(JSON.stringify(open.terms)).toContain('少拿')
  })
})
