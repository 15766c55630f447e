import { calcTitles, isCalcName, type CalcName } from '#db/domain/labour/calc-names.ts'
import { newId } from '../../lib/new-id.ts'
import { calcForms } from './fields/calc-forms.ts'
import type { Field, ListKind, Row, Value } from './fields/field.ts'

/** A form while it is being filled, and who said so by field. */
export type CalcDraft = { form: Row; sources: Readonly<Record<string, string>> }

type CalcInput = Record<string, unknown>

type Loose = Readonly<Record<string, unknown>>
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isRow = (value: Value): value is Row => isLoose(value)
export const rowsOf = (value: Value): readonly Row[] =>
  Array.isArray(value) ? (value as readonly Row[]) : []

export const rowKey = (row: Row): string => String(row['$key'])

/** A row of the claim sheet: another calculator with its own form. */
export const claimName = (row: Row): CalcName =>
  typeof row['calculator'] === 'string' && isCalcName(row['calculator'])
    ? row['calculator']
    : 'severance'
export const claimDraft = (row: Row): CalcDraft => ({
  form: isRow(row['form']) ? row['form'] : {},
  sources: isRow(row['sources']) ? (row['sources'] as Record<string, string>) : {},
})

export const isAsked = (field: Field, form: Row, whole: Row): boolean =>
  field.when?.(form, whole) ?? true

const isNeeded = (field: Field, form: Row, whole: Row): boolean =>
  typeof field.needed === 'function' ? field.needed(form, whole) : field.needed === true

const startOf = (field: Field): Value => {
  if (field.kind === 'choice') return field.start
  if (field.kind === 'list') return field.needed ? [blankRow(field)] : []
  return field.kind === 'claims' ? [] : undefined
}

const blankOf = (fields: readonly Field[]): Row =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const start = startOf(field)
      return start === undefined ? [] : [[field.path, start]]
    }),
  )

/** The next row of a list, which takes over what rarely changes from the one before. */
export const blankRow = (list: ListKind, before?: Row): Row => {
  const carried = (list.carry ?? []).flatMap((path) =>
    before?.[path] === undefined ? [] : [[path, before[path]]],
  )
  return { $key: newId(), ...blankOf(list.item), ...Object.fromEntries(carried) }
}

/**
 * A value that was typed over is no longer what the case or the settings say: what they said of it goes.
 * @param start where those sources came from; one that a person wrote stays
 */
export const dropStaleSources = (
  start: CalcDraft,
  before: CalcDraft,
  next: CalcDraft,
): CalcDraft => {
  const kept = Object.entries(next.sources).filter(
    ([path, words]) => words !== start.sources[path] || next.form[path] === before.form[path],
  )
  return kept.length === Object.keys(next.sources).length
    ? next
    : { ...next, sources: Object.fromEntries(kept) }
}

export const emptyDraft = (name: CalcName): CalcDraft => ({
  form: blankOf(calcForms[name].fields),
  sources: {},
})

const at = (input: Loose, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, part) => (isLoose(value) ? value[part] : undefined), input)

const plain = (field: Field, value: unknown): Value => {
  switch (field.kind) {
    case 'money':
    case 'number':
      return typeof value === 'number' ? value : undefined
    case 'date':
    case 'text':
    case 'percent':
      return typeof value === 'string' ? value : undefined
    case 'flag':
      return typeof value === 'boolean' ? value : undefined
    case 'choice':
      return typeof value === 'string' || typeof value === 'number' ? value : undefined
    case 'list':
    case 'claims':
      return undefined
  }
}

const readRow = (list: ListKind, item: unknown): Row => ({
  ...blankRow(list),
  ...readFields(list.item, list.scalar ? { value: item } : isLoose(item) ? item : {}),
})

const readClaim = (item: unknown): Row[] => {
  const name = isLoose(item) ? item['calculator'] : undefined
  const input = isLoose(item) ? item['input'] : undefined
  if (typeof name !== 'string' || !isCalcName(name) || !isLoose(input)) return []
  return [claimRow(name, draftOf(name, input))]
}

/** One calculation as an item of the claim sheet. */
export const claimRow = (name: CalcName, { form, sources }: CalcDraft, keptId?: string): Row => ({
  $key: newId(),
  ...(keptId === undefined ? {} : { $keptId: keptId }),
  calculator: name,
  form,
  sources,
})

const readField = (field: Field, input: Loose): Value => {
  if (field.kind === 'choice' && field.read) return field.read(input)
  const value = at(input, field.path)
  if (!Array.isArray(value)) return plain(field, value)
  if (field.kind === 'claims') return value.flatMap(readClaim)
  return field.kind === 'list' && value.length > 0
    ? value.map((item) => readRow(field, item))
    : undefined
}

const readFields = (fields: readonly Field[], input: Loose): Row =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = readField(field, input)
      return value === undefined ? [] : [[field.path, value]]
    }),
  )

const wordsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isLoose(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** Region and tier of the centre also stand in the first row of a list that asks for them. */
const withPlace = (fields: readonly Field[], form: Row, input: Loose): Row => {
  const place = Object.fromEntries(
    (['region', 'wageTier'] as const).flatMap((path) =>
      typeof input[path] === 'string' && input[path] !== '' ? [[path, input[path]]] : [],
    ),
  )
  const lists = fields.filter(
    (field) => field.kind === 'list' && field.item.some((asked) => asked.path === 'region'),
  )
  const placed = lists.map(({ path }) => [
    path,
    rowsOf(form[path]).map((row) => ({ ...place, ...row })),
  ])
  return { ...form, ...Object.fromEntries(placed) }
}

/** The form that an input fills, whole or in part; what it does not know stays as in an empty form. */
export const draftOf = (name: CalcName, input: Loose): CalcDraft => {
  const { fields } = calcForms[name]
  const form = { ...blankOf(fields), ...readFields(fields, input) }
  return { form: withPlace(fields, form, input), sources: wordsIn(input['sources']) }
}

/**
 * The form that a case fills. What the form itself asks is not answered by what happens to be known: a day of leaving
 * does not say that there was no contract.
 */
export const prefilledDraft = (
  name: CalcName,
  input: Loose,
  sources: CalcDraft['sources'],
): CalcDraft => {
  const { form } = draftOf(name, input)
  const own = calcForms[name].fields.filter(
    (field) => field.kind === 'choice' && field.read && field.needed,
  )
  const kept = Object.entries(form).filter(([path]) => own.every((field) => field.path !== path))
  return { form: Object.fromEntries(kept), sources }
}

const isEmpty = (value: Value): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '')

const put = (target: CalcInput, path: string, value: unknown): void => {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    target[head] = value
    return
  }
  const inner = isLoose(target[head]) ? { ...target[head] } : {}
  put(inner, rest.join('.'), value)
  target[head] = inner
}

const rowInput = (list: ListKind, row: Row, whole: Row): unknown => {
  const input = fieldsInput(list.item, row, whole)
  return list.scalar ? input['value'] : input
}

const fieldValue = (field: Field, form: Row, whole: Row): unknown => {
  const value = form[field.path]
  if (field.kind === 'claims')
    return rowsOf(value).map((row) => ({
      calculator: claimName(row),
      input: inputOf(claimName(row), claimDraft(row)),
    }))
  if (field.kind !== 'list') return isEmpty(value) ? undefined : value
  const rows = rowsOf(value)
  return rows.length === 0 ? undefined : rows.map((row) => rowInput(field, row, whole))
}

const fieldsInput = (fields: readonly Field[], form: Row, whole: Row): CalcInput => {
  const input: CalcInput = {}
  for (const field of fields) {
    if (field.path.startsWith('$') || !isAsked(field, form, whole)) continue
    const value = fieldValue(field, form, whole)
    if (value !== undefined) put(input, field.path, value)
  }
  return input
}

/** What is asked and filled, as the calculator takes it. */
export const inputOf = (name: CalcName, { form, sources }: CalcDraft): CalcInput => {
  const { fields } = calcForms[name]
  const input = fieldsInput(fields, form, form)
  const told = Object.entries(sources).filter(
    ([path, words]) =>
      words.trim() !== '' &&
      fields.some((field) => field.path === path && isAsked(field, form, form)),
  )
  return told.length === 0 ? input : { ...input, sources: Object.fromEntries(told) }
}

/** What stands against asking the calculator: `text` says what is wrong, without it something is missing. */
export type Problem = { path: string; label: string; text?: string }

const decimal = /^\d{1,9}(?:\.\d{1,8})?$/

const wrongWords = (field: Field, value: Value): string | undefined => {
  if (field.kind === 'number' && typeof value === 'number') {
    const { min, max, whole } = field
    if (value < min || value > max || (whole && !Number.isInteger(value)))
      return `请填${min}到${max}之间的${whole ? '整数' : '数'}`
  }
  if (field.kind === 'percent' && typeof value === 'string' && !decimal.test(value.trim()))
    return '请只写数字，如 3.45'
  if (field.kind === 'text' && typeof value === 'string' && field.pattern)
    return field.pattern.test(value.trim()) ? undefined : field.wrong
  return undefined
}

const listProblems = (field: ListKind, form: Row, whole: Row, path: string): Problem[] => {
  const rows = rowsOf(form[field.path])
  const missing = rows.length === 0 && isNeeded(field, form, whole)
  return [
    ...(missing ? [{ path, label: field.label }] : []),
    ...rows.flatMap((row, index) =>
      fieldProblems(field.item, row, whole, {
        path: `${path}.${index}.`,
        label: `第${index + 1}${field.rowName}的`,
      }).map((problem) =>
        field.scalar ? { ...problem, path: problem.path.replace(/\.value$/, '') } : problem,
      ),
    ),
  ]
}

const claimProblems = (form: Row, path: string): Problem[] =>
  rowsOf(form['items']).flatMap((row, index) =>
    problemsOf(claimName(row), claimDraft(row)).map((problem) => ({
      ...problem,
      path: `${path}.${index}.input.${problem.path}`,
      label: `${calcTitles[claimName(row)]}：${problem.label}`,
    })),
  )

type Prefix = { path: string; label: string }

const fieldProblems = (
  fields: readonly Field[],
  form: Row,
  whole: Row,
  prefix: Prefix,
): Problem[] =>
  fields.flatMap((field): Problem[] => {
    if (!isAsked(field, form, whole)) return []
    const path = `${prefix.path}${field.path}`
    if (field.kind === 'list') return listProblems(field, form, whole, path)
    if (field.kind === 'claims') return claimProblems(form, path)
    const value = form[field.path]
    const label = `${prefix.label}${field.label}`
    if (isEmpty(value)) return isNeeded(field, form, whole) ? [{ path, label }] : []
    const text = wrongWords(field, value)
    return text === undefined ? [] : [{ path, label, text }]
  })

/** In the order of the form; none, and the calculator can be asked. */
export const problemsOf = (name: CalcName, { form }: CalcDraft): Problem[] => {
  const { fields } = calcForms[name]
  const problems = fieldProblems(fields, form, form, { path: '', label: '' })
  const isBareSheet =
    name === 'claim-sheet' && rowsOf(form['items']).length + rowsOf(form['others']).length === 0
  return isBareSheet ? [{ path: 'items', label: '请求项目（至少一项）' }, ...problems] : problems
}
