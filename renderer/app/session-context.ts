import { createContext, useContext } from 'react'
import type { CoreLine } from './core-line.ts'

export const SessionContext = createContext<CoreLine | undefined>(undefined)

/** Locking and the state of the line, for the shell. */
export const useSessionLine = (): CoreLine => {
  const line = useContext(SessionContext)
  if (!line) throw new Error('no line here')
  return line
}
