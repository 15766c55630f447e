import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../db/domain/', import.meta.url)
const rooms = [
  'access',
  'agreement',
  'agreement/lint',
  'case',
  'clocks',
  'consultation',
  'deadline',
  'dossier',
  'duty',
  'labour',
  'offer',
  'performance',
  'rota',
  'session',
  'strengthening',
  'visits',
]
const sources = rooms.flatMap((room) =>
  readdirSync(new URL(`${room}/`, root))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      file: `${room}/${name}`,
      text: readFileSync(new URL(`${room}/${name}`, root), 'utf8'),
    })),
)

/** Exported functions with the text that stands right before them. */
const rules = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/^export const (\w+) = (?:<[^>]*>)?\(/gm)].map((match) => ({
    name: `${file} ${match[1]}`,
    doc: /\/\*\*((?!\*\/)[\s\S])*\*\/\s*$/.exec(text.slice(0, match.index))?.[0] ?? '',
  })),
)

describe('rules of the domain', () => {
  it('each name their source of law or say that they are house practice', () => {
    expect(rules.length).toBeGreaterThan(30)
    expect(rules.filter(({ doc }) => !/@(law|policy) /.test(doc)).map(({ name }) => name)).toEqual(
      [],
    )
  })
})
