import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'

export type Client = ContractRouterClient<Contract>

/** What the building tells the page without being asked. */
export type CoreEvent =
  | { type: 'core-lost'; reason: 'crashed' | 'locked' }
  | { type: 'core-ready' }
  | { type: 'lock-requested' }

type Bridge = {
  connect(): void
  on(listener: (event: CoreEvent) => void): () => void
}
declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges with the global one
  interface Window {
    readonly tanxin?: Bridge
  }
}

/** The store's process went away while something was asked. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

type Line = { client: Client; lost: Promise<never>; cut: () => void; port: MessagePort }

/** After so long a port that was asked for will not come any more. */
const patienceMs = 3000

let line: Line | undefined
let person: string | undefined
let askedAt = -patienceMs
let waiting: { resolve: (line: Line) => void }[] = []

const lineOver = (port: MessagePort): Line => {
  let cut = (): void => {}
  const lost = new Promise<never>((_, reject) => {
    cut = () => reject(new ConnectionLost())
  })
  lost.catch(() => {})
  const client: Client = createORPCClient(new RPCLink({ port }))
  port.addEventListener('close', () => cut())
  port.start()
  return { client, lost, cut, port }
}

const receivePort = (event: MessageEvent<unknown>): void => {
  const port = event.ports[0]
  if (event.source !== window || event.data !== 'tanxin:port' || !port) return
  dropLine()
  const fresh = lineOver(port)
  line = fresh
  for (const { resolve } of waiting) resolve(fresh)
  waiting = []
}

/** Asks for a port to the store's process; calls made before it comes wait for it. */
export const connect = (): void => {
  // Two questions at once would be answered with one port twice.
  if (line || performance.now() - askedAt < patienceMs) return
  askedAt = performance.now()
  window.tanxin?.connect()
}

/** Who is signed in on this line; nobody on a fresh one. What one person left unsaved never goes out as another's. */
export const signedInHere = (): string | undefined => person

export const noteSignIn = (userId: string): void => {
  person = userId
}

/** Ends the line: whatever is still asked fails with `ConnectionLost`. */
export const dropLine = (): void => {
  person = undefined
  askedAt = -patienceMs
  line?.cut()
  line?.port.close()
  line = undefined
}

/** @returns the function that stops listening. */
export const startLine = (listener: (event: CoreEvent) => void): (() => void) => {
  window.addEventListener('message', receivePort)
  const stop = window.tanxin?.on(listener)
  connect()
  return () => {
    stop?.()
    window.removeEventListener('message', receivePort)
  }
}

const ready = (): Promise<Line> =>
  line ? Promise.resolve(line) : new Promise((resolve) => waiting.push({ resolve }))

/**
 * Uses the line as soon as there is one.
 * @throws ConnectionLost when the line ends before the answer.
 */
export const overLine = async <T>(ask: (client: Client) => Promise<T>): Promise<T> => {
  const current = await ready()
  return Promise.race([ask(current.client), current.lost])
}
