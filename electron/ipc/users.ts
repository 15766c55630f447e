import { v7 as uuid } from 'uuid'
import type { users as contract } from '#contract/users.ts'
import { mayManageUser } from '#db/domain/access/user-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import type { Role } from '#db/domain/roles.ts'
import { listUsers } from '#db/queries/users.ts'
import { insertUser, updateUser } from '#db/services/users.ts'
import type { Handlers, TaskContext } from './context.ts'

function keyring(context: TaskContext) {
  context.actor()
  if (!context.core.store) throw new DomainError('store.locked')
  return context.core.store.keyring
}

/** @throws DomainError users.notPermitted when one of these roles is not this actor's to manage */
function requireMayManage(context: TaskContext, ...roles: Role[]) {
  const actor = context.actor()
  if (!roles.every((role) => mayManageUser(actor, role)))
    throw new DomainError('users.notPermitted')
}

const find = (context: TaskContext, id: string) =>
  context.read(async (db) => (await listUsers(db)).find((each) => each.id === id))

export const users: Handlers<typeof contract> = {
  list: ({ db }) => listUsers(db),
  /** The row first, then the key slot: a row without a slot cannot sign in, and says so when reset. */
  async create(context, { name, role, password }) {
    const ring = keyring(context)
    requireMayManage(context, role)
    const id = uuid()
    await context.write({ kind: 'user', id }, (tx) =>
      insertUser(tx, { id, name: name.trim(), role }, context.now),
    )
    await ring.put({ userId: id, userName: name.trim(), role }, password)
    return { id }
  },
  async update(context, { id, name, role, active }) {
    const ring = keyring(context)
    const stored = await find(context, id)
    if (!stored) throw new DomainError('users.notFound')
    requireMayManage(context, stored.role, role)
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
    const user = await find(context, id)
    if (!user) throw new DomainError('users.notFound')
    requireMayManage(context, user.role)
    if (!user.active) throw new DomainError('users.disabled')
    await context.write({ kind: 'user', id }, () => Promise.resolve())
    await ring.put({ userId: id, userName: user.name, role: user.role }, newPassword)
    return {}
  },
}
