export const risks = ['low', 'normal', 'high'] as const
export type Risk = (typeof risks)[number]

/** When a centre visits: days before and after each due date, and days after closing by risk. */
export type VisitSettings = {
  beforeDue: readonly number[]
  afterDue: readonly number[]
  afterClosing: Readonly<Record<Risk, readonly number[]>>
}

/** What holds until a centre sets its own: no law gives a number of days (I2). */
export const firstVisitSettings: VisitSettings = {
  beforeDue: [3],
  afterDue: [1],
  afterClosing: { low: [30], normal: [30], high: [7, 30, 90] },
}

const inOrder = (days: readonly number[]): number[] =>
  [...new Set(days)].toSorted((one, other) => one - other)

/**
 * Each day once, the shortest first.
 * @policy I2: the days are a centre's own
 */
export const tidySettings = (settings: VisitSettings): VisitSettings => ({
  beforeDue: inOrder(settings.beforeDue),
  afterDue: inOrder(settings.afterDue),
  afterClosing: {
    low: inOrder(settings.afterClosing.low),
    normal: inOrder(settings.afterClosing.normal),
    high: inOrder(settings.afterClosing.high),
  },
})
