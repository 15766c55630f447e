import type { LocalDate } from '#db/domain/local-date.ts'
import type { InputOf, OutputOf } from '../../lib/ask.ts'
import { deskWords, halfDayWords } from './duty-words.ts'

type Options = OutputOf<'requests.options'>

/** One way to be freed of a shift. */
export type Way = {
  key: string
  group: 'swap' | 'cover' | 'anybody'
  /** 陈刚（明正所） */
  who: string
  /** 换 11月25日 周三 下午 · 综合窗口 */
  what: string
  /** Why it may not be; empty for one that may. */
  breaks: readonly string[]
  ask: (words: string) => InputOf<'requests.ask'>
}

const whoWords = ({ name, firmName }: { name: string; firmName: string }): string =>
  firmName === '' ? name : `${name}（${firmName}）`

/** Swaps first: nobody serves more by them; then who may cover, then leaving it to the head. */
export const waysOf = (dutyId: string, options: Options, today: LocalDate): Way[] => [
  ...options.swaps.map((swap): Way => ({
    key: `swap ${swap.duty.dutyId}`,
    group: 'swap',
    who: whoWords(swap),
    what: `换 ${halfDayWords(swap.duty, today)} · ${deskWords(swap.duty)}`,
    breaks: swap.breaks,
    ask: (words) => ({ kind: 'swap', dutyId, partnerDutyId: swap.duty.dutyId, words }),
  })),
  ...options.covers.map((cover): Way => ({
    key: `cover ${cover.lawyerId}`,
    group: 'cover',
    who: whoWords(cover),
    what: `替这一班 · 近一年值 ${cover.served} 班`,
    breaks: cover.breaks,
    ask: (words) => ({ kind: 'cover', dutyId, partnerId: cover.lawyerId, words }),
  })),
  {
    key: 'anybody',
    group: 'anybody',
    who: '不指定',
    what: '由主任找人替',
    breaks: [],
    ask: (words) => ({ kind: 'cover', dutyId, words }),
  },
]

/** Those that may be; the others with their reasons. */
export const sortedWays = (ways: readonly Way[]): { open: Way[]; shut: Way[] } => ({
  open: ways.filter(({ breaks }) => breaks.length === 0),
  shut: ways.filter(({ breaks }) => breaks.length > 0),
})
