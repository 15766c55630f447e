export type Speaker = {
  id: string
  capacity: 'mediator' | 'party' | 'representative' | 'helper' | 'lawyer'
}

const isMediator = (speaker: Speaker): boolean => speaker.capacity === 'mediator'
const isSide = (speaker: Speaker): boolean =>
  speaker.capacity === 'party' || speaker.capacity === 'representative'

/**
 * Who most likely says the next line. Two who alternate go on alternating; who spoke twice running
 * goes on speaking; a first line is the mediator's, and the line after one lone line changes over
 * between the mediator and the first side.
 * @param history speaker ids of the lines before, oldest first
 * @param speakers those at the table in the order of their keys; never empty
 * @returns an id out of `speakers`
 */
export const nextSpeaker = (history: readonly string[], speakers: readonly Speaker[]): string => {
  const known = history.filter((id) => speakers.some((speaker) => speaker.id === id))
  const mediator = speakers.find(isMediator) ?? speakers[0]
  const last = speakers.find((speaker) => speaker.id === known.at(-1))
  if (!mediator) throw new RangeError('nobody at the table')
  if (!last) return mediator.id
  const before = known.at(-2)
  if (before !== undefined) return before
  if (last.id !== mediator.id) return mediator.id
  const other = speakers.find(isSide) ?? speakers.find((speaker) => speaker.id !== last.id)
  return other?.id ?? last.id
}
