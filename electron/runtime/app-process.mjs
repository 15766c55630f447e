import { spawn } from 'node:child_process'
import { splitLines } from './command.mjs'
import { isRoot, projectFolder } from './paths.mjs'
import { say } from './progress.mjs'

const killAfterMs = 8000

/** What Chromium says on a machine without D-Bus or a graphics card. It means nothing. */
const noise = [
  /ERROR:(dbus\/)?(bus|object_proxy)\.cc/,
  /viz_main_impl\.cc/,
  /gpu_process_host\.cc/,
  /gles?_[a-z_]*\.cc|gl_(factory|display|surface)[a-z_]*\.cc|angle_platform_impl\.cc/,
  /Exiting GPU process due to errors/,
  /command_buffer_proxy_impl\.cc|shared_image_interface_proxy\.cc|one_copy_raster_buffer_provider\.cc/,
]

/** @param {string} line */
export const isNoise = (line) => noise.some((pattern) => pattern.test(line))

/**
 * Starts the built app in a process group of its own: Ctrl+C then reaches only this script, which asks the
 * app to quit, so that it can close its store.
 * @param {string} executable
 * @param {{ args?: string[], env: Record<string, string> }} options
 */
export function startApp(executable, { args = [], env }) {
  const flags = isRoot ? ['--no-sandbox'] : []
  const child = spawn(executable, [...flags, projectFolder, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: true,
  })
  const show = splitLines((line) => {
    if (!isNoise(line)) process.stderr.write(`${line}\n`)
    if (line.includes('SUID sandbox helper')) say(sandboxHint)
  })
  child.stderr.setEncoding('utf8').on('data', show)
  /** @type {Promise<number>} */
  const ended = new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGTERM' ? 0 : 1)))
  })
  let isStopping = false
  /** Asks the app to quit; what will not is killed after a while, with its helpers. */
  const stop = () => {
    if (isStopping || child.exitCode !== null || child.pid === undefined) return
    isStopping = true
    const group = -child.pid
    child.kill('SIGTERM')
    setTimeout(() => child.exitCode === null && process.kill(group, 'SIGKILL'), killAfterMs).unref()
  }
  return { ended, stop }
}

const sandboxHint = [
  'This system forbids Chromium its sandbox for ordinary programs. Once, as an administrator:',
  '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
].join('\n')

/**
 * Calls `stop` on Ctrl+C and its like, and when the npm that started this script has gone: a SIGTERM to npm
 * ends only npm and its shell.
 * @param {() => void} stop
 */
export function onEnd(stop) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  if (!process.env['npm_lifecycle_event']) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), 500).unref()
}
