import type { AgreementRecord, PassedWarning } from '#contract/agreements.ts'
import type { Reason } from '#db/domain/reason.ts'

type Told = Pick<Reason, 'ruleId' | 'code' | 'path'>
type HasId = { id: string }
/** What the indices of a path point into. */
export type PathObjects = { clauses: readonly HasId[]; parties: readonly HasId[] }

/** Why each warning may stand, by `warningKey`. */
export type PassedWords = Readonly<Record<string, string>>

const idPath = (path: string, { clauses, parties }: PathObjects): string => {
  const [head = '', index = '', ...rest] = path.split('.')
  const list = head === 'clauses' ? clauses : head === 'parties' ? parties : []
  const id = list[Number(index)]?.id
  return index === '' || id === undefined ? path : [head, id, ...rest].join('.')
}

/** The same for a warning wherever its clause or party has moved to. */
export const warningKey = ({ ruleId, code, path }: Told, objects: PathObjects): string =>
  `${ruleId} ${code} ${idPath(path, objects)}`

export const warningsOf = <R extends Reason>(reasons: readonly R[]): R[] =>
  reasons.filter(({ level }) => level === 'warn')

const wordsFor = (warning: Told, words: PassedWords, objects: PathObjects): string =>
  (words[warningKey(warning, objects)] ?? '').trim()

/** Warnings that nobody has given a reason for yet. */
export const openWarnings = <R extends Reason>(
  reasons: readonly R[],
  words: PassedWords,
  objects: PathObjects,
): R[] => warningsOf(reasons).filter((warning) => wordsFor(warning, words, objects) === '')

/** As the submission takes them: those that stand now and have a reason. */
export const passedForSubmission = (
  reasons: readonly Reason[],
  words: PassedWords,
  objects: PathObjects,
): PassedWarning[] =>
  warningsOf(reasons).flatMap((warning) => {
    const told = wordsFor(warning, words, objects)
    const { ruleId, code, path } = warning
    return told === '' ? [] : [{ ruleId, code, path, words: told }]
  })

/**
 * Reasons given at the last submission. Their places were told for the text that was submitted, so it is that
 * text's clauses that tell which clause was meant.
 */
export const wordsOfRecord = ({
  passedWarnings,
  lastSubmitted,
  content,
  parties,
}: Pick<
  AgreementRecord,
  'passedWarnings' | 'lastSubmitted' | 'content' | 'parties'
>): PassedWords => {
  const { clauses } = lastSubmitted?.content ?? content
  return Object.fromEntries(
    passedWarnings.map((one) => [warningKey(one, { clauses, parties }), one.words]),
  )
}
