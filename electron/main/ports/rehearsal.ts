import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintOutcome } from '#ipc/host.ts'

/**
 * Stands in for printer and dialogs in the window tests: `TANXIN_REHEARSAL` names a folder where prints and saved
 * files land and where `open/` holds the files that an open dialog would be given. Never in a packaged app.
 */
export function rehearsalHost(folder: string) {
  return {
    async print(pdf: Uint8Array, title: string, copies: number): Promise<PrintOutcome> {
      await mkdir(join(folder, 'printed'), { recursive: true })
      await writeFile(join(folder, 'printed', `${title} x${copies}.pdf`), pdf)
      return { printed: true }
    },
    async chooseSaveFile({ defaultName }: { defaultName: string }) {
      await mkdir(join(folder, 'saved'), { recursive: true })
      return join(folder, 'saved', defaultName)
    },
    async chooseOpenFiles() {
      const names = await readdir(join(folder, 'open'))
      return names.map((name) => join(folder, 'open', name))
    },
  }
}
