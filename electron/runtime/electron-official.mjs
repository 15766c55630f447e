import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { reasonOf } from './failure.mjs'
import { cacheFolder, nodeModule } from './paths.mjs'
import { step } from './progress.mjs'

const probeTimeoutMs = 5000
const installTimeoutMs = 20 * 60_000
const rememberMs = 24 * 60 * 60_000

const unreachableFile = join(cacheFolder, 'electron-unreachable.json')

const packageFolder = nodeModule('electron')

export const officialVersion = () =>
  /** @type {string} */ (
    JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
  )

/** The executable of the pinned version, if it has been downloaded. @returns {string | undefined} */
export function findOfficialElectron() {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8').replace(/^v/, '')
    const name = readFileSync(join(packageFolder, 'path.txt'), 'utf8')
    const executable = join(packageFolder, 'dist', name)
    return version.trim() === officialVersion() && existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

/** Where the download would come from; `ELECTRON_MIRROR` is honoured, as by the `electron` package itself. */
export function downloadAddress(env = process.env) {
  const mirror = env['npm_config_electron_mirror'] || env['ELECTRON_MIRROR']
  const base = mirror || 'https://github.com/electron/electron/releases/download/'
  const version = officialVersion()
  return `${base}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/**
 * Whether the download can be had, decided in seconds. A failure is remembered for a day, for that address.
 * @param {{ address?: string, file?: string, now?: number, probe?: (address: string) => Promise<void> }} [options]
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>}
 */
export async function isOfficialReachable(options = {}) {
  const {
    address = downloadAddress(),
    file = unreachableFile,
    now = Date.now(),
    probe = probeAddress,
  } = options
  if (isInDownloadCache(address)) return { ok: true }
  const remembered = readRemembered(file)
  if (remembered?.address === address && now - remembered.at < rememberMs) {
    return { ok: false, reason: `${remembered.reason} (remembered; remove ${file} to try again)` }
  }
  try {
    await probe(address)
    await rm(file, { force: true })
    return { ok: true }
  } catch (error) {
    const reason = `${address} cannot be reached: ${causeOf(error)}`
    await rememberUnreachable(reason, { address, file, now })
    return { ok: false, reason }
  }
}

/**
 * @param {string} reason
 * @param {{ address?: string, file?: string, now?: number }} [options]
 */
export async function rememberUnreachable(reason, options = {}) {
  const { address = downloadAddress(), file = unreachableFile, now = Date.now() } = options
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `${JSON.stringify({ address, reason, at: now })}\n`)
}

/** Downloads the pinned Electron with the package's own installer, and gives its executable. */
export async function installOfficialElectron() {
  const found = findOfficialElectron()
  if (found) return found
  await step(`Downloading Electron ${officialVersion()}`, () =>
    runCommand(process.execPath, [join(packageFolder, 'install.js')], {
      timeoutMs: installTimeoutMs,
    }),
  )
  const installed = findOfficialElectron()
  if (!installed) throw new Error('the installer ended well but left no executable')
  return installed
}

/** @param {string} address */
async function probeAddress(address) {
  // node's fetch knows no proxy; the installer does when told so
  if (process.env['ELECTRON_GET_USE_PROXY']) return
  const response = await fetch(address, {
    method: 'HEAD',
    signal: AbortSignal.timeout(probeTimeoutMs),
  })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
}

/** @param {string} address */
function isInDownloadCache(address) {
  const root = process.env['electron_config_cache'] ?? join(homedir(), '.cache', 'electron')
  const name = address.slice(address.lastIndexOf('/') + 1)
  return (
    existsSync(root) && readdirSync(root).some((folder) => existsSync(join(root, folder, name)))
  )
}

/**
 * @param {string} file
 * @returns {{ address: string, reason: string, at: number } | undefined}
 */
function readRemembered(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** fetch hides the reason in `cause`. @param {unknown} error */
const causeOf = (error) =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : reasonOf(error)
