import { agreementChanges } from '#db/domain/agreement/changes.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { agreementStatusLooks } from '../../lib/labels/status.ts'

export type VersionText = OutputOf<'agreements.versions'>[number]

/** 第 2 版 2026年11月22日 09:30 送审的 · 第 2 版 现在的（草稿） */
export const versionLabel = ({ version, status, submittedAt, fileNumber }: VersionText): string => {
  if (submittedAt !== undefined) return `第 ${version} 版，${formatInstant(submittedAt)}送审的`
  const number = fileNumber === undefined ? '' : `，${fileNumber}`
  return `第 ${version} 版，现在的（${agreementStatusLooks[status].word}${number}）`
}

export type VersionPair = { before: string; after: string }

/**
 * What is laid side by side at first: the newest text beside the last one before it that says something else.
 * Undefined with fewer than two texts.
 */
export const firstPair = (texts: readonly VersionText[]): VersionPair | undefined => {
  const [newest, ...older] = texts
  if (!newest || older.length === 0) return undefined
  const other =
    older.find(({ content }) => agreementChanges(content, newest.content).length > 0) ?? older[0]
  return other && { before: other.key, after: newest.key }
}
