import { pathToFileURL } from 'node:url'
import { hasDisplay } from './display.mjs'
import { chooseElectron, givenElectron, installElectron } from './electron.mjs'
import { fallback, fallbackFolder, isFallbackPresent } from './electron-fallback.mjs'
import { runMain } from './failure.mjs'
import { isRoot } from './paths.mjs'
import { say, step } from './progress.mjs'
import { isAddonMissing, provideSqliteAddon } from './sqlite-addon.mjs'
import { provideSystemLibraries } from './system-libraries.mjs'

/**
 * Everything that the app needs of the machine: system libraries, an Electron, a SQLite addon that fits it.
 * What is there already is left alone.
 * @param {{ papers?: boolean }} [options] papers: also what the tests of the printed papers need
 * @returns the Electron, and the environment for whoever starts it
 */
export async function provide(options = {}) {
  const electron = givenElectron() ?? (await provideElectron(options))
  if (electron.kind === 'fallback') {
    say(
      `Using Electron ${electron.version}, which is past its end of life: for tests and trials only.`,
    )
  }
  const addon = process.env['TANXIN_SQLITE_ADDON'] || (await provideSqliteAddon(electron))
  /** @type {Record<string, string>} */
  const env = {
    ELECTRON_EXEC_PATH: electron.executable,
    ELECTRON_MAJOR_VER: String(electron.major),
  }
  if (addon) env['TANXIN_SQLITE_ADDON'] = addon
  return { electron, env }
}

/**
 * The choice is made first, so that the packages for it are installed in one go.
 * @param {{ papers?: boolean }} options
 */
async function provideElectron(options) {
  const choice = await step('Asking whether Electron can be downloaded', () => chooseElectron())
  const wanted = ['window']
  if (!hasDisplay()) wanted.push('display')
  if (options.papers) wanted.push('papers')
  // Without root nobody can make a printer: its tests then say why they were left out.
  if (options.papers && isRoot) wanted.push('printing')
  if (choice.kind === 'fallback') {
    if (!isFallbackPresent(fallbackFolder)) wanted.push('unpack')
    if (await isAddonMissing({ major: fallback.electronMajor })) wanted.push('compile')
  }
  await provideSystemLibraries(wanted)
  return installElectron(choice)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const { env } = await provide({ papers: process.argv.includes('--papers') })
    for (const [name, value] of Object.entries(env)) console.log(`export ${name}='${value}'`)
  })
}
