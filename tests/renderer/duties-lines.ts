import type { DutyLine } from '#contract/duty-line.ts'
import { localDate } from '#db/domain/local-date.ts'

/** A planned morning at the desk; what matters is said over it. */
export const dutyLine = (
  over: Partial<Omit<DutyLine, 'date'>> & { date?: string } = {},
): DutyLine => {
  const { date = '2026-11-24', ...rest } = over
  return {
    dutyId: `duty ${date} ${rest.half ?? 'morning'}`,
    shiftId: `shift ${date}`,
    half: 'morning',
    startsAt: rest.half === 'afternoon' ? '14:00' : '09:00',
    endsAt: rest.half === 'afternoon' ? '17:00' : '12:00',
    deskName: '综合窗口',
    place: '一楼大厅',
    state: 'planned',
    ...rest,
    date: localDate(date),
  }
}
