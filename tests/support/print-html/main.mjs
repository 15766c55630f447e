// Prints a batch of HTML files to PDF in one start of Electron.
// The folder named by PRINT_HTML_DIR holds jobs.json: [{ html, pdf, options }].
import { app, BrowserWindow } from 'electron'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = process.env.PRINT_HTML_DIR

const run = async () => {
  const jobs = JSON.parse(await readFile(join(folder, 'jobs.json'), 'utf8'))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
  })
  for (const { html, pdf, options } of jobs) {
    await window.loadFile(join(folder, html))
    await writeFile(join(folder, pdf), await window.webContents.printToPDF(options))
  }
}

app
  .whenReady()
  .then(run)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error)
      app.exit(1)
    },
  )
