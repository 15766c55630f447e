import { reviewPoints } from '#db/domain/dossier/rules.ts'
import type { DossierFindingRow } from '#contract/dossiers.ts'

type Level = DossierFindingRow['level']
export const levelWords = {
  block: '必须改',
  warn: '提醒',
  info: '说明',
} as const satisfies Record<Level, string>

const levels = ['block', 'warn', 'info'] as const satisfies readonly Level[]

export type FindingGroup = {
  point: number
  name: string
  /** The heaviest first, each weight in the doctor's order. */
  findings: DossierFindingRow[]
}

/** All seven points of a review, those without a finding too: what was looked at is part of the answer. */
export const findingGroups = (findings: readonly DossierFindingRow[]): FindingGroup[] =>
  reviewPoints.map((name, index) => ({
    point: index + 1,
    name,
    findings: findings
      .filter(({ point }) => point === index + 1)
      .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
  }))

/** 必须改 2 项，提醒 1 项; empty when there is nothing. */
export const findingTally = (findings: readonly Pick<DossierFindingRow, 'level'>[]): string =>
  levels
    .map((level) => ({ level, count: findings.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${levelWords[level]} ${count} 项`)
    .join('，')
