import type { RotaBoard, RotaCandidate } from '#contract/rotas.ts'

type Ranked = Pick<RotaCandidate, 'lawyerId' | 'breaks' | 'cost' | 'parts'>
export type CostWords = {
  text: string
  /** Where most of the difference comes from. */
  main?: string
  isGood: boolean
}

const mainPart = (
  { cost, parts }: Pick<Ranked, 'cost' | 'parts'>,
  names: RotaBoard['partNames'],
): string => {
  const [main] = Object.entries(parts).toSorted(([, a], [, b]) => Math.sign(cost) * (b - a))
  const part = main?.[0] ?? ''
  return names[part] ?? part
}

const compared = (
  than: string,
  difference: Pick<Ranked, 'cost' | 'parts'>,
  names: RotaBoard['partNames'],
): CostWords => {
  const { cost } = difference
  if (cost === 0) return { text: `和${than}一样合适`, isGood: true }
  const main = mainPart(difference, names)
  return cost > 0
    ? { text: `不如${than}（多 ${cost} 分）`, main: `主要差在${main}`, isGood: false }
    : { text: `比${than}合适（少 ${-cost} 分）`, main: `主要好在${main}`, isGood: true }
}

/**
 * By person how well he or she would fit: against who sits there now; in an empty place against the best,
 * since anybody is better than nobody.
 */
export const costWords = (
  candidates: readonly Ranked[],
  isTaken: boolean,
  names: RotaBoard['partNames'],
): Map<string, CostWords> => {
  const able = candidates.filter(({ breaks }) => breaks.length === 0)
  const [best] = able
  const against = (candidate: Ranked): CostWords => {
    if (isTaken || !best) return compared('现在', candidate, names)
    if (candidate === best) return { text: '✓ 最合适', isGood: true }
    const parts = Object.fromEntries(
      Object.entries(candidate.parts).map(([part, points]) => [
        part,
        points - (best.parts[part] ?? 0),
      ]),
    )
    return compared('第一位', { cost: candidate.cost - best.cost, parts }, names)
  }
  return new Map(able.map((candidate) => [candidate.lawyerId, against(candidate)]))
}
