import type { Role } from '../domain/roles.ts'

export type SettingsTable = { key: string; value: string; updated_at: string }

export type UsersTable = {
  id: string
  name: string
  role: Role
  active: number
  created_at: string
  updated_at: string
}

export type NumberSequencesTable = { kind: 'case' | 'agreement'; year: number; last: number }

export type AuditLogTable = {
  seq: number
  at: string
  actor_id: string
  actor_role: string
  operation: string
  object_kind: string
  object_id: string
  result: string
  prev: string
  mac: string
}

export type MigrationsTable = { id: number; name: string; checksum: string; applied_at: string }
