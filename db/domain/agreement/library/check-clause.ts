import { findDisputeType } from '../../case/taxonomy.ts'
import type { Reason } from '../../reason.ts'
import { type AgreementContent, clauseKinds } from '../content.ts'
import { publicOrderFindings } from '../lint/public-order.ts'
import type { LintCode } from '../lint/rules.ts'
import { forbiddenWording } from '../wording.ts'
import { clauseGroups, slotKinds } from './library-clause.ts'
import { hasNamelessSlot, hasUnpairedBracket, slotsOf } from './slots.ts'

/** Findings of the linter that stand against a clause in whatever agreement it is put. */
const publicOrderCodes = [
  'rightsBarred',
  'policeBarred',
  'libertyLimited',
  'criminalWaiver',
  'unlawfulCause',
] as const satisfies readonly LintCode[]

export const clauseFaultCodes = [
  'titleBlank',
  'textBlank',
  'slotUnpaired',
  'slotNameless',
  'slotKindUnknown',
  'slotNotInText',
  'slotNotDeclared',
  'slotDoubled',
  'groupUnknown',
  'kindUnknown',
  'typeUnknown',
  'feeMentioned',
  'socialInsuranceWaiver',
  ...publicOrderCodes,
] as const

export type ClauseFaultCode = (typeof clauseFaultCodes)[number]

export type ClauseFault = Reason<ClauseFaultCode>

/** A clause before it is accepted. Without `slots` they are read from the text. */
export type ClauseDraft = {
  title: string
  group?: string | undefined
  typeCodes?: readonly string[] | undefined
  kind: string
  text: string
  slots?: readonly { name: string; kind: string }[] | undefined
}

const fault = (
  code: ClauseFaultCode,
  path: string,
  { ruleId = 'P', ...details }: { ruleId?: string; words?: string } = {},
): ClauseFault => ({
  ruleId,
  level: 'block',
  path,
  code,
  ...(Object.keys(details).length > 0 ? { details } : {}),
})

/** The text as the one clause of an agreement, which is what the rules of the linter read. */
const contentOf = (text: string): AgreementContent => ({
  facts: '',
  issues: '',
  responsibilities: '',
  clauses: [{ id: 'draft', kind: 'other', text }],
  performanceManner: '',
  performanceDeadline: '',
  performancePlace: '',
  copies: 0,
})

const isPublicOrderCode = (code: string): code is (typeof publicOrderCodes)[number] =>
  publicOrderCodes.some((known) => known === code)

const slotFaults = ({ text, slots }: ClauseDraft): ClauseFault[] => {
  if (!slots) return []
  const inText = slotsOf(text)
  const names = slots.map(({ name }) => name)
  return [
    ...slots.flatMap(({ name, kind }, index) => {
      const at = `slots.${index}`
      return [
        ...(slotKinds.some((known) => known === kind)
          ? []
          : [fault('slotKindUnknown', `${at}.kind`, { words: kind })]),
        ...(inText.includes(name) ? [] : [fault('slotNotInText', `${at}.name`, { words: name })]),
        ...(names.indexOf(name) === index
          ? []
          : [fault('slotDoubled', `${at}.name`, { words: name })]),
      ]
    }),
    ...inText
      .filter((name) => !names.includes(name))
      .map((name) => fault('slotNotDeclared', 'text', { words: name })),
  ]
}

const wordingFaults = (text: string): ClauseFault[] => [
  ...forbiddenWording(text).map(({ ruleId, code, words }) =>
    fault(code, 'text', { ruleId, words }),
  ),
  ...publicOrderFindings(contentOf(text)).flatMap(({ ruleId, level, code, details }) =>
    isPublicOrderCode(code)
      ? [{ ...fault(code, 'text', { ruleId, words: String(details?.['words'] ?? '') }), level }]
      : [],
  ),
]

/**
 * All that stands against taking a clause into a library. A fee and a waiver of social insurance refuse it;
 * words that shut the way to arbitration, court or an authority weigh as they do in an agreement.
 * @law 《人民调解法》第三条第三项、第四条 (C16, A5);法释〔2025〕12号 第十九条 (D12)
 */
export const checkLibraryClause = (draft: ClauseDraft): ClauseFault[] => [
  ...(draft.title.trim() === '' ? [fault('titleBlank', 'title')] : []),
  ...(draft.text.trim() === '' ? [fault('textBlank', 'text')] : []),
  ...(draft.group === undefined || clauseGroups.some((known) => known === draft.group)
    ? []
    : [fault('groupUnknown', 'group', { words: draft.group })]),
  ...(clauseKinds.some((known) => known === draft.kind)
    ? []
    : [fault('kindUnknown', 'kind', { words: draft.kind })]),
  ...(hasUnpairedBracket(draft.text) ? [fault('slotUnpaired', 'text')] : []),
  ...(hasNamelessSlot(draft.text) ? [fault('slotNameless', 'text')] : []),
  ...slotFaults(draft),
  ...wordingFaults(draft.text),
]

/**
 * As `checkLibraryClause`, and its dispute types are built-in ones.
 * @policy A shipped clause cannot know the types that a centre has added.
 */
export const checkShippedClause = (draft: ClauseDraft): ClauseFault[] => [
  ...checkLibraryClause(draft),
  ...(draft.typeCodes ?? []).flatMap((code, index) =>
    findDisputeType(code) ? [] : [fault('typeUnknown', `typeCodes.${index}`, { words: code })],
  ),
]
