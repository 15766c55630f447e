import type { Connection } from '../open.ts'
import type { Database, Row } from '../schema.ts'

/** Inserts whole rows by prepared statements, several times faster than built queries. */
export type RowWriter = {
  insert<T extends keyof Database & string>(table: T, row: Row<T>): void
  run(sql: string, values: readonly (string | number)[]): void
}

type Insert = { columns: string[]; run: (values: readonly unknown[]) => unknown }

export function rowWriter(connection: Connection): RowWriter {
  const inserts = new Map<string, Insert>()
  const prepare = (table: string): Insert => {
    const columns = connection
      .all('SELECT name FROM pragma_table_info(?)', [table])
      .map((row) => String(row['name']))
    const marks = columns.map(() => '?').join(', ')
    const statement = connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
    )
    const made = { columns, run: statement.run }
    inserts.set(table, made)
    return made
  }
  return {
    insert(table, row) {
      const { columns, run } = inserts.get(table) ?? prepare(table)
      const values: Readonly<Record<string, unknown>> = row
      run(columns.map((column) => values[column]))
    },
    run: (sql, values) => void connection.run(sql, values),
  }
}
