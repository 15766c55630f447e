/** What a stretch of text was read as; it is covered with one character so that no other rule reads it again. */
export const marks = {
  date: '\uE000',
  amount: '\uE001',
  /** A sum that is only about so much. */
  about: '\uE002',
  name: '\uE003',
  /** 每月, 分三期: how a payment is parted. */
  plan: '\uE004',
} as const

/** @policy same length before and after, so that offsets stay */
export const cover = (text: string, from: number, to: number, mark: string): string =>
  text.slice(0, from) + mark.repeat(to - from) + text.slice(to)
