import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import {
  figureFault,
  figureForms,
  type FigureFault,
  figureText,
} from '../domain/labour/figure-check.ts'
import { isSameFigure } from '../domain/labour/own-law.ts'
import type { Parameter } from '../domain/labour/parameters.ts'
import { listOwnFigures } from '../queries/figures.ts'
import type { Happening } from './case-events.ts'

export type FigureForm = Omit<Parameter, 'package'> & { note: string }

const codes = {
  invalid: 'figures.invalid',
  outOfRange: 'figures.outOfRange',
  wrongUnit: 'figures.wrongUnit',
  wrongVariant: 'figures.wrongVariant',
  wrongDates: 'figures.wrongDates',
  nationalOnly: 'figures.nationalOnly',
} as const satisfies Record<FigureFault, string>

/** As it is stored. @throws DomainError figures.* */
function checked(form: FigureForm): FigureForm {
  const variant = form.variant?.normalize('NFKC').trim()
  const figure = {
    ...form,
    variant: variant === '' ? undefined : variant,
    value: figureText(form.value),
    unit: form.unit.normalize('NFKC').trim(),
  }
  const fault = figureFault(figure)
  if (fault) throw new DomainError(codes[fault], { unit: figureForms[form.key].unit })
  if (figure.validTo !== undefined && figure.validTo < figure.validFrom)
    throw new DomainError('figures.datesReversed')
  return figure
}

/**
 * A figure of the centre, over the shipped one of the same key, variant, region and first day.
 * @throws DomainError figures.*
 */
export async function saveFigure(
  { tx, actor, now }: Happening,
  change: { id?: string | undefined; revision: number; figure: FigureForm },
): Promise<{ id: string; revision: number }> {
  const figure = checked(change.figure)
  const own = await listOwnFigures(tx)
  const before = own.find(({ id }) => id === change.id)
  if (change.id !== undefined && !before) throw new DomainError('figures.notFound')
  if (before && before.revision !== change.revision)
    throw new DomainError('figures.changedElsewhere')
  const asParameter = { ...figure, package: '' }
  if (own.some((one) => one.id !== before?.id && isSameFigure(one, asParameter)))
    throw new DomainError('figures.alreadyThere')
  const columns = {
    key: figure.key,
    variant: figure.variant ?? null,
    region: figure.region,
    value: figure.value,
    unit: figure.unit,
    valid_from: figure.validFrom,
    valid_to: figure.validTo ?? null,
    document: figure.document.trim(),
    url: (figure.url ?? '').trim(),
    checked_on: figure.checkedOn ?? null,
    verified: figure.verified ? 1 : 0,
    note: figure.note.trim(),
    updated_at: now,
  }
  if (before) {
    const revision = before.revision + 1
    await tx
      .updateTable('own_figures')
      .set({ ...columns, revision })
      .where('id', '=', before.id)
      .execute()
    return { id: before.id, revision }
  }
  const id = uuid()
  await tx
    .insertInto('own_figures')
    .values({ ...columns, id, removed: 0, revision: 1, entered_by: actor.userId, entered_at: now })
    .execute()
  return { id, revision: 1 }
}

/** The shipped figure of the same days holds again, if there is one. @throws DomainError figures.notFound */
export async function removeFigure({ tx, now }: Happening, id: string) {
  const { numUpdatedRows } = await tx
    .updateTable('own_figures')
    .set({ removed: 1, updated_at: now })
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DomainError('figures.notFound')
}
