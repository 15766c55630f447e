/** What a case says of how many need a paper. */
export type CopiesOf = {
  /** Parties of the case. */
  parties: number
  /** Of them those who asked for mediation; each of them signs one for the other office. */
  applicants?: number
  /** Confirmation by a court, review by a commission or a payment order is asked for. */
  court: boolean
  /** The dispute was referred or entrusted by another body. */
  referred?: boolean
}

type Rule = (about: Required<CopiesOf>) => number

const one: Rule = () => 1
const onePlus =
  (rest: Rule): Rule =>
  (about) =>
    1 + rest(about)
const each: Rule = ({ parties }) => parties
const office: Rule = ({ court, referred }) => (court ? 1 : 0) + (referred ? 1 : 0)

/** What is not named here is printed once, for the volume. */
const rules: Readonly<Partial<Record<string, Rule>>> = {
  // Each party, the committee, the court, the body that sent the matter.
  f10: (about) => 1 + each(about) + office(about),
  f11: one,
  // For each party to take home, and one signed for the volume.
  f04: onePlus(each),
  f21: onePlus(each),
  f18: onePlus(each),
  'f30-warning': onePlus(each),
  f19: onePlus(({ applicants }) => applicants),
  receipt: onePlus(({ applicants }) => applicants),
  // One for the payer.
  f12: onePlus(one),
  // One goes with the application.
  f06: (about) => 1 + (about.court ? 1 : 0),
  'f06-legal': (about) => 1 + (about.court ? 1 : 0),
  'calc-annex': onePlus(each),
  undisputedFacts: (about) => 1 + office(about),
  // To the court, to the volume.
  'f14-persons': onePlus(one),
  'f14-organisation': onePlus(one),
  'f14-proof': onePlus(one),
  f23: onePlus(one),
  f24: onePlus(one),
  // To whom it is addressed, to the volume.
  'f20-transfer': onePlus(one),
  'f20-forward': onePlus(one),
  'f20-assign': onePlus(one),
  'f20-urge': onePlus(one),
  'f20-warn': onePlus(one),
  'urge-letter': onePlus(one),
  'f20-accept': onePlus(one),
  'f20-decline': onePlus(one),
  'f29-reminder': onePlus(one),
  'f29-opinion': onePlus(one),
  'f29-advice': onePlus(one),
  'f30-accept': onePlus(one),
  'f30-reply': onePlus(one),
  'f30-termination': onePlus(one),
  'f30-return': onePlus(one),
  handover: () => 3,
}

/**
 * How many copies of a paper are usual; people may print another number. What is made of scans alone, or was
 * replaced, is not printed.
 * @policy forms.md F10: parties, committee, court, referring body each one; notices and reckonings one for each who is told, one
 * for the volume; a hand-over list for both sides and the head; everything else once
 */
export const copiesOf = (
  entry: { form: string; scanOnly?: boolean; superseded?: boolean },
  about: CopiesOf,
): number => {
  if (entry.scanOnly === true || entry.superseded === true) return 0
  const copies = (rules[entry.form] ?? one)({ applicants: 1, referred: false, ...about })
  return Math.min(99, Math.max(1, copies))
}
