import { parseArgs } from 'node:util'
import { typingDrill } from './typing.ts'

/** Drills by name: each tells on stdout what it measured and answers whether the promise held. */
const drills: Record<string, (kills: number) => Promise<boolean>> = { typing: typingDrill }

const { values, positionals } = parseArgs({
  options: { kills: { type: 'string', default: '50' } },
  allowPositionals: true,
})
const drill = drills[positionals[0] ?? '']
const kills = Number(values.kills)
if (!drill || !Number.isSafeInteger(kills) || kills < 1) {
  process.stderr.write(`drill NAME [--kills N], NAME one of ${Object.keys(drills).join(', ')}\n`)
  process.exitCode = 2
} else {
  process.exitCode = (await drill(kills)) ? 0 : 1
}
