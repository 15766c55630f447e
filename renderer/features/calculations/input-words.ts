import { type CalcName, calcTitles } from '#db/domain/labour/calc-names.ts'
import { formatYuan } from '#db/domain/money.ts'
import { calcForms } from './fields/calc-forms.ts'
import type { Field, Row, Value } from './fields/field.ts'
import { type CalcDraft, claimName, isAsked, rowsOf } from './form-values.ts'

const plainWords = (field: Field, value: Value): string => {
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? `${formatYuan(value)} 元` : ''
    case 'number':
    case 'percent':
      return `${String(value)} ${field.unit}`
    case 'flag':
      return value === true ? '是' : '否'
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value)
    default:
      return String(value)
  }
}

const rowWords = (fields: readonly Field[], row: Row, whole: Row): string =>
  fields
    .filter(
      (field) =>
        !field.path.startsWith('$') && row[field.path] !== undefined && isAsked(field, row, whole),
    )
    .map((field) => plainWords(field, row[field.path]))
    .join('，')

const valueWords = (field: Field, form: Row): string[] => {
  const value = form[field.path]
  if (field.kind === 'claims') return rowsOf(value).map((row) => calcTitles[claimName(row)])
  if (field.kind === 'list') return rowsOf(value).map((row) => rowWords(field.item, row, form))
  return value === undefined ? [] : [plainWords(field, value)]
}

type ToldField = { path: string; label: string; words: string[]; source: string }

/** What a calculation was made from, in words; what was left open is left out. */
export const inputWords = (name: CalcName, { form, sources }: CalcDraft): ToldField[] =>
  calcForms[name].fields
    .filter((field) => !field.path.startsWith('$') && isAsked(field, form, form))
    .map((field) => ({
      path: field.path,
      label: field.label,
      words: valueWords(field, form),
      source: sources[field.path] ?? '',
    }))
    .filter(({ words }) => words.length > 0)
