import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tablesOf } from '#db/verify.ts'
import type { Centre, Client } from './centre.ts'
import { sampleInputs } from './sample-inputs.ts'
import { nowhere } from './nowhere.ts'
import { operationNames } from './watched-store.ts'

/** A mark in every form in which it could lie about: as text, as JSON escapes it, as base64, as hex. */
export const tracesOf = (mark: string): string[] => {
  const bytes = Buffer.from(mark, 'utf8')
  // Base64 of the mark at any offset: the characters that do not depend on what stands before or after.
  const shifted = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(offset === 0 ? 0 : 4, -4),
  )
  const escaped = [...mark]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
  return [mark, encodeURIComponent(mark), bytes.toString('hex'), escaped, ...shifted]
}

export const holds = (text: string, mark: string): boolean =>
  tracesOf(mark).some((trace) => text.includes(trace))

const asText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)

/** Every column of every row of the opened store, bytes read as text. */
export const dumpOf = (centre: Centre): string => {
  const { connection } = centre.store()
  return tablesOf(connection)
    .flatMap((table) =>
      connection
        .all(`SELECT * FROM ${table}`)
        .map((row) => `${table} ${Object.values(row).map(asText).join('|')}`),
    )
    .join('\n')
}

/** Every file below a folder, bytes read as text. */
export const filesBelow = (folder: string): { name: string; text: string }[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesBelow(path)
    return [{ name, text: readFileSync(path).toString('utf8') }]
  })

type Call = (input: unknown) => Promise<unknown>
export type Asked = { name: string; input: string; answered: boolean; text: string }

/** Asks every query of the contract with each of these ids in the place of every id; answers and refusals as text. */
export async function askEverything(
  client: Client,
  ids: readonly string[],
  more: Readonly<Record<string, readonly unknown[]>> = {},
): Promise<Asked[]> {
  const samples = sampleInputs as unknown as Record<string, Record<string, unknown>>
  const asked: Asked[] = []
  for (const name of operationNames('query')) {
    const [slice = '', verb = ''] = name.split('.')
    const call = (client as unknown as Record<string, Record<string, Call>>)[slice]?.[verb]
    if (!call) throw new Error(`no ${name}`)
    const sample = JSON.stringify(samples[slice]?.[verb])
    const inputs = new Set(ids.map((id) => sample.replaceAll(nowhere, id)))
    for (const extra of more[name] ?? []) inputs.add(JSON.stringify(extra))
    for (const input of inputs) {
      const outcome = await call(JSON.parse(input)).then(
        (output) => ({ answered: true, text: JSON.stringify(output) }),
        (error: { message: string; data: unknown }) => ({
          answered: false,
          text: `${error.message} ${JSON.stringify(error.data)}`,
        }),
      )
      asked.push({ name, input, ...outcome })
    }
  }
  return asked
}
