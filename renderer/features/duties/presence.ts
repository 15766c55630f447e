import { hasBegun } from '#db/domain/duty/half-day.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { formatClock } from '../../lib/format/date.ts'
import type { Tone } from '../../lib/labels/status.ts'

export type DayShift = OutputOf<'duties.day'>['shifts'][number]
export type DayDuty = DayShift['duties'][number]

type Look = { word: string; tone: Tone }

/** Of an earlier day, signed in and never out. */
const isForgotten = (duty: DayDuty, now: string): boolean =>
  Boolean(duty.signedInAt) && !duty.signedOutAt && duty.date < localDateOf(now)

/** Whether somebody is there, in one word. */
export const presenceOf = (duty: DayDuty, now: string): Look => {
  if (duty.state === 'cancelled') return { word: '已取消', tone: 'plain' }
  if (duty.noShow) return { word: '没来', tone: 'late' }
  if (duty.signedOutAt) return { word: `已签退 ${formatClock(duty.signedOutAt)}`, tone: 'done' }
  if (isForgotten(duty, now)) return { word: '没签退', tone: 'waiting' }
  if (duty.signedInAt) return { word: `在岗 ${formatClock(duty.signedInAt)} 起`, tone: 'going' }
  if (duty.atRisk) return { word: '还没到', tone: 'late' }
  if (!hasBegun(duty, now)) return { word: '未到时间', tone: 'plain' }
  return { word: '没有签到', tone: 'waiting' }
}

export type DayStep = 'signIn' | 'signOut' | 'substitute' | 'noShow' | 'hasCome' | 'correct'

/** What a keeper may do with it now, the likeliest first. */
export const stepsOf = (duty: DayDuty, now: string, isHead: boolean): DayStep[] => {
  if (duty.state === 'cancelled') return []
  const begun = hasBegun(duty, now)
  const come = duty.signedInAt !== undefined
  const over = !duty.noShow && (duty.signedOutAt !== undefined || duty.over)
  const steps: (DayStep | false)[] = [
    !come && begun && !duty.noShow && 'signIn',
    come && duty.signedOutAt === undefined && 'signOut',
    !come && !duty.over && 'substitute',
    !come && begun && !duty.noShow && 'noShow',
    duty.noShow && 'hasCome',
    isHead && over && 'correct',
  ]
  return steps.filter((step) => step !== false)
}

export const stepWords = {
  signIn: '代签到',
  signOut: '代签退',
  substitute: '找人替',
  noShow: '记没来',
  hasCome: '撤销没来',
  correct: '更正时长',
} as const satisfies Record<DayStep, string>

const isExpected = (duty: DayDuty): boolean =>
  duty.state === 'planned' && !duty.signedInAt && !duty.noShow

/** 2 人在岗，1 人没签到，缺 1 人 */
export const dayWords = (shifts: readonly DayShift[], now: string): string => {
  const duties = shifts.flatMap((shift) => shift.duties)
  const count = (word: string, which: (duty: DayDuty) => boolean): string => {
    const found = duties.filter(which).length
    return found > 0 ? `${found} 人${word}` : ''
  }
  const missing = shifts.reduce((sum, shift) => sum + shift.missing, 0)
  return [
    count(
      '在岗',
      (duty) => Boolean(duty.signedInAt) && !duty.signedOutAt && !isForgotten(duty, now),
    ),
    count('没签退', (duty) => isForgotten(duty, now)),
    count('还没到', (duty) => isExpected(duty) && duty.atRisk),
    count('没签到', (duty) => isExpected(duty) && !duty.atRisk && hasBegun(duty, now)),
    count('未到时间', (duty) => isExpected(duty) && !hasBegun(duty, now)),
    count('已签退', (duty) => Boolean(duty.signedOutAt)),
    count('没来', (duty) => duty.noShow),
    missing > 0 ? `缺 ${missing} 人` : '',
  ]
    .filter((part) => part !== '')
    .join('，')
}
