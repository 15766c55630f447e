import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withPrivateFile } from './private-file.ts'

const names = ['soffice', 'libreoffice']
const windowsFolders = ['ProgramFiles', 'ProgramFiles(x86)']

/** Where LibreOffice lies; undefined where there is none. */
export function findOffice(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const installed = windowsFolders.flatMap((name) => {
    const folder = env[name]
    return folder ? [join(folder, 'LibreOffice', 'program', 'soffice.exe')] : []
  })
  return [...onPath, ...installed].find((file) => existsSync(file))
}

const longestMs = 90_000

const convert = (office: string, file: string, folder: string): Promise<boolean> =>
  new Promise((resolve) => {
    const args = [
      // Its own profile: an office window that is open would otherwise take the file and answer nothing.
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ]
    execFile(
      office,
      args,
      { timeout: longestMs, killSignal: 'SIGKILL', windowsHide: true },
      (error) => {
        resolve(error === null)
      },
    )
  })

/** A Word file as the office program of this machine prints it; undefined when there is none or it gives up. */
export async function officePdf(
  docx: Uint8Array,
  root: string,
  office = findOffice(),
): Promise<Uint8Array | undefined> {
  if (office === undefined) return undefined
  return withPrivateFile(root, { name: 'paper.docx', bytes: docx }, async (file, folder) => {
    if (!(await convert(office, file, folder))) return undefined
    const pdf = join(folder, 'paper.pdf')
    return existsSync(pdf) ? new Uint8Array(await readFile(pdf)) : undefined
  })
}
