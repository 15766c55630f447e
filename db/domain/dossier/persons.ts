import type { AgreementParty } from '../agreement/content.ts'
import type { DossierPaper, PaperSignature, PrintedWords } from './dossier.ts'
import { type Facts, filled, type Found } from './facts.ts'
import type { FormId } from './forms.ts'
import { isSameAddress, likeness, normalNumber, numberLikeness } from './look-alike.ts'
import type { DossierCode, DossierRuleId } from './rules.ts'

/** Names under which a party appears: its own, who speaks for it, its representatives. */
const namesOf = (party: AgreementParty): string[] =>
  [party.name, party.legalRepName, ...party.representatives.map(({ name }) => name)].filter(filled)

const isSame = (written: string, right: string): boolean => likeness(written, right) === 'same'

const isNear = (written: string, right: string): boolean =>
  !['same', 'different'].includes(likeness(written, right))

type Use = { paper: DossierPaper; text: string; path: string; party?: AgreementParty | undefined }

const nearMiss = (use: Use, right: string): Found => ({
  rule: 'V3-names',
  code: 'nameNearMiss',
  paper: use.paper,
  path: use.path,
  details: { written: use.text, right, how: likeness(use.text, right) },
})

/** Of a party that is known: whether the paper names it as the record does. */
const ofParty = (facts: Facts, use: Use, party: AgreementParty, names: string[]): Found[] => {
  if (names.some((name) => isSame(use.text, name))) return []
  const details = { written: use.text, right: names[0] ?? party.name }
  const at = { rule: 'V3-names', paper: use.paper, path: use.path } as const
  if (facts.dossier.parties.some((other) => other !== party && isSame(use.text, other.name))) {
    return [{ ...at, code: 'nameOfOther', details }]
  }
  const near = names.find((name) => isNear(use.text, name))
  return near === undefined ? [{ ...at, code: 'nameDiffers', details }] : [nearMiss(use, near)]
}

/** Of somebody, nobody says whom: only a look-alike of a known name is a fault, a stranger is told. */
const ofSomebody = (facts: Facts, use: Use): Found[] => {
  const { parties, mediators, people } = facts.dossier
  const known = [...parties.flatMap(namesOf), ...mediators.map(({ name }) => name), ...people]
  if (known.some((name) => isSame(use.text, name))) return []
  const mistaken = known.find((name) => ['lookAlike', 'order'].includes(likeness(use.text, name)))
  if (mistaken !== undefined) return [nearMiss(use, mistaken)]
  const near = known.find((name) => isNear(use.text, name))
  return [
    {
      rule: 'V3-unknown-names',
      code: 'nameUnknown',
      paper: use.paper,
      path: use.path,
      details: { written: use.text, ...(near === undefined ? {} : { near }) },
    },
  ]
}

const signedNames = (party: AgreementParty, { capacity }: PaperSignature): string[] => {
  if (capacity === 'party' && party.kind === 'person') return [party.name]
  return capacity === 'party'
    ? [party.name, party.legalRepName].filter(filled)
    : namesOf(party).filter((name) => name !== party.name)
}

/** A stranger among the signers is a matter of authority; here only slips of the pen are looked for. */
const ofSignature = (facts: Facts, paper: DossierPaper, index: number): Found[] => {
  const signature = paper.signedBy[index]
  if (!signature || !filled(signature.name) || signature.capacity === 'body') return []
  const use: Use = { paper, text: signature.name, path: `papers.${paper.id}.signedBy.${index}` }
  const party = facts.dossier.parties.find(({ id }) => id === signature.partyId)
  if (!party) {
    const found = ofSomebody(facts, use)
    return signature.capacity === 'mediator'
      ? found
      : found.filter(({ code }) => code === 'nameNearMiss')
  }
  const names = signedNames(party, signature)
  if (signature.capacity === 'party') return ofParty(facts, use, party, names)
  const near = names.find((name) => isNear(use.text, name))
  return near === undefined || names.some((name) => isSame(use.text, name))
    ? []
    : [nearMiss(use, near)]
}

const inForce = (facts: Facts): DossierPaper[] =>
  facts.dossier.papers.filter(({ superseded }) => !superseded)

const usesOf = (facts: Facts, field: 'names' | 'idNumbers' | 'creditCodes' | 'addresses'): Use[] =>
  inForce(facts).flatMap((paper) =>
    paper[field].flatMap(({ text, partyId }: PrintedWords, index): Use[] =>
      filled(text)
        ? [
            {
              paper,
              text,
              path: `papers.${paper.id}.${field}.${index}`,
              party: facts.dossier.parties.find(({ id }) => id === partyId),
            },
          ]
        : [],
    ),
  )

/**
 * One person, one name, on every paper and under every signature.
 * @policy forms.md §0, third review point
 */
export const namesThatDiffer = (facts: Facts): Found[] => [
  ...usesOf(facts, 'names').flatMap((use) =>
    use.party ? ofParty(facts, use, use.party, namesOf(use.party)) : ofSomebody(facts, use),
  ),
  ...inForce(facts).flatMap((paper) =>
    paper.signedBy.flatMap((_, index) => ofSignature(facts, paper, index)),
  ),
]

/** What the record says; without it what the identity paper says, else the first paper that says it. */
const rightWords = (
  facts: Facts,
  uses: readonly Use[],
  party: AgreementParty,
  own: string | undefined,
): string | undefined => {
  if (filled(own)) return own
  const rank = (form: FormId): number => (form === 'f05' ? -1 : facts.order.indexOf(form))
  return uses
    .filter((use) => use.party === party)
    .toSorted(
      (a, b) => rank(a.paper.formId) - rank(b.paper.formId) || (a.path < b.path ? -1 : 1),
    )[0]?.text
}

type NumberCodes = { near: DossierCode; differs: DossierCode; other: DossierCode }

const numbersThatDiffer = (
  facts: Facts,
  rule: DossierRuleId,
  field: 'idNumbers' | 'creditCodes',
  own: (party: AgreementParty) => string | undefined,
  codes: NumberCodes,
): Found[] => {
  const uses = usesOf(facts, field)
  const right = facts.dossier.parties.map((party) => ({
    party,
    number: rightWords(facts, uses, party, own(party)),
  }))
  return uses.flatMap(({ paper, text, path, party }): Found[] => {
    const find = (code: DossierCode, name: string, more = {}): Found[] => [
      { rule, code, paper, path, details: { party: name, ...more } },
    ]
    const compared = right.map((one) => ({
      ...one,
      like: numberLikeness(text, one.number ?? ''),
    }))
    const same = compared.filter(({ like }) => like.kind === 'same')
    const expected = party ? compared.filter((one) => one.party === party) : compared
    if (same.some((one) => expected.includes(one))) return []
    const [other] = same
    if (other && party) return find(codes.other, party.name, { other: other.party.name })
    for (const { party: owner, number, like } of expected) {
      if (like.kind !== 'near' || number === undefined) continue
      const slip =
        like.at === undefined
          ? {}
          : {
              at: like.at,
              written: normalNumber(text).charAt(like.at - 1),
              right: normalNumber(number).charAt(like.at - 1),
            }
      return find(codes.near, owner.name, { off: like.off, ...slip })
    }
    return party ? find(codes.differs, party.name) : []
  })
}

/**
 * One person, one ID number; one organisation, one credit code. A number that nobody's is left alone when the paper
 * does not say whose it is.
 * @law 《民诉法解释》第三百五十四条 (E6): proof of identity goes with the application
 */
export const identityNumbersThatDiffer = (facts: Facts): Found[] => [
  ...numbersThatDiffer(facts, 'V3-id-numbers', 'idNumbers', ({ idNumber }) => idNumber, {
    near: 'idNumberNearMiss',
    differs: 'idNumberDiffers',
    other: 'idNumberOfOther',
  }),
  ...numbersThatDiffer(facts, 'V3-credit-codes', 'creditCodes', ({ creditCode }) => creditCode, {
    near: 'creditCodeNearMiss',
    differs: 'creditCodeDiffers',
    other: 'creditCodeOfOther',
  }),
]

/** @policy forms.md §0, third review point */
export const addressesThatDiffer = (facts: Facts): Found[] => {
  const uses = usesOf(facts, 'addresses')
  return uses.flatMap(({ paper, text, path, party }): Found[] => {
    if (!party) return []
    const right = rightWords(facts, uses, party, party.address)
    if (right === undefined || isSameAddress(text, right)) return []
    return [
      {
        rule: 'V3-addresses',
        code: 'addressDiffers',
        paper,
        path,
        details: { party: party.name, written: text, right },
      },
    ]
  })
}

const isSamePerson = (a: { name: string; idNumber?: string | undefined }, b: typeof a): boolean => {
  const bothKnown = filled(a.idNumber) && filled(b.idNumber)
  if (bothKnown) return normalNumber(a.idNumber ?? '') === normalNumber(b.idNumber ?? '')
  return filled(a.name) && isSame(a.name, b.name)
}

/**
 * Nobody mediates in a matter of his own; a namesake with another ID number is somebody else.
 * @law 《人民调解工作若干规定》第二十五条;《人民调解法》第十九条 (B4)
 */
export const partialMediators = (facts: Facts): Found[] =>
  facts.dossier.mediators.flatMap((mediator, index): Found[] => {
    const side = facts.dossier.parties.find((party) =>
      [
        { name: party.name, idNumber: party.idNumber },
        { name: party.legalRepName ?? '' },
        ...party.representatives.map(({ name }) => ({ name })),
      ].some((person) => isSamePerson(mediator, person)),
    )
    if (!side) return []
    return [
      {
        rule: 'V1-mediator',
        code: 'mediatorIsParty',
        path: `mediators.${index}`,
        details: {
          mediator: mediator.name,
          party: side.name,
          sameNumber:
            filled(mediator.idNumber) && filled(side.idNumber) && isSamePerson(mediator, side),
        },
      },
    ]
  })
