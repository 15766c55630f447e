import type { Figure } from '#contract/calculations.ts'
import type { ParameterKey } from '#db/domain/labour/parameters.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { InputOf } from '../../lib/ask.ts'
import { usualRegion, usualUnit, variantLabel } from './figure-words.ts'

/** A figure while it is being entered; anything may still be missing. */
export type FigureDraft = {
  /** Of an own figure that is changed. */
  id?: string | undefined
  revision: number
  key: ParameterKey
  variant: string
  region: string
  value: string
  unit: string
  validFrom?: LocalDate | undefined
  validTo?: LocalDate | undefined
  document: string
  url: string
  checkedOn?: LocalDate | undefined
  verified: boolean
  note: string
}

export const blankFigure = (
  { key, variant = '' }: { key: ParameterKey; variant?: string | undefined },
  region: string,
): FigureDraft => ({
  revision: 0,
  key,
  variant,
  region: usualRegion(key, region),
  value: '',
  unit: usualUnit(key),
  document: '',
  url: '',
  verified: false,
  note: '',
})

/** An own figure to change, or a shipped one to stand in for. */
export const figureDraft = (figure: Figure): FigureDraft => ({
  id: figure.id,
  revision: figure.id === undefined ? 0 : figure.revision,
  key: figure.key,
  variant: figure.variant ?? '',
  region: figure.region,
  value: figure.value,
  unit: figure.unit,
  validFrom: figure.validFrom,
  validTo: figure.validTo,
  document: figure.document,
  url: figure.url,
  checkedOn: figure.checkedOn,
  verified: figure.verified,
  note: figure.note,
})

/** Another kind of figure has another unit and often another region. */
export const withKey = (draft: FigureDraft, key: ParameterKey, region: string): FigureDraft => ({
  ...draft,
  key,
  unit: usualUnit(key),
  region: usualRegion(key, region),
  variant: variantLabel(key) === undefined ? '' : draft.variant,
})

type FigureErrors = Partial<Record<keyof FigureDraft, string>>

const dayList = /^\d{4}-\d{2}-\d{2}(?: \d{4}-\d{2}-\d{2})*$/

/** What is missing or wrong, by field. */
export const figureErrors = (draft: FigureDraft): FigureErrors => {
  const { key, variant, region, value, unit, validFrom, validTo, document, verified } = draft
  const isDays = key === 'statutoryHolidays'
  const wellFormed = isDays ? dayList : /^\d{1,9}(?:\.\d{1,8})?$/
  return {
    ...(wellFormed.test(value.trim())
      ? {}
      : {
          value: isDays
            ? '请写日期，用空格隔开，如 2027-01-01 2027-02-05'
            : '请只写数字，如 2490 或 3.45',
        }),
    ...(unit.trim() === '' ? { unit: '请写单位' } : {}),
    ...(variantLabel(key) !== undefined && variant.trim() === ''
      ? { variant: '请填，没有分档的填 1' }
      : {}),
    ...(/^(?:CN|\d{6})$/.test(region)
      ? {}
      : { region: '全国填 CN，地方填六位区划代码，如 330000' }),
    ...(validFrom === undefined ? { validFrom: '请填生效日期' } : {}),
    ...(validFrom !== undefined && validTo !== undefined && validTo < validFrom
      ? { validTo: '失效日期不能早于生效日期' }
      : {}),
    ...(document.trim() === '' ? { document: '请写文件名称和文号，说明书上要印' } : {}),
    ...(verified && draft.checkedOn === undefined ? { checkedOn: '核对过的，请填核对日期' } : {}),
  }
}

/** @throws nothing: call only when `figureErrors` is empty; undefined otherwise. */
export const figureInput = (draft: FigureDraft): InputOf<'figures.save'> | undefined => {
  const { id, revision, validFrom, validTo, checkedOn, variant, ...rest } = draft
  if (validFrom === undefined || Object.keys(figureErrors(draft)).length > 0) return undefined
  return {
    ...(id === undefined ? {} : { id }),
    revision,
    figure: {
      ...rest,
      value: rest.value.trim(),
      unit: rest.unit.trim(),
      document: rest.document.trim(),
      url: rest.url.trim(),
      validFrom,
      ...(variant.trim() === '' ? {} : { variant: variant.trim() }),
      ...(validTo === undefined ? {} : { validTo }),
      ...(checkedOn === undefined ? {} : { checkedOn }),
    },
  }
}
