import { describe, expect, it } from 'vitest'
import { textOfCode } from '../renderer/lib/error-text/index.ts'
import { allErrorCodes, storeErrorCodes } from '#db/domain/errors.ts'
import {
  barrelFaults,
  defaultExportFaults,
  electronImporters,
  importFaults,
  lengthFaults,
  nameFaults,
  roomOf,
  sourceFiles,
  specifiersOf,
} from '#tests/support/architecture.ts'

const files = sourceFiles()
const paths = files.map(({ path }) => path)

describe('the house', () => {
  it('is read whole: every room has files in it', () => {
    const rooms = new Set(paths.map(roomOf))
    const expected = [
      'db/domain',
      'db',
      'electron/contract',
      'electron/ipc',
      'electron/documents',
      'electron/core',
      'electron/cli',
      'electron/main',
      'electron/preload',
      'electron/runtime',
      'electron/packaging',
      'renderer/ui',
      'renderer/lib',
      'renderer/app',
      'renderer/features/cases',
    ]
    expect(expected.filter((room) => !rooms.has(room))).toEqual([])
    expect(
      paths.filter((path) => roomOf(path) === undefined && !/^tests\/|^[^/]+$/.test(path)),
    ).toEqual([])
  })

  it('has no import that walks through a wall', () => {
    expect(importFaults(files)).toEqual([])
    expect(files.flatMap(specifiersOf).length).toBeGreaterThan(500)
  })

  it('knows Electron in main and preload only', () => {
    const rooms = new Set(electronImporters(files).map(roomOf))
    expect([...rooms].toSorted()).toEqual(['electron/main', 'electron/preload'])
  })

  it('names its files in kebab-case', () => {
    expect(nameFaults(files)).toEqual([])
  })

  it('exports by name, and not through barrels', () => {
    expect(defaultExportFaults(files)).toEqual([])
    expect(barrelFaults(files)).toEqual([])
  })

  it('keeps its files readable', () => {
    expect(lengthFaults(files)).toEqual([])
  })

  it('has words for every error code', () => {
    const codes: readonly string[] = [...allErrorCodes, ...storeErrorCodes]
    const untold = codes.filter((code) => textOfCode(code, {}).includes(code))
    expect(untold).toEqual([])
    expect(textOfCode('no.such-code', {})).toContain('no.such-code')
  })

  it('gives every error code once, as slice and reason', () => {
    expect(new Set(allErrorCodes).size).toBe(allErrorCodes.length)
    expect(allErrorCodes.filter((code) => !/^[a-z][a-zA-Z]*\.[a-zA-Z]+$/.test(code))).toEqual([])
  })

  it('names no place of the machine that it was written on', () => {
    const places = new RegExp(`${['/wo', 'rk/'].join('')}|${['/ro', 'ot/'].join('')}`)
    expect(files.filter(({ text }) => places.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('the checker', () => {
  const planted: [path: string, specifier: string][] = [
    ['renderer/features/cases/planted.ts', '#db/queries/cases.ts'],
    ['renderer/features/cases/planted.ts', '../../../db/services/cases.ts'],
    ['renderer/features/cases/planted.ts', '../sessions/session-room.tsx'],
    ['renderer/features/cases/planted.ts', '../../app/routes.tsx'],
    ['renderer/features/cases/planted.ts', 'antd'],
    ['renderer/features/cases/planted.ts', 'node:fs'],
    ['renderer/features/cases/planted.ts', '@orpc/server'],
    ['renderer/ui/planted.tsx', '../features/cases/case-screen.tsx'],
    ['renderer/ui/planted.tsx', 'electron'],
    ['renderer/lib/planted.ts', '../ui/button.tsx'],
    ['renderer/app/planted.ts', '#ipc/router.ts'],
    ['db/domain/planted.ts', '../queries/cases.ts'],
    ['db/domain/planted.ts', 'node:fs'],
    ['db/domain/planted.ts', 'zod'],
    ['db/queries/planted.ts', '#contract/cases.ts'],
    ['db/queries/planted.ts', '../../electron/ipc/router.ts'],
    ['db/queries/planted.ts', 'better-sqlite3'],
    ['db/queries/planted.ts', 'electron'],
    ['electron/contract/planted.ts', '#db/queries/cases.ts'],
    ['electron/contract/planted.ts', 'node:fs'],
    ['electron/ipc/planted.ts', 'electron'],
    ['electron/ipc/planted.ts', '../main/window.ts'],
    ['electron/documents/planted.ts', '#db/queries/cases.ts'],
    ['electron/core/planted.ts', 'electron'],
    ['electron/core/planted.ts', '../main/paths.ts'],
    ['electron/main/planted.ts', '#db/services/cases.ts'],
    ['electron/preload/planted.ts', '#contract/index.ts'],
    ['electron/cli/planted.ts', '../core/log.ts'],
  ]
  const forms = (specifier: string) => [
    `import { x } from '${specifier}'`,
    `import type { X } from '${specifier}'`,
    `export { x } from "${specifier}"`,
    `import '${specifier}'`,
    `const x = await import('${specifier}')`,
    `const x = require('${specifier}')`,
    `import {\n  x,\n  y,\n} from '${specifier}'`,
  ]
  it.each(planted)('reports %s importing %s in every form', (path, specifier) => {
    for (const text of forms(specifier))
      expect(importFaults([{ path, text }]), text).toEqual([
        expect.stringContaining(`${path} → ${specifier}: `),
      ])
  })

  it('lets through what the table allows, and what only a comment says', () => {
    const allowed: [string, string][] = [
      ['renderer/features/cases/good.ts', './case-screen.tsx'],
      ['renderer/features/cases/good.ts', '#db/domain/money.ts'],
      ['renderer/features/cases/good.ts', '../../ui/button.tsx'],
      ['renderer/app/good.tsx', '../features/cases/case-screen.tsx'],
      ['db/open.ts', 'better-sqlite3'],
      ['electron/main/good.ts', 'electron'],
      ['electron/ipc/good.ts', '#db/services/cases.ts'],
      ['tests/good.test.ts', '#ipc/router.ts'],
    ]
    for (const [path, specifier] of allowed)
      expect(importFaults([{ path, text: `import '${specifier}'` }])).toEqual([])
    const said = `// import 'electron'\n/** import 'node:fs' */\nexport const x = 1`
    expect(importFaults([{ path: 'db/domain/good.ts', text: said }])).toEqual([])
  })

  it('reports names, default exports, barrels and length', () => {
    const file = (path: string, text = '') => [{ path, text }]
    expect(nameFaults(file('db/Case.ts'))).toEqual(['db/Case.ts'])
    expect(nameFaults(file('db/case_events.ts'))).toEqual(['db/case_events.ts'])
    expect(nameFaults(file('db/migrations/0002_add_rota.ts'))).toEqual([])
    expect(defaultExportFaults(file('db/a.ts', 'const a = 1\nexport default a'))).toEqual([
      'db/a.ts',
    ])
    expect(defaultExportFaults(file('tests/vitest.config.ts', 'export default {}'))).toEqual([])
    expect(barrelFaults(file('db/all.ts', `export * from './cases.ts'`))).toEqual(['db/all.ts'])
    expect(lengthFaults(file('db/long.ts', 'x\n'.repeat(401)))).toEqual(['db/long.ts: 401 lines'])
    expect(lengthFaults(file('tests/long.test.ts', 'x\n'.repeat(401)))).toEqual([])
    expect(electronImporters(file('electron/ipc/a.ts', `import { app } from 'electron'`))).toEqual([
      'electron/ipc/a.ts',
    ])
  })
})
