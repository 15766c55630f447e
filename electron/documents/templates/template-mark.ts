import { escapeHtml } from '../html-text.ts'
import { markLine } from '../paper-text.ts'
import { mainPart, type WordParts } from './word-file.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'
const part = 'word/tanxinMark.xml'
const relation = 'tanxinMark'

const markParagraph = (text: string) =>
  `<w:p xmlns:w="${main}"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/>` +
  `<w:color w:val="666666"/><w:sz w:val="32"/></w:rPr>` +
  `<w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`

const headerXml = (text: string) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  `<w:hdr xmlns:w="${main}" xmlns:r="${relations}">${markParagraph(text)}</w:hdr>`

const references = (sect: string) =>
  ['default', 'first', 'even'].filter(
    (type) => !new RegExp(`<w:headerReference\\b[^>]*w:type="${type}"`, 'u').test(sect),
  )

/** A first section without a header of some kind is given ours; later ones go on with it. */
const withReferences = (xml: string): string => {
  const added = (sect: string) =>
    references(sect)
      .map(
        (type) => `<w:headerReference xmlns:r="${relations}" w:type="${type}" r:id="${relation}"/>`,
      )
      .join('')
  const open = /<w:sectPr\b[^>]*?(\/?)>/u.exec(xml)
  if (!open) return xml.replace('</w:body>', `<w:sectPr>${added('')}</w:sectPr></w:body>`)
  const start = open.index + open[0].length
  if (open[1] === '/') {
    const bare = open[0].slice(0, -2)
    return `${xml.slice(0, open.index)}${bare}>${added('')}</w:sectPr>${xml.slice(start)}`
  }
  const sect = xml.slice(start, xml.indexOf('</w:sectPr>', start))
  return `${xml.slice(0, start)}${added(sect)}${xml.slice(start)}`
}

const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

const withRelation = (xml: string): string =>
  (xml === '' ? emptyRelations : xml)
    .replace(/<Relationships\b([^>]*)\/>/u, '<Relationships$1></Relationships>')
    .replace(
      '</Relationships>',
      `<Relationship Id="${relation}" Type="${relations}/header" Target="/${part}"/></Relationships>`,
    )

const withType = (xml: string): string =>
  xml.replace('</Types>', `<Override PartName="/${part}" ContentType="${headerType}"/></Types>`)

/** The file with its mark (practice, draft) at the head of every page, whatever headers it has. */
export const putMark = (parts: WordParts, mark: string): WordParts => {
  const text = markLine(mark)
  const body = mainPart(parts)
  if (text === '' || body === undefined) return parts
  const marked = new Map(parts)
  const change = (name: string, make: (xml: string) => string) =>
    marked.set(name, Buffer.from(make(parts.get(name)?.toString('utf8') ?? '')))
  for (const [name, bytes] of parts) {
    const opens = /<w:hdr\b[^>]*>/u.exec(bytes.subarray(0, 16_384).toString('utf8'))
    if (opens && name.endsWith('.xml') && !opens[0].endsWith('/>'))
      change(name, (xml) => xml.replace(opens[0], `${opens[0]}${markParagraph(text)}`))
  }
  change(body, withReferences)
  change(body.replace(/([^/]+)$/u, '_rels/$1.rels'), withRelation)
  change('[Content_Types].xml', withType)
  marked.set(part, Buffer.from(headerXml(text)))
  return marked
}
