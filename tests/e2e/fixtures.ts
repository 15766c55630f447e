import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'

/** One desk: its own data folder, printer and dialogs rehearsed into `rehearsal`. */
export type Desk = {
  data: string
  store: string
  rehearsal: string
  app: ElectronApplication
  page: Page
  /** Ends the app at once, as a power cut would, and starts it again on the same data. */
  crashAndRestart(): Promise<void>
  /** The newest rehearsed "saved" file with this ending. */
  savedFile(ending: string): Promise<string>
  /** Lays a file where the next open dialog finds it. */
  give(name: string, bytes: Uint8Array): Promise<void>
  /** Nothing lies there any more. */
  takeBack(): Promise<void>
  /** Sets the clock of core and page this many days ahead of now; both go on running from there. */
  goToDay(days: number): Promise<void>
  /** Quits as a person does: with the backup on quitting. */
  quit(): Promise<void>
}

const daySeconds = 24 * 60 * 60
const root = join(import.meta.dirname, '..', '..')

async function launch(data: string, rehearsal: string) {
  const executablePath = process.env['ELECTRON_EXEC_PATH']
  const app = await _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    env: {
      ...environment(),
      TANXIN_DATA: data,
      TANXIN_REHEARSAL: rehearsal,
      TANXIN_CLOCK: join(rehearsal, 'clock'),
      LANG: 'zh_CN.UTF-8',
    },
  })
  const page = await app.firstWindow()
  await page.locator('h1').first().waitFor()
  return { app, page }
}

const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  )

/** In the page: it goes on by the machine's own clock, as the core does, and timers stay what they are. */
function shiftDate(milliseconds: number): void {
  const kept: unknown = Reflect.get(window, 'machineDate')
  const Machine = (kept as DateConstructor | undefined) ?? Date
  Reflect.set(window, 'machineDate', Machine)
  const now = () => Machine.now() + milliseconds
  const Shifted = new Proxy(Machine, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  })
  Reflect.set(window, 'Date', Shifted)
}

type Fixtures = {
  desk: Desk
  /** Fills the store before the app starts for the first time; by itself it leaves the desk empty. */
  prepare: (store: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function asks for from this pattern
  prepare: async ({}, provide) => provide(async () => undefined),
  desk: async ({ prepare }, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'tanxin-e2e-'))
    const data = join(folder, 'data')
    const rehearsal = join(folder, 'rehearsal')
    await mkdir(join(rehearsal, 'open'), { recursive: true })
    await mkdir(data, { recursive: true })
    await prepare(join(data, 'store'))
    let daysAhead = 0
    const setPageClock = (page: Page) => page.evaluate(shiftDate, daysAhead * daySeconds * 1000)
    const desk: Desk = {
      data,
      store: join(data, 'store'),
      rehearsal,
      ...(await launch(data, rehearsal)),
      async crashAndRestart() {
        const child = desk.app.process()
        const gone = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        await gone
        Object.assign(desk, await launch(data, rehearsal))
        if (daysAhead > 0) await setPageClock(desk.page)
      },
      async savedFile(ending) {
        const folder = join(rehearsal, 'saved')
        const name = (await readdir(folder)).find((each) => each.endsWith(ending))
        if (name === undefined) throw new Error(`nothing saved as ${ending}`)
        return join(folder, name)
      },
      async give(name, bytes) {
        await writeFile(join(rehearsal, 'open', name), bytes)
      },
      async takeBack() {
        await rm(join(rehearsal, 'open'), { recursive: true })
        await mkdir(join(rehearsal, 'open'))
      },
      async goToDay(days) {
        await writeFile(join(rehearsal, 'clock'), String(days * daySeconds))
        daysAhead = days
        await setPageClock(desk.page)
      },
      async quit() {
        await desk.app.close()
      },
    }
    await provide(desk)
    await desk.app.close().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
