import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { shiftedClock, systemClock } from '#db/store/clock.ts'
import type { Connection, Core } from '#ipc/core.ts'
import { backupEnded, backupWatch, makeBackup } from '#ipc/make-backup.ts'
import { advanceQueue, printingEnded } from '#ipc/print-queue.ts'
import { loadResources } from '#ipc/resources.ts'
import { createRouter } from '#ipc/router.ts'
import { hostOverPort } from './host-over-port.ts'
import { openLog, placeOf } from './log.ts'
import type { CoreSettings, FromCore, ToCore } from './messages.ts'

/** The part of Electron's parent port that the core uses; the core itself never imports Electron. */
type PagePort = SupportedMessagePort & { start(): void }
type ParentPort = {
  on(event: 'message', listener: (event: { data: ToCore; ports: PagePort[] }) => void): void
  postMessage(message: FromCore): void
}

const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const settings = JSON.parse(process.argv.at(-1) ?? '{}') as CoreSettings
const log = openLog(settings.logs)
const { host, answered } = hostOverPort((message) => {
  parent.postMessage(message)
})

// Only where trials run: a packed app hands the core no TANXIN_ variables.
const trialClock = process.env['TANXIN_CLOCK']

const core: Core = {
  dir: settings.dir,
  appVersion: settings.appVersion,
  host,
  clock: trialClock === undefined ? systemClock : shiftedClock(trialClock),
  log,
  ...loadResources(settings.resources),
  cost: undefined,
  store: undefined,
  backupRunning: false,
  pickedFiles: new Map(),
}
const handler = new RPCHandler(createRouter())

const backupCheckMs = 10_000
const mayBackUp = backupWatch(core)

async function backUpIfDue() {
  if (!mayBackUp()) return
  try {
    await makeBackup(core, 'daily')
  } catch (error) {
    log('error', 'backup.failed', { thrown: error instanceof Error ? error.name : typeof error })
  }
}
setInterval(() => void backUpIfDue(), backupCheckMs).unref()

/** Also takes up again what waited for a printer when the store was closed. */
const printBeatMs = 2000
setInterval(() => void advanceQueue(core), printBeatMs).unref()

async function quit() {
  try {
    if (core.store) await printingEnded(core.store)
    await backupEnded(core)
    if (core.store) await makeBackup(core, 'quit')
  } catch (error) {
    log('error', 'backup.failed', { thrown: error instanceof Error ? error.name : typeof error })
  }
  await core.store?.close()
  process.exit(0)
}

parent.on('message', ({ data, ports }) => {
  switch (data.type) {
    case 'connect': {
      const [port] = ports
      if (!port) return
      const connection: Connection = { actor: undefined }
      handler.upgrade(port, { context: { core, connection } })
      port.start()
      return
    }
    case 'answer':
      answered(data)
      return
    case 'quit':
      void quit()
  }
})
process.on('uncaughtException', (error) => {
  log('error', 'core.crashed', {
    thrown: error.name,
    at: placeOf(error),
  })
  process.exit(1)
})
parent.postMessage({ type: 'ready' })
