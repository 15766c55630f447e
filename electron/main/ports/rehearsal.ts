import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HandOut, PrintOutcome, PrintRequest, SystemPrinter } from '#ipc/host.ts'

const rehearsalPrinter: SystemPrinter = {
  name: '排练打印机',
  label: '排练打印机',
  isDefault: true,
  state: 'ready',
  duplex: true,
}

/**
 * Stands in for printer and dialogs in the window tests: `TANXIN_REHEARSAL` names a folder where prints and saved
 * files land and where `open/` holds the files that an open dialog would be given. Never in a packaged app.
 */
export function rehearsalHost(folder: string) {
  const inFolder = async (name: string) => {
    const path = join(folder, name)
    await mkdir(path, { recursive: true })
    return path
  }
  const keep = async (pdf: Uint8Array, title: string, copies: number) =>
    writeFile(join(await inFolder('printed'), `${title} x${copies}.pdf`), pdf)
  return {
    async print(pdf: Uint8Array, title: string, copies: number): Promise<PrintOutcome> {
      await keep(pdf, title, copies)
      return { printed: true }
    },
    printing: {
      printers: () => Promise.resolve([rehearsalPrinter]),
      async handOut({ pdf, title, copies }: PrintRequest): Promise<HandOut> {
        await keep(pdf, title, copies)
        return { taken: true }
      },
      systemJob: () => Promise.resolve({ state: 'unknown' as const }),
      cancelSystemJob: () => Promise.resolve(),
    },
    chooseFolder: () => inFolder('saved'),
    async chooseSaveFile({ defaultName }: { defaultName: string }) {
      return join(await inFolder('saved'), defaultName)
    },
    async chooseOpenFiles() {
      const names = await readdir(join(folder, 'open'))
      return names.map((name) => join(folder, 'open', name))
    },
  }
}
