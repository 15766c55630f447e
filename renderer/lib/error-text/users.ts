import { numberIn, waitWords, type FailureDetails, type WordsOf } from './words.ts'

/** Seconds. */
const waitOf = (details: FailureDetails): number => (numberIn(details, 'waitMs') ?? 0) / 1000

/** How often it was wrong and how long to wait, where known. */
export const wrongPasswordText = (details: FailureDetails): string => {
  const times = numberIn(details, 'failures')
  const wait = waitOf(details)
  const counted = times === undefined ? '密码不对。' : `密码不对，已经错了 ${times} 次。`
  return wait > 0
    ? `${counted}请等 ${waitWords(wait)}再试。`
    : `${counted}请看一下大小写和中英文输入，再输一次。`
}

export const tooManyAttemptsText = (details: FailureDetails): string => {
  const wait = waitOf(details)
  return `错的次数太多，为了安全要等一会儿。${wait > 0 ? `请等 ${waitWords(wait)}再试。` : '请稍后再试。'}`
}

export const userTexts = {
  'users.notFound': '找不到这个人员，可能已被移除。请重新打开人员名单。',
  'users.wrongPassword': wrongPasswordText,
  'users.nameTaken': '已有同名的人员。请加上区分，例如“王芳（二室）”。',
  'users.lastHead': '这是最后一位主任，不能停用或改角色。请先添加另一位主任。',
  'users.disabled': '这个账号已停用。请找主任或管理员。',
  'users.notSignedIn': '已经锁定或换了人，请先登录再做这一步。',
  'users.notPermitted': '您的角色不能做这一步。需要时请找中心主任。',
} satisfies WordsOf<'users'>
