import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onEnd, startApp } from './app-process.mjs'
import { build } from './build.mjs'
import { openDisplay } from './display.mjs'
import { Failure, runMain } from './failure.mjs'
import { projectFolder } from './paths.mjs'
import { say } from './progress.mjs'
import { provide } from './provide.mjs'

const firstScreen = join(projectFolder, 'out', 'first-screen.png')
const firstScreenTimeoutMs = 60_000
const exitFlag = '--exit-after-first-screen'

await runMain(async () => {
  const args = process.argv.slice(2)
  const exits = args.includes(exitFlag)
  const { electron, env } = await provide()
  await build(env)
  const display = await openDisplay()
  try {
    const takesPicture = display.isVirtual || exits
    await rm(firstScreen, { force: true })
    const app = startApp(electron.executable, {
      args: args.filter((argument) => argument !== exitFlag),
      env: {
        ...env,
        ...display.env,
        ...(takesPicture ? { TANXIN_FIRST_SCREEN: firstScreen } : {}),
      },
    })
    onEnd(app.stop)
    say('谈心 is starting. Close its window or press Ctrl+C to end it.')
    if (!takesPicture) return await app.ended
    const ending = new AbortController()
    const ended = app.ended.finally(() => ending.abort())
    const isShown = await pictureAppears(ending.signal)
    if (isShown) say(`Its first screen: ${relative(process.cwd(), firstScreen)}`)
    if (exits) app.stop()
    const code = await ended
    if (exits && !isShown)
      throw new Failure(`No first screen within ${firstScreenTimeoutMs / 1000} s (code ${code}).`)
    return exits ? 0 : code
  } finally {
    await display.close()
  }
})

/**
 * Waits until the picture has been written out.
 * @param {AbortSignal} signal that the app has ended
 */
async function pictureAppears(signal) {
  const until = Date.now() + firstScreenTimeoutMs
  let size = 0
  while (Date.now() < until && !signal.aborted) {
    await wait(200)
    const now = existsSync(firstScreen) ? (await stat(firstScreen)).size : 0
    if (now > 0 && now === size) return true
    size = now
  }
  return false
}
