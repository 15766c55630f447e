import type { LocalDate } from '../local-date.ts'
import type { ReasonLevel } from '../reason.ts'
import type { PaperCapacity } from './dossier.ts'
import { type FormId, volumeOrder } from './forms.ts'
import type { DossierRuleId } from './rules.ts'

export type PackSource = { title: string; article?: string | undefined; verified: boolean }

/** Both ends counted. */
type Dated = { from: LocalDate; to?: LocalDate | undefined; source: PackSource }

export type RuleEntry = Dated & {
  rule: DossierRuleId
  on: boolean
  level: ReasonLevel
  /** Of rules with a period that the law leaves open. */
  days?: number | undefined
}

/** Who has to sign: each party (of those that the paper is about), the asking side, each mediator, or one in a post. */
export const signerRoles = [
  'everyParty',
  'applicants',
  'mediators',
  'helpers',
  'agent',
  'recorder',
  'registrar',
  'informer',
  'interviewee',
  'investigator',
  'provider',
  'payee',
  'visitor',
  'filer',
  'checker',
  'head',
] as const satisfies readonly (
  | PaperCapacity
  | 'everyParty'
  | 'applicants'
  | 'mediators'
  | 'helpers'
)[]
export type SignerRole = (typeof signerRoles)[number]

/** What one form has to carry. */
export type FormEntry = Dated & {
  form: FormId
  signers: readonly SignerRole[]
  /** Persons put their fingerprint beside the signature. */
  fingerprint: boolean
  /** The body's own seal. */
  seal: boolean
  /** An organisation that is a party puts its seal. */
  organisationSeal: boolean
  readBack: boolean
  dated: boolean
  /** It carries or quotes the file number. */
  numbered: boolean
  /** Agreed sums stand in figures and in capitals. */
  capitals: boolean
}

export type OrderEntry = Dated & { forms: readonly FormId[] }

/** As it stands in the file: a county's pack says only what differs from the pack that it extends. */
export type PackLayer = {
  id: string
  title: string
  /** CN, or a division code or name. */
  region: string
  extends?: string | undefined
  rules: readonly RuleEntry[]
  forms: readonly FormEntry[]
  orders: readonly OrderEntry[]
}

/** The nearest layer first: what it says on a day goes before the layers under it. */
export type RulePack = { id: string; title: string; layers: readonly PackLayer[] }

/**
 * A pack with all it extends.
 * @policy peers.md moonshot 1: national default, counties as data
 * @throws RangeError on an unknown pack or one that extends itself.
 */
export const resolvePack = (layers: readonly PackLayer[], id: string): RulePack => {
  const chain: PackLayer[] = []
  for (let next: string | undefined = id; next !== undefined;) {
    const layer: PackLayer | undefined = layers.find((one) => one.id === next)
    if (!layer) throw new RangeError(`no pack ${next}`)
    if (chain.includes(layer)) throw new RangeError(`pack ${next} extends itself`)
    chain.push(layer)
    next = layer.extends
  }
  return { id, title: chain[0]?.title ?? '', layers: chain }
}

const holdsOn =
  (day: LocalDate) =>
  ({ from, to }: Dated): boolean =>
    from <= day && (to === undefined || day <= to)

/** Of one layer the entry that began last. */
const inForce = <T extends Dated>(entries: readonly T[], day: LocalDate): T | undefined =>
  entries.filter(holdsOn(day)).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]

const nearest = <T extends Dated>(
  pack: RulePack,
  entriesOf: (layer: PackLayer) => readonly T[],
  day: LocalDate,
): T | undefined => {
  for (const layer of pack.layers) {
    const entry = inForce(entriesOf(layer), day)
    if (entry) return entry
  }
  return undefined
}

/** @policy The law of the day: a rule that is not in force on it finds nothing. */
export const ruleOn = (
  pack: RulePack,
  rule: DossierRuleId,
  day: LocalDate,
): RuleEntry | undefined => {
  const entry = nearest(pack, ({ rules }) => rules.filter((one) => one.rule === rule), day)
  return entry?.on === true ? entry : undefined
}

/** @policy The law of the day for who signs what. */
export const formOn = (pack: RulePack, form: FormId, day: LocalDate): FormEntry | undefined =>
  nearest(pack, ({ forms }) => forms.filter((one) => one.form === form), day)

/** What one form has to carry stands with the form, and so does where that comes from. */
const ofForms: readonly DossierRuleId[] = [
  'V3-signatures',
  'V3-seal',
  'V3-organisation-seal',
  'V3-fingerprints',
  'V3-read-back',
  'V3-dated',
]

/**
 * What a finding rests on: the source of the form whose signature, seal or date is lacking, else that of the rule.
 * @law 《人民调解法》第二十九条 is about the agreement and no other paper
 */
export const sourceOn = (
  pack: RulePack,
  { rule, form }: { rule: DossierRuleId; form?: FormId | undefined },
  day: LocalDate,
): PackSource | undefined => {
  const ofForm = form && ofForms.includes(rule) ? formOn(pack, form, day)?.source : undefined
  return ofForm ?? ruleOn(pack, rule, day)?.source
}

/** @policy The national order unless a pack gives another. */
export const orderOn = (pack: RulePack, day: LocalDate): readonly FormId[] =>
  nearest(pack, ({ orders }) => orders, day)?.forms ?? volumeOrder
