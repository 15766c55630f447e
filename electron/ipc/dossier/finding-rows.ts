import type { DossierFindingRow, MendPlace } from '#contract/dossiers.ts'
import type { Dossier } from '#db/domain/dossier/dossier.ts'
import type { FormId } from '#db/domain/dossier/forms.ts'
import { houseForms } from '#db/domain/dossier/house-forms.ts'
import { findingText } from '#db/domain/dossier/messages.ts'
import { type RulePack, sourceOn } from '#db/domain/dossier/pack.ts'
import { type DossierFinding, reviewPoints } from '#db/domain/dossier/rules.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { DossierEntry } from '#db/queries/dossier-papers.ts'
import { paperIdOf } from '#db/services/dossier-paper.ts'

export type Examined = {
  dossier: Dossier
  entries: readonly DossierEntry[]
  pack: RulePack
  today: LocalDate
}

/** The entry of the list that a finding is about; evidence that lies on one paper leads to that paper. */
const entryOf = ({ path }: DossierFinding, entries: readonly DossierEntry[]) => {
  const [head, id = ''] = path.split('.')
  if (head !== 'papers') return undefined
  return entries.find((entry) => id === paperIdOf(entry) || id.startsWith(`${paperIdOf(entry)}~`))
}

type Named = DossierEntry & { objectId: string }

const isNamed = (entry: DossierEntry | undefined): entry is Named => entry?.objectId !== undefined

const toPaper = ({ form, objectId }: Named): MendPlace => ({ to: 'paper', form, objectId })

/** Words on a paper are changed where they come from. */
const toWords = (entry: Named): MendPlace => {
  const { form, objectId, editable } = entry
  if (form === 'f09') return { to: 'session', sessionId: objectId }
  if (form === 'f10') return { to: 'agreement', agreementId: objectId }
  return editable ? { to: 'sheet', form, objectId } : toPaper(entry)
}

const binders = new Set(['f00', 'f15', 'f16', 'f17'])

/** Dates and numbers of the binder's own sheets stand in the form of the archive. */
const toBinding = (entry: Named): MendPlace =>
  binders.has(entry.form) ? { to: 'archive' } : toWords(entry)

const toSigning = (entry: Named): MendPlace =>
  entry.form === 'f10' ? { to: 'signing', agreementId: entry.objectId } : toPaper(entry)

const onPaper = (finding: DossierFinding, entry: Named): MendPlace => {
  const { form, objectId } = entry
  switch (finding.mend) {
    case 'scan':
      return { to: 'scans', form, objectId }
    case 'sign':
    case 'sealOrganisation':
    case 'fingerprint':
    case 'seal':
    case 'getAuthority':
    case 'guardianSigns':
      return toSigning(entry)
    case 'fillDate':
    case 'checkDates':
    case 'fillFileNumber':
      return toBinding(entry)
    case 'correctName':
    case 'correctNumber':
    case 'correctAddress':
    case 'correctAmount':
    case 'checkName':
    case 'completeEvidence':
    case 'finalise':
    case 'readBack':
    case 'noteClosed':
      return toWords(entry)
    case 'explainInNote':
      return { to: 'addSheet', form: 'f15' }
    case 'writeAgreement':
    case 'chooseRetention':
      return inCase(finding)
    default:
      return entry.scanOnly ? { to: 'scans', form, objectId } : toPaper(entry)
  }
}

const inCase = ({ mend }: DossierFinding): MendPlace =>
  mend === 'chooseRetention' ? { to: 'archive' } : { to: 'case' }

/** What is lacking is made from its sheet, or fetched and added as a scan. */
const missing = (form: FormId, { entries }: Examined, partyId: string | undefined): MendPlace => {
  const own = entries.filter(({ dossierForm }) => dossierForm === form)
  const entry = own.find((one) => partyId !== undefined && one.partyId === partyId) ?? own[0]
  if (form === 'f09') return { to: 'case' }
  if (form === 'f10') {
    const draft = own.find(isNamed)
    return draft ? { to: 'agreement', agreementId: draft.objectId } : { to: 'case' }
  }
  if (!isNamed(entry)) {
    const first = houseForms.find(({ place }) => place === form)
    if (!first || first.made === 'record') return { to: 'case' }
    return first.made === 'sheet'
      ? { to: 'addSheet', form: first.id }
      : { to: 'scans', form: first.id }
  }
  if (entry.scanOnly) return { to: 'scans', form: entry.form, objectId: entry.objectId }
  return entry.editable
    ? { to: 'sheet', form: entry.form, objectId: entry.objectId }
    : toPaper(entry)
}

const placeOf = (finding: DossierFinding, about: Examined): MendPlace => {
  const { mend, form, path } = finding
  const entry = entryOf(finding, about.entries)
  if (isNamed(entry)) return onPaper(finding, entry)
  if (form !== undefined && path.startsWith('forms.'))
    return missing(form, about, path.split('.')[2])
  // While a case goes on a longer period can still be agreed to.
  if (mend === 'explainInNote' || (mend === 'getConsent' && about.dossier.case.outcome))
    return { to: 'addSheet', form: 'f15' }
  return inCase(finding)
}

const sourceText = ({ title, article }: { title: string; article?: string | undefined }) =>
  `${title}${article ?? ''}`

/** A finding in words, with the place where one click mends it. */
export function findingRow(finding: DossierFinding, about: Examined): DossierFindingRow {
  const { dossier, pack, today } = about
  const text = findingText(finding, dossier)
  const { ruleId: rule, form } = finding
  const paper = dossier.papers.find(({ id }) => finding.path.startsWith(`papers.${id}.`))
  const source = sourceOn(pack, { rule, form }, paper?.date ?? today)
  return {
    ruleId: finding.ruleId,
    point: finding.point,
    pointName: reviewPoints[finding.point - 1] ?? '',
    level: finding.level,
    rule: text.rule,
    where: finding.mend === 'chooseRetention' ? '卷宗封面的保管期限' : text.where,
    mend: text.mend,
    source: source ? sourceText(source) : '',
    place: placeOf(finding, about),
  }
}

/** As it is written down when a volume is closed in spite of it. */
export const findingSentence = ({ where, rule }: DossierFindingRow): string => `${where}：${rule}`

/** What only informs stands against nothing. */
export const isOpen = ({ level }: Pick<DossierFindingRow, 'level'>): boolean => level !== 'info'
