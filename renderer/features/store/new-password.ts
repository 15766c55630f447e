/** @policy contract: 8 characters at least; spaces and any characters are allowed. */
export const shortestPassword = 8

export type NewPassword = { first: string; second: string }

export const emptyPassword: NewPassword = { first: '', second: '' }

export type PasswordErrors = { first?: string; second?: string }

/** Words for each of the two boxes; empty when the password can be taken. */
export const passwordErrors = ({ first, second }: NewPassword): PasswordErrors => {
  const length = [...first].length
  if (length === 0) return { first: '请设一个密码' }
  if (first.length < shortestPassword)
    return { first: `密码至少 ${shortestPassword} 个字符，现在是 ${length} 个` }
  if (second === '') return { second: '请把密码再输一遍' }
  return first === second ? {} : { second: '两次输入的密码不一样，请重新输入' }
}

export const isPasswordReady = (password: NewPassword): boolean =>
  Object.keys(passwordErrors(password)).length === 0
