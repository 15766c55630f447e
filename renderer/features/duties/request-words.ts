import type { RotaRequest } from '#contract/requests.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { halfDayWords, shortDate } from './duty-words.ts'

const rangeWords = (from: LocalDate, to: LocalDate, today: LocalDate): string =>
  from === to ? shortDate(from, today) : `${shortDate(from, today)} 至 ${shortDate(to, today)}`

const leaveWords = ({ from, to }: RotaRequest, today: LocalDate): string =>
  from && to ? `请假：${rangeWords(from, to, today)}` : '请假'

/** What is asked, as the person reads it whose page it is. */
export const requestWords = (request: RotaRequest, readerId: string, today: LocalDate): string => {
  const { kind, duty, partnerDuty, lawyerId, lawyerName, partnerId, partnerName } = request
  const own = lawyerId === readerId
  const who = own ? '' : lawyerName
  const partner = partnerId === readerId ? '您' : (partnerName ?? '别人')
  const shift = duty ? halfDayWords(duty, today) : ''
  if (kind === 'leave') return `${who}${leaveWords(request, today)}`
  if (kind === 'cover') return `${who}请${partner}替 ${shift} 的班`
  return `${who}用 ${shift} 换${partner}的 ${partnerDuty ? halfDayWords(partnerDuty, today) : ''}`
}

/** What still waits for somebody comes first; of the rest the newest few. */
export const requestsShown = (
  requests: readonly RotaRequest[],
  rest = 5,
): readonly RotaRequest[] => {
  const newest = requests.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
  const waits = ({ state, over }: RotaRequest) => (state === 'asked' || state === 'agreed') && !over
  return [...newest.filter(waits), ...newest.filter((each) => !waits(each)).slice(0, rest)]
}
