import type { HolidayYear } from '../deadline/period.ts'
import type { LocalDate } from '../local-date.ts'
import {
  acceptanceFindings,
  evidenceFindings,
  numberFindings,
  outcomeFindings,
  retentionFindings,
} from './case-rules.ts'
import { datesThatDiffer, stepsOutOfOrder, undatedAndFuture } from './day-order.ts'
import type { Dossier } from './dossier.ts'
import { type Facts, factsOf, type Found } from './facts.ts'
import { amountsThatDiffer, capitalsThatDiffer, instalmentsThatDiffer } from './money-rules.ts'
import type { RulePack } from './pack.ts'
import { confirmationFindings, deadlineFindings, followUpFindings } from './periods.ts'
import {
  addressesThatDiffer,
  identityNumbersThatDiffer,
  namesThatDiffer,
  partialMediators,
} from './persons.ts'
import { missingPapers } from './presence.ts'
import { type DossierFinding, dossierRuleIds, dossierRules, mendFor } from './rules.ts'
import { missingNotes, missingSignatures, unauthorisedSigners } from './signatures.ts'
import { bindingFindings, contentsFindings, pageFindings, papersOutOfOrder } from './volume.ts'

const checks: readonly ((facts: Facts) => Found[])[] = [
  acceptanceFindings,
  deadlineFindings,
  partialMediators,
  missingPapers,
  stepsOutOfOrder,
  datesThatDiffer,
  undatedAndFuture,
  namesThatDiffer,
  identityNumbersThatDiffer,
  addressesThatDiffer,
  numberFindings,
  amountsThatDiffer,
  capitalsThatDiffer,
  instalmentsThatDiffer,
  missingSignatures,
  missingNotes,
  unauthorisedSigners,
  evidenceFindings,
  outcomeFindings,
  confirmationFindings,
  followUpFindings,
  papersOutOfOrder,
  pageFindings,
  contentsFindings,
  bindingFindings,
  retentionFindings,
]

const rank = new Map(dossierRuleIds.map((rule, index) => [rule, index]))

const finish = (facts: Facts, found: Found): DossierFinding[] => {
  const entry = facts.entry(found.rule)
  if (!entry) return []
  const form = found.paper?.formId ?? found.form
  const objectId = found.paper?.objectId ?? found.paper?.id ?? facts.case.id
  return [
    {
      ruleId: found.rule,
      point: dossierRules[found.rule].point,
      level: found.informs ? 'info' : entry.level,
      ...(form === undefined ? {} : { form }),
      path: found.path,
      code: found.code,
      details: found.details ?? {},
      mend: mendFor(found.code, form),
      place: { ...(form === undefined ? {} : { form }), objectId },
    },
  ]
}

const compare = (a: DossierFinding, b: DossierFinding): number =>
  a.point - b.point ||
  (rank.get(a.ruleId) ?? 0) - (rank.get(b.ruleId) ?? 0) ||
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

/**
 * What a reviewer would hold against the volume, by review point and rule. Never throws, whatever was read from a
 * scan. Of a case without an outcome only what is already due is told.
 * @param calendar days off, for periods that end on one; without it the plain last day counts.
 * @policy issue 4 §2, forms.md §0: the seven points of a dossier review
 */
export const examine = (
  dossier: Dossier,
  pack: RulePack,
  today: LocalDate,
  calendar: readonly HolidayYear[] = [],
): DossierFinding[] => {
  const facts = factsOf(dossier, pack, today, calendar)
  return checks
    .flatMap((check) => check(facts))
    .flatMap((found) => finish(facts, found))
    .toSorted(compare)
}
