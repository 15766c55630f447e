import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { drawnPages, type DrawnPages } from '#documents/print-pages/drawn-pages.ts'
import type { PrintablePage } from '#ipc/host.ts'

/** In memory only: nothing of a paper is cached on the disk. */
export const paperPartition = 'papers'

type Served = { html: string; pages?: DrawnPages; failed?: boolean }

/** Papers on their way to the hidden window, by address; Chromium refuses data: addresses over 2 MB. */
const papers = new Map<string, Served>()

const paperHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data: paper:",
}

const nothing = () => new Response('', { status: 404 })

async function serve(address: string): Promise<Response> {
  const [url = '', page] = address.split('#')[0]?.split('/page/') ?? []
  const served = papers.get(url)
  if (!served) return nothing()
  if (page === undefined) return new Response(served.html, { headers: paperHeaders })
  try {
    const picture = await served.pages?.picture(Number(page))
    if (!picture) return nothing()
    const headers = { 'content-type': 'image/png', 'cache-control': 'no-store' }
    return new Response(new Uint8Array(picture), { headers })
  } catch {
    served.failed = true
    return nothing()
  }
}

export const servePapers = () => {
  session.fromPartition(paperPartition).protocol.handle('paper', ({ url }) => serve(url))
}

const hiddenWindow = () =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      partition: paperPartition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  })

/** Answers when all of it is loaded; the window goes with the end of `work`. */
async function withPaper<T>(
  url: string,
  served: Served,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = hiddenWindow()
  papers.set(url, served)
  try {
    await window.loadURL(url)
    if (served.failed) throw new Error('a page could not be drawn')
    return await work(window)
  } finally {
    papers.delete(url)
    window.destroy()
  }
}

const newAddress = () => `paper://tanxin/${randomUUID()}`

/** HTML made by us, without scripts, to the PDF that is previewed, saved and printed. */
export const renderPdf = ({ html, options }: PrintablePage): Promise<Uint8Array> =>
  withPaper(newAddress(), { html }, (window) => window.webContents.printToPDF(options))

/** The very PDF, as a window that can be printed. */
export async function withPdfWindow<T>(
  pdf: Uint8Array,
  title: string,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const url = newAddress()
  const pages = await drawnPages(pdf, title, (page) => `${url}/page/${page}`)
  try {
    return await withPaper(url, { html: pages.html, pages }, work)
  } finally {
    pages.close()
  }
}
