import type { RotaPaper } from '#contract/rota-papers.ts'

type Name = RotaPaper['paper']

/** As the printer settings know it. */
export const formOf: Readonly<Record<Name, string>> = {
  rota: 'f25',
  signIn: 'f25-sign',
  hours: 'duty-hours',
  statement: 'service-statement',
  thanks: 'thanks-list',
  consultation: 'f26',
}

/** Until the paper itself is there. */
export const titleOf: Readonly<Record<Name, string>> = {
  rota: '志愿律师值班表',
  signIn: '志愿律师签到表',
  hours: '志愿律师值班时长汇总表',
  statement: '志愿服务证明',
  thanks: '志愿律师致谢名单',
  consultation: '法律咨询登记表',
}

/** Tables that are worth having in Excel. */
export const hasBook = (paper: Name): boolean => paper !== 'statement' && paper !== 'consultation'

/** What is better known before it is handed out. */
export const noteOf: Partial<Readonly<Record<Name, string>>> = {
  rota: '只印已经发布的安排。',
  statement: '没有统一格式，版式是软件自拟的。主管部门有格式的，请存 Word 后改。',
}
