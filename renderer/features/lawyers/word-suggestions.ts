import type { Lawyer } from '#contract/lawyers.ts'

const fieldWords = [
  '劳动争议',
  '婚姻家庭',
  '合同借贷',
  '交通事故',
  '人身损害',
  '房屋土地',
  '工伤',
  '刑事',
]
const languageWords = ['本地话', '普通话', '四川话', '粤语', '手语', '英语']

/** Words that others have come first: the same thing gets the same name. */
const offered = (used: readonly string[], usual: readonly string[]): string[] => [
  ...new Set([...used, ...usual]),
]

export const fieldSuggestions = (lawyers: readonly Lawyer[]): string[] =>
  offered(
    lawyers.flatMap(({ fields }) => fields),
    fieldWords,
  )

export const languageSuggestions = (lawyers: readonly Lawyer[]): string[] =>
  offered(
    lawyers.flatMap(({ languages }) => languages),
    languageWords,
  )
