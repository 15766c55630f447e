import { waitWords } from '../../lib/error-text/words.ts'
import { failureText, type Failure } from '../../lib/failure.ts'

const wrongCodes = new Set(['store.wrong-password', 'users.wrongPassword'])
const waitCodes = new Set(['store.locked-out', 'users.tooManyAttempts'])

export const isWrongPassword = (failure: Failure): boolean => wrongCodes.has(failure.code)

/** Seconds that the answer itself asks to wait. */
export const waitOf = (failure: Failure): number => {
  const wait = failure.details?.['waitMs']
  return typeof wait === 'number' ? wait / 1000 : 0
}

/** How often it was wrong here, unless the answer itself counts. */
export const timesWrong = (failure: Failure, before: number): number => {
  const told = failure.details?.['failures']
  if (typeof told === 'number') return told
  return isWrongPassword(failure) ? before + 1 : before
}

/** The sentence under the password box, with the seconds that are left. */
export const troubleText = (failure: Failure, times: number, left: number): string => {
  const counted = times > 0 ? `已经错了 ${times} 次。` : ''
  if (waitCodes.has(failure.code) || (isWrongPassword(failure) && left > 0)) {
    const first = isWrongPassword(failure) ? '密码不对，' : '错的次数太多，'
    return left > 0
      ? `${first}${counted}请等 ${waitWords(left)}再试。`
      : `${counted}现在可以再试了。`
  }
  if (isWrongPassword(failure)) return `密码不对，${counted}请看一下大小写和中英文输入，再输一次。`
  return failureText(failure)
}
