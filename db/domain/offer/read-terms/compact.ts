/**
 * A text without the blanks that word processors put between Chinese and figures. `plain` keeps the writing,
 * `normal` has one form of every figure and mark; both have the same length, and `at[i]` is where character `i`
 * stands in the text.
 */
export type Compact = { plain: string; normal: string; at: number[] }

const oneForm: Readonly<Record<string, string>> = {
  ...pairs('壹贰叁肆伍陆柒捌玖拾佰仟', '一二三四五六七八九十百千'),
  ...pairs('貳參陸弍弎萬億〇○兩圆圓角', '二三六二三万亿零零两元元角'),
  ...pairs('￥．；：？！～—–－', '¥.;:?!~---'),
  ...pairs('“”‘’「」『』《》【】〔〕', '""""""""""()()'),
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((character, index) => [character, to[index] ?? '']))
}

/** Figures and letters of double width, one unit for one; private-use characters mean nothing to a reader. */
const normalise = (character: string): string => {
  const known = oneForm[character]
  if (known !== undefined) return known
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code >= 0xe000 && code <= 0xf8ff) return '\n'
  return character
}

const han = /[\u4e00-\u9fff]/
const figure = /[\d,.]/
/** A blank before one of these stands inside a date or an amount. */
const unit = /[元块角分毛年月日号天个万千百]/

const blankMeans = (before: string, after: string): '' | ' ' => {
  if (han.test(before) && han.test(after)) return unit.test(after) ? '' : ' '
  return figure.test(before) && figure.test(after) ? ' ' : ''
}

/** A Chinese comma parts phrases, unless it was typed inside 18，000. */
const commaMeans = (text: string, index: number): string =>
  /(?<![\d０-９])[\d０-９]{1,3}(?:[,，][\d０-９]{3})*$/.test(
    text.slice(Math.max(0, index - 16), index),
  ) && /^，[\d０-９]{3}(?![\d０-９])/.test(text.slice(index, index + 5))
    ? ','
    : '，'

/** @policy Issue 3 §2: offsets into the text given, whatever blanks and widths it was typed with. */
export const compactText = (text: string): Compact => {
  let plain = ''
  let normal = ''
  const at: number[] = []
  const put = (character: string, form: string, index: number) => {
    plain += character
    normal += form
    at.push(index)
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (/[\n\r\u2028\u2029]/.test(character)) put(character, '\n', index)
    else if (/[\s\u200b\ufeff]/.test(character)) {
      const next = text.slice(index + 1, index + 41).trimStart()[0] ?? ''
      const means = normal === '' ? '' : blankMeans(normal.at(-1) ?? '', normalise(next))
      if (means !== '') put(character, means, index)
    } else if (character === '，') put(character, commaMeans(text, index), index)
    else put(character, normalise(character), index)
  }
  return { plain, normal, at }
}
