import { capitalAmount, type Fen, parseYuan } from '../money.ts'
import type { DossierPaper, PrintedAmount } from './dossier.ts'
import { type Facts, fenOf, filled, type Found, readCapitals, sumOf } from './facts.ts'
import type { FormId } from './forms.ts'

/** A payment order is asked for what is left, a receipt is for a part. */
const ownSums: readonly FormId[] = ['f12', 'f24']

const printed = (facts: Facts): DossierPaper[] =>
  facts.dossier.papers.filter(({ superseded }) => !superseded)

const bothForms = (
  paper: DossierPaper,
  { kind, figures, capitals }: PrintedAmount,
  index: number,
  wantsCapitals: boolean,
): Found[] => {
  const at = { rule: 'V3-capitals', paper, path: `papers.${paper.id}.amounts.${index}` } as const
  const fen = filled(figures) ? parseYuan(figures) : undefined
  if (filled(figures) && fen === undefined) {
    return [{ ...at, code: 'figuresUnreadable', details: { figures } }]
  }
  if (!filled(capitals)) {
    return wantsCapitals && kind === 'total' && fen !== undefined
      ? [
          {
            ...at,
            code: 'capitalsMissing',
            details: { amountFen: fen, capitals: capitalAmount(fen) },
          },
        ]
      : []
  }
  const readings = readCapitals(capitals)
  if (readings.length === 0) return [{ ...at, code: 'capitalsUnreadable', details: { capitals } }]
  if (fen === undefined || readings.includes(fen)) return []
  return [{ ...at, code: 'figuresCapitals', details: { amountFen: fen, capitals } }]
}

/**
 * Figures and capitals are one sum; the agreement has both.
 * @law 《支付结算办法》附一 (forms.md §8);《民诉法解释》第三百五十八条 (D10)
 */
export const capitalsThatDiffer = (facts: Facts): Found[] =>
  printed(facts).flatMap((paper) => {
    const wantsCapitals = paper.partOf === undefined && facts.wants(paper)?.capitals === true
    return paper.amounts.flatMap((amount, index) => bothForms(paper, amount, index, wantsCapitals))
  })

/**
 * The instalments of a clause add up to its total.
 * @law 《民诉法解释》第三百五十八条 (D10): unclear content is not confirmed
 */
export const instalmentsThatDiffer = (facts: Facts): Found[] =>
  printed(facts).flatMap((paper) => {
    const clauses = [...new Set(paper.amounts.map(({ clause }) => clause ?? ''))]
    return clauses.flatMap((clause): Found[] => {
      const own = paper.amounts.filter((amount) => (amount.clause ?? '') === clause)
      const total = sumOf(own, 'total')
      const sum = sumOf(own, 'instalment')
      if (total === undefined || sum === undefined || total === sum) return []
      return [
        {
          rule: 'V3-instalments',
          code: 'instalmentsSum',
          paper,
          path: `papers.${paper.id}.amounts.${clause}`,
          details: { totalFen: total, sumFen: sum },
        },
      ]
    })
  })

const paidFen = (facts: Facts): Fen | undefined =>
  sumOf(
    facts.of('f12').flatMap(({ amounts }) => amounts),
    'paid',
  )

/** What had to be paid by the day: all of it when the case counts as performed. */
const dueFen = (facts: Facts, total: Fen): Fen => {
  if (facts.case.performance === 'performed') return total
  const day = facts.case.closedOn ?? facts.today
  const amounts = facts.agreement?.amounts ?? []
  const instalments = amounts.filter(({ kind }) => kind === 'instalment')
  const inParts = new Set(instalments.map(({ clause }) => clause ?? ''))
  const duties = [
    ...instalments,
    ...amounts.filter(({ kind, clause }) => kind === 'total' && !inParts.has(clause ?? '')),
  ]
  return duties
    .filter(({ dueOn }) => dueOn !== undefined && dueOn < day)
    .reduce((sum, amount) => sum + (fenOf(amount) ?? 0), 0)
}

const receipts = (facts: Facts, total: Fen): Found[] => {
  const paid = paidFen(facts)
  const [paper] = facts.of('f12').toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (paid === undefined || !paper) return []
  const path = 'forms.f12.amounts'
  if (paid > total) {
    const details = { paidFen: paid, totalFen: total }
    return [{ rule: 'V3-amounts-agree', code: 'receiptsExceed', paper, path, details }]
  }
  if (facts.case.performance === 'enforcement' || facts.case.performance === 'atOnce') return []
  const due = dueFen(facts, total)
  return paid < due
    ? [
        {
          rule: 'V4-receipts',
          code: 'receiptsShort',
          paper,
          path,
          details: { paidFen: paid, dueFen: due },
        },
      ]
    : []
}

/**
 * The sum of the agreement stands in the record, in the papers for the court and in the receipts.
 * @policy forms.md §0, third and fourth review points
 */
export const amountsThatDiffer = (facts: Facts): Found[] => {
  const { agreement } = facts
  const total = agreement && sumOf(agreement.amounts, 'total')
  if (!agreement || total === undefined) return []
  const others = printed(facts).filter(
    (paper) => paper !== agreement && !ownSums.includes(paper.formId),
  )
  return [
    ...others.flatMap((paper): Found[] => {
      const sum = sumOf(paper.amounts, 'total')
      if (sum === undefined || sum === total) return []
      return [
        {
          rule: 'V3-amounts-agree',
          code: 'amountDiffers',
          paper,
          path: `papers.${paper.id}.amounts`,
          details: { writtenFen: sum, rightFen: total },
        },
      ]
    }),
    ...receipts(facts, total),
  ]
}
