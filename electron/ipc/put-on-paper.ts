import { basename } from 'node:path'
import { DomainError } from '#db/domain/errors.ts'
import { writeSmallFile } from '#db/store/small-file.ts'
import { paperFonts } from '#documents/paper-fonts.ts'
import type { Paper } from '#documents/paper.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import type { Core } from './core.ts'

export type Output = { channel: 'printer' | 'pdf' | 'docx'; copies: number }
export type OutputOutcome = { done: boolean; fileName?: string }

export async function pdfOf(core: Core, paper: Paper): Promise<Uint8Array> {
  const fonts = paperFonts(await core.host.installedFonts())
  return core.host.renderPdf({
    html: renderHtml(paper, fonts),
    options: pdfOptions(paper, fonts),
    title: paper.fileName,
  })
}

export async function docxOf(core: Core, paper: Paper): Promise<Uint8Array> {
  return renderDocx(paper, paperFonts(await core.host.installedFonts()))
}

/** Prints or saves a paper; `done` is false when the person cancelled. What is saved is the very PDF that prints. */
export async function putOnPaper(core: Core, paper: Paper, output: Output): Promise<OutputOutcome> {
  if (output.channel === 'printer') {
    const outcome = await core.host.print(await pdfOf(core, paper), paper.fileName, output.copies)
    if (outcome.printed) return { done: true }
    if (outcome.why === 'cancelled') return { done: false }
    throw new DomainError(outcome.why === 'noPrinter' ? 'papers.noPrinter' : 'papers.printFailed')
  }
  const file = await core.host.chooseSaveFile({
    title: output.channel === 'pdf' ? '存为 PDF' : '存为 Word',
    defaultName: `${paper.fileName}.${output.channel}`,
    extension: output.channel,
  })
  if (file === undefined) return { done: false }
  const bytes = output.channel === 'pdf' ? await pdfOf(core, paper) : await docxOf(core, paper)
  try {
    writeSmallFile(file, bytes)
  } catch {
    throw new DomainError('papers.fileNotWritable', { name: basename(file) })
  }
  return { done: true, fileName: basename(file) }
}
