import type { Migration } from '#db/migrations/runner.ts'

export const rowCount = 20_000

/** Two steps: a filled table, then changes of structure and data large enough to be caught amid. */
export const killedMigrations: readonly Migration[] = [
  {
    id: 1,
    name: 'fill',
    up(db) {
      db.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
      db.run(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO people (name) SELECT 'name ' || i FROM n`,
        [rowCount],
      )
    },
  },
  {
    id: 2,
    name: 'reshape',
    up(db) {
      db.exec('ALTER TABLE people ADD COLUMN short TEXT')
      db.exec('CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT')
      db.run('INSERT INTO names SELECT id, name FROM people')
      db.exec('CREATE INDEX names_name ON names (name)')
      db.run('UPDATE people SET short = substr(name, 6)')
      db.exec('ALTER TABLE people ADD COLUMN note TEXT')
      db.run("UPDATE people SET note = name || ' ' || short")
    },
  },
]
