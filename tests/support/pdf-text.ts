import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const starts = async (command: string, option: string): Promise<boolean> => {
  try {
    await run(command, [option])
    return true
  } catch {
    return false
  }
}

/** LibreOffice makes the other PDF, poppler reads both. */
export const hasPaperTools = async (): Promise<boolean> =>
  (await starts('soffice', '--version')) && (await starts('pdftotext', '-v'))

/** LibreOffice's PDF of each Word file, in one start. */
export const convertDocx = async (files: readonly Buffer[]): Promise<Buffer[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'convert-docx-'))
  try {
    const names = files.map((_, index) => join(folder, `${index}.docx`))
    await Promise.all(files.map((file, index) => writeFile(names[index] ?? '', file)))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names]
    await run('soffice', args, { maxBuffer: 16_000_000 })
    return await Promise.all(files.map((_, index) => readFile(join(folder, `${index}.pdf`))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Points from the top of the sheet. */
export type Region = { top: number; bottom: number }

/**
 * The text of a region of every page, in the order of writing, without any white space.
 * Poppler, since pdf.js reads radicals (⺠) where Chromium wrote a character (民).
 */
export const pageTexts = async (
  pdf: Uint8Array,
  region: Region = { top: 0, bottom: 842 },
): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-text-'))
  try {
    const file = join(folder, 'a.pdf')
    await writeFile(file, pdf)
    const height = String(region.bottom - region.top)
    const crop = ['-x', '0', '-y', String(region.top), '-W', '900', '-H', height]
    const { stdout } = await run('pdftotext', ['-raw', ...crop, file, '-'], {
      maxBuffer: 16_000_000,
    })
    return stdout
      .split('\f')
      .slice(0, -1)
      .map((text) => text.normalize('NFKC').replaceAll(/\s+/gu, ''))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Fonts that a PDF names and does not carry, as poppler lists them. */
export const looseFonts = async (pdf: Uint8Array): Promise<string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-fonts-'))
  try {
    const file = join(folder, 'a.pdf')
    await writeFile(file, pdf)
    const { stdout } = await run('pdffonts', [file])
    const [head = '', , ...rows] = stdout.split('\n').filter((line) => line !== '')
    const at = head.indexOf('emb')
    if (at === -1 || rows.length === 0) throw new Error('a paper without a font')
    return rows.filter((row) => !row.slice(at, at + 3).startsWith('yes'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
