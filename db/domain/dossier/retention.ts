import { findDisputeType, isLabourDispute, levelOneOf } from '../case/taxonomy.ts'
import type { DossierOutcome, RetentionClass } from './dossier.ts'

/** Level-one codes, and single types that differ from their branch. Rights in land, houses and kinship outlive people. */
const byType: Readonly<Record<string, RetentionClass>> = {
  '01': 'long',
  '01.06': 'permanent',
  '03': 'permanent',
  '06.01': 'long',
  '06.05': 'long',
  '07': 'permanent',
  '08': 'permanent',
  '09': 'long',
  '11.01': 'long',
  '11.08': 'long',
  '11.09': 'long',
  '11.10': 'long',
  '15': 'long',
  '16.01': 'long',
}

const longSumFen = 100_000_00

/**
 * The class that is put forward; people choose another where the circumstances want it.
 * @policy forms.md F00: by dispute type, agreement content and circumstances; no law names the classes
 */
export const suggestedRetention = (about: {
  typeCode: string
  outcome?: DossierOutcome | undefined
  /** Whole fen, of all payments together. */
  totalFen?: number | undefined
  /** Payments go on for longer than a year. */
  runsLong?: boolean
}): RetentionClass => {
  const { typeCode, outcome, totalFen = 0, runsLong = false } = about
  if (outcome !== undefined && outcome !== 'agreed' && outcome !== 'oral') return 'short'
  const known = findDisputeType(typeCode)?.code ?? typeCode
  const own = byType[known] ?? byType[levelOneOf(known)]
  if (own !== undefined) return own
  const isLarge = totalFen >= longSumFen && isLabourDispute(typeCode)
  return isLarge || totalFen >= 5 * longSumFen || runsLong ? 'long' : 'short'
}
