import { addDays, localDateOf, weekday, type LocalDate } from '../domain/local-date.ts'

export type DatedFile = { file: string; createdAt: string }

/** @policy How many backups stay: of today, then one per day, week and month before. */
const kept = { today: 3, days: 14, weeks: 8, months: 12 }

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day))

/** The newest file of each period, for as many periods as are kept. */
const newestPer = (
  files: readonly DatedFile[],
  periodOf: (day: LocalDate) => string,
  periods: number,
): DatedFile[] => {
  const newest = new Map<string, DatedFile>()
  for (const file of files) {
    const period = periodOf(localDateOf(file.createdAt))
    if (!newest.has(period)) newest.set(period, file)
  }
  return [...newest.values()].slice(0, periods)
}

/** Which backups may go. The newest always stays, and so do those of a clock ahead of this one. */
export const backupsToDelete = (files: readonly DatedFile[], now: string): DatedFile[] => {
  const today = localDateOf(now)
  const newestFirst = files.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const isBefore = (file: DatedFile) => localDateOf(file.createdAt) < today
  const before = newestFirst.filter(isBefore)
  const stays = new Set<DatedFile>([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter((file) => localDateOf(file.createdAt) > today),
    ...newestFirst.filter((file) => localDateOf(file.createdAt) === today).slice(0, kept.today),
    ...newestPer(before, (day) => day, kept.days),
    ...newestPer(before, mondayOf, kept.weeks),
    ...newestPer(before, (day) => day.slice(0, 7), kept.months),
  ])
  return newestFirst.filter((file) => !stays.has(file))
}
