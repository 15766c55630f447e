import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { runCommand } from './command.mjs'
import { Failure } from './failure.mjs'
import { nodeGypScript } from './npm.mjs'
import { cacheFolder, nodeModule } from './paths.mjs'
import { step } from './progress.mjs'
import { provideSystemLibraries } from './system-libraries.mjs'

/** From this Electron on the addon's own prebuilt binary works (it needs Node-API 10). */
const firstElectronWithNodeApi10 = 36

/**
 * The path of a SQLite addon built for an older Electron (Node-API 9), or undefined where the package's own
 * binary works. Loading that one into an older runtime crashes it, so this is not a matter of taste.
 * @param {{ executable: string, major: number }} electron
 * @returns {Promise<string | undefined>}
 */
export async function provideSqliteAddon(electron) {
  if (electron.major >= firstElectronWithNodeApi10) return undefined
  const target = await addonFile()
  if (existsSync(target)) return target
  await provideSystemLibraries(['compile'])
  const built = await step('Building the SQLite addon for this Electron (about 2 minutes)', () =>
    build(target),
  )
  await step('Trying the SQLite addon', () => tryAddon(electron.executable, built))
  return target
}

/** Whether a build, and with it a compiler, is still needed. @param {{ major: number }} electron */
export const isAddonMissing = async (electron) =>
  electron.major < firstElectronWithNodeApi10 && !existsSync(await addonFile())

async function addonFile() {
  const { version } = JSON.parse(
    await readFile(nodeModule('better-sqlite3', 'package.json'), 'utf8'),
  )
  return join(cacheFolder, `sqlite-${version}-napi9-${process.arch}`, 'better_sqlite3.node')
}

/** @param {string} target */
async function build(target) {
  const nodedir = findNodeHeaders()
  await mkdir(cacheFolder, { recursive: true })
  const copy = await mkdtemp(join(cacheFolder, 'sqlite-build-'))
  try {
    await cp(nodeModule('better-sqlite3'), copy, { recursive: true, dereference: true })
    await cp(nodeModule('node-addon-api'), join(copy, 'node_modules', 'node-addon-api'), {
      recursive: true,
    })
    const gyp = join(copy, 'binding.gyp')
    await writeFile(gyp, patchBindingGyp(await readFile(gyp, 'utf8')))
    const args = ['rebuild', '--release', '--force_build=1', '--jobs=max', `--nodedir=${nodedir}`]
    await runCommand(process.execPath, [nodeGypScript(), ...args], { cwd: copy })
    await mkdir(dirname(target), { recursive: true })
    await rename(join(copy, 'build', 'Release', 'better_sqlite3.node'), `${target}.untried`)
    return `${target}.untried`
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/**
 * Persistent references to strings are part of Node-API 10, and experimental in 9.
 * @param {string} text
 */
export function patchBindingGyp(text) {
  const patched = text.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'")
  if (patched === text)
    throw new Failure(
      'binding.gyp of the SQLite package has changed: NAPI_VERSION=10 is not in it.',
    )
  return patched
}

/**
 * Where the headers of the machine's Node are; any version will do for Node-API. Inside an npm script the
 * running Node is that of node_modules, which has none: npm itself lies beside the machine's own.
 */
function findNodeHeaders() {
  const npm = process.env['npm_execpath']
  const prefixes = [dirname(dirname(process.execPath)), '/usr', '/usr/local']
  if (npm) prefixes.unshift(resolve(npm, '../../../../..'))
  const found = prefixes.find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')))
  if (found) return found
  throw new Failure(
    `No Node headers (include/node/node_api.h) under ${prefixes.join(', ')}. Install Node with its headers.`,
  )
}

/**
 * @param {string} executable
 * @param {string} addon
 */
async function tryAddon(executable, addon) {
  const target = addon.replace(/\.untried$/, '')
  await rename(addon, target)
  const script = `
    const Database = require(process.argv[1])
    const db = new Database(':memory:', { nativeBinding: process.argv[2] })
    db.exec("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'trigram'); INSERT INTO t VALUES ('农民工工资')")
    if (db.prepare("SELECT count(*) AS n FROM t WHERE t MATCH '工工资'").get().n !== 1) process.exit(3)`
  try {
    await runCommand(executable, ['-e', script, nodeModule('better-sqlite3'), target], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    })
  } catch (error) {
    await rm(target)
    throw error
  }
}
