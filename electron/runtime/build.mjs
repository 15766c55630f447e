import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { nodeModule, projectFolder, toolEnv, toolNode } from './paths.mjs'
import { step } from './progress.mjs'

const sources = [
  'db',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
]
const stampFile = join(projectFolder, 'out', '.stamp')

/**
 * Builds into out/, unless what is there was built from these very sources for this Electron.
 * @param {Record<string, string>} env from `provide`
 */
export async function build(env) {
  const stamp = await fingerprint(projectFolder, sources, env['ELECTRON_MAJOR_VER'] ?? '')
  if (await isFresh(stampFile, stamp)) return
  await step('Building', () =>
    runCommand(toolNode, [nodeModule('electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      cwd: projectFolder,
      env: { ...toolEnv, ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
    }),
  )
  await writeFile(stampFile, stamp)
}

/**
 * @param {string} file
 * @param {string} stamp
 */
async function isFresh(file, stamp) {
  return existsSync(file) && (await readFile(file, 'utf8')) === stamp
}

/**
 * A hash over name, size and time of change of every source file.
 * @param {string} root
 * @param {string[]} names files and folders below root; missing ones are passed over
 * @param {string} salt
 */
export async function fingerprint(root, names, salt) {
  const hash = createHash('sha256').update(salt)
  for (const name of names) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    const isFolder = (await stat(path)).isDirectory()
    const files = isFolder ? await listFiles(path) : [path]
    for (const file of files.toSorted()) {
      const { mtimeMs, size } = await stat(file)
      hash.update(`\n${file.slice(root.length)} ${size} ${mtimeMs}`)
    }
  }
  return hash.digest('hex')
}

/** @param {string} folder */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
