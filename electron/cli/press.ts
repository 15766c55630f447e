import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PrintablePage } from '#ipc/host.ts'
import { Refusal } from './failure.ts'

/** A Chromium of our own for the command line, started at the first paper. */
export type Press = {
  /** @throws Refusal cli.noElectron, cli.electronFailed */
  renderPdf(page: PrintablePage): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * The Electron that the environment names, else the one that `npm start` has fetched; nothing is fetched here.
 * @throws Refusal cli.noElectron
 */
async function findElectron(): Promise<string> {
  const { givenElectron } = await import('../runtime/electron.mjs')
  const { findOfficialElectron } = await import('../runtime/electron-official.mjs')
  const { fallbackFolder, isFallbackPresent } = await import('../runtime/electron-fallback.mjs')
  const missing = (message: string) => new Refusal({ code: 'cli.noElectron', message })
  try {
    const given = givenElectron()
    if (given) return given.executable
  } catch (error) {
    throw missing(error instanceof Error ? error.message : 'ELECTRON_EXEC_PATH is wrong')
  }
  const official = findOfficialElectron()
  if (official !== undefined) return official
  if (isFallbackPresent(fallbackFolder)) return join(fallbackFolder, 'electron')
  throw missing('PDFs are laid out by Electron: run npm start once, or set ELECTRON_EXEC_PATH')
}

type Answer = { ready?: true; id?: number; pdf?: Uint8Array; failed?: string }
type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }
type Running = { child: ChildProcess; end(): Promise<void>; waiting: Map<number, Waiting> }

const startMs = 60_000

async function start(): Promise<Running> {
  const executable = await findElectron()
  const { openDisplay } = await import('../runtime/display.mjs')
  const display = await openDisplay({ quiet: true })
  const profile = await mkdtemp(join(tmpdir(), 'tanxin-press-'))
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    executable,
    [
      ...flags,
      `--user-data-dir=${profile}`,
      '--disable-gpu',
      fileURLToPath(new URL('../runtime/press', import.meta.url)),
    ],
    {
      env: { ...process.env, ...display.env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    },
  )
  const waiting = new Map<number, Waiting>()
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  const end = async () => {
    if (child.connected) child.disconnect()
    const killer = setTimeout(() => child.kill('SIGKILL'), 5000)
    if (child.pid !== undefined) await gone
    clearTimeout(killer)
    await display.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await ready(child)
  } catch (error) {
    await end()
    throw error
  }
  child.on('message', ({ id, pdf, failed }: Answer) => {
    const asked = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (pdf) asked?.resolve(pdf)
    else asked?.reject(broken(failed ?? ''))
  })
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(broken('it ended'))
  })
  return { child, end, waiting }
}

const broken = (message: string) => new Refusal({ code: 'cli.electronFailed', message })

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(broken(`it was not ready in ${startMs / 1000} s`))
    }, startMs)
    const done = (run: () => void) => {
      clearTimeout(timer)
      run()
    }
    child.once('message', () => {
      done(resolve)
    })
    child.once('error', (error) => {
      done(() => {
        reject(broken(error.message))
      })
    })
    child.once('exit', (code) => {
      done(() => {
        reject(broken(`it ended with code ${code ?? 0}`))
      })
    })
  })
}

export function newPress(): Press {
  let running: Promise<Running> | undefined
  let last = 0
  return {
    async renderPdf(page) {
      running ??= start()
      const { child, waiting } = await running
      return new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ id: last, page })
      })
    },
    async close() {
      const started = await running?.catch(() => undefined)
      await started?.end()
    },
  }
}
