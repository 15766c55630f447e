import { useCallback, useEffect, useMemo, useState } from 'react'
import { call, type InputOf } from './ask.ts'
import { useMe } from './me.ts'
import { usePendingSave } from './pending-saves.ts'

type Key = Pick<InputOf<'drafts.get'>, 'kind' | 'objectId'>

type Doors = {
  keep(text: string): Promise<unknown>
  drop(): Promise<unknown>
}

/**
 * Sends the newest text soon after each change, one request at a time; `undefined` drops what was kept. A refused
 * or lost request is tried again with the next change and by `flush`.
 */
export const createDraftKeeper = ({ keep, drop }: Doors, delayMs = 200) => {
  let next: { text: string | undefined } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()

  const send = async () => {
    const wanted = next
    if (!wanted) return
    next = undefined
    try {
      await (wanted.text === undefined ? drop() : keep(wanted.text))
    } catch (error) {
      next ??= wanted
      throw error
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const sent = running.then(send)
    running = sent.catch(() => undefined)
    return sent
  }
  return {
    put(text: string | undefined) {
      next = { text }
      timer ??= setTimeout(() => void flush().catch(() => undefined), delayMs)
    },
    flush,
  }
}

/** By person, kind and object: what was last written, so that a page that opens again has it at once. */
const written = new Map<string, string | undefined>()

/** Bump when what is written changes its shape: older drafts are then left alone. */
const shape = 1

const parsed = <T>(text: string | undefined): T | undefined => {
  if (text === undefined) return undefined
  try {
    const kept = JSON.parse(text) as { shape?: unknown; draft?: T }
    return kept.shape === shape ? kept.draft : undefined
  } catch {
    return undefined
  }
}

type Shown<T> = { name: string | undefined; draft: T | undefined; isLoaded: boolean }

const shownOf = <T>(name: string | undefined): Shown<T> => ({
  name,
  draft: name === undefined ? undefined : parsed<T>(written.get(name)),
  isLoaded: name === undefined || written.has(name),
})

/**
 * What this person has begun to write here and not yet recorded. It is kept in the store, sealed, so that neither a
 * lock nor a crash loses it; nothing of it stays on the page of somebody else.
 * @param objectId undefined for somebody who may not write here: nothing is asked for and nothing kept
 * @returns undefined until the store was asked, then the draft and the way to keep or drop it
 */
export const useKeptDraft = <T>(
  kind: Key['kind'],
  objectId: string | undefined,
): { draft: T | undefined; isLoaded: boolean; keep: (draft: T | undefined) => void } => {
  const { userId } = useMe()
  const name = objectId === undefined ? undefined : `${userId} ${kind} ${objectId}`
  const [latest, setLatest] = useState(() => shownOf<T>(name))
  const shown = latest.name === name ? latest : shownOf<T>(name)
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        keep: async (text) => objectId && (await call('drafts.keep', { kind, objectId, text })),
        drop: async () => objectId && (await call('drafts.drop', { kind, objectId })),
      }),
    [kind, objectId],
  )
  usePendingSave(keeper.flush)
  useEffect(() => {
    if (objectId === undefined || name === undefined) return
    let isHere = true
    const show = () => {
      if (isHere) setLatest({ ...shownOf<T>(name), isLoaded: true })
    }
    // It may have come since this page was drawn, asked for by the one before.
    if (written.has(name)) show()
    else
      void call('drafts.get', { kind, objectId })
        .then(({ text }) => {
          if (isHere && !written.has(name)) written.set(name, text)
        })
        // Without the old draft a new one can be written all the same.
        .catch(() => undefined)
        .finally(show)
    return () => {
      isHere = false
    }
  }, [kind, objectId, name])
  useEffect(() => () => void keeper.flush().catch(() => undefined), [keeper])
  const keep = useCallback(
    (next: T | undefined) => {
      setLatest({ name, draft: next, isLoaded: true })
      if (name === undefined) return
      const text = next === undefined ? undefined : JSON.stringify({ shape, draft: next })
      written.set(name, text)
      keeper.put(text)
    },
    [keeper, name],
  )
  return { draft: shown.draft, isLoaded: shown.isLoaded, keep }
}

/** Another person sits down: nothing that was begun stays in this page's memory. */
export const forgetDrafts = (): void => written.clear()
