import { fillParts } from './fill-template.ts'
import { templateData } from './template-data.ts'
import { sampleContext, sampleData, sampleMark } from './sample-data.ts'
import {
  fieldOf,
  listOf,
  meantField,
  meantList,
  readBody,
  rowsOf,
  wrongFormat,
  type Frame,
} from './template-names.ts'
import { paragraphTexts, scanText, type BrokenTag, type TagToken } from './template-tags.ts'
import { readWordFile, storyParts, type WordFileFault, type WordParts } from './word-file.ts'
import type { PaperContext } from '../paper-context.ts'

export type TemplateFault = {
  kind: BrokenTag['kind'] | 'unknown' | 'loop' | 'notWord' | 'damaged'
  /** The tag; of a file that is no Word file the reason. */
  tag: string
  near: string
  meant?: string
}

export type CheckedTemplate = {
  faults: TemplateFault[]
  /** Each tag once, in the order of the file. */
  tags: string[]
  /** Filled with sample data; absent while it has faults. */
  sample?: Uint8Array
}

type Open = { token: TagToken; frame: Frame | undefined }

const loopFault = ({ tag, near }: TagToken, meant?: string): TemplateFault => ({
  kind: 'loop',
  tag,
  near,
  ...(meant !== undefined && { meant }),
})

const unknown = ({ tag, near }: TagToken, meant: string | undefined): TemplateFault => ({
  kind: 'unknown',
  tag,
  near,
  ...(meant !== undefined && { meant }),
})

const checkValue = (token: TagToken, frames: readonly Frame[]): TemplateFault[] => {
  const body = readBody(token.body)
  const { name, format, wanted } = body
  if (fieldOf(name, frames) === undefined) {
    const asList = listOf(name, frames) && `{#${name}}…{/${name}}`
    return [unknown(token, asList ?? meantField(name, frames))]
  }
  if (wanted) return [unknown(token, `{#${token.body}}…{/}`)]
  const wrong = wrongFormat(body, frames)
  if (!wrong) return []
  const meant = wrong.meant === undefined ? name : `${name}|${wrong.meant}`
  return format === undefined ? [] : [unknown(token, `{${meant}}`)]
}

const openedBy = (
  token: TagToken,
  frames: readonly Frame[],
  last = false,
): [Open, TemplateFault[]] => {
  const { name, format, wanted } = readBody(token.body)
  const list = wanted ? undefined : listOf(name, frames)
  const frame = list && { list: name.slice(name.lastIndexOf('.') + 1), shape: list.shape }
  const open = { token, frame: token.kind === 'open' ? frame : undefined }
  const sign = token.tag[1] ?? ''
  if (list)
    return [open, rowsOf(format) === undefined ? [loopFault(token, `{${sign}${name}}`)] : []]
  if (!last && fieldOf(name, frames) === undefined) {
    const meant = meantList(name, sign, frames)
    // What stands inside is read as if the name were right: one fault, not ten.
    const [guess] = openedBy(
      { ...token, body: meant?.slice(2, -1) ?? '' },
      frames,
      meant === undefined,
    )
    return [{ ...guess, token }, [unknown(token, meant ?? meantField(name, frames))]]
  }
  return [open, format === undefined ? [] : [loopFault(token, `{${sign}${name}}`)]]
}

/** Faults of one part: its braces, its names, and whether each loop that begins also ends. */
const checkPart = (xml: string): { faults: TemplateFault[]; tags: string[] } => {
  const faults: TemplateFault[] = []
  const tags: string[] = []
  const open: Open[] = []
  for (const found of paragraphTexts(xml).flatMap(scanText)) {
    const frames = open.flatMap(({ frame }) => (frame ? [frame] : []))
    if (!('body' in found)) {
      faults.push(brokenFault(found, frames))
      const [guess] = found.kind === 'fullWidth' ? scanText(found.guess ?? '') : []
      if (guess && 'body' in guess) follow(guess, open, frames)
      continue
    }
    tags.push(found.tag)
    if (found.shifted) faults.push(loopFault(found, `{${found.tag.slice(1, -1).trim()}}`))
    if (found.kind === 'value') faults.push(...checkValue(found, frames))
    else faults.push(...follow(found, open, frames))
  }
  faults.push(...open.map(({ token }) => loopFault(token, `{/${token.body}}`)))
  return { faults, tags }
}

/** Keeps account of what is open; answers what is wrong with a tag that opens or ends. */
const follow = (token: TagToken, open: Open[], frames: readonly Frame[]): TemplateFault[] => {
  if (token.kind === 'value') return []
  if (token.kind === 'close') return closed(token, open)
  const [opened, faults] = openedBy(token, frames)
  open.push(opened)
  return faults
}

/** Takes what the tag ends off the open ones. */
const closed = (token: TagToken, open: Open[]): TemplateFault[] => {
  const last = open.at(-1)
  if (!last) return [loopFault(token, token.body === '' ? undefined : `{#${token.body}}`)]
  if (token.body === '' || token.body === last.token.body) {
    open.pop()
    return []
  }
  // What it ends was begun further out: the ones within it were left open.
  const at = open.findLastIndex((each) => each.token.body === token.body)
  if (at === -1) return [loopFault(token, `{/${last.token.body}}`)]
  const left = open.splice(at).slice(1)
  return left.map((each) => loopFault(each.token, `{/${each.token.body}}`))
}

const brokenFault = (
  { kind, tag, near, guess = '' }: BrokenTag,
  frames: readonly Frame[],
): TemplateFault => {
  const body = guess.slice(1, -1)
  const name = readBody(body.replace(/^[#^/]/u, '')).name
  const known = fieldOf(name, frames) !== undefined || listOf(name, frames) !== undefined
  const meant = known ? guess : name === '' ? undefined : meantField(name, frames)
  return { kind, tag, near, ...(meant !== undefined && { meant }) }
}

/** What docxtemplater found beside our own faults: a loop over the edge of a cell, broken XML. */
const fillFaults = (error: unknown): TemplateFault[] => {
  const { properties, message } = error as {
    message?: string
    properties?: { id?: string; xtag?: string; errors?: unknown[]; openParsed?: { raw?: string } }
  }
  if (properties?.errors) return properties.errors.flatMap(fillFaults)
  const isLoop = /loop/u.test(properties?.id ?? '')
  const words = properties?.xtag ?? properties?.openParsed?.raw ?? message ?? ''
  return [{ kind: isLoop ? 'loop' : 'damaged', tag: words, near: words }]
}

const notWord = (reason: WordFileFault): TemplateFault => ({
  kind: reason === 'damaged' ? 'damaged' : 'notWord',
  tag: reason,
  near: '',
})

const sampleOf = (
  parts: WordParts,
  context: PaperContext,
): Pick<CheckedTemplate, 'sample'> & { faults: TemplateFault[] } => {
  try {
    const data = { ...templateData(sampleData, context), mark: sampleMark }
    return { sample: fillParts(parts, data), faults: [] }
  } catch (error) {
    return { faults: fillFaults(error) }
  }
}

/** Looks a Word file over as a template: every fault with where it stands and what was probably meant. */
export const checkTemplate = (
  bytes: Uint8Array,
  context: PaperContext = sampleContext,
): CheckedTemplate => {
  const { parts, fault } = readWordFile(bytes)
  if (parts === undefined) return { faults: [notWord(fault)], tags: [] }
  const checked = storyParts(parts).map((name) =>
    checkPart(parts.get(name)?.toString('utf8') ?? ''),
  )
  const faults = checked.flatMap((part) => part.faults)
  const tags = [...new Set(checked.flatMap((part) => part.tags))]
  return faults.length > 0 ? { faults, tags } : { tags, ...sampleOf(parts, context) }
}
