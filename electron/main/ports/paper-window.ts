import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { PrintablePage } from '#ipc/host.ts'

/** In memory only: nothing of a paper is cached on the disk. */
export const paperPartition = 'papers'

/** Papers on their way to the hidden window, by address; Chromium refuses data: addresses over 2 MB. */
const papers = new Map<string, string>()

const paperHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
}

export const servePapers = () => {
  session.fromPartition(paperPartition).protocol.handle('paper', ({ url }) => {
    const html = papers.get(url)
    return html === undefined
      ? new Response('', { status: 404 })
      : new Response(html, { headers: paperHeaders })
  })
}

const hiddenWindow = (extra: { plugins?: boolean } = {}) =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      partition: paperPartition,
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
  const url = `paper://tanxin/${randomUUID()}`
  papers.set(url, html)
  try {
    await window.loadURL(url)
    return await window.webContents.printToPDF(options)
  } finally {
    papers.delete(url)
    window.destroy()
  }
}

/** Loads a PDF file for the print dialog. */
export async function openPdf(file: string): Promise<BrowserWindow> {
  const window = hiddenWindow({ plugins: true })
  await window.loadFile(file)
  return window
}
