import type { ConsultationCategory, IdentityKind } from './register.ts'

/** Codes of the case taxonomy; '' where the matter is none of a mediator's or has to be asked. */
const typeCodes: Readonly<Record<ConsultationCategory, string>> = {
  wages: '11.02',
  injury: '11.08',
  contract: '11',
  insurance: '11.10',
  traffic: '16',
  marriage: '01',
  inheritance: '01.06',
  neighbours: '02',
  housing: '04.04',
  property: '17',
  loan: '04.01',
  trade: '04.02',
  land: '07',
  personalInjury: '06.01',
  consumer: '14',
  criminal: '',
  administrative: '',
  other: '',
}

/** Code of the eighteen statistical types for wages of migrant workers. */
const migrantWages = '10'

/**
 * The dispute type to begin an intake with; whoever registers it may change it.
 * @policy taxonomy.md §1 by the matter of the register (F26)
 */
export const disputeTypeOf = (
  category: ConsultationCategory,
  identities: readonly IdentityKind[],
): string =>
  category === 'wages' && identities.includes('migrantWorker') ? migrantWages : typeCodes[category]

const organisation =
  /(公司|厂|店|集团|合作社|银行|学校|医院|幼儿园|委员会|村委会|居委会|协会|中心|所|局|院|社|队|部|馆|行)$/u

/**
 * Whether the other side's name is that of an organisation.
 * @policy By how names end in Chinese; four characters at least, so that no personal name is meant
 */
export const isOrganisationName = (name: string): boolean =>
  [...name.trim()].length >= 4 && organisation.test(name.trim())

/**
 * Where the case comes from.
 * @policy taxonomy.md §4: at the window, on the net, by telephone; a letter counts as the window
 */
export const caseSourceOf = (manner: 'visit' | 'phone' | 'online' | 'letter'): string =>
  ({ visit: 'S10', phone: 'S12', online: 'S11', letter: 'S10' })[manner]
