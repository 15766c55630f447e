import { verifyAudit, type AuditHead } from './audit.ts'
import { kyselyOver } from './kysely.ts'
import type { Connection } from './open.ts'
import type { Reader } from './schema.ts'
import type { AnchorAlarm } from './store/anchor.ts'

/**
 * A rule of the record, as SQL or, where digests are made, as a reading of the record. Each row or text that it gives
 * is one breach; it names ids only.
 */
export type StoreCheck =
  | { name: string; sql: string }
  | { name: string; find: (db: Reader) => AsyncIterable<string> }

/** One thing that is not as it must be. Tables, row numbers and ids; no case text. */
export type Finding = { check: string; details: string }

export type VerifyStep = 'integrity' | 'foreignKeys' | 'audit' | 'anchor' | 'checks'

export type VerifyReport = {
  ok: boolean
  findings: Finding[]
  /** Rows per table. */
  counts: Record<string, number>
  audit: AuditHead
}

export type VerifyOptions = {
  connection: Connection
  /** Sub-key `audit-mac`. */
  auditKey: Buffer
  /** What the comparison with the anchor said, where there is an anchor. */
  alarm?: AnchorAlarm | undefined
  checks?: readonly StoreCheck[]
  onStep?: (step: VerifyStep) => void
}

/** A broken file can have thousands; the first ones say enough. */
const mostFindingsPerCheck = 100

const pause = () => new Promise((resume) => setImmediate(resume))

const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`

export const tablesOf = (connection: Connection): string[] =>
  connection
    .all(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY name`,
    )
    .map((row) => String(row['name']))

/** Rows per table, in the order of the tables' names. */
export const countRows = (connection: Connection): Record<string, number> =>
  Object.fromEntries(
    tablesOf(connection).map((name) => [
      name,
      Number(connection.get(`SELECT count(*) AS rows FROM ${quotedName(name)}`)?.['rows']),
    ]),
  )

const describeAlarm = ({ code, ...data }: AnchorAlarm) => `${code} ${JSON.stringify(data)}`

const integrityFindings = async (connection: Connection): Promise<Finding[]> => {
  const findings: Finding[] = []
  // Free pages belong to no table: only the check of the whole file reads them, in one go.
  const wholeFile = Number(connection.get('PRAGMA freelist_count')?.['freelist_count']) > 0
  if (wholeFile) {
    return connection.integrityCheck().map((details) => ({ check: 'integrity', details }))
  }
  for (const table of ['sqlite_schema', ...tablesOf(connection)]) {
    for (const details of connection.integrityCheck(table)) {
      findings.push({ check: 'integrity', details: `${table}: ${details}` })
    }
    await pause()
  }
  return findings
}

const foreignKeyFindings = (connection: Connection): Finding[] =>
  connection.foreignKeyCheck().map(({ table, rowid, parent }) => ({
    check: 'foreignKeys',
    details: `${table} row ${rowid ?? '?'}: no ${parent}`,
  }))

const checkFindings = async (connection: Connection, check: StoreCheck): Promise<Finding[]> => {
  if ('sql' in check)
    return connection
      .all(check.sql)
      .map((row) => ({ check: check.name, details: JSON.stringify(Object.values(row)) }))
  const findings: Finding[] = []
  for await (const details of check.find(kyselyOver(connection))) {
    findings.push({ check: check.name, details })
    if (findings.length === mostFindingsPerCheck) break
  }
  return findings
}

/** Runs a check on a file that may be broken: an error that SQLite throws is a finding too. */
const guarded = async (check: string, run: () => Promise<Finding[]> | Finding[]) => {
  try {
    return (await run()).slice(0, mostFindingsPerCheck)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed'
    return [{ check, details: code }]
  }
}

/**
 * Everything that can be said about a store without knowing its history: the file, the references,
 * the audit chain, the anchor, and the given rules. Lets other work in between its steps.
 */
export const verifyStore = async (options: VerifyOptions): Promise<VerifyReport> => {
  const { connection, auditKey, alarm, checks = [], onStep } = options
  const findings: Finding[] = []
  let audit: AuditHead = { seq: 0, head: '' }
  let counts: Record<string, number> = {}

  onStep?.('integrity')
  findings.push(...(await guarded('integrity', () => integrityFindings(connection))))
  onStep?.('foreignKeys')
  findings.push(...(await guarded('foreignKeys', () => foreignKeyFindings(connection))))
  onStep?.('audit')
  const auditFindings = await guarded('audit', async () => {
    const { seq, head, firstBad } = await verifyAudit(connection, auditKey)
    audit = { seq, head }
    return firstBad ? [{ check: 'audit', details: `row ${firstBad.seq}: ${firstBad.reason}` }] : []
  })
  findings.push(...auditFindings)
  onStep?.('anchor')
  if (alarm) findings.push({ check: 'anchor', details: describeAlarm(alarm) })
  onStep?.('checks')
  for (const check of checks) {
    findings.push(...(await guarded(check.name, () => checkFindings(connection, check))))
    await pause()
  }
  const countFindings = await guarded('counts', () => {
    counts = countRows(connection)
    return []
  })
  findings.push(...countFindings)
  return { ok: findings.length === 0, findings, counts, audit }
}
