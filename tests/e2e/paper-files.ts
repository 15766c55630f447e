import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import JSZip from 'jszip'

const run = promisify(execFile)
const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '')

/** As poppler reads it; without spaces, since a renderer may break a line anywhere. */
export async function textOfPdf(file: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  return withoutSpaces(stdout)
}

/** The runs of the document part, in order. */
export async function textOfWord(file: string): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(file))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const runs = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text)
  return withoutSpaces(runs.join(''))
}

/** Every part of a Word file as text: body, headers, properties, comments. */
export async function everythingInWord(file: string): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(file))
  const parts = await Promise.all(Object.values(zip.files).map((part) => part.async('text')))
  return [...parts, await textOfWord(file)].join('\n')
}

/** A Word file with words of its text changed, as somebody would in Word. @throws when they are not there */
export async function withWords(file: Uint8Array, from: string, to: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  if (!xml.includes(from)) throw new Error(`not in one piece in the file: ${from}`)
  zip.file('word/document.xml', xml.replace(from, to))
  return zip.generateAsync({ type: 'nodebuffer' })
}
