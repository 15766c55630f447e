import { formatClock } from '../../lib/format/date.ts'
import type { OutputOf } from '../../lib/ask.ts'

export const pinLength = 6

/** What counts of what was typed: digits, also full-width ones. */
export const pinDigits = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/\D/gu, '').slice(0, pinLength)

export const noPinWords =
  '没设签到密码：请主任在 设置 → 律师 里设，自己登录后在“我的班次”也能设；没设时请窗口代签'

export const signWords = {
  in: { verb: '到岗', done: '已签到' },
  out: { verb: '签退', done: '已签退' },
} as const

/** 已签到 08:57; told too when the record takes it in later. */
export const signedWords = (kind: 'in' | 'out', { at, waiting }: OutputOf<'duties.sign'>): string =>
  `${signWords[kind].done} ${formatClock(at)}${waiting ? '。已存好，下次有人登录时记入' : ''}`
