import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { newPress } from '../../electron/cli/press.ts'
import { commandLine, type CommandLine } from '../../electron/cli/session.ts'
import { tableOf, type Line } from './measure.ts'
import { paperLines } from './papers.ts'
import { rotaLines } from './rota.ts'
import { storeLines } from './store.ts'

/** `npm run bench -- papers` measures one of them alone. */
const benches: Record<string, (line: CommandLine, folder: string) => Promise<Line[]>> = {
  store: storeLines,
  papers: paperLines,
}

/** These need no store. */
const storeless: Record<string, () => Promise<Line[]>> = { rota: rotaLines }

const body = {
  fullName: '云溪镇人民调解委员会',
  shortName: '云人调',
  sealName: '云溪镇人民调解委员会',
  address: '',
  phone: '',
  region: '',
  letterhead: '',
  committeeKind: 'town' as const,
}

async function linesOf(name: string): Promise<Line[]> {
  const alone = storeless[name]
  if (alone) return await alone()
  const folder = mkdtempSync(join(tmpdir(), 'tanxin-bench-'))
  const press = newPress()
  const line = commandLine(join(folder, 'store'), {}, press)
  try {
    await line.client.store.create({ body, userName: '林主任', password: uuid(), practice: true })
    return (await benches[name]?.(line, folder)) ?? []
  } finally {
    await line.close()
    await press.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main(wanted: readonly string[]) {
  const known = [...Object.keys(benches), ...Object.keys(storeless)]
  const unknown = wanted.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`no bench ${unknown.join(', ')}; there are ${known.join(', ')}`)
  const lines: Line[] = []
  for (const name of known.filter((each) => wanted.length === 0 || wanted.includes(each)))
    lines.push(...(await linesOf(name)))
  process.stdout.write(`${tableOf(lines)}\n`)
}

await main(process.argv.slice(2))
