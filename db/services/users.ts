import { DomainError } from '../domain/errors.ts'
import type { Role } from '../domain/roles.ts'
import type { Tx } from '../schema.ts'

type NamedUser = { id: string; name: string; role: Role }

async function requireFreeName(tx: Tx, user: NamedUser) {
  const namesake = await tx
    .selectFrom('users')
    .select('id')
    .where('name', '=', user.name)
    .where('active', '=', 1)
    .where('id', '<>', user.id)
    .executeTakeFirst()
  if (namesake) throw new DomainError('users.nameTaken', { name: user.name })
}

export async function insertUser(tx: Tx, user: NamedUser, now: string) {
  await requireFreeName(tx, user)
  await tx
    .insertInto('users')
    .values({ ...user, active: 1, created_at: now, updated_at: now })
    .execute()
}

/** @policy A centre keeps at least one active head: nobody else approves, and nobody else makes a head. */
export async function updateUser(tx: Tx, user: NamedUser & { active: boolean }, now: string) {
  const stored = await tx
    .selectFrom('users')
    .selectAll()
    .where('id', '=', user.id)
    .executeTakeFirst()
  if (!stored) throw new DomainError('users.notFound')
  if (user.active) await requireFreeName(tx, user)
  const staysHead = user.active && user.role === 'head'
  if (stored.role === 'head' && stored.active === 1 && !staysHead) {
    const other = await tx
      .selectFrom('users')
      .select('id')
      .where('role', '=', 'head')
      .where('active', '=', 1)
      .where('id', '<>', user.id)
      .executeTakeFirst()
    if (!other) throw new DomainError('users.lastHead')
  }
  await tx
    .updateTable('users')
    .set({ name: user.name, role: user.role, active: user.active ? 1 : 0, updated_at: now })
    .where('id', '=', user.id)
    .execute()
}
