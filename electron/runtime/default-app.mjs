// The app that a bare runtime starts: it opens the folder named by the first argument that is not a flag.
// An ES module whose top level waits: Electron is "ready" only after the app's own main file has run.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
/** Electron's own default app uses these two, but its types leave them out. */
const bare =
  /** @type {import('electron').App & Record<'setVersion' | 'setAppPath', (text: string) => void>} */ (
    app
  )
bare.setName(manifest.productName ?? manifest.name)
bare.setVersion(manifest.version)
bare.setAppPath(folder)
await import(pathToFileURL(join(folder, manifest.main)).href)
