import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
// Not ours: what our reading of the files is held against.
import { openSync } from 'fontkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFontFile, newCoverage, type Coverage } from '#documents/glyphs/coverage.ts'
import { installedFontFiles } from '#documents/glyphs/font-files.ts'
import { glyphSearch } from '#documents/glyphs/glyph-search.ts'
import { rareCharacters } from '#documents/test-page.ts'

const run = promisify(execFile)

const codePoints = 0x110000
const held = (coverage: Coverage): number[] =>
  Array.from({ length: codePoints }, (_, codePoint) => codePoint).filter((each) =>
    coverage.has(each),
  )

let files: string[] = []
let folder: string
beforeAll(async () => {
  files = await installedFontFiles()
  folder = mkdtempSync(join(tmpdir(), 'tanxin-fonts-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('addFontFile', () => {
  it('finds in every kind of file here the characters that another reader finds', async () => {
    const kinds = [/\.ttc$/i, /\.ttf$/i, /\.otf$/i]
    const samples = kinds.flatMap((kind) => files.filter((file) => kind.test(file)).slice(0, 2))
    expect(samples.length).toBeGreaterThan(0)
    for (const file of samples) {
      const coverage = newCoverage()
      expect(await addFontFile(file, coverage), file).toBe(true)
      const opened = openSync(file)
      const fonts = 'fonts' in opened ? opened.fonts : [opened]
      const theirs = new Set(
        fonts.flatMap((font) =>
          font.characterSet.filter((codePoint) => font.hasGlyphForCodePoint(codePoint)),
        ),
      )
      expect(held(coverage), file).toEqual([...theirs].toSorted((a, b) => a - b))
    }
  })

  it('takes a file that is no font, or half of one, for nothing', async () => {
    const whole = files[0] ?? ''
    const broken: Record<string, Uint8Array> = {
      'empty.ttf': new Uint8Array(),
      'words.ttf': new TextEncoder().encode('this is no font at all, it only says so'),
      'half.ttc': readFileSync(whole).subarray(0, 300),
      'wild.ttf': new Uint8Array(4096).fill(0xff),
    }
    for (const [name, bytes] of Object.entries(broken)) {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      expect(await addFontFile(file, newCoverage()), name).toBe(false)
    }
    expect(await addFontFile(join(folder, 'none.ttf'), newCoverage())).toBe(false)
  })
})

describe('installedFontFiles', () => {
  it('lists each file once, those with Chinese first', () => {
    expect(new Set(files).size).toBe(files.length)
    expect(files[0]).toMatch(/cjk|song|hei|fang|kai|wqy|droid/i)
  })

  it('lists none where there is no folder of fonts', async () => {
    const env = { SystemRoot: join(folder, 'no'), LOCALAPPDATA: join(folder, 'no') }
    expect(await installedFontFiles('win32', env)).toEqual([])
  })
})

describe('glyphSearch', () => {
  it('finds the rare characters that fontconfig finds, and misses those that it misses', async () => {
    const search = glyphSearch(installedFontFiles)
    // Two of extensions A and B, and one that Unicode took in of late.
    const characters = [...'𠅤䶮㛃', ...rareCharacters, '\u{323AF}', '\u{3134A}']
    const missing = await search(characters.join(''))
    for (const character of characters) {
      const hex = (character.codePointAt(0) ?? 0).toString(16)
      const { stdout: fonts } = await run('fc-list', [`:charset=${hex}`, 'file'])
      const isThere = /\.(ttf|ttc|otf|otc):/i.test(fonts)
      expect(missing.includes(character), `${character} ${hex}`).toBe(!isThere)
    }
  })

  it('never finds a private character: what another font draws there is not what was meant', async () => {
    expect(await glyphSearch(installedFontFiles)('张\uE000三\u{F0000}')).toEqual([
      '\uE000',
      '\u{F0000}',
    ])
  })

  it('asks nothing of what draws nothing', async () => {
    const opened: string[] = []
    const search = glyphSearch(() => {
      opened.push('list')
      return Promise.resolve([])
    })
    expect(await search(' \n\t\u3000\u200B\uFE00\u{E0100}')).toEqual([])
    expect(opened).toEqual([])
  })

  it('opens no more fonts than it needs, and each once', async () => {
    let lists = 0
    const search = glyphSearch(() => {
      lists += 1
      return Promise.resolve(files)
    })
    expect(await search('张三')).toEqual([])
    expect(await search('李四王五')).toEqual([])
    expect(lists).toBe(1)
  })

  it('finds a character whose font was installed meanwhile', async () => {
    const shown: string[] = []
    const search = glyphSearch(() => Promise.resolve(shown))
    const latin = files.find((file) => /dejavusans\.ttf$/i.test(file))
    if (latin) shown.push(latin)
    const before = await search('张')
    shown.push(...files)
    expect(before).toEqual(latin ? ['张'] : [])
    expect(await search('张')).toEqual([])
  })

  it('knows nothing, and says nothing, where no font is to be seen', async () => {
    expect(await glyphSearch(() => Promise.resolve([]))('张三\uE000')).toEqual(['\uE000'])
  })

  it('answers many at once as it answers one after the other', async () => {
    const search = glyphSearch(installedFontFiles)
    expect(await Promise.all([search('张\uE000'), search('三'), search('\uE001')])).toEqual([
      ['\uE000'],
      [],
      ['\uE001'],
    ])
  })
})
