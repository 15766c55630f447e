import { createContext, useContext } from 'react'
import type { Me } from '#contract/store.ts'
import type { Role } from '#db/domain/roles.ts'

export type { Me }

/** Set by the shell for everything that is shown after signing in. */
export const MeContext = createContext<Me | undefined>(undefined)

/** @throws Error outside the signed-in part of the page. */
export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

export const hasRole = (me: Me, ...roles: readonly Role[]): boolean => roles.includes(me.role)
