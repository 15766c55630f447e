import { z } from 'zod'
import { managers, nothing, query, task } from './operation.ts'
import { filledLine, id, instant, password, role } from './values.ts'

const user = z.object({ id, name: z.string(), role, active: z.boolean(), createdAt: instant })
export type User = z.infer<typeof user>

/** Tasks, not commands: each writes a key slot beside the store before its row. */
export const users = {
  list: query({ allow: 'signedIn', input: nothing, output: z.array(user) }),
  create: task({
    allow: managers,
    touches: ['users', 'store'],
    input: z.strictObject({ name: filledLine(30), role, password }),
    output: z.object({ id }),
  }),
  update: task({
    allow: managers,
    touches: ['users', 'store'],
    input: z.strictObject({ id, name: filledLine(30), role, active: z.boolean() }),
    output: nothing,
  }),
  resetPassword: task({
    allow: managers,
    touches: ['users'],
    input: z.strictObject({ id, newPassword: password }),
    output: nothing,
  }),
}
