import { spawn } from 'node:child_process'
import { projectFolder, toolEnv, toolNode } from './paths.mjs'

/**
 * Runs a JavaScript tool in the foreground, its output shown as it comes.
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
export function runTool(script, args, env) {
  const child = spawn(toolNode, [script, ...args], {
    cwd: projectFolder,
    env: { ...toolEnv, ...env },
    stdio: 'inherit',
  })
  /** @type {Promise<number>} */
  const ended = new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
  return { ended, stop: () => void child.kill('SIGTERM') }
}
