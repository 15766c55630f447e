import { v7 as uuid } from 'uuid'
import { localDate } from '#db/domain/local-date.ts'
import type { OfferTerms, PayTerm, Term } from '#db/domain/offer/term.ts'
import type { Client, StaffedCentre } from './centre.ts'
import { assignedCase, openSession } from './wage-case.ts'

export type Bargain = {
  caseId: string
  sessionId: string
  worker: string
  firm: string
  mediator: Client
  /** Two parts that sum to the whole. */
  pay(yuan: number, more?: Partial<PayTerm>): PayTerm
  make(
    terms: Term[],
    more?: Partial<Parameters<Client['offers']['make']>[0]> & { note?: string; condition?: string },
  ): Promise<string>
  yes(offerId: string, ...partyIds: string[]): Promise<boolean>
  ledger(): ReturnType<Client['offers']['ledger']>
}

const dates = ['2026-12-15', '2027-01-15'].map(localDate)
export const parts = (fen: number) => {
  const half = Math.floor(fen / 2)
  return dates.map((dueOn, index) => ({ dueOn, amountFen: index === 0 ? half : fen - half }))
}

/** A case in its first session, with the hands to bargain in it. */
export async function bargain(centre: StaffedCentre): Promise<Bargain> {
  const { mediator } = centre.as
  const caseId = await assignedCase(centre)
  const { id: sessionId } = await openSession(centre, caseId)
  const { partyRecords } = await mediator.cases.get({ id: caseId })
  const [worker = '', firm = ''] = partyRecords.map(({ id }) => id)
  const wages = uuid()
  return {
    caseId,
    sessionId,
    worker,
    firm,
    mediator,
    pay: (yuan, more = {}) => ({
      id: wages,
      kind: 'pay',
      payerId: firm,
      payeeId: worker,
      totalFen: yuan * 100,
      instalments: parts(yuan * 100),
      purpose: '拖欠工资',
      method: '',
      account: '',
      ...more,
    }),
    async make(terms, { note = '', condition = '', ...more } = {}) {
      const id = uuid()
      const words: OfferTerms = { terms, condition, note }
      await mediator.offers.make({ id, caseId, sessionId, terms: words, ...more })
      return id
    },
    async yes(offerId, ...partyIds) {
      let agreed = false
      for (const partyId of partyIds)
        agreed = (await mediator.offers.answer({ offerId, partyId, answer: 'yes' })).agreed
      return agreed
    },
    ledger: () => mediator.offers.ledger({ caseId }),
  }
}

export const certificate = (byId: string): Term => ({
  id: uuid(),
  kind: 'act',
  byId,
  text: '出具离职证明',
  dueOn: localDate('2026-12-05'),
})

/** The draft as the mediator sees it, and a way to change its clauses by hand. */
export async function draftOf({ mediator, caseId }: Bargain) {
  const { id } = await mediator.agreements.draft({ caseId })
  const get = () => mediator.agreements.get({ id })
  type Clauses = Awaited<ReturnType<typeof get>>['content']['clauses']
  return {
    id,
    get,
    async totals() {
      const { content } = await get()
      return content.clauses.map(({ payment, text }) => payment?.totalFen ?? text)
    },
    async states() {
      return Object.values((await get()).step?.items ?? []).map(({ state }) => state)
    },
    async edit(change: (clauses: Clauses) => Clauses) {
      const { revision, content } = await get()
      await mediator.agreements.save({
        id,
        revision,
        content: { ...content, clauses: change(content.clauses) },
      })
    },
  }
}
export const withTotal = (fen: number) => (clause: { payment?: PayTerm | object }) =>
  clause.payment
    ? { ...clause, payment: { ...clause.payment, totalFen: fen, instalments: parts(fen) } }
    : clause
