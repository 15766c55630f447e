import { formatChineseDate, formatChineseTime } from '#db/domain/local-date.ts'
import { amountInWords, capitalAmount, formatYuan } from '#db/domain/money.ts'
import { ems } from '../flow.ts'
import { blank, chineseCount } from '../wording.ts'
import type { FieldKind, Value } from './fields.ts'
import type { Condition, FormChoice } from './form-definition.ts'
import { fieldKind, fieldValue, type Scope } from './form-scope.ts'
import { readTags, type TextPart } from './tags.ts'

const widths = ['短', '长', '行'] as const

/** What may stand after the bar of a tag. */
export const formatsOf: Readonly<Record<FieldKind, readonly string[]>> = {
  text: widths,
  long: widths,
  number: ['中文', '甲乙', ...widths],
  money: ['大写', '全写'],
  date: ['年', '月', '日', '短'],
  time: [],
  flag: [],
}

const dateParts = (date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-')
  return {
    年: year,
    月: String(Number(month)),
    日: String(Number(day)),
    短: `${year}.${Number(month)}.${Number(day)}`,
  }
}

const stems = '甲乙丙丁戊己庚辛壬癸'

/** A value in the words that print, as the bar of its tag asks. */
export const valueText = (value: Value, format?: string): string => {
  switch (value.kind) {
    case 'text':
    case 'long':
      return value.text
    case 'number':
      if (format === '甲乙') return stems[value.count - 1] ?? String(value.count)
      return format === '中文' && value.count >= 0 && value.count <= 99
        ? chineseCount(value.count)
        : String(value.count)
    case 'money':
      if (format === '大写') return `人民币${capitalAmount(value.fen)}`
      return format === '全写' ? amountInWords(value.fen) : formatYuan(value.fen)
    case 'date':
      return dateParts(value.date)[format ?? ''] ?? formatChineseDate(value.date)
    case 'time':
      return formatChineseTime(value.at)
    case 'flag':
      return value.on ? '是' : '否'
  }
}

const shortBlank = '＿＿＿'
const longBlank = blank.repeat(3)
/** Behind an indent and a number nearly the whole line. */
const lineBlank = '＿'.repeat(26)

const blankText = (kind: FieldKind | undefined, format: string | undefined): string => {
  if (format === '短') return shortBlank
  if (format === '长') return longBlank
  if (format === '行') return lineBlank
  if (kind === 'number') return shortBlank
  if (kind === 'date') return format === undefined ? '＿＿＿年＿＿月＿＿日' : '＿＿'
  if (kind === 'time') return '＿＿＿年＿＿月＿＿日＿＿时＿＿分'
  if (kind === 'money') {
    if (format === '大写') return `人民币${longBlank}`
    if (format === '全写') return `人民币${longBlank}（¥${blank}）`
  }
  return blank
}

const partText = (part: TextPart, scope: Scope): string => {
  if ('words' in part) return part.words
  const value = fieldValue(scope, part.name)
  return value ? valueText(value, part.format) : blankText(fieldKind(scope, part.name), part.format)
}

const partsOf = (text: string): TextPart[] => {
  const read = readTags(text)
  if (read.fault) throw new SyntaxError(`${read.fault.kind}: ${read.fault.tag}`)
  return read.parts
}

/**
 * The text with its tags filled, blanks to write on where a value is missing.
 * @throws SyntaxError when a tag is broken: a definition that was loaded has none.
 */
export const fillText = (text: string, scope: Scope): string =>
  partsOf(text)
    .map((part) => partText(part, scope))
    .join('')

/** As `fillText`, but a lone tag without a value leaves its cell empty: the cell is the blank. */
export const fillCell = (text: string, scope: Scope): string => {
  const [only, ...others] = partsOf(text)
  const lone = only !== undefined && 'name' in only && others.length === 0
  return lone && !fieldValue(scope, only.name) ? '' : fillText(text, scope)
}

/** As `fillCell`, but a missing date keeps its year, month and day. */
export const fillField = (text: string, scope: Scope): string => {
  const [only, ...others] = partsOf(text)
  const dated = only !== undefined && 'name' in only && others.length === 0
  const kind = dated ? fieldKind(scope, only.name) : undefined
  return kind === 'date' || kind === 'time' ? fillText(text, scope) : fillCell(text, scope)
}

export const holds = (condition: Condition | undefined, scope: Scope): boolean => {
  if (condition === undefined) return true
  const {
    field,
    is,
    not = false,
  } = typeof condition === 'string' ? { field: condition } : condition
  const value = fieldValue(scope, field)
  const met =
    value !== undefined &&
    (value.kind !== 'flag' || value.on) &&
    (is === undefined || is.includes(valueText(value)))
  return met !== not
}

const between = '　'

/**
 * Boxes to tick, as many on a line as surely fit it, so that none is broken over two.
 * ☑ is missing from common fonts, so a ticked box is a full one.
 * @param room characters of a line
 * @param label stands before the first box
 */
export const choiceLines = (
  choices: readonly FormChoice[],
  scope: Scope,
  room: number,
  label = '',
): string[] => {
  const lines: string[] = label === '' ? [] : [label]
  for (const [index, { text, ticked }] of choices.entries()) {
    const full = ticked !== undefined && holds(ticked, scope)
    const box = `${full ? '■' : '□'}${fillText(text, scope)}`
    const last = lines.at(-1)
    const longer = `${last ?? ''}${index === 0 ? '' : between}${box}`
    if (last !== undefined && ems(longer, 0.75) <= room) lines[lines.length - 1] = longer
    else lines.push(box)
  }
  return lines
}
