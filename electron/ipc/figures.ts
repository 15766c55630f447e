import type { Figure, figures as contract } from '#contract/calculations.ts'
import { figureGaps } from '#db/domain/labour/figure-gaps.ts'
import { isSameFigure } from '#db/domain/labour/own-law.ts'
import { parameterNames, type Parameter } from '#db/domain/labour/parameters.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { clockSettings } from '#db/queries/clocks.ts'
import { listOwnFigures, type OwnFigure } from '#db/queries/figures.ts'
import { optional } from '#db/queries/parties.ts'
import { removeFigure, saveFigure } from '#db/services/figures.ts'
import type { Handlers } from './context.ts'

const keys = Object.keys(parameterNames)

const standingOn = ({ validFrom, validTo }: Parameter, today: LocalDate): Figure['standing'] => {
  if (today < validFrom) return 'future'
  return validTo !== undefined && validTo < today ? 'past' : 'inForce'
}

const shown = (row: Parameter, own: Partial<OwnFigure>, today: LocalDate): Figure => ({
  key: row.key,
  ...optional({ variant: row.variant ?? null }),
  region: row.region,
  value: row.value,
  unit: row.unit,
  validFrom: row.validFrom,
  ...(row.validTo === undefined ? {} : { validTo: row.validTo }),
  document: row.document,
  url: row.url ?? '',
  ...(row.checkedOn === undefined ? {} : { checkedOn: row.checkedOn }),
  verified: row.verified,
  note: own.note ?? '',
  ...(own.id === undefined ? {} : { id: own.id }),
  revision: own.revision ?? 0,
  name: parameterNames[row.key],
  package: row.package,
  replaced: false,
  standing: standingOn(row, today),
})

/** In the order of the keys, then by place and grade, the newest first. */
const inOrder = (a: Figure, b: Figure): number =>
  keys.indexOf(a.key) - keys.indexOf(b.key) ||
  a.region.localeCompare(b.region) ||
  (a.variant ?? '').localeCompare(b.variant ?? '', 'en', { numeric: true }) ||
  b.validFrom.localeCompare(a.validFrom) ||
  Number(a.replaced) - Number(b.replaced)

export const figures: Handlers<typeof contract> = {
  async list({ db, now, resources }) {
    const today = localDateOf(now)
    const own = await listOwnFigures(db)
    const shipped = resources.shipped.parameters()
    const { region, wageTier } = await clockSettings(db)
    const all = [
      ...own.map((row) => shown(row, row, today)),
      ...shipped.map((row) => ({
        ...shown(row, {}, today),
        replaced: own.some((one) => isSameFigure(one, row)),
      })),
    ]
    const gaps = figureGaps(resources.labour().parameters, { region, wageTier }, today)
    return {
      figures: all.toSorted(inOrder),
      gaps: gaps.map(({ key, variant }) => ({
        key,
        name: parameterNames[key],
        ...(variant === undefined ? {} : { variant }),
      })),
      region,
    }
  },
  async save(context, change) {
    const saved = await saveFigure(context, change)
    context.about('figure', saved.id)
    return saved
  },
  async remove(context, { id }) {
    context.about('figure', id)
    await removeFigure(context, id)
    return {}
  },
}
