import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Outline fonts; not those that draw every character as a box. */
const isTextFont = (path: string) =>
  /\.(ttf|ttc|otf|otc)$/i.test(path) && !/last\s?resort|adobe-?blank/i.test(path)

async function filesIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
    return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  } catch {
    // No such folder is no font: per-user fonts exist on few machines.
    return []
  }
}

async function fontconfigFiles(pattern: string): Promise<string[]> {
  try {
    const { stdout } = await promisify(execFile)('fc-list', ['--format', '%{file}\n', pattern], {
      maxBuffer: 16 * 1024 * 1024,
    })
    return stdout.split('\n')
  } catch {
    return []
  }
}

const windowsFolders = (env: NodeJS.ProcessEnv) => [
  join(env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
  ...(env['LOCALAPPDATA'] ? [join(env['LOCALAPPDATA'], 'Microsoft', 'Windows', 'Fonts')] : []),
]
const macFolders = ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library', 'Fonts')]

/** Those that hold nearly every Chinese character come first, so that the others are seldom opened. */
const chineseFirst = (path: string) =>
  /sim(sun|sunb|fang|hei|kai)|msyh|songti|cjk/i.test(path) ? 0 : 1

/** Every font file of this machine, those with Chinese characters first. */
export async function installedFontFiles(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> {
  if (platform === 'win32' || platform === 'darwin') {
    const folders = platform === 'win32' ? windowsFolders(env) : macFolders
    const files = (await Promise.all(folders.map(filesIn))).flat().filter(isTextFont)
    return files.toSorted((a, b) => chineseFirst(a) - chineseFirst(b))
  }
  const chinese = await fontconfigFiles(':lang=zh-cn')
  const all = await fontconfigFiles(':')
  return [...new Set([...chinese, ...all])].filter(isTextFont)
}
