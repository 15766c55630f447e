import { lprRows, mergeCalendar, mergeParameters } from '#db/domain/labour/own-law.ts'
import { ownFigures, ownHolidayYears } from '#db/queries/own-law.ts'
import type { Core } from './core.ts'

/** Lays the centre's own days off and figures over the shipped ones. */
export function refreshLaw(core: Core) {
  const { store, shipped } = core
  if (!store) return
  const calendar = mergeCalendar(shipped.calendar, ownHolidayYears(store.connection))
  const own = ownFigures(store.connection)
  core.calendar = calendar
  core.labour = () => ({ parameters: mergeParameters(shipped.parameters(), own), calendar })
  core.lprTables = own.some(({ key }) => key === 'lprOneYear')
    ? lprRows(core.labour().parameters)
    : shipped.lprTables
  core.lawOf = store
}
