import type { RotaRequest } from '#contract/requests.ts'
import type { Tone } from '../../lib/labels/status.ts'
import { halfDayWords, monthDay } from './board-words.ts'

export const kindWords = { leave: '请假', cover: '请人替班', swap: '换班' } as const

export const requestLooks: Readonly<Record<RotaRequest['state'], { word: string; tone: Tone }>> = {
  asked: { word: '等对方答复', tone: 'waiting' },
  agreed: { word: '等主任定', tone: 'going' },
  done: { word: '已办好', tone: 'done' },
  declined: { word: '没有同意', tone: 'plain' },
  withdrawn: { word: '已撤回', tone: 'plain' },
}

/** What waits for whom, in one word. */
export const lookOf = (request: RotaRequest): { word: string; tone: Tone } => {
  const { state, kind, partnerId } = request
  if (state === 'asked' && kind === 'leave') return { word: '等安排', tone: 'waiting' }
  if (state === 'asked' && partnerId === undefined) return { word: '等人替', tone: 'waiting' }
  return requestLooks[state]
}

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
