import { join } from 'node:path'
import { app } from 'electron'

/** Everything of ours in the user's data folder; `TANXIN_DATA` moves it for trials and tests. */
export function dataPaths() {
  const root = process.env['TANXIN_DATA'] ?? join(app.getPath('appData'), 'Tanxin')
  return {
    root,
    store: join(root, 'store'),
    logs: join(root, 'logs'),
    browser: join(root, 'browser'),
  }
}

const out = join(import.meta.dirname, '..')

export const builtPaths = {
  core: join(import.meta.dirname, 'core.js'),
  preload: join(out, 'preload', 'index.cjs'),
  page: join(out, 'renderer'),
  resources: app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(out, '..', 'resources'),
}
