import type { WordsOf } from './words.ts'

export const auditTexts = {
} satisfies WordsOf<'audit'>
