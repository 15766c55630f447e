import { BrowserWindow } from 'electron'
import type { PrintablePage } from '#ipc/host.ts'

const partition = 'papers'

const hiddenWindow = (extra: { plugins?: boolean } = {}) =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: extra.plugins ?? false,
      plugins: extra.plugins ?? false,
    },
  })

/** HTML made by us, without scripts, to the PDF that is previewed, saved and printed. */
export async function renderPdf({ html, options }: PrintablePage): Promise<Uint8Array> {
  const window = hiddenWindow()
  try {
    await window.loadURL(
      `data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`,
    )
    return await window.webContents.printToPDF(options)
  } finally {
    window.destroy()
  }
}

/** Loads a PDF file for the print dialog. */
export async function openPdf(file: string): Promise<BrowserWindow> {
  const window = hiddenWindow({ plugins: true })
  await window.loadFile(file)
  return window
}
