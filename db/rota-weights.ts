import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { localDate } from './domain/local-date.ts'
import type { DatedWeights, RotaWeights } from './domain/rota/weights.ts'

const points = z.int().min(0).max(100_000)

/** Each weight by its name, in points. */
export const rotaWeights = z.strictObject({
  gap: points,
  conflict: points,
  fairTotal: points,
  fairWeekends: points,
  fairBeforeHolidays: points,
  unmetWant: points,
  metAvoid: points,
  unmetNeed: points,
  splitPair: points,
  sameFirm: points,
  change: points,
}) satisfies z.ZodType<RotaWeights>

const file = z.object({
  key: z.literal('rotaWeights'),
  note: z.string().min(1),
  value: z
    .array(
      z.strictObject({
        from: z.string().transform((text) => localDate(text)),
        source: z.string().min(1),
        weights: rotaWeights,
      }),
    )
    .min(1),
})

/** The house weights of the rota, version by version (`weights.json` of the folder). */
export const loadRotaWeights = (folder: string): DatedWeights[] =>
  file.parse(JSON.parse(readFileSync(join(folder, 'weights.json'), 'utf8'))).value
