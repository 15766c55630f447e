import { open, type FileHandle } from 'node:fs/promises'

/** One bit for each code point that a font has a glyph for. */
export type Coverage = { has(codePoint: number): boolean; add(codePoint: number): void }

const codePoints = 0x110000

export function newCoverage(): Coverage {
  const bits = new Uint8Array(codePoints / 8)
  return {
    has: (codePoint) => ((bits[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0,
    add(codePoint) {
      if (codePoint < codePoints)
        bits[codePoint >> 3] = (bits[codePoint >> 3] ?? 0) | (1 << (codePoint & 7))
    },
  }
}

/** Only the tables of characters are read: the outlines of Chinese fonts are hundreds of megabytes. */
type Table = { offset: number; length: number }

const largestTable = 8 * 1024 * 1024

async function read(file: FileHandle, { offset, length }: Table): Promise<DataView> {
  const bytes = new Uint8Array(Math.min(length, largestTable))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
  return new DataView(bytes.buffer, 0, bytesRead)
}

const tag = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))

/** A collection lists where the directory of each of its fonts begins. */
async function directories(file: FileHandle): Promise<number[]> {
  const head = await read(file, { offset: 0, length: 12 })
  if (tag(head, 0) !== 'ttcf') return [0]
  const count = Math.min(head.getUint32(8), 64)
  const list = await read(file, { offset: 12, length: count * 4 })
  return Array.from({ length: count }, (_, index) => list.getUint32(index * 4))
}

async function cmapOf(file: FileHandle, directory: number): Promise<Table | undefined> {
  const head = await read(file, { offset: directory, length: 12 })
  const count = head.getUint16(4)
  const rows = await read(file, { offset: directory + 12, length: count * 16 })
  for (let at = 0; at + 16 <= rows.byteLength; at += 16)
    if (tag(rows, at) === 'cmap')
      return { offset: rows.getUint32(at + 8), length: rows.getUint32(at + 12) }
  return undefined
}

/** Format 4: the characters up to U+FFFF in segments (OpenType, cmap). */
function addSegments(view: DataView, start: number, coverage: Coverage) {
  const doubled = view.getUint16(start + 6)
  const ends = start + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let at = 0; at < doubled; at += 2) {
    const first = view.getUint16(starts + at)
    const last = view.getUint16(ends + at)
    const delta = view.getUint16(deltas + at)
    const offset = view.getUint16(offsets + at)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code : view.getUint16(offsets + at + offset + 2 * (code - first))
      if (offset !== 0 && glyph === 0) continue
      if (((glyph + delta) & 0xffff) !== 0) coverage.add(code)
    }
  }
}

/** Format 12: groups of any characters. */
function addGroups(view: DataView, start: number, coverage: Coverage) {
  const count = view.getUint32(start + 12)
  for (let at = start + 16, left = count; left > 0; left -= 1, at += 12) {
    const first = view.getUint32(at)
    const last = Math.min(view.getUint32(at + 4), codePoints - 1)
    const glyph = view.getUint32(at + 8)
    for (let code = first; code <= last; code += 1)
      if (glyph + code - first !== 0) coverage.add(code)
  }
}

/** Unicode, by its own platform or by Windows'; not the variation sequences, and no symbol fonts. */
const isUnicode = (platform: number, encoding: number) =>
  (platform === 0 && encoding !== 5) || (platform === 3 && (encoding === 1 || encoding === 10))

function addCmap(view: DataView, coverage: Coverage) {
  const seen = new Set<number>()
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const row = 4 + index * 8
    const start = view.getUint32(row + 4)
    if (!isUnicode(view.getUint16(row), view.getUint16(row + 2)) || seen.has(start)) continue
    seen.add(start)
    const format = view.getUint16(start)
    if (format === 4) addSegments(view, start, coverage)
    if (format === 12) addGroups(view, start, coverage)
  }
}

/**
 * Adds what the fonts of a file have glyphs for; fonts of a collection that share a table are read once.
 * Answers false for a file that is no font or a broken one: it prints nothing.
 */
export async function addFontFile(path: string, coverage: Coverage): Promise<boolean> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const seen = new Set<number>()
    for (const directory of await directories(file)) {
      const table = await cmapOf(file, directory)
      if (!table || seen.has(table.offset)) continue
      seen.add(table.offset)
      addCmap(await read(file, table), coverage)
    }
    return seen.size > 0
  } catch {
    return false
  } finally {
    await file?.close()
  }
}
