import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './shell.tsx'
import { UnknownPage } from './unknown-page.tsx'

export const root = createRootRoute({ component: Shell, notFoundComponent: UnknownPage })
