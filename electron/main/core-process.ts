import {
  app,
  MessageChannelMain,
  utilityProcess,
  type UtilityProcess,
  type WebContents,
} from 'electron'
import type { CoreSettings, FromCore, HostQuestion } from '../core/messages.ts'
import { builtPaths } from './paths.ts'

type Told = { type: 'core-lost'; reason: 'crashed' | 'locked' } | { type: 'core-ready' }

export type CoreKeeper = {
  connect(contents: WebContents): void
  /** Backs up, closes the store and ends the core; answers when it is gone or took too long. */
  quit(): Promise<void>
}

function hand(core: UtilityProcess, contents: WebContents) {
  if (contents.isDestroyed()) return
  const { port1, port2 } = new MessageChannelMain()
  core.postMessage({ type: 'connect' }, [port1])
  contents.postMessage('port', null, [port2])
}

const quitPatienceMs = 60_000
const restartPauseMs = 300
const longestRestartPauseMs = 30_000
/** A core that lived so long did start; its end is a new trouble. */
const steadyMs = 60_000

/** A packaged app takes no add-on or other switch of trials from the environment. */
const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !(app.isPackaged && entry[0].startsWith('TANXIN_')),
    ),
  )

/** Keeps one core running: a lock ends it on purpose, a crash by accident; each time a fresh one starts. */
export function keepCore(
  settings: CoreSettings,
  answer: (question: HostQuestion) => Promise<unknown>,
  tell: (told: Told) => void,
): CoreKeeper {
  let core: UtilityProcess | undefined
  let isReady = false
  /** Pages that asked before the core could hear them. */
  const waiting = new Set<WebContents>()
  let isQuitting = false
  let reason: 'crashed' | 'locked' = 'crashed'
  let crashes = 0

  const start = () => {
    if (isQuitting) return
    reason = 'crashed'
    const startedAt = Date.now()
    const child = utilityProcess.fork(builtPaths.core, [JSON.stringify(settings)], {
      serviceName: 'Tanxin core',
      stdio: 'ignore',
      env: environment(),
    })
    core = child
    child.on('message', (message: FromCore) => {
      if (message.type === 'ready') {
        isReady = true
        for (const contents of waiting) hand(child, contents)
        waiting.clear()
        tell({ type: 'core-ready' })
      }
      if (message.type === 'end') {
        reason = message.reason
        child.kill()
      }
      if (message.type === 'host') void reply(child, message)
    })
    child.once('exit', () => {
      core = undefined
      isReady = false
      if (isQuitting) return
      tell({ type: 'core-lost', reason })
      const isNewTrouble = reason === 'locked' || Date.now() - startedAt > steadyMs
      crashes = isNewTrouble ? 0 : crashes + 1
      const pause = Math.min(restartPauseMs * 2 ** crashes, longestRestartPauseMs)
      setTimeout(start, reason === 'locked' ? 0 : pause)
    })
  }

  const reply = async (child: UtilityProcess, question: HostQuestion) => {
    try {
      const value = await answer(question)
      child.postMessage({ type: 'answer', id: question.id, ok: true, value })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      child.postMessage({ type: 'answer', id: question.id, ok: false, message })
    }
  }

  start()
  return {
    connect(contents) {
      if (core && isReady) hand(core, contents)
      else waiting.add(contents)
    },
    async quit() {
      isQuitting = true
      const child = core
      if (!child) return
      const gone = new Promise<void>((resolve) => {
        child.once('exit', () => {
          resolve()
        })
      })
      child.postMessage({ type: 'quit' })
      const patience = new Promise<void>((resolve) => setTimeout(resolve, quitPatienceMs))
      await Promise.race([gone, patience])
      child.kill()
    },
  }
}
