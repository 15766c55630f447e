import JSZip from 'jszip'
import type { PaperForm } from '#contract/papers.ts'
import type { Client } from './centre.ts'

/** A part of a Word file as text; empty when it has no such part. */
export const docxPart = async (docx: Uint8Array, name: string): Promise<string> =>
  (await (await JSZip.loadAsync(docx)).file(name)?.async('string')) ?? ''

export const docxParts = async (docx: Uint8Array): Promise<string[]> =>
  Object.keys((await JSZip.loadAsync(docx)).files)

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
}

const unescape = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|apos|#39);/gu, (entity) => entities[entity] ?? entity)

/** The words of the body, one line for each paragraph. */
export const docxText = async (docx: Uint8Array): Promise<string> => {
  const xml = await docxPart(docx, 'word/document.xml')
  return xml
    .split('</w:p>')
    .map((part) =>
      [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
        .map((match) => unescape(match[1] ?? ''))
        .join(''),
    )
    .join('\n')
}

/** The words of a page of HTML without its head. */
export const htmlText = (html: string): string =>
  unescape(
    html
      .slice(html.indexOf('<body>'))
      .replaceAll('<span class="s"> </span>', '')
      .replaceAll(/<\/(?:p|h1|h2|td|th|div)>/gu, '\n')
      .replaceAll(/<[^>]+>/gu, ''),
  )

export const withoutWhite = (text: string): string => text.replaceAll(/\s+/gu, '')

/** The words of a paper as previewed through the fake host, without white space. */
export const previewText = async (
  client: Client,
  key: { form: PaperForm; objectId: string },
): Promise<string> => {
  const { base64 } = await client.papers.preview(key)
  // The fake Chromium keeps what it was given within the PDF.
  const [html = ''] = Buffer.from(base64, 'base64').toString('utf8').split('</html>')
  return withoutWhite(htmlText(html))
}
