/** What stands between braces: a value, the begin or the end of a loop or a condition. */
export type TagToken = {
  kind: 'value' | 'open' | 'inverted' | 'close'
  /** Without the sign before it. */
  body: string
  tag: string
  near: string
  /** White stands before its sign, and then it is none. */
  shifted?: boolean
}

export type BrokenTag = {
  kind: 'unclosed' | 'unopened' | 'fullWidth' | 'empty'
  tag: string
  near: string
  /** The tag as it would be with the usual signs; undefined when nothing can be made of it. */
  guess?: string
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

const decode = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    if (name !== undefined) return entities[String(name)] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** The words of a part, one text for each paragraph, however Word cut them into runs. */
export const paragraphTexts = (xml: string): string[] =>
  xml
    .split(/<\/w:p>/u)
    .map((part) =>
      [...part.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)]
        .map((found) => decode(found[1] ?? ''))
        .join(''),
    )
    .filter((text) => text !== '')

const usual: Readonly<Record<string, string>> = {
  '｛': '{',
  '｝': '}',
  '．': '.',
  '。': '.',
  '｜': '|',
  '＃': '#',
  '＾': '^',
  '／': '/',
  '＝': '=',
  '，': '.',
  '、': '.',
  '\u3000': '',
}
const wideSigns = /[｛｝．。｜＃＾／＝，、\u3000]/gu

const inUsualSigns = (text: string): string =>
  text.replaceAll(wideSigns, (sign) => usual[sign] ?? sign).replaceAll(/\s+/gu, '')

/** A condition's wanted words may hold any sign. */
const nameOf = (inner: string): string => inner.split('=', 1)[0] ?? ''

const around = 12

const nearOf = (text: string, from: number, to: number): string => {
  const before = Array.from(text.slice(0, from))
  const after = Array.from(text.slice(to))
  return [
    before.length > around ? '…' : '',
    ...before.slice(-around),
    text.slice(from, to),
    ...after.slice(0, around),
    after.length > around ? '…' : '',
  ].join('')
}

const signs: Readonly<Record<string, TagToken['kind']>> = {
  '#': 'open',
  '^': 'inverted',
  '/': 'close',
}

const tokenOf = (inner: string, near: string): TagToken => {
  const body = inner.trim()
  const kind = signs[body[0] ?? '']
  const tag = `{${inner}}`
  if (kind === undefined) return { kind: 'value', body, tag, near }
  const token = { kind, body: body.slice(1).trim(), tag, near }
  return inner === body ? token : { ...token, shifted: true }
}

const nameLike = /^[#^/＃＾／]?[\p{L}\d.|．。｜]+/u
const nameBefore = /[#^/＃＾／]?[\p{L}\d.|．。｜]+$/u

const shown = (text: string): string => Array.from(text).slice(0, 16).join('')

/** Tags of one text in their order, and everything that is wrong with its braces. */
export const scanText = (text: string): (TagToken | BrokenTag)[] => {
  const found: (TagToken | BrokenTag)[] = []
  const brace = /[{}｛｝]/gu
  let match = brace.exec(text)
  while (match) {
    const at = match.index
    const next = brace.exec(text)
    if ('}｝'.includes(match[0])) {
      const name = nameBefore.exec(text.slice(0, at))?.[0] ?? ''
      const from = at - name.length
      const near = nearOf(text, from, at + 1)
      const kind = match[0] === '｝' ? 'fullWidth' : 'unopened'
      found.push({
        kind,
        tag: text.slice(from, at + 1),
        near,
        guess: name && `{${inUsualSigns(name)}}`,
      })
      match = next
      continue
    }
    if (!next || '{｛'.includes(next[0])) {
      const name = nameLike.exec(text.slice(at + 1))?.[0] ?? ''
      const kind = match[0] === '｛' ? 'fullWidth' : 'unclosed'
      const near = nearOf(text, at, at + 1 + name.length)
      found.push({
        kind,
        tag: shown(text.slice(at)),
        near,
        guess: name && `{${inUsualSigns(name)}}`,
      })
      match = next
      continue
    }
    const tag = text.slice(at, next.index + 1)
    const inner = text.slice(at + 1, next.index)
    const near = nearOf(text, at, next.index + 1)
    const wide = match[0] === '｛' || next[0] === '｝' || nameOf(inner).search(wideSigns) !== -1
    if (inner.trim() === '') found.push({ kind: 'empty', tag, near })
    else if (wide) found.push({ kind: 'fullWidth', tag, near, guess: `{${inUsualSigns(inner)}}` })
    else found.push(tokenOf(inner, near))
    match = brace.exec(text)
  }
  return found
}
