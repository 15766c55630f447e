import type { SessionRecord } from '#contract/sessions.ts'
import { speakerKey } from './attendee-names.ts'
import type { StoredEntry } from './notebook-line.ts'
import { openPartOf } from './open-part.ts'
import { silenceOf } from './speaking.ts'

/** Lines as they can be pasted elsewhere; what was said behind the wall says so. */
export const unsavedWords = (
  record: Pick<SessionRecord, 'attendees'>,
  entries: readonly StoredEntry[],
): string =>
  entries
    .filter((entry) => !entry.removed)
    .toSorted((a, b) => a.position - b.position)
    .map((entry) => {
      const name = record.attendees.find((one) => one.id === entry.attendeeId)?.name ?? ''
      return `${entry.partId === undefined ? '' : '【单独谈话】'}${name}：${entry.text}`
    })
    .join('\n')

/** Whose keys take over a line, when more than two may speak; two only alternate. */
export const othersHint = (
  record: Pick<SessionRecord, 'attendees' | 'parties' | 'parts'>,
): string | undefined => {
  const part = openPartOf(record.parts)
  const keys = record.attendees.flatMap((attendee, index) => {
    const key = speakerKey(index)
    return key && silenceOf(attendee, record, part) === undefined ? [`${key} ${attendee.name}`] : []
  })
  return keys.length > 2 ? keys.join('　') : undefined
}
