import { useEffect } from 'react'
import { call } from '../lib/ask.ts'
import { hrefOf } from '../lib/navigation.ts'
import type { createAppRouter } from './routes.tsx'

type Router = ReturnType<typeof createAppRouter>

const isAtHome = (router: Router): boolean => router.history.location.pathname === '/'

/** Once per sign-in: who was writing when the app ended by itself comes back to that room. */
export const useWayBack = (router: Router): void => {
  useEffect(() => {
    if (!isAtHome(router)) return undefined
    let isHere = true
    call('sessions.whereIWas', {}).then(
      ({ sessionId }) => {
        // Who went elsewhere in the meantime stays there
        if (isHere && sessionId !== undefined && isAtHome(router))
          router.history.push(hrefOf({ to: 'session', sessionId }))
      },
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [router])
}
