import { isRole, type Role } from '#db/domain/roles.ts'

export const roleLabels = {
  receptionist: '窗口登记员',
  mediator: '调解员',
  lawyer: '志愿律师',
  head: '中心主任',
  administrator: '系统管理员',
} satisfies Record<Role, string>

/** What each role may do, for whoever adds a person. */
export const roleDuties = {
  receptionist: '在窗口登记纠纷、开受理回执，可以看全部案件',
  mediator: '办自己的案件：开调解会、记笔录、起草协议',
  lawyer: '只看请他参加的案件',
  head: '看全部案件、审批协议、管人员和设置',
  administrator: '管人员、备份和设置，看不到案件内容',
} satisfies Record<Role, string>

/** Of a stored role, which may be older than this program. */
export const roleWord = (text: string): string => (isRole(text) ? roleLabels[text] : '')
