import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { runCommand } from './command.mjs'
import { Failure } from './failure.mjs'
import { findCommand, isRoot } from './paths.mjs'
import { step } from './progress.mjs'

/** @typedef {{ package: string, library?: string, command?: string, file?: string, font?: true }} Need */

/** Debian packages by purpose, each with what shows that it is there. @type {Record<string, Need[]>} */
const purposes = {
  window: [
    { package: 'libgtk-3-0', library: 'libgtk-3.so.0' },
    { package: 'libnss3', library: 'libnss3.so' },
    { package: 'libasound2', library: 'libasound.so.2' },
    { package: 'libgbm1', library: 'libgbm.so.1' },
    { package: 'fonts-noto-cjk', font: true },
  ],
  display: [
    { package: 'xvfb', command: 'Xvfb' },
    { package: 'xauth', command: 'xauth' },
  ],
  unpack: [{ package: 'unzip', command: 'unzip' }],
  pack: [{ package: 'zip', command: 'zip' }],
  compile: [
    { package: 'python3', command: 'python3' },
    { package: 'make', command: 'make' },
    { package: 'g++', command: 'g++' },
  ],
  papers: [
    { package: 'libreoffice-writer', command: 'soffice' },
    { package: 'poppler-utils', command: 'pdftotext' },
  ],
  printing: [
    { package: 'cups', command: 'cupsd' },
    { package: 'cups-client', command: 'lp' },
    { package: 'printer-driver-cups-pdf', file: '/usr/lib/cups/backend/cups-pdf' },
  ],
}

/**
 * @typedef {object} Machine
 * @property {boolean} isLinux
 * @property {boolean} isRoot
 * @property {(need: Need) => boolean} has
 * @property {(name: string) => string | undefined} findCommand
 * @property {(packages: string[]) => Promise<void>} install
 */

/** @type {Machine} */
const thisMachine = {
  isLinux: process.platform === 'linux',
  isRoot,
  has: isThere,
  findCommand,
  install: aptInstall,
}

/**
 * Installs what is missing for the purposes when run as root; otherwise says which line to run.
 * @param {(keyof typeof purposes)[]} wanted
 * @param {Machine} machine
 */
export async function provideSystemLibraries(wanted, machine = thisMachine) {
  if (!machine.isLinux) return
  const needs = wanted.flatMap((purpose) => purposes[purpose] ?? [])
  const missing = needs.filter((need) => !machine.has(need)).map((need) => need.package)
  if (missing.length === 0) return
  if (!machine.findCommand('apt-get')) {
    throw new Failure(
      `These are missing; install what your system calls them (names are Debian's):\n  ${missing.join(' ')}`,
    )
  }
  if (!machine.isRoot) {
    throw new Failure(
      `System packages are missing. Run this once, then start again:\n  ${aptLine(missing)}`,
    )
  }
  await machine.install(missing)
  const still = needs.filter((need) => !machine.has(need)).map((need) => need.package)
  if (still.length > 0)
    throw new Failure(`Installed, but still not to be found: ${still.join(' ')}`)
}

/** @param {string[]} packages */
const aptLine = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`

/** @param {Need} need */
function isThere(need) {
  if (need.command) return findCommand(need.command) !== undefined
  if (need.file) return existsSync(need.file)
  if (need.library) return loadableLibraries().includes(`${need.library} `)
  return hasChineseFont()
}

function loadableLibraries() {
  const ldconfig = findCommand('ldconfig')
  return ldconfig ? execFileSync(ldconfig, ['-p'], { encoding: 'utf8' }) : ''
}

function hasChineseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true
  const list = findCommand('fc-list')
  return (
    list !== undefined && execFileSync(list, [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== ''
  )
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step('Reading the package lists', () => runCommand('apt-get', ['update', '-q'], { env }))
  await step(`Installing ${packages.join(' ')}`, (report) =>
    runCommand(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', '-o', 'APT::Status-Fd=3', ...packages],
      { env, onStatus: (line) => report(percentOf(line)) },
    ),
  )
}

/** `dlstatus:1:20.1:…` while fetching, `pmstatus:name:40.2:…` while installing. @param {string} line */
function percentOf(line) {
  const [kind, , percent] = line.split(':')
  return `${kind === 'dlstatus' ? 'fetching' : 'installing'} ${Math.round(Number(percent))} %`
}
