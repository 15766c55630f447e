import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { packager } from '@electron/packager'
import { build } from '../runtime/build.mjs'
import { runCommand } from '../runtime/command.mjs'
import { fallbackFolder } from '../runtime/electron-fallback.mjs'
import { Failure, runMain } from '../runtime/failure.mjs'
import { cacheFolder, projectFolder } from '../runtime/paths.mjs'
import { say, step } from '../runtime/progress.mjs'
import { provide } from '../runtime/provide.mjs'
import { provideSystemLibraries } from '../runtime/system-libraries.mjs'
import { isLeftOut } from './contents.mjs'
import { setFuses } from './fuses.mjs'

const platform = /** @type {'darwin' | 'linux' | 'win32'} */ (process.platform)
const arch = /** @type {'arm64' | 'x64'} */ (process.arch)

await runMain(async () => {
  const isTrial = process.argv.includes('--trial')
  const { electron, env } = await provide()
  const isFallback = electron.kind !== 'official'
  if (isFallback && !isTrial) throw new Failure(refusal(electron.version))
  if (isFallback) say(warning(electron.version))
  await build(env)
  const { name: executableName, productName } = JSON.parse(
    await readFile(join(projectFolder, 'package.json'), 'utf8'),
  )
  const app = {
    platform,
    arch,
    name: isFallback ? `${productName}-trial` : productName,
    executableName,
  }
  const addon = env['TANXIN_SQLITE_ADDON']
  const folders = await step('Packaging', async () =>
    packager({
      dir: projectFolder,
      out: join(projectFolder, 'dist'),
      overwrite: true,
      quiet: true,
      name: app.name,
      executableName,
      electronVersion: electron.version,
      platform,
      arch,
      // beside the archive, as electron/main/paths.ts expects them
      extraResource: join(projectFolder, 'resources'),
      // a native module cannot be loaded out of the archive
      asar: { unpack: '**/*.node' },
      ignore: (path) => isLeftOut(path, app),
      ...(isFallback ? { electronZipDir: await zipFallback(electron.version) } : {}),
      afterCopy: [
        async ({ buildPath }) => void (addon && (await copyFile(addon, prebuiltIn(buildPath)))),
      ],
      afterComplete: [({ buildPath }) => setFuses(buildPath, app)],
    }),
  )
  if (isFallback) say(warning(electron.version))
  for (const folder of folders) console.log(relative(process.cwd(), folder))
})

/**
 * The older runtime crashes on the addon's own binary: its place is taken by the rebuilt one.
 * @param {string} folder
 */
function prebuiltIn(folder) {
  const prebuilds = join(folder, 'node_modules', 'better-sqlite3', 'prebuilds')
  return join(prebuilds, `${process.platform}-${process.arch}.node`)
}

/**
 * The packager takes its runtime as a release archive.
 * @param {string} version
 */
async function zipFallback(version) {
  await provideSystemLibraries(['pack'])
  const folder = join(cacheFolder, 'electron-zip')
  const zip = join(folder, `electron-v${version}-${platform}-${arch}.zip`)
  await rm(zip, { force: true })
  await mkdir(folder, { recursive: true })
  await runCommand('zip', ['-q', '-r', '-1', zip, '.'], { cwd: fallbackFolder })
  return folder
}

/** @param {string} version */
function refusal(version) {
  return [
    `Refused: only Electron ${version} can be had here, and it is past its end of life.`,
    'Package on a machine where the official Electron can be downloaded (or set ELECTRON_MIRROR).',
    'For a trial that no user gets:  npm run package -- --trial',
  ].join('\n')
}

/** @param {string} version */
function warning(version) {
  return [
    '!'.repeat(78),
    `! TRIAL PACKAGE on Electron ${version}: past its end of life, known security holes.`,
    '! Never give it to users.',
    '!'.repeat(78),
  ].join('\n')
}
