import type { BodySettings } from '#db/domain/body-settings.ts'
import { formPage, safeFileName, type Block, type Paper } from './paper.ts'

/** What every paper of a centre says, whatever its form. */
export type PaperContext = {
  body: BodySettings
  practice: boolean
  draft: boolean
  superseded?: boolean
  /** Of a paper whose text is final; a draft has none. */
  code?: string | undefined
}

export const practiceMark = '练习·不作为正式文书'
const draftMark = '草稿'
const supersededMark = '已由新版本代替'

const markOf = (context: PaperContext): string | undefined => {
  const marks = [
    ...(context.practice ? [practiceMark] : []),
    ...(context.draft ? [draftMark] : []),
    ...(context.superseded ? [supersededMark] : []),
  ]
  return marks.length > 0 ? marks.join('　') : undefined
}

/** Every mark that a final paper may bear: where it was made, and that another version took its place later. */
export const finalMarks: readonly string[] = [
  '',
  practiceMark,
  supersededMark,
  `${practiceMark}　${supersededMark}`,
]

/** Head line of a paper: the letterhead of the settings, else the full name. */
export const letterheadOf = ({ body }: PaperContext): string =>
  body.letterhead.trim() === '' ? body.fullName : body.letterhead

/** @param subject what tells this file from others of its form: a number or the dispute's name. */
export const makePaper = (
  formId: string,
  title: string,
  subject: string,
  context: PaperContext,
  blocks: Block[],
): Paper => ({
  formId,
  title,
  fileName: safeFileName(`${title} ${subject}`),
  page: formPage,
  mark: markOf(context),
  ...(context.code === undefined ? {} : { code: context.code }),
  blocks,
})
