import { app, BrowserWindow, Menu } from 'electron'
import { pageUrl } from './app-protocol.ts'
import { builtPaths } from './paths.ts'

const ground = '#F6F5F1'

/** The one window of the desk. It shows when the page has drawn itself. */
export function openWindow(): BrowserWindow {
  Menu.setApplicationMenu(null)
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: ground,
    title: '谈心',
    webPreferences: {
      preload: builtPaths.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged && process.env['TANXIN_DEVTOOLS'] === '1',
    },
  })
  // The store is in another process: a page that died comes back at the sign-in.
  window.webContents.on('render-process-gone', () => {
    window.webContents.reload()
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(pageUrl)
  return window
}
