import type { Attendee, SessionRecord } from '#contract/sessions.ts'

export type AttendeeCapacity = Attendee['capacity']
export type SessionResult = NonNullable<SessionRecord['result']>

export const attendeeCapacityLabels: Readonly<Record<AttendeeCapacity, string>> = {
  mediator: '调解员',
  party: '当事人',
  representative: '代理人',
  helper: '协助人',
  lawyer: '律师',
}

export const sessionResultLabels: Readonly<Record<SessionResult, string>> = {
  agreed: '达成一致',
  notAgreed: '未达成一致',
  adjourned: '另定时间再谈',
}

/** @param isOpen whether others may attend (rule C10) */
export const opennessLabel = (isOpen: boolean): string => (isOpen ? '公开进行' : '不公开进行')
