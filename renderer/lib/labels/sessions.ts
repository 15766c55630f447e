import type { Attendee, SessionRecord } from '#contract/sessions.ts'
import type { PhraseGroup } from '#db/domain/session/phrase.ts'
import type { EntryMark, HelperKind, PartKind } from '#db/domain/session/room.ts'

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

export const entryMarkLabels: Readonly<Record<EntryMark, string>> = {
  undisputedFact: '无争议事实',
  evidence: '证据',
  disagreement: '分歧',
  concession: '让步',
}

export const helperKindLabels: Readonly<Record<HelperKind, string>> = {
  relative: '亲属',
  neighbour: '邻居',
  colleague: '同事',
  expert: '专家',
  organisation: '社会组织',
  dutyLawyer: '值班律师',
}

export const partKindLabels: Readonly<Record<PartKind, string>> = {
  joint: '双方谈话',
  separate: '单独谈话',
  pause: '休会中',
}

export const phraseGroupLabels: Readonly<Record<PhraseGroup, string>> = {
  inform: '告知',
  ask: '征询意见',
  verify: '核实',
  sumup: '小结',
  close: '结束',
}
