import { v7 as uuid } from 'uuid'
import type { users as contract } from '#contract/users.ts'
import { DomainError } from '#db/domain/errors.ts'
import { listUsers } from '#db/queries/users.ts'
import { insertUser, updateUser } from '#db/services/users.ts'
import type { Handlers, TaskContext } from './context.ts'

function keyring(context: TaskContext) {
  context.actor()
  if (!context.core.store) throw new DomainError('store.locked')
  return context.core.store.keyring
}

export const users: Handlers<typeof contract> = {
  list: ({ db }) => listUsers(db),
  /** The row first, then the key slot: a row without a slot cannot sign in, and says so when reset. */
  async create(context, { name, role, password }) {
    const ring = keyring(context)
    const id = uuid()
    await context.write({ kind: 'user', id }, (tx) =>
      insertUser(tx, { id, name: name.trim(), role }, context.now),
    )
    await ring.put({ userId: id, userName: name.trim(), role }, password)
    return { id }
  },
  async update(context, { id, name, role, active }) {
    const ring = keyring(context)
    await context.write({ kind: 'user', id }, (tx) =>
      updateUser(tx, { id, name: name.trim(), role, active }, context.now),
    )
    const hasSlot = ring.list().some(({ userId }) => userId === id)
    if (!active && hasSlot) ring.remove(id)
    if (active && hasSlot) ring.describe({ userId: id, userName: name.trim(), role })
    return {}
  },
  async resetPassword(context, { id, newPassword }) {
    const ring = keyring(context)
    const user = await context.read(async (db) =>
      (await listUsers(db)).find((each) => each.id === id),
    )
    if (!user) throw new DomainError('users.notFound')
    if (!user.active) throw new DomainError('users.disabled')
    await context.write({ kind: 'user', id }, () => Promise.resolve())
    await ring.put({ userId: id, userName: user.name, role: user.role }, newPassword)
    return {}
  },
}
