import type { Lawyer, lawyers as contract } from '#contract/lawyers.ts'
import { isWithCentre } from '#db/domain/duty/membership.ts'
import { addDays, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { servedBefore, type Served } from '#db/queries/duties-of-lawyer.ts'
import { type LawyerRecord, listLawyers } from '#db/queries/lawyers.ts'
import { addLawyerDay, removeLawyerDay } from '#db/services/lawyer-days.ts'
import { saveLawyer, setPin } from '#db/services/lawyers.ts'
import { importHandlers } from './availability/import.ts'
import type { Handlers, QueryContext } from './context.ts'

const seenBy =
  ({ actor }: QueryContext) =>
  ({ headOnly, userId }: LawyerRecord): boolean => {
    if (actor.role === 'lawyer') return userId === actor.userId
    return actor.role === 'head' || !headOnly
  }

/** What the head noted about a person is not for that person's page. */
const shown = (
  lawyer: LawyerRecord,
  today: LocalDate,
  served: Served | undefined,
  withNote: boolean,
): Lawyer => {
  const { pin, firmShortName: _short, days, note, ...rest } = lawyer
  return {
    ...rest,
    note: withNote ? note : '',
    active: isWithCentre(lawyer, today),
    hasPin: pin !== undefined,
    days: days
      .filter(({ toOn }) => toOn >= addDays(today, -30))
      .map(({ id, kind, fromOn, toOn, half, words, source }) => ({
        id,
        kind,
        fromOn,
        toOn,
        half,
        words,
        source,
      })),
    served: served?.served ?? 0,
    lastServedOn: served?.lastServedOn,
  }
}

export const lawyers: Handlers<typeof contract> = {
  ...importHandlers,
  async list(context) {
    const today = localDateOf(context.now)
    const served = await servedBefore(context.db, today)
    return (await listLawyers(context.db))
      .filter(seenBy(context))
      .map((lawyer) => shown(lawyer, today, served.get(lawyer.id), context.actor.role !== 'lawyer'))
  },
  async save(context, { id, revision, lawyer }) {
    const { userId, firmId, leftOn, weekly, perWeek, perMonth, ...rest } = lawyer
    const saved = await saveLawyer(context, id, revision, {
      ...rest,
      userId,
      firmId,
      leftOn,
      weekly,
      perWeek,
      perMonth,
    })
    context.about('lawyer', saved.id)
    return saved
  },
  async setPin(context, { id, pin }) {
    context.about('lawyer', id)
    await setPin(context, id, pin)
    return {}
  },
  async addDay(context, { lawyerId, day }) {
    const added = await addLawyerDay(context, lawyerId, { ...day, half: day.half })
    context.about('lawyerDay', added.id)
    return added
  },
  async removeDay(context, { id }) {
    context.about('lawyerDay', id)
    await removeLawyerDay(context, id)
    return {}
  },
}
