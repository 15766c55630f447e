import type { Role } from '../roles.ts'
import type { Actor } from './case-access.ts'

/**
 * Who makes, changes and resets an account of this role.
 * @policy issue 2 §4: the administrator has no case content, so neither becomes nor takes over a head
 */
export const mayManageUser = (actor: Actor, role: Role): boolean =>
  actor.role === 'head' || (actor.role === 'administrator' && role !== 'head')
