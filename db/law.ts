import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { HolidayYear } from './domain/deadline/period.ts'
import { localDate } from './domain/local-date.ts'

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
      const { value, validFrom } = holidaysSchema.parse(
        JSON.parse(readFileSync(join(folder, name), 'utf8')),
      )
      return {
        year: Number(validFrom.slice(0, 4)),
        holidays: value.holidays,
        workdays: value.workdays,
      }
    })
}
