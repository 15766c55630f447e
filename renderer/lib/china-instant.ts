import type { LocalDate } from '#db/domain/local-date.ts'

/** 09:30, 9：30, 0930, 9点30; undefined for what is no time of day. */
export const parseClock = (text: string): string | undefined => {
  const found = /^(\d{1,2})\s*(?:[:：点时]\s*)?(\d{2})\s*分?$/u.exec(text.normalize('NFKC').trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A day and a time of China as an instant; China keeps one time, eight hours ahead of UTC. */
export const instantAt = (day: LocalDate, clock: string): string =>
  new Date(Date.parse(`${day}T${clock}:00.000+08:00`)).toISOString()
