import type { AgreementParty } from '../agreement/content.ts'
import type { DossierPaper } from './dossier.ts'
import { type Facts, filled, type Found, isEntrusted, isFromCourt } from './facts.ts'
import type { FormId } from './forms.ts'
import type { Details, DossierRuleId } from './rules.ts'

const isOver = ({ case: { outcome } }: Facts): boolean => outcome !== undefined
const wasAccepted = ({ case: { outcome, acceptedOn } }: Facts): boolean =>
  outcome !== 'rejected' && (acceptedOn !== undefined || outcome !== undefined)
/** The parties have sat at the table. */
const wasMediated = (facts: Facts): boolean =>
  ['agreed', 'oral', 'failed'].includes(facts.case.outcome ?? '') || facts.of('f09').length > 0
const isDone = ({ case: { outcome } }: Facts): boolean => outcome === 'agreed' || outcome === 'oral'

const performanceDue = ({ case: { performance, closedOn }, dueOn, today }: Facts): boolean =>
  performance === 'performed' ||
  (performance !== 'atOnce' &&
    performance !== 'enforcement' &&
    dueOn.some((day) => day < (closedOn ?? today)))

const agentsOf = ({ representatives }: AgreementParty): boolean =>
  representatives.some(({ kind, name }) => kind === 'agent' && filled(name))

type Need = {
  rule: DossierRuleId
  /** Any one of them will do; the first is the one to make. */
  forms: readonly [FormId, ...FormId[]]
  when: (facts: Facts) => boolean
  /** Each of these parties wants it; undefined for the case as a whole. */
  each?: (facts: Facts) => readonly AgreementParty[]
}

const everyone = ({ dossier }: Facts) => dossier.parties

/**
 * Which papers a case wants, and when.
 * @law 《人民调解法》第二十六条至第三十条、第三十三条 (C1, C9, C11, D1, D4, E1);《民事诉讼法》第六十二条 (B8)
 */
export const needs: readonly Need[] = [
  { rule: 'V1-application', forms: ['f02', 'f03'], when: isOver },
  {
    rule: 'V1-register',
    forms: ['f03'],
    when: (facts) => isOver(facts) && facts.of('f02').length > 0,
  },
  { rule: 'V1-referral-letter', forms: ['f20'], when: (facts) => isEntrusted(facts.case) },
  { rule: 'V1-court-letter', forms: ['f30'], when: (facts) => isFromCourt(facts.case) },
  {
    rule: 'V1-rejection',
    forms: ['f19'],
    when: ({ case: { outcome } }) => outcome === 'rejected',
  },
  { rule: 'V2-cover', forms: ['f00'], when: isOver },
  { rule: 'V2-contents', forms: ['f01'], when: isOver },
  { rule: 'V2-rights-notice', forms: ['f04'], when: wasMediated, each: everyone },
  {
    rule: 'V2-closed-notice',
    forms: ['f21'],
    when: (facts) => facts.of('f09').some(({ closed }) => closed === true),
  },
  { rule: 'V2-identity', forms: ['f05'], when: wasAccepted, each: everyone },
  {
    rule: 'V2-authority',
    forms: ['f06'],
    when: ({ dossier }) => dossier.parties.some(agentsOf),
    each: ({ dossier }) => dossier.parties.filter(agentsOf),
  },
  { rule: 'V2-investigation', forms: ['f07'], when: (facts) => facts.case.investigated === true },
  { rule: 'V2-evidence', forms: ['f08'], when: (facts) => facts.case.hasEvidence === true },
  {
    rule: 'V2-record',
    forms: ['f09'],
    when: ({ case: { outcome } }) => outcome === 'agreed' || outcome === 'failed',
  },
  { rule: 'V2-record-oral', forms: ['f09'], when: ({ case: { outcome } }) => outcome === 'oral' },
  { rule: 'V2-agreement', forms: ['f10'], when: ({ case: { outcome } }) => outcome === 'agreed' },
  {
    rule: 'V2-oral-register',
    forms: ['f11'],
    when: ({ case: { outcome } }) => outcome === 'oral',
  },
  { rule: 'V2-termination', forms: ['f18'], when: ({ case: { outcome } }) => outcome === 'failed' },
  {
    rule: 'V2-withdrawal',
    forms: ['withdrawal', 'f18'],
    when: ({ case: { outcome } }) => outcome === 'withdrawn',
  },
  {
    rule: 'V2-transfer',
    forms: ['f20Out'],
    when: ({ case: { outcome } }) => outcome === 'transferred',
  },
  {
    rule: 'V2-performance',
    forms: ['f12'],
    when: (facts) => isDone(facts) && performanceDue(facts),
  },
  {
    rule: 'V2-confirmation',
    forms: ['f14'],
    when: ({ case: { confirmation } }) => confirmation?.route === 'judicial',
  },
  {
    rule: 'V2-arbitral-review',
    forms: ['f23'],
    when: ({ case: { confirmation } }) => confirmation?.route === 'arbitral',
  },
  {
    rule: 'V2-payment-order',
    forms: ['f24'],
    when: ({ case: { confirmation } }) => confirmation?.route === 'paymentOrder',
  },
  {
    rule: 'V2-court-reply',
    forms: ['f30Reply'],
    when: (facts) => isFromCourt(facts.case) && isOver(facts),
  },
  { rule: 'V2-closing-report', forms: ['f17'], when: isOver },
  {
    rule: 'V2-note',
    forms: ['f15'],
    when: ({ papers }) => papers.some(({ filedLate, copyOnly }) => filedLate || copyOnly),
  },
  { rule: 'V2-back-cover', forms: ['f16'], when: isOver },
]

const covers = (paper: DossierPaper, party: AgreementParty): boolean =>
  paper.concerns === undefined || paper.concerns.includes(party.id)

const missing = (facts: Facts, { rule, forms, when, each }: Need): Found[] => {
  if (!when(facts)) return []
  const [form] = forms
  const found = facts.of(...forms)
  const path = `forms.${form}`
  if (found.length === 0) {
    const either: Details = forms[1] === undefined ? {} : { either: forms[1] }
    return [{ rule, code: 'paperMissing', form, path, details: either }]
  }
  return (each?.(facts) ?? [])
    .filter((party) => !found.some((paper) => covers(paper, party)))
    .map((party) => ({
      rule,
      code: 'paperMissingForParty',
      form,
      path: `${path}.${party.id}`,
      details: { party: party.name },
    }))
}

/** Proof that lies with the identity papers: of a guardian, of who speaks for an organisation. */
const proofs = (facts: Facts): Found[] => {
  const identity = facts.of('f05')
  const lacks = (party: AgreementParty, proof: DossierPaper['attachments'][number]) => {
    const own = identity.filter((paper) => covers(paper, party))
    return own.length > 0 && !own.some(({ attachments }) => attachments.includes(proof))
  }
  const make = (rule: DossierRuleId, party: AgreementParty, proof: string): Found => ({
    rule,
    code: 'proofMissing',
    form: 'f05',
    path: `forms.f05.${party.id}.${proof}`,
    details: { party: party.name, proof },
  })
  if (!wasAccepted(facts)) return []
  return [
    ...facts.minors
      .filter((party) => lacks(party, 'guardianProof'))
      .map((party) => make('V2-guardian', party, 'guardianProof')),
    ...facts.dossier.parties
      .filter((party) => party.kind === 'organisation' && lacks(party, 'legalRepProof'))
      .map((party) => make('V2-organisation', party, 'legalRepProof')),
  ]
}

/**
 * Papers that the case wants and the volume lacks.
 * @law see `needs`; 《民法典》第十九条、第二十条、第二十三条 (B9)
 */
export const missingPapers = (facts: Facts): Found[] => [
  ...needs.flatMap((need) => missing(facts, need)),
  ...proofs(facts),
]
