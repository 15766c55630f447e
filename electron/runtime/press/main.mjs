// The printing press of the command line: a Chromium without a window that turns HTML into PDF, one page after the
// other, for the process that started it. Nothing of a paper touches the disk.
import { randomUUID } from 'node:crypto'
import { app, BrowserWindow, session } from 'electron'

const papers = new Map()
const partition = 'papers'
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
}

/** @param {{ html: string, options: object }} page */
const print = async ({ html, options }) => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, sandbox: true, contextIsolation: true, javascript: false },
  })
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

const work = async () => {
  session.fromPartition(partition).protocol.handle('paper', ({ url }) => {
    const html = papers.get(url)
    return html === undefined ? new Response('', { status: 404 }) : new Response(html, { headers })
  })
  process.on('message', (asked) => {
    print(asked.page).then(
      (pdf) => process.send({ id: asked.id, pdf }),
      (error) => process.send({ id: asked.id, failed: String(error) }),
    )
  })
  process.on('disconnect', () => app.exit(0))
  process.send({ ready: true })
}

// A page is closed after each paper, and the app is wanted for the next.
app.on('window-all-closed', () => undefined)
app.whenReady().then(work, () => app.exit(1))
