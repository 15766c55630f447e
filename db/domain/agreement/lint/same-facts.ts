import { formatYuan } from '../../money.ts'
import type { AgreementContent } from '../content.ts'
import { amountsIn } from './amount-words.ts'
import { phrasesOf, placesOf, sentencesOf } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

/** What a sum is said to be; the same thing is told with one sum in every part. */
const labels: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['本金', /(?:借款)?本金/u],
  ['尚欠的款项', /尚欠|尚有[^，。；]{0,14}未(?:付|还|支付|归还|发)|共欠|拖欠|欠付/u],
  ['押金', /押金/u],
  ['定金', /定金/u],
  ['彩礼', /彩礼/u],
]

const sumsUnder = (text: string, pattern: RegExp): number[] =>
  sentencesOf(text)
    .flatMap(phrasesOf)
    .flatMap((phrase) => {
      const at = pattern.exec(phrase)
      if (!at || /每[月天日期年]|月工资|部分|其中|退|返还|扣/u.test(phrase)) return []
      const end = at.index + at[0].length
      const told = amountsIn(phrase).find(({ index }) => index >= end && index - end <= 16)
      return told ? [told.fen] : []
    })

/**
 * The same fact with different sums in the parts that tell what happened.
 * @law 《民事诉讼法解释》第三百五十八条: unclear content (D10)
 */
export const sameFactFindings = (content: AgreementContent): LintReason[] => {
  const told = placesOf(content).filter(
    ({ path, clause }) =>
      ['facts', 'issues', 'responsibilities'].includes(path) || clause?.kind === 'confirm',
  )
  return labels.flatMap(([label, pattern]) => {
    const sums = told
      .map(({ path, text }) => ({ path, fens: sumsUnder(text, pattern) }))
      .filter(({ fens }) => fens.length > 0)
    const [first, ...others] = sums
    return others
      .filter(({ fens }) => first !== undefined && !fens.some((fen) => first.fens.includes(fen)))
      .map(({ path, fens }) =>
        lintFinding('sumDiffers', path, {
          label,
          hereYuan: formatYuan(fens[0] ?? 0),
          beforeYuan: formatYuan(first?.fens[0] ?? 0),
        }),
      )
  })
}
