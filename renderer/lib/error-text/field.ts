/** What zod says of one field; only what the words need. */
export type FieldIssue = {
  code?: string
  message?: string
  origin?: string
  minimum?: number
  maximum?: number
}

const tooSmall = ({ origin, minimum }: FieldIssue): string => {
  if (origin === 'string') return minimum === 1 ? '请填写这一项' : `至少要 ${minimum} 个字符`
  if (origin === 'array') return `至少要有 ${minimum} 项`
  return `不能小于 ${minimum}`
}

const tooBig = ({ origin, maximum }: FieldIssue): string => {
  if (origin === 'string') return `最多 ${maximum} 个字，请写短一些`
  if (origin === 'array') return `最多 ${maximum} 项`
  return `不能大于 ${maximum}`
}

export const fieldText = (issue: FieldIssue): string => {
  if (issue.message === 'blank') return '请填写这一项'
  if (issue.message === 'control') return '含有换行或看不见的字符，请删去后重新输入'
  if (issue.message === 'date') return '没有这一天，请按 2026-12-31 的样子填写'
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_type') return '请填写这一项'
  if (issue.code === 'invalid_value') return '请从给出的选项中选一个'
  return '这一项的内容不合要求，请检查'
}
