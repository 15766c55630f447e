import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { StatusLook } from './status.ts'

/** Whether a paper lies in the volume. */
export const presenceLooks = {
  there: { word: '有', tone: 'done' },
  missing: { word: '缺', tone: 'late' },
  draft: { word: '草稿', tone: 'waiting' },
  optional: { word: '按需', tone: 'plain' },
} as const satisfies Record<DossierPaperRow['state'], StatusLook>
