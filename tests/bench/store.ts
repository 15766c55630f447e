import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { v7 as uuid } from 'uuid'
import { kyselyOver } from '#db/kysely.ts'
import type { Connection } from '#db/open.ts'
import { listCaseRows } from '#db/queries/cases.ts'
import { seedCases } from '#db/services/seed.ts'
import { createRouter } from '#ipc/router.ts'
import type { Client, CommandLine } from '../../electron/cli/session.ts'
import { insertOnly } from './copy-rows.ts'
import { inTurn, percentile, type Line } from './measure.ts'

const seedCount = 4000
const ms = (time: number) => `${time.toFixed(2)} ms`

function storeOf({ core }: CommandLine) {
  if (!core.store) throw new Error('the store is open')
  return core.store
}

/** P12: cases a second against nothing but the inserts of the same rows. */
async function seedRate(line: CommandLine, folder: string): Promise<Line> {
  const store = storeOf(line)
  const { actor } = line.connection
  if (!actor) throw new Error('somebody is signed in')
  const begun = performance.now()
  await seedCases(store, {
    count: seedCount,
    seed: 1,
    now: line.core.clock.now(),
    actor: { id: actor.userId, name: actor.name, role: actor.role },
  })
  const seconds = (performance.now() - begun) / 1000
  const floor = await insertOnly(folder, store.connection, 80_000)
  const rate = seedCount / seconds
  return {
    id: 'P12',
    what: `seed, ${seedCount} cases with all indexes`,
    measured: `${rate.toFixed(0)} cases/s (100,000 in ${((seconds * 100_000) / seedCount).toFixed(0)} s)`,
    floor: `same rows inserted ${(seedCount / floor).toFixed(0)} cases/s`,
    ratio: seconds / floor,
    goal: '>= 833 cases/s, wished 1,500',
    holds: rate >= 100_000 / 120,
  }
}

/** P5: a whole command against a bare durable commit of one row. */
async function commandTime(line: CommandLine, caseId: string): Promise<Line> {
  const { connection } = storeOf(line)
  const actorId = line.connection.actor?.userId ?? ''
  const insert = `INSERT INTO case_events (id, case_id, at, actor_id, kind, from_status, to_status, details)
    VALUES (?, ?, ?, ?, 'note', NULL, NULL, '{"text":"x"}')`
  const [command, commit] = await inTurn(
    400,
    () => line.client.cases.addNote({ caseId, kind: 'note', text: 'x' }),
    () =>
      connection.transact(() =>
        connection.run(insert, [uuid(), caseId, line.core.clock.now(), actorId]),
      ),
  )
  const [half, floor] = [percentile(command, 0.5), percentile(commit, 0.5)]
  const worst = percentile(command, 0.99)
  return {
    id: 'P5',
    what: 'command: validate, permit, transaction, audit, reply',
    measured: `p50 ${ms(half)}, p99 ${ms(worst)}`,
    floor: `durable commit ${ms(floor)}`,
    ratio: half / floor,
    goal: '<= 1.5x, p99 <= 30 ms',
    holds: half / floor <= 1.5 && worst <= 30,
  }
}

/** P6: 50 rows of the list through a message port against the port and the same SQL by themselves. */
async function queryTime(line: CommandLine): Promise<Line> {
  const { connection } = storeOf(line)
  const door = new MessageChannel()
  new RPCHandler(createRouter()).upgrade(door.port1, {
    context: { core: line.core, connection: line.connection },
  })
  const client = createORPCClient(new RPCLink({ port: door.port2 })) as Client
  const ask = () => client.cases.list({ view: 'all', limit: 50 })
  const payload = JSON.stringify(await ask())
  const echo = echoOver(payload)
  const { sql, parameters } = await sqlOfPage(line)
  const [query, floor] = await inTurn(200, ask, async () => {
    await echo.roundTrip()
    connection.all(sql, parameters)
  })
  echo.close()
  door.port1.close()
  door.port2.close()
  const ratio = percentile(query, 0.5) / percentile(floor, 0.5)
  return {
    id: 'P6',
    what: `query of 50 rows through a port, ${seedCount} cases`,
    measured: `p50 ${ms(percentile(query, 0.5))}, p99 ${ms(percentile(query, 0.99))}`,
    floor: `port and same SQL ${ms(percentile(floor, 0.5))}`,
    ratio,
    goal: '<= 3x',
    holds: ratio <= 3,
  }
}

/** What the list asks of SQLite, taken down by a connection that answers nothing. */
async function sqlOfPage({ connection }: CommandLine) {
  const { actor } = connection
  if (!actor) throw new Error('somebody is signed in')
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const listening = {
    prepare: (sql: string) => ({
      reader: true,
      all: (parameters: readonly unknown[]) => {
        asked.push({ sql, parameters })
        return []
      },
    }),
  }
  await listCaseRows(kyselyOver(listening as unknown as Connection), actor, {
    view: 'all',
    limit: 50,
  })
  const [only] = asked
  if (!only || asked.length !== 1) throw new Error('the list is one question')
  return only
}

/** A port that sends the same answer back, as text, to whatever is asked. */
function echoOver(payload: string) {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', () => {
    port1.postMessage(payload)
  })
  return {
    roundTrip: () =>
      new Promise<unknown>((resolve) => {
        port2.once('message', (text: string) => {
          resolve(JSON.parse(text))
        })
        port2.postMessage('ask')
      }),
    close: () => {
      port1.close()
      port2.close()
    },
  }
}

/** P5, P6 and P12 on a store of its own. */
export async function storeLines(line: CommandLine, folder: string): Promise<Line[]> {
  const seeded = await seedRate(line, folder)
  const { items } = await line.client.cases.list({ view: 'all', limit: 1 })
  const command = await commandTime(line, items[0]?.id ?? '')
  return [command, await queryTime(line), seeded]
}
