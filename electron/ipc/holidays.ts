import { v7 as uuid } from 'uuid'
import type { holidays as contract } from '#contract/clocks.ts'
import { type NoticeFault, readHolidayNotice } from '#db/domain/deadline/holiday-notice.ts'
import { listOwnHolidays } from '#db/queries/holidays.ts'
import { removeHolidays, saveHolidays } from '#db/services/holidays.ts'
import type { Handlers } from './context.ts'

const faultWords: Readonly<Record<NoticeFault['code'], string>> = {
  noItems: '没有读到各个节日的安排，请粘贴通知全文（“一、元旦：……”）。',
  notRead: '这一项没有读懂，请核对原文。',
  notADate: '这里的日期不成立。',
  weekdayWrong: '日期与后面的星期几对不上。',
  countWrong: '放假天数与写明的“共几天”对不上。',
  notWeekend: '这个上班日不是周末。',
  twice: '这一天写了两次。',
}

export const holidays: Handlers<typeof contract> = {
  async list({ db, resources }) {
    const own = await listOwnHolidays(db)
    const isOwn = (year: number) => own.some((table) => table.year === year)
    const shipped = resources.shipped.calendar
      .filter(({ year }) => !isOwn(year))
      .map(({ year, holidays: off, workdays, source = '', verified = false }) => ({
        year,
        holidays: [...off],
        workdays: [...workdays],
        source,
        verified,
        own: false,
      }))
    return [...shipped, ...own].toSorted((a, b) => b.year - a.year)
  },
  read(_context, { text, year }) {
    const read = readHolidayNotice(text, year)
    if (read.ok) return Promise.resolve({ ok: true, days: read.days, faults: [] })
    const faults = read.faults.map((fault) => ({ ...fault, words: faultWords[fault.code] }))
    return Promise.resolve({ ok: false, faults })
  },
  async save(context, input) {
    const id = uuid()
    context.about('holidayTable', id)
    await saveHolidays(context, id, input)
    return {}
  },
  async remove(context, { year }) {
    context.about('holidayTable', await removeHolidays(context, year))
    return {}
  },
}
