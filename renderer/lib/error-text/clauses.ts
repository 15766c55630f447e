import type { WordsOf } from './words.ts'

export const clauseTexts = {
  'clauses.notFound': '找不到这一条，可能刚刚被别人删了。条款库已经重新列出，请另选一条。',
  'clauses.invalid': '这一条还不能收进条款库。哪里不对列在下面，改好再收。',
} satisfies WordsOf<'clauses'>
