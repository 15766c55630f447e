import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PdfOptions } from '#documents/pdf-options.ts'

const script = fileURLToPath(new URL('print-html', import.meta.url))

const finish = (child: ChildProcess, milliseconds: number): Promise<void> =>
  new Promise((resolve, reject) => {
    let noise = ''
    const timer = setTimeout(() => {
      // The group, since Electron runs under xvfb-run.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      reject(new Error(`Electron did not end in ${milliseconds} ms: ${noise}`))
    }, milliseconds)
    child.stderr?.on('data', (chunk) => {
      noise = `${noise}${chunk}`.slice(-4000)
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve()
      else reject(new Error(`Electron ended with ${code}: ${noise}`))
    })
  })

/**
 * Prints each page with the options of the product, in one start of Electron.
 * @throws Error when ELECTRON_EXEC_PATH is not set or Electron fails.
 */
export const printHtml = async (
  pages: readonly { html: string; options: PdfOptions }[],
): Promise<Buffer[]> => {
  const electron = process.env.ELECTRON_EXEC_PATH
  if (!electron) throw new Error('ELECTRON_EXEC_PATH is not set')
  const folder = await mkdtemp(join(tmpdir(), 'print-html-'))
  try {
    const jobs = pages.map(({ options }, index) => ({
      html: `${index}.html`,
      pdf: `${index}.pdf`,
      options,
    }))
    await writeFile(join(folder, 'jobs.json'), JSON.stringify(jobs))
    await Promise.all(
      pages.map(({ html }, index) => writeFile(join(folder, `${index}.html`), html)),
    )
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const args = [...root, `--user-data-dir=${join(folder, 'profile')}`, script]
    const headless = process.platform === 'linux' && !process.env.DISPLAY
    const child = spawn(
      headless ? 'xvfb-run' : electron,
      headless ? ['-a', electron, ...args] : args,
      {
        env: { ...process.env, PRINT_HTML_DIR: folder },
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      },
    )
    await finish(child, 30_000 + pages.length * 3000)
    return await Promise.all(jobs.map(({ pdf }) => readFile(join(folder, pdf))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
