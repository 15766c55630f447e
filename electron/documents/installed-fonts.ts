import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Font files of Windows and of the usual office packages, by the families that they hold. */
const windowsFiles: Readonly<Record<string, string>> = {
  'simfang.ttf': '仿宋',
  'simsun.ttc': '宋体',
  'simhei.ttf': '黑体',
  'stfangso.ttf': 'STFangsong',
  'fangsong_gb2312.ttf': '仿宋_GB2312',
  'simfang_gb2312.ttf': '仿宋_GB2312',
  '仿宋_gb2312.ttf': '仿宋_GB2312',
  'fzxbsjw.ttf': '方正小标宋简体',
  'fzxbsk.ttf': '方正小标宋_GBK',
  'fzxbsjw_gb1_0.ttf': '方正小标宋简体',
  '方正小标宋简体.ttf': '方正小标宋简体',
}

const fileNames = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch {
    // No such folder is no font: per-user fonts exist on few machines.
    return []
  }
}

const windowsFamilies = async (env: NodeJS.ProcessEnv): Promise<string[]> => {
  const folders = [
    join(env.SystemRoot ?? 'C:\\Windows', 'Fonts'),
    ...(env.LOCALAPPDATA ? [join(env.LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')] : []),
  ]
  const names = await Promise.all(folders.map(fileNames))
  return names.flat().flatMap((name) => windowsFiles[name.toLowerCase()] ?? [])
}

const fontconfigFamilies = async (): Promise<string[]> => {
  try {
    const { stdout } = await promisify(execFile)('fc-list', [':', 'family'])
    return stdout.split(/[\n,]/u).map((name) => name.trim())
  } catch {
    // Without fontconfig nothing is known; `paperFonts` then names the last of each chain.
    return []
  }
}

/** Families that papers may be set in; for `paperFonts`. */
export const installedFonts = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string[]> => {
  if (platform === 'win32') return windowsFamilies(env)
  if (platform === 'darwin') return Promise.resolve(['Songti SC', 'Heiti SC', 'STFangsong'])
  return fontconfigFamilies()
}
