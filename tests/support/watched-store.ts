import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { contract } from '#contract/index.ts'
import type { OperationMeta } from '#contract/operation.ts'
import { tablesOf } from '#db/verify.ts'
import type { Centre, Client } from './centre.ts'

const plain = (value: unknown) =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value

/** Every row of every table, as text. */
export function wholeStore(centre: Centre): Record<string, string[]> {
  const { connection } = centre.store()
  return Object.fromEntries(
    tablesOf(connection).map((table) => [
      table,
      connection
        .all(`SELECT * FROM ${table}`)
        .map((row) => JSON.stringify(Object.values(row).map(plain))),
    ]),
  )
}

export const auditRows = (centre: Centre) =>
  centre
    .store()
    .connection.all('SELECT operation, object_kind, object_id FROM audit_log ORDER BY seq')
    .map((row) => ({
      operation: String(row['operation']),
      kind: String(row['object_kind']),
      id: String(row['object_id']),
    }))

type AnyCall = (input: unknown) => Promise<unknown>
const operationsOf = contract as unknown as Record<
  string,
  Record<string, { '~orpc': { meta: OperationMeta } }>
>

/** All operations of one kind, as `slice.verb`. */
export const operationNames = (kind: OperationMeta['kind']): string[] =>
  Object.entries(operationsOf).flatMap(([slice, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation['~orpc'].meta.kind === kind)
      .map(([verb]) => `${slice}.${verb}`),
  )

/**
 * A client whose every call is checked against the store: a query leaves all rows as they were, a command that is
 * answered has written one audit row under its own name, one that is refused has written nothing at all.
 */
export function watched(centre: Centre, client: Client, seen: Set<string>): Client {
  const watch =
    (name: string, { kind, logged }: OperationMeta, call: AnyCall) =>
    async (input: unknown) => {
      const before = wholeStore(centre)
      let output: unknown
      try {
        output = await call(input)
      } catch (error) {
        expect(wholeStore(centre), `${name} was refused and wrote`).toEqual(before)
        throw error
      }
      if (kind === 'query') expect(wholeStore(centre), `${name} is a query`).toEqual(before)
      if (kind === 'command') {
        const written = auditRows(centre).slice(before['audit_log']?.length ?? 0)
        expect(written.map(({ operation }) => operation)).toEqual(logged ? [name] : [])
      }
      seen.add(name)
      return output
    }
  return new Proxy(client, {
    get: (slices, slice: string) =>
      new Proxy(slices[slice as keyof Client], {
        get: (calls, verb: string) => {
          const meta = operationsOf[slice]?.[verb]?.['~orpc'].meta
          const call = (calls as unknown as Record<string, AnyCall>)[verb]
          if (!meta || !call) throw new Error(`no ${slice}.${verb}`)
          return watch(`${slice}.${verb}`, meta, call)
        },
      }),
  })
}
