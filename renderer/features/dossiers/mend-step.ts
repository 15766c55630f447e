import type { DossierFindingRow, DossierPaperRow, MendPlace } from '#contract/dossiers.ts'
import type { Place } from '../../lib/navigation.ts'

/** One click: to a page of the app, or a sheet added and opened. */
export type MendStep = { kind: 'go'; place: Place } | { kind: 'add'; form: string }

export const mendStep = (place: MendPlace, caseId: string): MendStep => {
  switch (place.to) {
    case 'paper':
    case 'sheet':
      return { kind: 'go', place: { to: place.to, form: place.form, objectId: place.objectId } }
    case 'addSheet':
      return { kind: 'add', form: place.form }
    case 'scans':
    case 'archive':
      return { kind: 'go', place: { to: 'dossier', caseId, part: place.to } }
    case 'agreement':
    case 'signing':
      return { kind: 'go', place: { to: place.to, agreementId: place.agreementId } }
    case 'session':
      return { kind: 'go', place: { to: 'session', sessionId: place.sessionId } }
    case 'case':
      return { kind: 'go', place: { to: 'case', caseId } }
  }
}

/** What is missing is added, what is wrong is changed. */
export const mendWord = ({ to }: MendPlace): string =>
  to === 'addSheet' ? '去补' : to === 'scans' ? '去放扫描件' : '去改'

const signatureRules: ReadonlySet<string> = new Set([
  'V3-signatures',
  'V3-organisation-seal',
  'V3-fingerprints',
  'V3-seal',
])

/** The paper on which a signature or seal is missed, where somebody may say that all of them are there. */
export const paperToSign = <
  R extends Pick<DossierPaperRow, 'form' | 'objectId' | 'state' | 'wantsSigning' | 'signed'>,
>(
  { ruleId, place }: Pick<DossierFindingRow, 'ruleId' | 'place'>,
  papers: readonly R[],
): (R & { objectId: string }) | undefined => {
  if (!signatureRules.has(ruleId) || place.to !== 'paper') return undefined
  return papers.find(
    (row): row is R & { objectId: string } =>
      row.objectId === place.objectId &&
      row.form === place.form &&
      row.state === 'there' &&
      row.wantsSigning &&
      !row.signed,
  )
}
