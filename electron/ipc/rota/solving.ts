import { DomainError } from '#db/domain/errors.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { Core } from '../core.ts'

/** The one search of a core: what is known of it while it runs. */
export type Search = {
  readonly rotaId: string
  readonly limit: number
  readonly begun: number
  readonly signal: AbortSignal
  best?: number | undefined
  bound?: number | undefined
  stop(): void
}

const underWay = new WeakMap<Core, Search>()

export const searchOf = (core: Core): Search | undefined => underWay.get(core)

const storeWatchMs = 500

/**
 * One search at a time. It ends by itself when the store that it was asked for is closed.
 * @throws DomainError rotas.solving
 */
export async function searching<T>(
  core: Core,
  { rotaId, limit, store }: { rotaId: string; limit: number; store: Store | undefined },
  run: (search: Search) => Promise<T>,
): Promise<T> {
  if (underWay.has(core)) throw new DomainError('rotas.solving')
  const controller = new AbortController()
  const search: Search = {
    rotaId,
    limit,
    begun: performance.now(),
    signal: controller.signal,
    stop: () => controller.abort(),
  }
  underWay.set(core, search)
  const watch = setInterval(() => core.store !== store && search.stop(), storeWatchMs)
  try {
    return await run(search)
  } finally {
    clearInterval(watch)
    underWay.delete(core)
  }
}
