import { formatYuan } from '../../money.ts'
import type { Reason } from '../../reason.ts'
import type { CompletenessCode } from '../completeness.ts'
import type { AgreementContent } from '../content.ts'
import { completenessWords, type Details, type Words } from './completeness-words.ts'
import { lintWords } from './lint-words.ts'
import { codeArticles, ruleSources } from './rule-sources.ts'
import type { LintCode } from './rules.ts'

/** Codes of the check and the one that only a half-filled screen can have. */
export type AgreementReasonCode = CompletenessCode | LintCode | 'instalmentDateMissing'

/** Names of the fields as they stand on screen and paper, by the first part of a path. */
export const contentFieldLabels = {
  facts: '纠纷主要事实',
  issues: '争议事项',
  responsibilities: '各方责任',
  clauses: '协议内容',
  performanceManner: '履行方式',
  performanceDeadline: '履行期限',
  performancePlace: '履行地点',
  copies: '份数',
} as const satisfies Record<keyof AgreementContent, string>

const words: Readonly<Record<string, Words>> = {
  ...completenessWords,
  ...lintWords,
  instalmentDateMissing: () => '没有写付款日期，这一期还没有存下',
} satisfies Record<AgreementReasonCode, Words>

const clausePlace = (parts: readonly string[]): string => {
  const clause = `第 ${Number(parts[1]) + 1} 条`
  const row = parts.indexOf('instalments')
  const at = row === -1 ? undefined : parts[row + 1]
  return at === undefined ? clause : `${clause}第 ${Number(at) + 1} 期`
}

type Named = readonly { name: string }[]

const placeOf = (path: string, parties: Named): string => {
  const parts = path.split('.')
  const [head, index] = parts
  if (head === 'clauses' && index !== undefined) return clausePlace(parts)
  if (head === 'parties') {
    if (index === undefined) return ''
    return parties[Number(index)]?.name.trim() || `第 ${Number(index) + 1} 个当事人`
  }
  return contentFieldLabels[head as keyof typeof contentFieldLabels] ?? ''
}

/** Blocking sums are told in yuan, whatever the rule kept them in. */
const readable = (details: Reason['details']): Details =>
  Object.fromEntries(
    Object.entries(details ?? {}).map(([key, value]) => [
      key,
      key.endsWith('Fen') && typeof value === 'number' ? formatYuan(value) : String(value),
    ]),
  )

/**
 * A finding in words: where, what is wrong, why, what to do; parties by name.
 * @policy One table for screen and command line.
 */
export const lintMessage = (reason: Reason, { parties = [] }: { parties?: Named } = {}): string => {
  const place = placeOf(reason.path, parties)
  const tell = Object.hasOwn(words, reason.code) ? words[reason.code] : undefined
  const text = tell ? tell(readable(reason.details)) : `有一项不合要求（${reason.code}）`
  return place === '' ? text : `${place}：${text}`
}

export type RuleSource = { title: string; article: string }

/**
 * What a rule demands and where it stands. With the code of the finding the very article is told, where a rule has
 * several.
 * @policy rules.md; an unknown id answers with itself.
 */
export const ruleSource = (ruleId: string, code?: string): RuleSource => {
  const known = ruleSources[ruleId] ?? { title: `规则 ${ruleId}`, article: '' }
  const exact = code === undefined ? undefined : codeArticles[code]
  return exact === undefined ? known : { ...known, ...exact }
}

/**
 * 依据《人民调解法》第十七条, else the rule in words; undefined for house practice.
 * @policy A rule's number says nothing to whom it stops; its article does
 */
export const ruleBasis = (ruleId: string, code?: string): string | undefined => {
  const { title, article } = ruleSource(ruleId, code)
  if (article !== '') return `依据${article}`
  return ruleId === 'P' || !Object.hasOwn(ruleSources, ruleId) ? undefined : title
}
