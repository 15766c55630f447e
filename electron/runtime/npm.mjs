import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failure.mjs'
import { findCommand } from './paths.mjs'

/**
 * How to call npm: the one that runs this script, else the one on the PATH.
 * @param {string[]} args
 */
export function npmCommand(args) {
  const cli = process.env['npm_execpath']
  return cli && cli.endsWith('.js')
    ? { command: process.execPath, args: [cli, ...args] }
    : { command: 'npm', args }
}

/** node-gyp comes with npm. @returns {string} */
export function nodeGypScript() {
  const cli = process.env['npm_execpath'] ?? realpathOf(findCommand('npm'))
  const inNpm = cli && join(dirname(cli), '..', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  if (inNpm && existsSync(inNpm)) return inNpm
  throw new Failure(
    'npm, which brings node-gyp, was not found. Install Node with npm and start again.',
  )
}

/** @param {string | undefined} path */
const realpathOf = (path) => path && realpathSync(path)
