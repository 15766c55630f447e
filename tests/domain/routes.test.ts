import { describe, expect, it } from 'vitest'
import { loadCalendar } from '#db/law.ts'
import { localDate } from '#db/domain/local-date.ts'
import { closedWords, gapWords, routeWords } from '#db/domain/strengthening/route-words.ts'
import { routes, routesOf, type Route, type RouteFacts } from '#db/domain/strengthening/routes.ts'

const calendar = loadCalendar(new URL('../../resources/law', import.meta.url).pathname)
const effectiveOn = localDate('2026-10-20')

/** A civil agreement on money, both sides willing, nothing due yet. */
const civil: RouteFacts = {
  effectiveOn,
  oral: false,
  isLabour: false,
  subjects: ['payment'],
  joint: true,
  unpaid: [],
  otherBreach: false,
  mutualDebts: false,
  deliverable: true,
}
const labour: RouteFacts = { ...civil, isLabour: true }
const wages = (facts: RouteFacts): RouteFacts => ({ ...facts, unpaid: ['wages'] })

const short: Record<Route, string> = {
  judicialConfirmation: 'court',
  arbitralReview: 'review',
  paymentOrder: 'order',
  directSuit: 'suit',
  notary: 'notary',
}

/** Each route in order: `+` open, else the codes why it is closed; `?` what is missing. */
const told = (facts: RouteFacts, day: string): string =>
  routesOf(facts, localDate(day), calendar)
    .map(({ route, open, closed, missing }) => {
      const words = open
        ? ['+', ...missing.map(({ code }) => `?${code}`)]
        : closed.map(({ code, ruleId }) => `${code}/${ruleId}`)
      return `${short[route]} ${words.join(' ')}`
    })
    .join(' | ')

const rows: readonly [name: string, facts: RouteFacts, day: string, expected: string][] = [
  [
    'civil, fresh',
    civil,
    '2026-10-25',
    'court + | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'civil, last day',
    civil,
    '2026-11-19',
    'court + | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'civil, a day late',
    civil,
    '2026-11-20',
    'court late/E1 | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'civil, last day on a Saturday rolls on',
    { ...civil, effectiveOn: localDate('2026-10-22') },
    '2026-11-23',
    'court + | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'civil, after the rolled day',
    { ...civil, effectiveOn: localDate('2026-10-22') },
    '2026-11-24',
    'court late/E1 | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'civil, not signed by all',
    { ...civil, effectiveOn: undefined },
    '2026-10-25',
    'court notEffective/D2 | review notLabour/F2 | order notEffective/D2 notDue/H1 | suit notEffective/D2 notBreached/D9 | notary notEffective/D2',
  ],
  [
    'civil, one side unwilling',
    { ...civil, joint: false },
    '2026-10-25',
    'court notJoint/E1 | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary + ?debtorPromise',
  ],
  [
    'civil, nobody has asked',
    { ...civil, joint: undefined },
    '2026-10-25',
    'court + ?askBoth | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary + ?debtorPromise',
  ],
  [
    'civil, unpaid in time for the court',
    { ...civil, unpaid: ['other'] },
    '2026-10-25',
    'court + | review notLabour/F2 | order + | suit + | notary +',
  ],
  [
    'civil, unpaid and late for the court',
    { ...civil, unpaid: ['other'] },
    '2026-12-25',
    'court late/E1 | review notLabour/F2 | order + | suit + | notary +',
  ],
  [
    'civil, unpaid, creditor owes too',
    { ...civil, unpaid: ['other'], mutualDebts: true },
    '2026-12-25',
    'court late/E1 | review notLabour/F2 | order mutualDebts/H1 | suit + | notary +',
  ],
  [
    'civil, unpaid, debtor gone',
    { ...civil, unpaid: ['other'], deliverable: false },
    '2026-12-25',
    'court late/E1 | review notLabour/F2 | order notDeliverable/H1 | suit + | notary +',
  ],
  [
    'civil, unpaid, address unknown',
    { ...civil, unpaid: ['other'], deliverable: undefined },
    '2026-12-25',
    'court late/E1 | review notLabour/F2 | order + ?debtorAddress | suit + | notary +',
  ],
  [
    'civil, order ended',
    { ...civil, unpaid: ['other'], endedOrder: 'agreement' },
    '2026-12-25',
    'court late/E1 | review notLabour/F2 | order orderEnded/F5 | suit + | notary +',
  ],
  [
    'civil, act not done',
    { ...civil, subjects: ['act'], otherBreach: true },
    '2026-12-25',
    'court late/E1 | review notLabour/F2 | order noMoney/H1 | suit + | notary +',
  ],
  [
    'divorce terms',
    { ...civil, subjects: ['payment', 'maritalStatus'] },
    '2026-10-25',
    'court statusMatter/E3 | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'whose child it is',
    { ...civil, subjects: ['parentage'] },
    '2026-10-25',
    'court statusMatter/E3 | review notLabour/F2 | order noMoney/H1 | suit notBreached/D9 | notary nothingToGive/N1',
  ],
  [
    'adoption',
    { ...civil, subjects: ['adoption', 'act'] },
    '2026-10-25',
    'court statusMatter/E3 | review notLabour/F2 | order noMoney/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'whose house it is',
    { ...civil, subjects: ['propertyRight'] },
    '2026-10-25',
    'court rightMatter/E3 | review notLabour/F2 | order noMoney/H1 | suit notBreached/D9 | notary nothingToGive/N1',
  ],
  [
    'whose patent it is',
    { ...civil, subjects: ['intellectualProperty', 'payment'] },
    '2026-10-25',
    'court rightMatter/E3 | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'civil, oral',
    { ...civil, oral: true },
    '2026-10-25',
    'court + ?writtenText | review notLabour/F2 | order notDue/H1 | suit notBreached/D9 | notary + ?writtenText',
  ],
  [
    'civil, confirmed and unpaid',
    { ...civil, confirmed: 'judicial', unpaid: ['other'] },
    '2026-11-10',
    'court alreadyConfirmed/E8 | review notLabour/F2 | order alreadyConfirmed/E8 | suit alreadyConfirmed/E8 | notary alreadyConfirmed/E8',
  ],
  [
    'wages, fresh',
    labour,
    '2026-10-25',
    'court + | review + | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'wages, last day of the review',
    labour,
    '2026-11-04',
    'court + | review + | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'wages, after the review',
    labour,
    '2026-11-05',
    'court + | review late/F1 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'wages, after both',
    labour,
    '2026-11-20',
    'court late/E1 | review late/F1 | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'wages unpaid',
    wages(labour),
    '2026-12-25',
    'court late/E1 | review late/F1 | order + | suit + | notary +',
  ],
  [
    'wages unpaid, worker will not go along',
    wages({ ...labour, joint: false }),
    '2026-10-25',
    'court notJoint/E1 | review notJoint/F1 | order + | suit + | notary + ?debtorPromise',
  ],
  [
    'severance unpaid',
    { ...labour, unpaid: ['severance'] },
    '2026-12-25',
    'court late/E1 | review late/F1 | order + | suit arbitrateFirst/F8 | notary +',
  ],
  [
    'injury costs unpaid',
    { ...labour, unpaid: ['injuryMedical'] },
    '2026-12-25',
    'court late/E1 | review late/F1 | order + | suit arbitrateFirst/F8 | notary +',
  ],
  [
    'wages and severance unpaid',
    { ...labour, unpaid: ['wages', 'severance'] },
    '2026-12-25',
    'court late/E1 | review late/F1 | order + | suit arbitrateFirst/F8 | notary +',
  ],
  [
    'other labour money unpaid',
    { ...labour, unpaid: ['other'] },
    '2026-12-25',
    'court late/E1 | review late/F1 | order otherLabourDebt/F4 | suit arbitrateFirst/F8 | notary +',
  ],
  [
    'severance, order on the agreement ended',
    { ...labour, unpaid: ['severance'], endedOrder: 'agreement' },
    '2026-12-25',
    'court late/E1 | review late/F1 | order orderEnded/F5 | suit + | notary +',
  ],
  [
    'wages, order on the contract ended',
    wages({ ...labour, endedOrder: 'labourContract' }),
    '2026-12-25',
    'court late/E1 | review late/F1 | order orderEnded/F5 | suit arbitrateFirst/F5 | notary +',
  ],
  [
    'wages and a certificate of leaving',
    { ...labour, subjects: ['payment', 'act'] },
    '2026-10-25',
    'court notOnlyPayment/E5 | review + | order notDue/H1 | suit notBreached/D9 | notary +',
  ],
  [
    'wages unpaid and the certificate not given',
    wages({ ...labour, subjects: ['payment', 'act'], otherBreach: true }),
    '2026-12-25',
    'court late/E1 notOnlyPayment/E5 | review late/F1 | order + | suit arbitrateFirst/F8 | notary +',
  ],
  [
    'whether there was a labour relation',
    { ...labour, subjects: ['labourRelation'] },
    '2026-10-25',
    'court notOnlyPayment/E5 | review labourRelation/F2 | order noMoney/H1 | suit notBreached/D9 | notary nothingToGive/N1',
  ],
  [
    'labour, oral',
    { ...labour, oral: true },
    '2026-10-25',
    'court writtenRequired/D6 | review writtenRequired/D6 | order notDue/H1 | suit notBreached/D9 | notary + ?writtenText',
  ],
  [
    'labour, reviewed',
    wages({ ...labour, confirmed: 'arbitral' }),
    '2026-10-30',
    'court alreadyConfirmed/E8 | review alreadyConfirmed/F2 | order alreadyConfirmed/E8 | suit alreadyConfirmed/E8 | notary alreadyConfirmed/E8',
  ],
]

describe('routesOf', () => {
  it.each(rows)('%s', (_name, facts, day, expected) => {
    expect(told(facts, day)).toBe(expected)
  })

  it('is judged in at least 30 situations, each route open in some and closed in some', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30)
    const views = rows.flatMap(([, facts, day]) => routesOf(facts, localDate(day), calendar))
    for (const route of routes)
      expect(new Set(views.filter((one) => one.route === route).map(({ open }) => open)).size).toBe(
        2,
      )
  })

  it('gives every reason words, and gives no reason that no situation has', () => {
    const views = rows.flatMap(([, facts, day]) => routesOf(facts, localDate(day), calendar))
    const closed = new Set(views.flatMap((one) => one.closed.map(({ code }) => code)))
    const gaps = new Set(views.flatMap((one) => one.missing.map(({ code }) => code)))
    expect([...closed].toSorted()).toEqual(Object.keys(closedWords).toSorted())
    expect([...gaps].toSorted()).toEqual(Object.keys(gapWords).toSorted())
    expect(Object.keys(routeWords)).toEqual([...routes])
  })
})
