import type { desks as contract } from '#contract/desks.ts'
import { tableOf } from '#db/domain/deadline/period.ts'
import { localDate, yearOf } from '#db/domain/local-date.ts'
import { listDesks, listOpeningDays } from '#db/queries/desks.ts'
import { listLawyers, listPairings } from '#db/queries/lawyers.ts'
import { getSetting } from '#db/queries/settings.ts'
import {
  removeDesk,
  removePairing,
  saveDesk,
  savePairing,
  saveRotaSettings,
  setOpeningDay,
  unsetOpeningDay,
} from '#db/services/desks.ts'
import { plannedShifts } from '#db/services/shift-plan.ts'
import type { Handlers, QueryContext } from './context.ts'

/** Pairs of people whom this person sees on the register. */
async function pairingsFor({ db, actor }: QueryContext) {
  if (actor.role !== 'head' && actor.role !== 'receptionist') return []
  const unseen = new Set(
    (await listLawyers(db))
      .filter(({ headOnly }) => headOnly && actor.role !== 'head')
      .map(({ id }) => id),
  )
  return (await listPairings(db)).filter(
    ({ oneId, otherId }) => !unseen.has(oneId) && !unseen.has(otherId),
  )
}

async function settingsOf({ db }: QueryContext) {
  const { marketDays, ...settings } = await getSetting(db, 'rota')
  return {
    ...settings,
    marketDays: {
      weekdays: [...marketDays.weekdays],
      solarEndings: [...marketDays.solarEndings],
      lunarEndings: [...marketDays.lunarEndings],
      dates: [...marketDays.dates],
    },
  }
}

export const desks: Handlers<typeof contract> = {
  async all(context) {
    return {
      desks: await listDesks(context.db),
      openingDays: await listOpeningDays(context.db),
      pairings: await pairingsFor(context),
      settings: await settingsOf(context),
    }
  },
  async days({ db, resources }, { from, to }) {
    const { calendar } = resources
    const years: number[] = []
    for (let year = yearOf(from); year <= yearOf(to); year += 1) years.push(year)
    return {
      days: await plannedShifts(db, { from, to }, calendar),
      missingYears: years.filter((year) => !tableOf(localDate(`${year}-01-01`), calendar)),
    }
  },
  async save(context, { id, revision, desk }) {
    const saved = await saveDesk(context, id, revision, desk)
    context.about('desk', saved.id)
    return saved
  },
  async remove(context, { id, revision }) {
    context.about('desk', id)
    await removeDesk(context, id, revision)
    return {}
  },
  async setDay(context, day) {
    context.about('openingDay', day.date)
    await setOpeningDay(context, day)
    return {}
  },
  async unsetDay(context, { date }) {
    context.about('openingDay', date)
    await unsetOpeningDay(context, date)
    return {}
  },
  async savePairing(context, pairing) {
    const id = await savePairing(context, pairing)
    context.about('lawyerPairing', id)
    return { id }
  },
  async removePairing(context, { id }) {
    context.about('lawyerPairing', id)
    await removePairing(context, id)
    return {}
  },
  async saveSettings(context, settings) {
    context.about('settings', 'rota')
    await saveRotaSettings(context, settings)
    return {}
  },
}
