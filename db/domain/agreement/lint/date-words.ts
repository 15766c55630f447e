import { type LocalDate, parseLocalDate } from '../../local-date.ts'

const numeral = String.raw`(?:\d+|[〇零一二两三四五六七八九十百半]+)`
const definite = new RegExp(
  [
    String.raw`\d{4}\s*年\s*\d{1,2}\s*月`,
    String.raw`\d{4}\s*年(?:年底|底|末|内)`,
    String.raw`\d{4}[-./]\d{1,2}[-./]\d{1,2}`,
    `[〇零一二三四五六七八九]{4}年`,
    `${numeral}月(?:${numeral}[日号]|底|末)`,
    `${numeral}[日号](?:前|之前|起|至|内)`,
    `${numeral}\\s*(?:个)?(?:工作日|自然日|日|天|周|星期|月|年|小时|分钟)(?:之)?(?:内|后|以内|为限|届满)`,
    '每(?:个)?(?:年|月|季|周|星期|日|天|晚)',
    '按(?:年|月|季|周|日)',
    '当(?:日|天|场|庭|时)',
    '即日|立即|立刻|今[日天]|明[日天]|同时|同日',
    '签(?:订|字|署|收|名|约).{0,8}?(?:时|后|日|起)',
    '生效(?:之日|之时|后|时|起|当)',
    '(?:至|到|直至).{0,14}?(?:止|周岁|之日|毕业)',
    '(?:期满|届满|到期)(?:之|当|后|时|前|日)',
    '收到.{0,12}?(?:后|当日|时|起)',
    '(?:付清|支付|还清|修好|完成|交付|验收|退还|领取).{0,6}?(?:之?后|当日|之日|时|起)',
  ].join('|'),
  'u',
)

/** @policy Words from which the day can be told without asking anyone. */
export const hasDefiniteDate = (text: string): boolean => definite.test(text)

const written =
  /(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?:\s*[日号])?(?!\d)/gu

export type WrittenDate = { date: LocalDate; index: number; end: number }

/** @policy Whole dates in figures; a day that does not exist is left out. */
export const datesIn = (text: string): WrittenDate[] =>
  [...text.matchAll(written)].flatMap((match) => {
    const [all, year = '', month = '', day = ''] = match
    const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    return date ? [{ date, index: match.index, end: match.index + all.length }] : []
  })
