import { addDays, localDate, weekday } from '#db/domain/local-date.ts'
import type { SheetInput, SheetSeat, SheetShift } from '#documents/rota-weeks.ts'
import { sampleContext } from './samples.ts'

const names = ['李明', '周敏', '陈刚', '欧阳晓兰', '吴兰', '孙律师']
const firms = ['云溪所', '清河所', '长风破浪（云溪）联合所', '清河所', '', '云溪所']

export const seatOf = (index: number, more: Partial<SheetSeat> = {}): SheetSeat => ({
  name: names[index % names.length] ?? '',
  firm: firms[index % firms.length] ?? '',
  licenceNumber: `1330520${String(index % names.length).padStart(10, '0')}`,
  phone: `1380000000${index % names.length}`,
  noShow: false,
  visitors: 0,
  ...more,
})

const times = { morning: ['08:30', '11:30'], afternoon: ['14:00', '17:00'] } as const

/** Two desks, mornings and afternoons of every open day, with a gap, a substitute and a market morning. */
export const fortnight = (days: number, lastWeekday = 5): SheetShift[] => {
  let at = 0
  return Array.from({ length: days }, (_, index) => addDays(localDate('2026-11-23'), index))
    .filter((date) => weekday(date) <= lastWeekday)
    .flatMap((date, dayIndex) =>
      (['morning', 'afternoon'] as const).flatMap((half) =>
        ['一号窗口', '二号窗口'].map((deskName): SheetShift => {
          at += 1
          const isMarket = dayIndex === 3 && half === 'morning' && deskName === '一号窗口'
          const seats =
            at % 11 === 5 ? [] : [seatOf(at, at % 13 === 7 ? { insteadOfName: '王芳' } : {})]
          return {
            date,
            half,
            deskName,
            place: deskName === '一号窗口' ? '一楼大厅东侧' : '二楼203室',
            startsAt: isMarket ? '07:00' : times[half][0],
            endsAt: times[half][1],
            demand: isMarket ? 2 : 1,
            seats,
          }
        }),
      ),
    )
}

export const sheetInput = (shifts: readonly SheetShift[], days: number): SheetInput => ({
  context: sampleContext,
  from: localDate('2026-11-23'),
  to: addDays(localDate('2026-11-23'), days - 1),
  shifts,
  withPhones: true,
})
