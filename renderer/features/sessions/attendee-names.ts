import type { Attendee } from '#contract/sessions.ts'
import { attendeeCapacityLabels } from '../../lib/labels/sessions.ts'

/** The short word beside a speaker's name: 申请人, 委托代理人, 律师. */
export const speakerTag = ({ capacity, note }: Attendee): string => {
  if (capacity === 'party' && note !== '') return note
  const kind = capacity === 'representative' ? /的([^的，]+)(?:，|$)/.exec(note)?.[1] : undefined
  return kind ?? attendeeCapacityLabels[capacity]
}

/** How many attendees have a key of their own. */
export const keyedSpeakers = 9

/** 'Alt+1' for the first; undefined past the ninth. */
export const speakerKey = (index: number): string | undefined =>
  index < keyedSpeakers ? `Alt+${index + 1}` : undefined
