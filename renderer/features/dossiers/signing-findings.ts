import type { DossierFindingRow, DossierPaperRow } from '#contract/dossiers.ts'
import { paperToSign } from './mend-step.ts'
import { paperKeyOf } from './paper-words.ts'

/** A row of the doctor's list: one finding, or all that one paper wants of signatures and seals. */
export type FindingItem =
  | { kind: 'one'; finding: DossierFindingRow }
  | {
      kind: 'signing'
      paper: DossierPaperRow & { objectId: string }
      findings: DossierFindingRow[]
    }

/** Signatures and seals of one paper stand together where the first of them stood. */
export const findingItems = (
  findings: readonly DossierFindingRow[],
  papers: readonly DossierPaperRow[],
): FindingItem[] => {
  const items: FindingItem[] = []
  const ofPaper = new Map<string, DossierFindingRow[]>()
  for (const finding of findings) {
    const paper = paperToSign(finding, papers)
    const known = paper && ofPaper.get(paperKeyOf(paper))
    if (known) known.push(finding)
    else if (paper) {
      const own = [finding]
      ofPaper.set(paperKeyOf(paper), own)
      items.push({ kind: 'signing', paper, findings: own })
    } else items.push({ kind: 'one', finding })
  }
  return items
}

const kinds = [
  { words: '签名', rules: ['V3-signatures'] },
  { words: '指印', rules: ['V3-fingerprints'] },
  { words: '印章', rules: ['V3-organisation-seal', 'V3-seal'] },
] as const satisfies readonly { words: string; rules: readonly string[] }[]

/** 3 处签名、1 处印章 */
export const signingCounts = (findings: readonly Pick<DossierFindingRow, 'ruleId'>[]): string =>
  kinds
    .map(({ words, rules }) => ({
      words,
      count: findings.filter(({ ruleId }) => rules.some((rule) => rule === ruleId)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} 处${words}`)
    .join('、')
