export type Speaker = {
  id: string
  capacity: 'mediator' | 'party' | 'representative' | 'helper' | 'lawyer'
  name?: string
  /** How the mediator addresses somebody besides by name: 申请人, 被申请人. */
  title?: string
}

const isMediator = (speaker: Speaker): boolean => speaker.capacity === 'mediator'
const isSide = (speaker: Speaker): boolean =>
  speaker.capacity === 'party' || speaker.capacity === 'representative'

const isQuestion = (words: string): boolean => /[？?]\s*$/u.test(words)

/** The one person among them whose name or title stands in the words; 被申请人 names no 申请人. */
const addressed = (words: string, speakers: readonly Speaker[]): Speaker | undefined => {
  const calls = speakers
    .flatMap((speaker) => [speaker.name, speaker.title].map((call) => ({ speaker, call })))
    .filter((one): one is { speaker: Speaker; call: string } => Boolean(one.call))
    .toSorted((a, b) => b.call.length - a.call.length)
  const meant = new Set<Speaker>()
  let rest = words
  for (const { speaker, call } of calls) {
    if (!rest.includes(call)) continue
    meant.add(speaker)
    // Two people may bear one title: then both are meant and nobody is.
    for (const other of calls) if (other.call === call) meant.add(other.speaker)
    rest = rest.replaceAll(call, ' ')
  }
  return meant.size === 1 ? [...meant][0] : undefined
}

/**
 * Who most likely says the next line. Whom the mediator addresses by name answers; a question of the
 * mediator goes to the one asked last. Else two who alternate go on alternating; who spoke twice
 * running goes on speaking; a first line is the mediator's, and the line after one lone line changes
 * over between the mediator and the first side.
 * @param history speaker ids of the lines before, oldest first
 * @param speakers those who may speak now in the order of their keys; never empty
 * @param lastWords what the last of the lines before says
 * @returns an id out of `speakers`
 */
export const nextSpeaker = (
  history: readonly string[],
  speakers: readonly Speaker[],
  lastWords = '',
): string => {
  const known = history.filter((id) => speakers.some((speaker) => speaker.id === id))
  const mediator = speakers.find(isMediator) ?? speakers[0]
  const last = speakers.find((speaker) => speaker.id === known.at(-1))
  if (!mediator) throw new RangeError('nobody at the table')
  if (!last) return mediator.id
  if (isMediator(last) && history.at(-1) === last.id) {
    const others = speakers.filter((speaker) => !isMediator(speaker))
    const meant = addressed(lastWords, others)
    if (meant) return meant.id
    const askedLast = known.findLast((id) => others.some((speaker) => speaker.id === id))
    if (askedLast !== undefined && isQuestion(lastWords)) return askedLast
  }
  const before = known.at(-2)
  if (before !== undefined && !(isQuestion(lastWords) && before === last.id)) return before
  if (last.id !== mediator.id) return mediator.id
  const other = speakers.find(isSide) ?? speakers.find((speaker) => speaker.id !== last.id)
  return other?.id ?? last.id
}
