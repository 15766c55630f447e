import type { PDFDocument } from '@cantoo/pdf-lib'
import { openPdf } from '#documents/pdf/pdf-pages.ts'
import { paperFonts } from '#documents/paper-fonts.ts'
import type { Paper } from '#documents/paper.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { fillTemplate } from '#documents/templates/fill-template.ts'
import type { CasePaper } from '../case-papers.ts'
import type { Core } from '../core.ts'

/** What a paper is made of when it is put out: the block model, or the centre's own Word file and its data. */
export type Made = Pick<CasePaper, 'paper' | 'template'>

export type Rendered = { file: PDFDocument; pages: number }

export const fontsOf = async (core: Core) => paperFonts(await core.host.installedFonts())

/** `bound`: for a volume, where what a file says of its own structure is lost anyway. */
type Options = { bound?: boolean }

/** Without the code of its pages; undefined for a Word template where no office program can lay it out. */
export async function renderPaper(
  core: Core,
  made: Made,
  options: Options = {},
): Promise<Rendered | undefined> {
  const pdf = made.template
    ? await core.host.officePdf(fillTemplate(made.template.bytes, made.template.data))
    : await chromiumPdf(core, made.paper, options)
  if (!pdf) return undefined
  const file = await openPdf(pdf)
  return { file, pages: file.getPageCount() }
}

export async function chromiumPdf(
  core: Core,
  paper: Paper,
  { bound = false }: Options = {},
): Promise<Uint8Array> {
  const fonts = await fontsOf(core)
  const options = pdfOptions(paper, fonts)
  return core.host.renderPdf({
    html: renderHtml(paper, fonts),
    options: bound ? { ...options, generateTaggedPDF: false } : options,
    title: paper.fileName,
  })
}

/** The Word file of a paper, which bears no page codes: it may be changed before it is printed. */
export async function paperDocx(core: Core, { paper, template }: Made): Promise<Uint8Array> {
  return template
    ? fillTemplate(template.bytes, template.data)
    : renderDocx(paper, await fontsOf(core))
}
