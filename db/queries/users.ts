import type { Role } from '../domain/roles.ts'
import type { Connection } from '../open.ts'
import type { Reader } from '../schema.ts'

export type UserRecord = {
  id: string
  name: string
  role: Role
  active: boolean
  createdAt: string
}

export async function listUsers(db: Reader): Promise<UserRecord[]> {
  const rows = await db.selectFrom('users').selectAll().orderBy('created_at').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    active: row.active === 1,
    createdAt: row.created_at,
  }))
}

/** Those who can be given a case, with how many they have in hand. */
export async function listMediators(db: Reader) {
  const rows = await db
    .selectFrom('users as u')
    .leftJoin('cases as c', (join) =>
      join
        .onRef('c.mediator_id', '=', 'u.id')
        .on('c.status', 'in', ['assigned', 'mediating', 'suspended', 'agreed']),
    )
    .where('u.role', '=', 'mediator')
    .where('u.active', '=', 1)
    .select((expression) => ['u.id', 'u.name', expression.fn.count<number>('c.id').as('open')])
    .groupBy(['u.id', 'u.name'])
    .orderBy('u.created_at')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, openCases: Number(row.open) }))
}

/** Name and role as they are now; undefined for whoever was switched off. Asked before every call, so bare. */
export function findActiveUser(connection: Connection, userId: string) {
  const row = connection.get('SELECT name, role FROM users WHERE id = ? AND active = 1', [userId])
  return row && { userId, name: String(row['name']), role: row['role'] as Role }
}
