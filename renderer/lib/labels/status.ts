import type { AgreementStatus } from '#db/domain/agreement/status.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'

/** Meaning is told by word, symbol and colour together. */
export type Tone = 'plain' | 'going' | 'waiting' | 'done' | 'late'
export type StatusLook = { word: string; tone: Tone }

export const caseStatusLooks = {
  draft: { word: '草稿', tone: 'plain' },
  submitted: { word: '待受理', tone: 'waiting' },
  supplementing: { word: '待补材料', tone: 'waiting' },
  rejected: { word: '不予受理', tone: 'plain' },
  accepted: { word: '已受理', tone: 'going' },
  assigned: { word: '已分派', tone: 'going' },
  mediating: { word: '调解中', tone: 'going' },
  suspended: { word: '中止', tone: 'waiting' },
  agreed: { word: '达成协议', tone: 'going' },
  effective: { word: '协议生效', tone: 'done' },
  overdue: { word: '逾期未履行', tone: 'late' },
  performed: { word: '已履行', tone: 'done' },
  confirming: { word: '确认中', tone: 'going' },
  confirmed: { word: '已确认', tone: 'done' },
  failed: { word: '调解不成', tone: 'plain' },
  transferred: { word: '已转办', tone: 'plain' },
  withdrawn: { word: '已撤回', tone: 'plain' },
  followUp: { word: '回访中', tone: 'going' },
  toArchive: { word: '待归档', tone: 'waiting' },
  archived: { word: '已归档', tone: 'done' },
} satisfies Record<CaseStatus, StatusLook>

export const agreementStatusLooks = {
  draft: { word: '草稿', tone: 'plain' },
  submitted: { word: '待审批', tone: 'waiting' },
  returned: { word: '已退回', tone: 'late' },
  approved: { word: '已同意，待签署', tone: 'going' },
  signed: { word: '已签署', tone: 'done' },
  superseded: { word: '已被新版本代替', tone: 'plain' },
  void: { word: '已作废', tone: 'plain' },
} satisfies Record<AgreementStatus, StatusLook>
