import { useEffect, useRef } from 'react'

type Save = () => Promise<unknown>

const savers = new Set<Save>()

/** @returns the function that takes it away again. */
export const addPendingSave = (save: Save): (() => void) => {
  savers.add(save)
  return () => {
    savers.delete(save)
  }
}

/**
 * Called before the page locks, changes user or is asked to save: sends what was typed and is not yet
 * in the store. For every screen that saves by itself after a pause.
 */
export const usePendingSave = (save: Save): void => {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => addPendingSave(() => latest.current()), [])
}

/** True when everything is in the store. */
export const savePending = async (): Promise<boolean> => {
  const results = await Promise.allSettled([...savers].map((save) => save()))
  return results.every((result) => result.status === 'fulfilled')
}
