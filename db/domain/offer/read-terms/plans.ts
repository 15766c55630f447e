import { smallNumber } from './numbers.ts'

/** Words that part a payment: 每月15日, 分三期, 按月. */
export type FoundPlan = {
  from: number
  to: number
  isMonthly: boolean
  /** 每月, 每期: the amount beside it is that of one part. */
  isEach: boolean
  /** 31 is the last day of any month. */
  day?: number
  count?: number
}

const num =
  '(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?![\\d百千万])'
const tail = '(?:[之以]?前)?'
const patterns: readonly RegExp[] = [
  new RegExp(
    `每一?个?月(?:的|到)?(?:(?<range>${num}[日号]?(?:[到至~、和及-]${num})+[日号](?:之?间)?)|(?<day>${num})[日号]${tail}|(?<last>月?[底末])${tail})?`,
    'g',
  ),
  /(?<=[百千万元块])(?<each>一个月|\/月)(?![之以]?[内后])/g,
  /每一?[期次笔批]|每(?:个?季度?|半?年|半个月|一?个?(?:周|星期|礼拜)|[天日])/g,
  new RegExp(`分(?:成|作|为|摊)?(?<count>${num})(?<unit>个月|期|次|笔|批)(?!内)`, 'g'),
  /(?<monthly>按月|逐月|(?<![个本这下次当上])月付)/g,
  new RegExp(
    `(?:连续|总共|一共|共计?|为期|(?<=[付还给赔交]))(?<count>${num})(?<unit>个月|期)(?![之以]?[内后]|的?(?:工资|[租薪]|房租|社保|水电|生活费|货款))`,
    'g',
  ),
  new RegExp(`(?<![第百千万\\d一二三四五六七八九十])${num}个月(?=[付还给结]|一共付)`, 'g'),
]

/** @policy 分三个月 is monthly, 分三期 only says how many */
export const findPlans = (text: string): FoundPlan[] => {
  const found: FoundPlan[] = []
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.some((other) => from < other.to && to > other.from)) continue
      const { day, last, count, unit, monthly, each } = match.groups ?? {}
      const [onDay, parts] = [smallNumber(day ?? ''), smallNumber(count ?? '')]
      if (count !== undefined && (parts === undefined || parts < 1 || parts > 120)) continue
      const isMonth = /^每一?个?月/.test(match[0])
      found.push({
        from,
        to,
        isMonthly: isMonth || monthly !== undefined || each !== undefined || unit === '个月',
        isEach: match[0].startsWith('每') || each !== undefined,
        ...(last ? { day: 31 } : {}),
        ...(onDay !== undefined && onDay >= 1 && onDay <= 31 ? { day: onDay } : {}),
        ...(parts === undefined ? {} : { count: parts }),
      })
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}
