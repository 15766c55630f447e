import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Where everything that is fetched or built for this machine is kept; git ignores it. */
export const cacheFolder = resolve(process.env['TANXIN_CACHE'] || join(projectFolder, '.cache'))

/** @param {string[]} parts */
export const nodeModule = (...parts) => join(projectFolder, 'node_modules', ...parts)

/**
 * The full path of a command on the PATH (system folders included, which an ordinary user's PATH lacks).
 * @param {string} name
 * @returns {string | undefined}
 */
export function findCommand(name) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
  for (const folder of folders) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      if (statSync(path).isFile()) return path
    } catch {
      continue
    }
  }
  return undefined
}

export const isRoot = process.getuid?.() === 0

/** Node 24 out of node_modules, also for whoever started the script with an older one. */
export const toolNode = existsSync(nodeModule('.bin', 'node'))
  ? nodeModule('.bin', 'node')
  : process.execPath

/** The environment of the tools: as in an npm script, node_modules/.bin comes first. */
export const toolEnv = {
  ...process.env,
  PATH: `${nodeModule('.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
}
