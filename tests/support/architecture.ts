import { readdirSync, readFileSync } from 'node:fs'
import { posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the tree: its path from the root with slashes, and its text. */
export type SourceFile = { path: string; text: string }

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

const unwatched = /(^|\/)(node_modules|out|dist|test-results|\.[^/]+)\//

/** Every code file that people wrote. */
export const sourceFiles = (): SourceFile[] =>
  readdirSync(projectFolder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && /\.(ts|tsx|mjs|cjs|js|jsx)$/.test(found.name))
    .map((found) => `${relative(projectFolder, found.parentPath)}${sep}${found.name}`)
    .map((path) => path.replace(/^[/\\]/, '').replaceAll(sep, '/'))
    .filter((path) => !unwatched.test(`/${path}`))
    .map((path) => ({ path, text: readFileSync(`${projectFolder}/${path}`, 'utf8') }))

type Room = { rooms: readonly string[]; packages: readonly string[] }

const node = 'node:*'
const pageUi = [
  '@dnd-kit/core',
  'antd',
  'docx-preview',
  'lucide-react',
  'pdfjs-dist',
  'signature_pad',
]
const page = [
  'react',
  'react-dom',
  '@tanstack/react-query',
  '@tanstack/react-router',
  'zod',
  'uuid',
]

/** house.md §3.3: from a room into which rooms and packages; `renderer/features/*` is its own feature only. */
const table: Readonly<Record<string, Room>> = {
  'db/domain': { rooms: [], packages: ['big.js'] },
  db: { rooms: ['db/domain'], packages: [node, 'kysely', 'zod', 'uuid', 'pinyin-pro', 'tyme4ts'] },
  'electron/contract': { rooms: ['db/domain'], packages: ['zod', '@orpc/contract'] },
  'electron/documents': {
    rooms: ['db/domain'],
    packages: [
      node,
      'docx',
      'docxtemplater',
      'pizzip',
      'zod',
      '@cantoo/pdf-lib',
      '@hyzyla/pdfium',
      'zxing-wasm',
      'ical-generator',
      'write-excel-file',
    ],
  },
  'electron/rota': { rooms: ['db/domain'], packages: [node, 'highs'] },
  'electron/ipc': {
    rooms: ['db/domain', 'db', 'electron/contract', 'electron/documents', 'electron/rota'],
    // A volume is handed on as the document that it is made in.
    packages: [
      node,
      '@orpc/server',
      'zod',
      'uuid',
      '@cantoo/pdf-lib',
      'ical.js',
      'read-excel-file',
    ],
  },
  'electron/core': {
    rooms: ['db/domain', 'db', 'electron/contract', 'electron/documents', 'electron/ipc'],
    packages: [node, '@orpc/client', '@orpc/server', 'zod', 'uuid'],
  },
  'electron/cli': {
    rooms: [
      'db/domain',
      'db',
      'electron/contract',
      'electron/documents',
      'electron/ipc',
      'electron/rota',
      // The Electron that lays out PDFs for the command line.
      'electron/runtime',
    ],
    packages: [
      node,
      '@orpc/client',
      '@orpc/contract',
      '@orpc/server',
      'zod',
      'uuid',
      // The command line runs from the tree, never from the packaged app.
      'jszip',
      'pdfjs-dist',
      'diff',
    ],
  },
  'electron/main': {
    rooms: [
      'db/domain',
      'electron/contract',
      'electron/documents',
      'electron/ipc',
      'electron/core',
    ],
    packages: [node, 'electron'],
  },
  'electron/preload': { rooms: [], packages: ['electron'] },
  'electron/runtime': { rooms: ['electron/packaging'], packages: [node, '@electron/*'] },
  'electron/packaging': { rooms: ['electron/runtime'], packages: [node, '@electron/*'] },
  'renderer/ui': {
    rooms: ['db/domain', 'electron/contract', 'renderer/lib'],
    packages: [...page, ...pageUi],
  },
  'renderer/lib': {
    rooms: ['db/domain', 'electron/contract'],
    packages: [...page, '@orpc/client', '@orpc/contract', '@orpc/tanstack-query', 'diff'],
  },
  'renderer/features/*': {
    rooms: ['db/domain', 'electron/contract', 'renderer/lib', 'renderer/ui'],
    packages: [...page, '@dnd-kit/core', 'lucide-react'],
  },
  'renderer/app': {
    rooms: [
      'db/domain',
      'electron/contract',
      'renderer/lib',
      'renderer/ui',
      'renderer/features/*',
      'renderer/styles',
      'renderer',
    ],
    packages: [...page, ...pageUi],
  },
  renderer: { rooms: ['renderer/app', 'renderer/styles', 'renderer/lib'], packages: page },
}

/** Packages with one importing file of ours. */
const soleImporters: Readonly<Record<string, string>> = { 'better-sqlite3': 'db/open.ts' }

/** Outside main and preload Electron itself loads these: the stand-in for an unpackaged app, the press of the command line. */
const loadedByElectron = new Set([
  'electron/runtime/default-app.mjs',
  'electron/runtime/press/main.mjs',
])

const aliases: Readonly<Record<string, string>> = {
  '#db/': 'db/',
  '#contract/': 'electron/contract/',
  '#ipc/': 'electron/ipc/',
  '#documents/': 'electron/documents/',
  '#tests/': 'tests/',
}

const specifierPattern =
  /(?:\bfrom\s*|\bimport\s*|\bimport\(\s*|\brequire\(\s*)(?:'([^'\n]+)'|"([^"\n]+)")/g

const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')

export const specifiersOf = ({ text }: SourceFile): string[] =>
  [...withoutComments(text).matchAll(specifierPattern)].map((found) => found[1] ?? found[2] ?? '')

/** The room a path lies in, a feature by its own name; undefined for tests and files at the root. */
export function roomOf(path: string): string | undefined {
  const feature = /^renderer\/features\/[^/]+/.exec(path)
  if (feature) return feature[0]
  const known = [...Object.keys(table), 'renderer/styles'].filter((room) =>
    path.startsWith(`${room}/`),
  )
  return known.toSorted((a, b) => b.length - a.length)[0]
}

const ruleOf = (room: string): Room | undefined =>
  table[room] ?? (room.startsWith('renderer/features/') ? table['renderer/features/*'] : undefined)

const fits = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** A path in the tree, or the name of a package. */
function targetOf({ path }: SourceFile, specifier: string): { path: string } | { name: string } {
  const alias = Object.keys(aliases).find((each) => specifier.startsWith(each))
  if (alias) return { path: `${aliases[alias] ?? ''}${specifier.slice(alias.length)}` }
  if (specifier.startsWith('.')) return { path: posix.join(posix.dirname(path), specifier) }
  if (specifier.startsWith('node:')) return { name: specifier }
  return {
    name: specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  }
}

function faultOf(file: SourceFile, specifier: string): string | undefined {
  const room = roomOf(file.path)
  const rule = room === undefined ? undefined : ruleOf(room)
  const target = targetOf(file, specifier)
  if ('name' in target) {
    const sole = soleImporters[target.name]
    if (sole !== undefined)
      return file.path === sole ? undefined : `only ${sole} imports ${target.name}`
    if (!rule || (target.name === 'electron' && loadedByElectron.has(file.path))) return undefined
    return rule.packages.some((pattern) => fits(pattern, target.name))
      ? undefined
      : `${room} may not use ${target.name}`
  }
  const into = roomOf(target.path)
  if (!rule || into === room) return undefined
  if (into === undefined) return `${room} may not import ${target.path}`
  return rule.rooms.some((pattern) => fits(pattern, into))
    ? undefined
    : `${room} may not import ${into}`
}

/** Every import that walks through a wall. */
export const importFaults = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) =>
    specifiersOf(file).flatMap((specifier) => {
      const why = faultOf(file, specifier)
      return why ? [`${file.path} → ${specifier}: ${why}`] : []
    }),
  )

/** Only main, preload and the stand-in app know Electron; tools that drive it from outside live in tests. */
export const electronImporters = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => !path.startsWith('tests/') && !loadedByElectron.has(path))
    .filter((file) => specifiersOf(file).includes('electron'))
    .map(({ path }) => path)

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs|cjs)$/
const migrationName = /^db\/migrations\/\d{4}_[a-z]+(_[a-z]+)*\.ts$/

export const nameFaults = (files: readonly SourceFile[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => !kebabCase.test(posix.basename(path)) && !migrationName.test(path))

/** Tools ask these few for a default export. */
const isConfiguration = (path: string) => /(^|\/)[a-z.-]+\.config\.ts$/.test(path)

export const defaultExportFaults = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => !isConfiguration(path))
    .filter(({ text }) => /^export default\b|^export \{[^}]*\bdefault\b/m.test(text))
    .map(({ path }) => path)

export const lengthFaults = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length
    const most = path.startsWith('tests/') ? 600 : 400
    return lines > most ? [`${path}: ${lines} lines`] : []
  })

/** Lists that are barrels by decision; anything else that only re-exports hides where things live. */
const lists = new Set(['electron/contract/index.ts', 'db/migrations/index.ts'])

export const barrelFaults = (files: readonly SourceFile[]): string[] =>
  files
    .filter(({ path }) => !lists.has(path))
    .filter(({ text }) => /^export \* from /m.test(text))
    .map(({ path }) => path)
