import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { Failure } from './failure.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs]
 * @property {(line: string) => void} [onLine] each line of standard output
 * @property {(line: string) => void} [onStatus] each line of file descriptor 3
 */

/**
 * Runs a command to its end and gives back what it wrote (both streams, in order of arrival).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function tryCommand(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: options.timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe', options.onStatus ? 'pipe' : 'ignore'],
    })
    let output = ''
    let stdout = ''
    const lines = splitLines(options.onLine)
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
      lines(text)
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text))
    const status = splitLines(options.onStatus)
    child.stdio[3]?.on('data', (chunk) => status(String(chunk)))
    child.on('error', (error) => done({ code: 127, output: error.message, stdout }))
    child.on('close', (code, signal) => {
      if (signal) output += `\nended by ${signal}`
      done({ code: code ?? 1, output, stdout })
    })
  })
}

/**
 * As `tryCommand`, but a non-zero exit is a `Failure` that shows the last lines of the output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export async function runCommand(command, args, options = {}) {
  const result = await tryCommand(command, args, options)
  if (result.code === 0) return result
  const tail = stripVTControlCharacters(result.output).trimEnd().split('\n').slice(-25).join('\n')
  throw new Failure(`${[command, ...args].join(' ')}\nended with code ${result.code}:\n${tail}`)
}

/** @param {((line: string) => void) | undefined} take */
export function splitLines(take) {
  let rest = ''
  return (/** @type {string} */ text) => {
    if (!take) return
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}
