import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { blankItem, type Item } from '../forms/fields.ts'
import { fillField, fillText, holds } from '../forms/fill-text.ts'
import { emptyScope, within, type Scope } from '../forms/form-scope.ts'
import { withoutTimes } from '../docx-parts.ts'
import { putMark } from './template-mark.ts'
import { readTemplateData } from './template-data.ts'
import { fieldOf, listOf, readBody, rowsOf, type Frame } from './template-names.ts'
import { readWordFile, type WordParts } from './word-file.ts'

type Place = { scope: Scope; frames: readonly Frame[] }
type Part = Docxtemplater.DXT.Part & { lone?: boolean }

const itemsOf = ({ items, lists }: Scope, name: string): readonly Item[] | undefined => {
  const [group = '', inner = ''] = name.split('.')
  return inner === '' ? lists.get(group) : items.get(group)?.lists.get(inner)
}

/** Of a list that nobody knows one blank thing, to be written on. */
const loopPlaces = (
  name: string,
  shape: Frame['shape'],
  rows: number,
  { scope, frames }: Place,
): Place[] => {
  const items = [...(itemsOf(scope, name) ?? [blankItem(shape, 1)])]
  while (items.length < rows) items.push(blankItem(shape, items.length + 1))
  const frame = { list: name.slice(name.lastIndexOf('.') + 1), shape }
  return items.map((item) => ({ scope: within(scope, shape, item), frames: [...frames, frame] }))
}

const opened = (body: string, inverted: boolean, place: Place): Place[] | boolean => {
  const { name, format, wanted } = readBody(body)
  const list = wanted ? undefined : listOf(name, place.frames)
  if (list) {
    if (inverted) return (itemsOf(place.scope, list.name)?.length ?? 0) > 0
    return loopPlaces(list.name, list.shape, rowsOf(format) ?? 0, place)
  }
  const field = fieldOf(name, place.frames)
  return field !== undefined && holds(wanted ? { field, is: wanted } : field, place.scope)
}

/** A tag without a value is a blank; alone in a cell of a table the cell itself is the blank. */
const words = (body: string, lone: boolean, { scope, frames }: Place): string => {
  const { name, format } = readBody(body)
  const tag = `{${fieldOf(name, frames) ?? name}${format === undefined ? '' : `|${format}`}}`
  return (lone ? fillField(tag, scope) : fillText(tag, scope)).replaceAll(/\r\n?/gu, '\n')
}

const parser = (tag: string): Docxtemplater.DXT.Parser => ({
  get(place: Place, { meta }) {
    const part: Part = meta.part
    return part.module === 'loop'
      ? opened(tag, part.inverted === true, place)
      : words(tag, part.lone === true, place)
  },
})

/** Marks tags that stand alone in their cell; goes before the modules that put loops aside. */
const loneTags = (): Docxtemplater.DXT.Module => ({
  name: 'LoneTags',
  priority: 10,
  postparse(parts: Part[]) {
    let cell: Part[] | undefined
    let words = ''
    for (const part of parts) {
      if (part.tag === 'w:tc') {
        const [only, ...others] = part.position === 'end' ? (cell ?? []) : []
        if (only && others.length === 0 && words === '') only.lone = true
        cell = part.position === 'start' ? [] : undefined
        words = ''
      } else if (part.type === 'placeholder' && part.module === undefined) cell?.push(part)
      else if (part.type === 'content' && part.position === 'insidetag') words += part.value.trim()
    }
    return parts
  },
})

/** A part of a Word file is written into by this program, or goes as it is. */
const zipOf = (parts: WordParts): PizZip => {
  const zip = new PizZip()
  for (const [name, bytes] of parts) {
    const isText = /\.(?:xml|rels)$/u.test(name)
    zip.file(name, bytes, { compression: isText ? 'DEFLATE' : 'STORE' })
  }
  return zip
}

/** @throws docxtemplater's errors when tags cannot be filled: a template that was checked has none */
export const fillParts = (parts: WordParts, data: Record<string, unknown>): Uint8Array => {
  const { scope, mark } = readTemplateData(data, emptyScope.shapes)
  const place: Place = { scope, frames: [] }
  const document = new Docxtemplater(zipOf(putMark(parts, mark)), {
    parser,
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    syntax: { changeDelimiterPrefix: null },
    modules: [loneTags()],
  })
  document.render(place)
  return withoutTimes(document.toBuffer({ compression: 'DEFLATE' }))
}

/**
 * The centre's own Word file filled with the data of `templateData`; equal input gives equal bytes.
 * @throws RangeError when the bytes are no Word file
 */
export const fillTemplate = (bytes: Uint8Array, data: Record<string, unknown>): Uint8Array => {
  const read = readWordFile(bytes)
  if (read.fault !== undefined) throw new RangeError(`not a Word file: ${read.fault}`)
  return fillParts(read.parts, data)
}
