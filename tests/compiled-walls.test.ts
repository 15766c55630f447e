import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectFolder } from '#tests/support/architecture.ts'

const compiler = createRequire(import.meta.url).resolve('typescript/package.json')
const tsc = join(dirname(compiler), 'bin', 'tsc')

/** The real configuration files over a house with one small file in each room. */
const configurations = [
  'package.json',
  'tsconfig.json',
  'db/tsconfig.json',
  'db/domain/tsconfig.json',
  'electron/tsconfig.json',
  'electron/contract/tsconfig.json',
  'electron/runtime/tsconfig.json',
  'renderer/tsconfig.json',
]
const good: Readonly<Record<string, string>> = {
  'db/domain/rule.ts': `export const rule = (fen: number) => fen * 2\n`,
  'db/queries/cases.ts': `import { readFileSync } from 'node:fs'
import { rule } from '../domain/rule.ts'
export const cases = () => rule(readFileSync('x').length)\n`,
  'electron/contract/cases.ts': `import { rule } from '#db/domain/rule.ts'
export const asked = rule(1)\n`,
  'electron/runtime/paths.mjs': `export const folder = 'out'\n`,
  'electron/ipc/cases.ts': `import { cases } from '#db/queries/cases.ts'
import { asked } from '#contract/cases.ts'
export const answer = () => cases() + asked\n`,
  'renderer/lib/page.ts': `import { rule } from '#db/domain/rule.ts'
import { asked } from '#contract/cases.ts'
export const title = () => (document.title = String(rule(asked)))\n`,
}

function house(planted: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tanxin-walls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of configurations) cpSync(join(projectFolder, name), join(folder, name))
  for (const [name, text] of Object.entries({ ...good, ...planted })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const compile = (folder: string, room: string) =>
  new Promise<string>((resolve) => {
    const args = [tsc, '-b', room, '--pretty', 'false']
    execFile(process.execPath, args, { cwd: folder }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    )
  })

/** The errors of the planted file; what it drags in has errors of its own. */
async function errorsOf(room: string, path: string, text: string): Promise<string[]> {
  const output = await compile(house({ [path]: text }), room)
  const errors = output.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)
  return [...errors].filter((error) => error[1] === path).map((error) => error[2] ?? '')
}

/** Not in this project's files. */
const wall = 'TS6307'

describe('the walls of the compiler', () => {
  it('let good code through', { timeout: 60_000 }, async () => {
    const folder = house()
    expect(await compile(folder, 'electron')).toBe('')
    expect(await compile(folder, 'renderer')).toBe('')
  })

  const imported = (specifier: string) =>
    `import * as planted from '${specifier}'\nexport { planted }\n`
  const planted: [what: string, room: string, path: string, text: string][] = [
    ['SQL from the page', 'renderer', 'renderer/lib/planted.ts', imported('#db/queries/cases.ts')],
    ['handlers from the page', 'renderer', 'renderer/lib/planted.ts', imported('#ipc/cases.ts')],
    ['Node in the page', 'renderer', 'renderer/lib/planted.ts', imported('node:fs')],
    [
      'the page in the law',
      'db/domain',
      'db/domain/planted.ts',
      'export const x = document.title\n',
    ],
    [
      'the console in the law',
      'db/domain',
      'db/domain/planted.ts',
      `export const x = () => console.log(1)\n`,
    ],
    ['Node in the law', 'db/domain', 'db/domain/planted.ts', imported('node:fs')],
    ['SQL from the law', 'db/domain', 'db/domain/planted.ts', imported('../queries/cases.ts')],
    [
      'Node in the contract',
      'electron/contract',
      'electron/contract/planted.ts',
      imported('node:fs'),
    ],
    [
      'SQL from the contract',
      'electron/contract',
      'electron/contract/planted.ts',
      imported('#db/queries/cases.ts'),
    ],
    ['the door from the record', 'db', 'db/queries/planted.ts', imported('#contract/cases.ts')],
    ['the page in the record', 'db', 'db/queries/planted.ts', 'export const x = document.title\n'],
    [
      'the page from behind the door',
      'electron',
      'electron/ipc/planted.ts',
      imported('../../renderer/lib/page.ts'),
    ],
  ]
  it.each(planted)('refuse %s', { timeout: 60_000 }, async (_what, room, path, text) => {
    const errors = await errorsOf(room, path, text)
    if (/'[#.]/.test(text)) expect(errors).toContain(wall)
    else expect(errors).not.toEqual([])
  })
})
