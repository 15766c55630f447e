import { useCallback, useEffect, useState } from 'react'
import { useMe } from '../../lib/me.ts'
import { isAddressHere } from './use-notebook.ts'

// A lock while both sides look on must not bring the mediator's own view back before their eyes.
const turnedRooms = new Set<string>()

/** Whether the screen shows only what both sides may see; walking out of the room turns it back. */
export const useTurned = (sessionId: string): [boolean, (isTurned: boolean) => void] => {
  const key = `${useMe().userId} ${sessionId}`
  const [isTurned, setIsTurned] = useState(() => turnedRooms.has(key))
  const turn = useCallback(
    (next: boolean) => {
      if (next) turnedRooms.add(key)
      else turnedRooms.delete(key)
      setIsTurned(next)
    },
    [key],
  )
  useEffect(
    () => () => {
      if (!isAddressHere(sessionId)) turnedRooms.delete(key)
    },
    [key, sessionId],
  )
  return [isTurned, turn]
}
