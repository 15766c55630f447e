import type { WordsOf } from './words.ts'

export const intakeTexts = {
  'intake.notFound': '找不到这份登记草稿，可能已经提交或删除。请到今日页查看。',
  'intake.incomplete': '登记内容还不齐。请补上标出的几项，再按登记。',
  'intake.invalidFile': '文件内容不合要求，一件也没有写入。请按列出的位置改正后再试。',
} satisfies WordsOf<'intake'>
