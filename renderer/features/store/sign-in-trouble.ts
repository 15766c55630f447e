import { waitWords } from '../../lib/error-text/words.ts'
import { failureText, type Failure } from '../../lib/failure.ts'

export const isWrongPassword = (failure: Failure): boolean =>
  failure.code === 'store.wrong-password'

const isLockedOut = (failure: Failure): boolean => failure.code === 'store.locked-out'

/** Seconds that the answer asks to wait. */
export const waitOf = (failure: Failure): number => {
  const wait = failure.details?.['waitMs']
  return typeof wait === 'number' ? wait / 1000 : 0
}

const countOf = (failure: Failure | undefined): string => {
  const failures = failure?.details?.['failures']
  return typeof failures === 'number' && failures > 0 ? `已经错了 ${failures} 次。` : ''
}

/** The sentence under the password box, with the seconds that are left; a wait may be from before. */
export const troubleText = (failure: Failure | undefined, left: number): string | undefined => {
  const counted = countOf(failure)
  if (left > 0) {
    const first = failure && isWrongPassword(failure) ? '密码不对，' : '错的次数太多，'
    return `${first}${counted}请等 ${waitWords(left)}再试。`
  }
  if (!failure) return undefined
  if (isLockedOut(failure)) return `${counted}现在可以再试了。`
  if (isWrongPassword(failure)) {
    return waitOf(failure) > 0
      ? `密码不对，${counted}现在可以再试了。`
      : `密码不对，${counted}请看一下大小写和中英文输入，再输一次。`
  }
  return failureText(failure)
}
