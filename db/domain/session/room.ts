/** Stretches of a session, one after the other; what is said in a separate talk lies behind the wall. */
export const partKinds = ['joint', 'separate', 'pause'] as const
export type PartKind = (typeof partKinds)[number]

/** What a line is besides words; a key point is kept apart from these. */
export const entryMarks = ['undisputedFact', 'evidence', 'disagreement', 'concession'] as const
export type EntryMark = (typeof entryMarks)[number]

/** Who may be called in with the parties' consent. */
export const helperKinds = [
  'relative',
  'neighbour',
  'colleague',
  'expert',
  'organisation',
  'dutyLawyer',
] as const
export type HelperKind = (typeof helperKinds)[number]

/**
 * Whether a line goes into the minutes and whatever is made from them. A concession does not.
 * @law 《民事诉讼法解释》第一百零七条;《最高人民法院关于人民法院特邀调解的规定》第二十二条 (C15)
 */
export const goesIntoMinutes = (line: {
  text: string
  removed: boolean
  mark?: EntryMark | undefined
}): boolean => !line.removed && line.text.trim() !== '' && line.mark !== 'concession'
