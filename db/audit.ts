import type { Connection } from './open.ts'
import type { Tx } from './schema.ts'
import { macOf, sameDigest } from './store/sub-keys.ts'

/** One line of the log: who did what to which record. Identifiers only, no personal data. */
export type AuditEntry = {
  /** UTC instant; for reading only, the order is `seq`. */
  at: string
  actorId: string
  actorRole: string
  operation: string
  objectKind: string
  objectId: string
  result: string
}

/** Where the chain stands: the last row's number and its MAC. Zero and `genesis` when empty. */
export type AuditHead = { seq: number; head: string }

export const genesis = '0'.repeat(64)

const fieldPattern = /^[\x20-\x7e]{0,300}$/

/** Names and case text are not ASCII here, so this also keeps them out of the log. */
const assertPlain = (entry: AuditEntry) => {
  for (const [name, value] of Object.entries(entry)) {
    if (!fieldPattern.test(value)) throw new RangeError(`audit ${name} must be plain ASCII`)
  }
}

const audited = (seq: number, entry: AuditEntry, prev: string) =>
  JSON.stringify([
    'tanxin-audit-v1',
    seq,
    entry.at,
    entry.actorId,
    entry.actorRole,
    entry.operation,
    entry.objectKind,
    entry.objectId,
    entry.result,
    prev,
  ])

/** The row that follows `last`, ready to insert. */
export const nextAuditRow = (key: Buffer, last: AuditHead, entry: AuditEntry) => {
  assertPlain(entry)
  const seq = last.seq + 1
  return {
    seq,
    at: entry.at,
    actor_id: entry.actorId,
    actor_role: entry.actorRole,
    operation: entry.operation,
    object_kind: entry.objectKind,
    object_id: entry.objectId,
    result: entry.result,
    prev: last.head,
    mac: macOf(key, audited(seq, entry, last.head)),
  }
}

/**
 * Adds one line in the caller's transaction. The head is read inside it, never remembered: another
 * process may have written since.
 */
export const appendAudit = async (tx: Tx, key: Buffer, entry: AuditEntry): Promise<AuditHead> => {
  const last = await tx
    .selectFrom('audit_log')
    .select(['seq', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = nextAuditRow(key, { seq: last?.seq ?? 0, head: last?.mac ?? genesis }, entry)
  await tx.insertInto('audit_log').values(row).execute()
  return { seq: row.seq, head: row.mac }
}

/** The same on a bare connection, for the store's own entries. */
export const appendAuditOn = (connection: Connection, key: Buffer, entry: AuditEntry) => {
  const row = nextAuditRow(key, auditHead(connection), entry)
  connection.run(
    `INSERT INTO audit_log (seq, at, actor_id, actor_role, operation, object_kind, object_id,
       result, prev, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    Object.values(row),
  )
  return { seq: row.seq, head: row.mac }
}

export const auditHead = (connection: Connection): AuditHead => {
  const row = connection.get('SELECT seq, mac FROM audit_log ORDER BY seq DESC LIMIT 1')
  return row ? { seq: Number(row['seq']), head: String(row['mac']) } : { seq: 0, head: genesis }
}

export type AuditFault = { seq: number; reason: 'gap' | 'prev' | 'mac' }

export type AuditReport = AuditHead & { rows: number; firstBad?: AuditFault }

const rowsBetweenPauses = 5000

/** Walks the whole chain, letting other work in between, and stops at the first bad row. */
export const verifyAudit = async (connection: Connection, key: Buffer): Promise<AuditReport> => {
  let at: AuditHead = { seq: 0, head: genesis }
  for (;;) {
    const step = verifyFrom(connection, key, at)
    at = step.at
    if (step.fault) return { ...at, rows: at.seq, firstBad: step.fault }
    if (step.rows < rowsBetweenPauses) return { ...at, rows: at.seq }
    await new Promise((resume) => setImmediate(resume))
  }
}

const verifyFrom = (connection: Connection, key: Buffer, from: AuditHead) => {
  let at = from
  let rows = 0
  const found = connection.all('SELECT * FROM audit_log WHERE seq > ? ORDER BY seq LIMIT ?', [
    from.seq,
    rowsBetweenPauses,
  ])
  for (const row of found) {
    const reason = faultIn(key, at, row)
    if (reason) return { at, rows, fault: { seq: Number(row['seq']), reason } }
    at = { seq: Number(row['seq']), head: String(row['mac']) }
    rows += 1
  }
  return { at, rows }
}

const faultIn = (
  key: Buffer,
  before: AuditHead,
  row: Readonly<Record<string, unknown>>,
): AuditFault['reason'] | undefined => {
  const text = (column: string) => String(row[column])
  const seq = Number(row['seq'])
  if (seq !== before.seq + 1) return 'gap'
  if (!sameDigest(text('prev'), before.head)) return 'prev'
  const entry: AuditEntry = {
    at: text('at'),
    actorId: text('actor_id'),
    actorRole: text('actor_role'),
    operation: text('operation'),
    objectKind: text('object_kind'),
    objectId: text('object_id'),
    result: text('result'),
  }
  return sameDigest(text('mac'), macOf(key, audited(seq, entry, before.head))) ? undefined : 'mac'
}
