import { readFileSync, statSync } from 'node:fs'
import JSZip from 'jszip'
import { readableText } from '#db/domain/readable-text.ts'
import { Refusal } from './failure.ts'

/** A paper as a file says it: text without white space, since lines break differently everywhere. */
export type PaperFile = {
  kind: 'docx' | 'pdf'
  body: string
  heads: string[]
  feet: string[]
  /** What no paper of ours holds and what could show something else than the text: names of elements. */
  strange: string[]
  pictures: number
}

/** No paper of ours comes near; a file that unpacks to more is refused. */
const mostBytes = 30 * 1024 * 1024

const refused = (file: string, why: string) =>
  new Refusal({ code: 'cli.fileNotReadable', details: { file, why } })

/** @throws Refusal cli.fileNotReadable */
export async function readPaperFile(file: string): Promise<PaperFile> {
  let bytes: Buffer
  try {
    if (statSync(file).size > mostBytes) throw refused(file, 'tooLarge')
    bytes = readFileSync(file)
  } catch (error) {
    throw error instanceof Refusal ? error : refused(file, 'notThere')
  }
  try {
    if (bytes.subarray(0, 2).toString('latin1') === 'PK') return await readDocx(bytes)
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return await readPdf(bytes)
  } catch (error) {
    const why = error instanceof RangeError ? 'tooLarge' : 'damaged'
    throw refused(file, why)
  }
  throw refused(file, 'neitherDocxNorPdf')
}

export const withoutWhite = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '')

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

const codePoint = (digits: string, base: number): string => {
  const code = Number.parseInt(digits, base)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}

const unescapeXml = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return codePoint(decimal, 10)
      if (hex !== undefined) return codePoint(hex, 16)
      return entities[name ?? ''] ?? whole
    },
  )

const wordsOf = (xml: string): string =>
  withoutWhite(
    [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)]
      .map((match) => unescapeXml(match[1] ?? ''))
      .join(''),
  )

/** Things that show text outside of the text, or hide text that is there. */
const strangeElements = [
  'w:sym',
  'w:pict',
  'w:object',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:altChunk',
  'w:vanish',
  'w:webHidden',
  'w:del',
  'w:ins',
  'w:moveFrom',
  'mc:AlternateContent',
  'm:oMath',
]

const ourColours = new Set(['000000', '666666', 'auto'])

const strangeIn = (xml: string): string[] => [
  ...strangeElements.filter((name) => new RegExp(`<${name}[\\s/>]`, 'u').test(xml)),
  ...[...xml.matchAll(/<w:color [^>]*w:val="([^"]*)"/gu)]
    .filter(([, colour = '']) => !ourColours.has(colour))
    .map(([, colour]) => `w:color ${colour}`),
]

async function readDocx(bytes: Buffer): Promise<PaperFile> {
  const zip = await JSZip.loadAsync(bytes)
  let left = mostBytes
  const part = async (name: string): Promise<string> => {
    const stream = zip.file(name)?.nodeStream()
    if (!stream) return ''
    const chunks: Buffer[] = []
    return new Promise((resolve, reject) => {
      stream.on('data', (chunk: Buffer) => {
        left -= chunk.length
        chunks.push(chunk)
        if (left >= 0) return
        stream.pause()
        reject(new RangeError('unpacks to too much'))
      })
      stream.on('error', reject)
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    })
  }
  const names = Object.keys(zip.files).toSorted()
  const document = await part('word/document.xml')
  if (document === '') throw new Error('no document')
  const all = async (pattern: RegExp) => {
    const texts: string[] = []
    for (const name of names) if (pattern.test(name)) texts.push(await part(name))
    return texts
  }
  const heads = await all(/^word\/header\d*\.xml$/u)
  const feet = await all(/^word\/footer\d*\.xml$/u)
  return {
    kind: 'docx',
    body: wordsOf(document),
    heads: heads.map(wordsOf),
    feet: feet.map(wordsOf),
    strange: [document, ...heads, ...feet].flatMap(strangeIn),
    pictures: [...document.matchAll(/<w:drawing[\s>]/gu)].length,
  }
}

/** Points: white above and below the text of every paper, as `formPage` has it. */
const headHeight = (28 * 72) / 25.4
const footHeight = (26 * 72) / 25.4

async function readPdf(bytes: Buffer): Promise<PaperFile> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
  })
  try {
    const pdf = await task.promise
    const read: PaperFile = {
      kind: 'pdf',
      body: '',
      heads: [],
      feet: [],
      strange: [],
      pictures: 0,
    }
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const texts = { head: '', body: '', foot: '' }
      for (const item of items) {
        if (!('str' in item)) continue
        const y = Number(item.transform[5])
        const place = y < footHeight ? 'foot' : y > height - headHeight ? 'head' : 'body'
        texts[place] += item.str
      }
      const plain = (text: string) => withoutWhite(readableText(text))
      read.heads.push(plain(texts.head))
      read.feet.push(plain(texts.foot))
      read.body += plain(texts.body)
      const annotations = await page.getAnnotations()
      read.strange.push(...annotations.map(({ subtype }) => `annotation ${String(subtype)}`))
    }
    return read
  } finally {
    await task.destroy()
  }
}
