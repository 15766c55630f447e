import type { RotaRequest } from '#contract/requests.ts'
import { halfDayWords, monthDay } from './board-words.ts'

export const kindWords = { leave: '请假', cover: '请人替班', swap: '换班' } as const

/** What is asked, in one sentence. */
export const requestSentence = (request: RotaRequest): string => {
  const { kind, lawyerName, duty, partnerName, partnerDuty, from, to } = request
  const own = duty ? halfDayWords(duty) : ''
  if (kind === 'leave') {
    const days =
      from && to ? (from === to ? monthDay(from) : `${monthDay(from)}到${monthDay(to)}`) : ''
    return `${lawyerName} ${days}请假`
  }
  if (kind === 'cover')
    return partnerName === undefined
      ? `${lawyerName} 的 ${own} 想请人替`
      : `${lawyerName} 的 ${own} 请 ${partnerName} 替`
  return `${lawyerName} 的 ${own} 和 ${partnerName ?? ''} 的 ${partnerDuty ? halfDayWords(partnerDuty) : ''} 对换`
}
