import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LprRow } from './domain/agreement/lint/facts.ts'
import type { HolidayYear } from './domain/deadline/period.ts'
import { localDate, yearOf, type LocalDate } from './domain/local-date.ts'

const date = z.string().transform((text) => localDate(text))

/** A dated figure of law: what it is, where and when it holds, who says so, and whether that was read. */
const holidaysSchema = z.object({
  key: z.literal('holidays'),
  region: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  source: z.string().min(1),
  verified: z.boolean(),
  value: z.object({ year: z.int().optional(), holidays: z.array(date), workdays: z.array(date) }),
})

/** The yearly tables of days off, one file each (`holidays-2026.json`). */
export function loadCalendar(folder: string): HolidayYear[] {
  return readdirSync(folder)
    .filter((name) => /^holidays-\d{4}\.json$/.test(name))
    .map((name) => {
      const { value, validFrom, source, verified } = holidaysSchema.parse(
        JSON.parse(readFileSync(join(folder, name), 'utf8')),
      )
      return {
        year: Number(validFrom.slice(0, 4)),
        holidays: value.holidays,
        workdays: value.workdays,
        source,
        verified,
      }
    })
}

const dated = z.object({
  region: z.string(),
  source: z.string().min(1),
  verified: z.boolean(),
})

const lprSchema = dated.extend({
  key: z.literal('lprOneYear'),
  value: z.array(z.object({ from: date, to: date, percent: z.string().regex(/^\d+\.\d+$/) })),
})

/** The one-year loan prime rate, stretch by stretch (`lpr.json`). */
export function loadLpr(folder: string): LprRow[] {
  return lprSchema.parse(JSON.parse(readFileSync(join(folder, 'lpr.json'), 'utf8'))).value
}

const springFestivalsSchema = dated.extend({
  key: z.literal('springFestivals'),
  value: z.array(date),
})

/** The first day of the lunar year by Gregorian year (`spring-festivals.json`). */
export function loadSpringFestivals(folder: string): Record<number, LocalDate> {
  const { value } = springFestivalsSchema.parse(
    JSON.parse(readFileSync(join(folder, 'spring-festivals.json'), 'utf8')),
  )
  return Object.fromEntries(value.map((day) => [yearOf(day), day]))
}
