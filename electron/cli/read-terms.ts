import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { localDateOf, parseLocalDate, type LocalDate } from '#db/domain/local-date.ts'
import type { ReadTerm } from '#db/domain/offer/read-terms/draft.ts'
import { readTerms as read } from '#db/domain/offer/read-terms/read-terms.ts'
import { loadSpringFestivals } from '#db/law.ts'
import { systemClock } from '#db/store/clock.ts'
import { UsageError } from './failure.ts'
import { usageOf, type Arguments } from './verbs.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))

/** Terms in the text on stdin; no store is opened. @throws UsageError when `--on` is no date */
export async function readTerms({ on }: Arguments<'read-terms'>): Promise<ReadTerm[]> {
  const day = dayOf(on)
  return read(await text(process.stdin), { on: day, springFestivals: loadSpringFestivals(law) })
}

const dayOf = (on: string | undefined): LocalDate => {
  if (on === undefined) return localDateOf(systemClock.now())
  const date = parseLocalDate(on)
  if (!date)
    throw new UsageError('cli.usage', `--on is a date YYYY-MM-DD: ${usageOf('read-terms')}`)
  return date
}
