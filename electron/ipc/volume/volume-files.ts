import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DomainError } from '#db/domain/errors.ts'
import { writeSmallFile } from '#db/store/small-file.ts'
import { extractPages, pdfBytes } from '#documents/pdf/pdf-pages.ts'
import { safeFileName } from '#documents/paper.ts'
import type { TaskContext } from '../context.ts'
import type { BoundPart, Volume } from './make-volume.ts'
import { paperDocx } from './render-paper.ts'
import { goOn, type Work } from './volume-work.ts'

/** A file that was written: its name in the folder, and the digest of its bytes. */
export type WrittenFile = { file: string; form: string; pages: number; sha256: string }

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** @throws DomainError papers.fileNotWritable */
export function writeOut(file: string, bytes: Uint8Array): void {
  try {
    writeSmallFile(file, bytes)
  } catch {
    throw new DomainError('papers.fileNotWritable', { name: basename(file) })
  }
}

/** A folder of its own for the papers of a case, so that nothing that lies there is written over. */
export function newFolder(parent: string, name: string): string {
  const wanted = safeFileName(name)
  let folder = join(parent, wanted)
  for (let count = 2; existsSync(folder); count += 1) folder = join(parent, `${wanted}（${count}）`)
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new DomainError('papers.fileNotWritable', { name: wanted })
  }
  return folder
}

const pagesOf = ({ first, sheets }: BoundPart): number[] => sheets.map((_, index) => first + index)

/** The PDF of one part as it lies in the volume. */
export const partPdf = ({ document }: Volume, part: BoundPart): Promise<Uint8Array> =>
  extractPages(document, pagesOf(part), part.title)

/**
 * Every part in a file of its own, named in the order of the dossier: Word for what the house makes, PDF for scans,
 * and with `pdf` for everything.
 */
export async function writeParts(
  context: TaskContext,
  volume: Volume,
  to: { folder: string; pdf: boolean; work: Work },
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = []
  const digits = Math.max(2, String(volume.parts.length).length)
  const write = (name: string, part: BoundPart, bytes: Uint8Array) => {
    writeOut(join(to.folder, name), bytes)
    const { entry, sheets } = part
    written.push({ file: name, form: entry.form, pages: sheets.length, sha256: sha256(bytes) })
  }
  for (const [index, part] of volume.parts.entries()) {
    goOn(to.work, 'writing', index, volume.parts.length)
    const name = safeFileName(`${String(index + 1).padStart(digits, '0')} ${part.title}`)
    if (part.made) write(`${name}.docx`, part, await paperDocx(context.core, part.made))
    if (to.pdf || !part.made) write(`${name}.pdf`, part, await partPdf(volume, part))
  }
  return written
}

/** The whole volume in one file. */
export async function writeVolume(
  volume: Volume,
  file: string,
): Promise<Omit<WrittenFile, 'form'>> {
  const bytes = await pdfBytes(volume.document)
  writeOut(file, bytes)
  return { file: basename(file), pages: volume.document.getPageCount(), sha256: sha256(bytes) }
}
