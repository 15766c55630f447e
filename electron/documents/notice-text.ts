import { z } from 'zod'

const item = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  /** Law and article that the sentence was taken from. */
  source: z.string().min(1),
  /** Checked against the text of the law on `checkedOn`; what is not does not print. */
  verified: z.boolean(),
  /** Prints for labour disputes alone. */
  labourOnly: z.boolean().optional(),
})

const noticeText = z.strictObject({
  title: z.string().min(1),
  intro: z.string().min(1),
  checkedOn: z.iso.date(),
  sections: z
    .array(z.strictObject({ heading: z.string().min(1), items: z.array(item).min(1) }))
    .min(1),
})

export type NoticeText = z.infer<typeof noticeText>
type NoticeItem = z.infer<typeof item>

/**
 * Reads `resources/forms/f04.json`.
 * @throws ZodError or SyntaxError when the file is not such a text.
 */
export const parseNoticeText = (json: string): NoticeText => noticeText.parse(JSON.parse(json))

/** The checked sentences of a section; unchecked law never prints. */
export const printable = (items: readonly NoticeItem[]): NoticeItem[] =>
  items.filter((each) => each.verified)
