import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { Failure } from './failure.mjs'
import { findCommand } from './paths.mjs'
import { say } from './progress.mjs'

/** @param {NodeJS.ProcessEnv} env */
export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/**
 * @typedef {object} Display
 * @property {boolean} isVirtual
 * @property {Record<string, string>} env what a program needs to draw on it
 * @property {() => Promise<void>} close
 */

/**
 * The machine's display, or a virtual one of our own. It is Xvfb as `xvfb-run -a` starts it, but under our
 * hand: the app is ended first and its screen afterwards, so that it can close its store.
 * @param {{ quiet?: boolean }} [options] quiet: for a program whose output others read
 * @returns {Promise<Display>}
 */
export async function openDisplay({ quiet = false } = {}) {
  if (hasDisplay()) return { isVirtual: false, env: {}, close: async () => {} }
  const xvfb = findCommand('Xvfb')
  if (!xvfb) throw new Failure('No display, and no Xvfb to make one. Install the package xvfb.')
  const folder = await mkdtemp(join(tmpdir(), 'tanxin-display-'))
  const authority = join(folder, 'authority')
  const cookie = randomBytes(16).toString('hex')
  // the server takes any cookie of the file; the client looks for its display's number, not known yet
  await runCommand('xauth', ['-q', '-f', authority, 'add', ':0', '.', cookie])
  const server = spawn(
    xvfb,
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  )
  const number = await displayNumber(server)
  await runCommand('xauth', ['-q', '-f', authority, 'add', `:${number}`, '.', cookie])
  if (!quiet) say(`No display here: running under Xvfb (display :${number}).`)
  const stop = () => server.kill()
  process.once('exit', stop)
  return {
    isVirtual: true,
    env: { DISPLAY: `:${number}`, XAUTHORITY: authority },
    close: async () => {
      process.off('exit', stop)
      if (server.exitCode === null) {
        const gone = new Promise((done) => server.once('exit', done))
        server.kill()
        await gone
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((done, fail) => {
    let errors = ''
    server.stderr?.on('data', (chunk) => (errors += chunk))
    server.once('error', (error) => fail(new Failure(`Xvfb did not start: ${error.message}`)))
    server.once('exit', (code) =>
      fail(new Failure(`Xvfb ended with code ${code}: ${errors.trim()}`)),
    )
    let number = ''
    server.stdio[3]?.on('data', (chunk) => {
      number += chunk
      if (number.includes('\n')) done(number.trim())
    })
  })
}
