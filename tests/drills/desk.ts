import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'

export type Running = { page: Page; pid: number; gone: Promise<unknown> }

const root = join(import.meta.dirname, '..', '..')

/** The built app in its real window, on this data folder. */
export async function launch(data: string, rehearsal: string): Promise<Running> {
  const executablePath = process.env['ELECTRON_EXEC_PATH']
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )
  const app = await _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    env: { ...env, TANXIN_DATA: data, TANXIN_REHEARSAL: rehearsal, LANG: 'zh_CN.UTF-8' },
  })
  const child = app.process()
  if (child.pid === undefined) throw new Error('the app has no process')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const page = await app.firstWindow()
  await page.locator('h1').first().waitFor()
  return { page, pid: child.pid, gone }
}

/** Every process of the app at once, as when the power goes: nobody is left to write a last word. */
export function killAll({ pid }: Running): void {
  process.kill(-pid, 'SIGKILL')
}
