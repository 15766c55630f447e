import type { Connection } from '../open.ts'
import type { Database, Row } from '../schema.ts'

type Table = keyof Database & string

/**
 * The tables of a case, parents before children. Rows of a later lane are written after everything of an earlier
 * one: lines freeze with their session, clauses with their agreement, so each ends before the next begins.
 */
export const lanes = ['case', 'session1', 'session2', 'agreement1', 'agreement2', 'papers'] as const
export type Lane = (typeof lanes)[number]

const tablesInOrder: readonly Table[] = [
  'cases',
  'parties',
  'representatives',
  'case_events',
  'sessions',
  'session_parts',
  'attendees',
  'entries',
  'agreements',
  'clauses',
  'instalments',
  'agreement_reviews',
  'paper_outputs',
  'signatures',
  'strengthenings',
  'obligations',
  'performances',
]

/** Takes down what a batch consists of; `flush` writes it, many rows with each statement. */
export type RowWriter = {
  insert<T extends Table>(lane: Lane, table: T, row: Row<T>): void
  /** Runs after the rows of its lane. */
  update(lane: Lane, sql: string, values: readonly (string | number | null)[]): void
  flush(): void
}

type Waiting = {
  rows: Map<Table, Readonly<Record<string, unknown>>[]>
  updates: { sql: string; values: readonly (string | number | null)[] }[]
}

/** One statement for many rows saves opening tables and building its checks for each. */
const rowsPerStatement = 40

const emptyLane = (): Waiting => ({ rows: new Map(), updates: [] })

export function rowWriter(connection: Connection): RowWriter {
  const waiting = new Map<Lane, Waiting>()
  const inLane = (lane: Lane): Waiting => {
    const known = waiting.get(lane) ?? emptyLane()
    waiting.set(lane, known)
    return known
  }
  return {
    insert(lane, table, row) {
      const { rows } = inLane(lane)
      const list = rows.get(table)
      if (list) list.push(row)
      else rows.set(table, [row])
    },
    update: (lane, sql, values) => void inLane(lane).updates.push({ sql, values }),
    flush() {
      for (const lane of lanes) {
        const { rows, updates } = inLane(lane)
        for (const table of tablesInOrder) insertRows(connection, table, rows.get(table) ?? [])
        for (const { sql, values } of updates) connection.run(sql, values)
      }
      waiting.clear()
    },
  }
}

function insertRows(
  connection: Connection,
  table: Table,
  rows: readonly Readonly<Record<string, unknown>>[],
) {
  if (rows.length === 0) return
  const columns = connection
    .all('SELECT name FROM pragma_table_info(?)', [table])
    .map((row) => String(row['name']))
  const marks = `(${columns.map(() => '?').join(', ')})`
  const insertOf = (count: number) =>
    connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: count }, () => marks).join(', ')}`,
    )
  const many = insertOf(rowsPerStatement)
  const one = insertOf(1)
  let values: unknown[] = []
  for (const [index, row] of rows.entries()) {
    for (const column of columns) values.push(row[column])
    const isRest = index >= rows.length - (rows.length % rowsPerStatement)
    if (!isRest && values.length < rowsPerStatement * columns.length) continue
    const statement = isRest ? one : many
    statement.run(values)
    values = []
  }
}
