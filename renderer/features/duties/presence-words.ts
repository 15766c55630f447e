import type { DutyLine } from '#contract/duty-line.ts'
import { formatClock } from '../../lib/format/date.ts'

/** 08:57 到 12:03; what is missing stays visible. */
export const presenceWords = ({
  signedInAt,
  signedOutAt,
}: Pick<DutyLine, 'signedInAt' | 'signedOutAt'>): string => {
  if (!signedInAt) return '没有签到'
  return `${formatClock(signedInAt)} 到 ${signedOutAt ? formatClock(signedOutAt) : '没有签退'}`
}
