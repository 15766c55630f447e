import type { Figure } from '#contract/calculations.ts'
import type { ParameterKey } from '#db/domain/labour/parameters.ts'
import { regionName } from '#db/domain/region-names.ts'
import { validityWords } from './calc-words.ts'

type Spread = { key: ParameterKey; variant?: string | undefined }

const graded: readonly ParameterKey[] = [
  'injuryDisabilityMonths',
  'injuryAllowancePercent',
  'injuryMedicalMonths',
  'injuryEmploymentMonths',
]
const careWords: Readonly<Record<string, string>> = {
  full: '完全不能自理',
  most: '大部分不能自理',
  part: '部分不能自理',
}

/** 第一档, 九级, 2026年: what the variant of a figure means. */
export const variantWords = ({ key, variant }: Spread): string => {
  if (variant === undefined || variant === '') return ''
  if (graded.includes(key)) return `${variant}级`
  if (key === 'injuryCarePercent') return careWords[variant] ?? variant
  if (key === 'injuryTaperPercent') return `距退休${variant}年`
  if (key === 'statutoryHolidays') return `${variant}年`
  return key === 'monthlyMinimumWage' || key === 'hourlyMinimumWage' ? `第${variant}档` : variant
}

/** Keys whose figures come in several, and what is asked then. */
export const variantLabel = (key: ParameterKey): string | undefined => {
  if (graded.includes(key)) return '伤残等级（1至10）'
  if (key === 'injuryTaperPercent') return '距退休几年（0至4）'
  if (key === 'statutoryHolidays') return '哪一年'
  return key === 'monthlyMinimumWage' || key === 'hourlyMinimumWage' ? '第几档' : undefined
}

const usualUnits: Readonly<Partial<Record<ParameterKey, string>>> = {
  payDaysPerMonth: '天',
  monthlyMinimumWage: '元',
  hourlyMinimumWage: '元',
  averageMonthlyWage: '元',
  urbanDisposableIncome: '元',
  lprOneYear: '%',
  lateInterestPerDay: '%',
  injuryDisabilityMonths: '月',
  injuryMedicalMonths: '月',
  injuryEmploymentMonths: '月',
  injuryAllowancePercent: '%',
  injuryTaperPercent: '%',
  injuryCarePercent: '%',
  statutoryHolidays: '日期',
}

export const usualUnit = (key: ParameterKey): string => usualUnits[key] ?? '元'

/** Figures of the whole country; the others belong to a region. */
const national: readonly ParameterKey[] = [
  'payDaysPerMonth',
  'urbanDisposableIncome',
  'lprOneYear',
  'lateInterestPerDay',
  'injuryDisabilityMonths',
  'injuryAllowancePercent',
  'injuryCarePercent',
  'statutoryHolidays',
]

export const usualRegion = (key: ParameterKey, own: string): string =>
  national.includes(key) ? 'CN' : own

type Standing = { tone: 'done' | 'plain' | 'waiting' | 'late'; word: string }

/** What must be known of a figure before it is used, the most pressing first. */
export const standingOf = (figure: Figure): Standing[] => [
  ...(figure.replaced ? [{ tone: 'plain', word: '已由本单位的代替' } as const] : []),
  ...(figure.standing === 'past' ? [{ tone: 'late', word: '已失效' } as const] : []),
  ...(figure.standing === 'future' ? [{ tone: 'plain', word: '未生效' } as const] : []),
  figure.verified
    ? ({ tone: 'done', word: '已核对原文' } as const)
    : ({ tone: 'waiting', word: '未核对原文' } as const),
  ...(figure.id === undefined ? [] : [{ tone: 'plain', word: '本单位录入' } as const]),
]

/** All words of a row, for finding it. */
export const figureText = (figure: Figure): string =>
  [
    figure.name,
    variantWords(figure),
    regionName(figure.region),
    figure.value,
    figure.document,
    validityWords(figure),
    ...standingOf(figure).map(({ word }) => word),
  ].join(' ')
