import type { OutputOf } from '../../lib/ask.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { changeWords } from './board-words.ts'

export type DutyNotice = OutputOf<'duties.notices'>[number]
export type PersonToTell = {
  lawyerId: string
  name: string
  phone: string
  words: string
  /** Ids of what this person does not know yet. */
  untold: string[]
  /** The last time that something was told. */
  told?: { channel: NonNullable<DutyNotice['channel']>; by: string; at: string }
}

export const channelWords = {
  phone: '电话已通知',
  message: '微信已通知',
  inPerson: '当面已通知',
  seen: '本人已看到',
} as const

/** 电话已通知（沈主任） 今天 09:30 */
export const toldWords = (
  { channel, by, at }: NonNullable<PersonToTell['told']>,
  today: LocalDate,
): string =>
  `${channelWords[channel]}${by === '' ? '' : `（${by}）`} ${formatInstantNear(at, today)}`

const lastTold = (notices: readonly DutyNotice[]): PersonToTell['told'] => {
  const told = notices
    .flatMap(({ toldAt, channel, toldByName }) =>
      toldAt !== undefined && channel !== undefined
        ? [{ at: toldAt, channel, by: channel === 'seen' ? '' : (toldByName ?? '') }]
        : [],
    )
    .toSorted((a, b) => a.at.localeCompare(b.at))
  return told.at(-1)
}

/** One line a person: what is new for those who wait to be told, all that was told for the others. */
export const peopleToTell = (notices: readonly DutyNotice[]): PersonToTell[] =>
  [...new Set(notices.map(({ lawyerId }) => lawyerId))].flatMap((lawyerId) => {
    const theirs = notices.filter((notice) => notice.lawyerId === lawyerId)
    const [first] = theirs
    if (!first) return []
    const waiting = theirs.filter(({ toldAt }) => toldAt === undefined)
    const about = (waiting.length > 0 ? waiting : theirs).toSorted((a, b) =>
      `${a.duty.date} ${a.duty.startsAt}`.localeCompare(`${b.duty.date} ${b.duty.startsAt}`),
    )
    const told = lastTold(theirs)
    const of = (kind: DutyNotice['kind']) =>
      about.filter((notice) => notice.kind === kind).map(({ duty }) => duty)
    return [
      {
        lawyerId,
        name: first.lawyerName,
        phone: first.phone,
        words: changeWords({
          added: of('added'),
          removed: of('removed'),
          changed: of('changed'),
        }),
        untold: waiting.map(({ id }) => id),
        ...(told && { told }),
      },
    ]
  })
