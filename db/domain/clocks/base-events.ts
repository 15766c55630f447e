import { isCountable, type LocalDate } from '../local-date.ts'
import { applicationOf, type ApplicationFact, type ClockFacts } from './facts.ts'

/** The day a period counts from: known from the record, told by a person, or taken for want of it. */
export type Base = { day: LocalDate; from: 'record' | 'told' | 'assumed' }

type DayOf = (facts: ClockFacts) => LocalDate | undefined

const made =
  (route: string, day: (application: ApplicationFact) => LocalDate | undefined): DayOf =>
  (facts) => {
    const application = applicationOf(facts, route)
    return application && day(application)
  }

/** Days that the record itself knows: nobody may tell them otherwise here. */
const recorded: Readonly<Record<string, DayOf>> = {
  applicationReceived: ({ appliedOn }) => appliedOn,
  caseAccepted: ({ acceptedOn }) => acceptedOn,
  entrustedAccepted: ({ acceptedOn }) => acceptedOn,
  agreementEffective: ({ effectiveOn }) => effectiveOn,
  lastPerformanceDay: ({ effectiveOn, lastPerformanceDay }) =>
    effectiveOn === undefined ? undefined : lastPerformanceDay,
  confirmationAsked: made('judicialConfirmation', ({ appliedOn }) => appliedOn),
  confirmationFiled: made('judicialConfirmation', ({ acceptedOn }) => acceptedOn),
  reviewAccepted: made('arbitralReview', ({ acceptedOn }) => acceptedOn),
  orderAsked: made('paymentOrder', ({ appliedOn }) => appliedOn),
  orderAccepted: made('paymentOrder', ({ acceptedOn }) => acceptedOn),
  orderReceived: made('paymentOrder', ({ servedOn }) => servedOn),
  arbitrationAsked: made('arbitration', ({ appliedOn }) => appliedOn),
  arbitrationAccepted: made('arbitration', ({ acceptedOn }) => acceptedOn),
}

/** The earliest day it can have been: the clock then runs early rather than late. */
const assumed: Readonly<Record<string, DayOf>> = {
  materialsSigned: ({ appliedOn }) => appliedOn,
  entrusted: ({ appliedOn }) => appliedOn,
  rulingReceived: made('judicialConfirmation', ({ state, decidedOn }) =>
    state === 'granted' ? decidedOn : undefined,
  ),
  endingReceived: made('paymentOrder', ({ state, decidedOn }) =>
    state === 'ended' ? decidedOn : undefined,
  ),
  awardReceived: made('arbitration', ({ state, decidedOn }) =>
    state === 'granted' ? decidedOn : undefined,
  ),
}

/** @policy What the record knows is not told a second time */
export const isRecorded = (event: string): boolean => Object.hasOwn(recorded, event)

/**
 * The base events of a case: the record first, then what was told, then what may be taken for it.
 * @policy rules.md §L.3: every clock shows its base event
 */
export const basesOf = (facts: ClockFacts): Map<string, Base> => {
  const bases = new Map<string, Base>()
  const putAll = (table: Readonly<Record<string, DayOf>>, from: Base['from']) => {
    for (const [event, dayOf] of Object.entries(table)) {
      const day = dayOf(facts)
      if (day !== undefined) bases.set(event, { day, from })
    }
  }
  putAll(assumed, 'assumed')
  for (const { event, onDay } of facts.dates) bases.set(event, { day: onDay, from: 'told' })
  putAll(recorded, 'record')
  for (const [event, { day }] of bases) if (!isCountable(day)) bases.delete(event)
  return bases
}
