// A store opened and migrated in a process of its own, to be killed. Arguments: file, key in hex.
import { writeSync } from 'node:fs'
import { migrate } from '#db/migrations/runner.ts'
import { openDatabase } from '#db/open.ts'
import { killedMigrations } from './killed-migrations.ts'

const [file = '', key = ''] = process.argv.slice(2)
const connection = openDatabase({ file, dek: Buffer.from(key, 'hex'), mode: 'open' })
writeSync(1, 'ready\n')
await migrate({ connection, migrations: killedMigrations, now: '2026-11-22T03:15:04.123Z' })
connection.close()
writeSync(1, 'done\n')
