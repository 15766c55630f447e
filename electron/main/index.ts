import { app, ipcMain, powerMonitor, type BrowserWindow } from 'electron'
import { declareAppProtocol, pageOrigin, serveApp } from './app-protocol.ts'
import { keepCore } from './core-process.ts'
import { pictureFirstScreen } from './first-screen.ts'
import { builtPaths, dataPaths } from './paths.ts'
import { closeSessions } from './policy.ts'
import { hostOf } from './ports/host.ts'
import { servePapers } from './ports/paper-window.ts'
import { wipePrinted } from './ports/printer.ts'
import { openWindow } from './window.ts'

const paths = dataPaths()
app.setPath('userData', paths.browser)
declareAppProtocol()

if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run() {
  await app.whenReady()
  closeSessions()
  serveApp(builtPaths.page)
  servePapers()
  await wipePrinted()

  let window: BrowserWindow
  const tell = (told: object) => {
    if (!window.isDestroyed()) window.webContents.send('core', told)
  }
  const core = keepCore(
    {
      dir: paths.store,
      resources: builtPaths.resources,
      logs: paths.logs,
      appVersion: app.getVersion(),
    },
    hostOf(() => window),
    tell,
  )

  ipcMain.on('connect', (event) => {
    const isOurPage =
      event.sender === window.webContents &&
      event.senderFrame === window.webContents.mainFrame &&
      event.senderFrame.url.startsWith(pageOrigin)
    if (isOurPage) core.connect(event.sender)
  })
  for (const signal of ['lock-screen', 'suspend'] as const)
    powerMonitor.on(signal as 'suspend', () => {
      tell({ type: 'lock-requested' })
    })

  window = openWindow()
  app.on('second-instance', () => {
    // Its window is gone while the last backup is written.
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  let isDone = false
  app.on('before-quit', (event) => {
    if (isDone) return
    event.preventDefault()
    void core.quit().then(() => {
      isDone = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => {
    app.quit()
  })

  const picture = process.env['TANXIN_FIRST_SCREEN']
  if (picture !== undefined && !app.isPackaged) await pictureFirstScreen(window, picture)
}
