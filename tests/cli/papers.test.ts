import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pageCodeText } from '#db/domain/dossier/page-code.ts'
import { seedCases } from '#db/services/seed.ts'
import { docxText } from '#tests/support/docx-text.ts'
import { codesOn, rasters } from '#tests/support/pdf-raster.ts'
import { hasPaperTools, looseFonts, pageTexts } from '#tests/support/pdf-text.ts'
import { head, now, practiceStore } from '#tests/support/practice-store.ts'
import { answered, refused, tanxin } from '#tests/support/tanxin.ts'

const folder = mkdtempSync(join(tmpdir(), 'tanxin-papers-'))
const store = join(folder, 'store')
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

type File = { file: string; form: string; pages: number; sha256: string }
type Written = {
  caseId: string
  caseNumber: string
  papers: File[]
  volume: Omit<File, 'form'>
}
type Listed = { items: { id: string; caseNumber: string }[] }

let wanted: { id: string; caseNumber: string }

beforeAll(async () => {
  const opened = await practiceStore(store)
  await seedCases(opened, { count: 40, seed: 7, now, actor: head })
  await opened.close()
  const listed = await answered(['cases', '--store', store, '--status', 'archived', '--limit', '1'])
  const [first] = (listed as unknown as Listed).items
  if (!first) throw new Error('no case was archived')
  wanted = first
})

const args = (...rest: string[]) => ['papers', '--store', store, ...rest]
const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

const hasTools = process.env.ELECTRON_EXEC_PATH ? await hasPaperTools() : false
const title = hasTools
  ? 'tanxin papers'
  : `tanxin papers (skipped: ${process.env.ELECTRON_EXEC_PATH ? 'soffice and pdftotext are not installed' : 'ELECTRON_EXEC_PATH is not set'})`

describe.skipIf(!hasTools)(title, () => {
  let written: Written
  const out = at('all')

  beforeAll(async () => {
    written = (await answered(
      args('--case', wanted.caseNumber, '--out', out, '--pdf'),
    )) as unknown as Written
  })

  it('writes every paper of a case as Word and PDF, named in dossier order, and the volume', () => {
    const { papers, volume } = written
    expect(written).toMatchObject({ caseId: wanted.id, caseNumber: wanted.caseNumber })
    expect(readdirSync(out).toSorted()).toEqual(
      [...papers.map(({ file }) => file), volume.file].toSorted(),
    )
    const forms = papers.map(({ form }) => form)
    expect(forms.slice(0, 4)).toEqual(['f00', 'f00', 'f01', 'f01'])
    expect(forms.slice(-2)).toEqual(['f16', 'f16'])
    for (const form of ['f03', 'f04', 'f09', 'f10']) expect(forms).toContain(form)
    papers.forEach(({ file }, index) => {
      const number = String(Math.floor(index / 2) + 1).padStart(2, '0')
      expect(file).toMatch(
        new RegExp(`^${number} .+${index % 2 === 0 ? '\\.docx' : '\\.pdf'}$`, 'u'),
      )
    })
  })

  it('tells pages and sums that are those of the files', async () => {
    const { papers, volume } = written
    for (const { file, sha256 } of [...papers, volume]) expect(sum(join(out, file))).toBe(sha256)
    const pdfs = papers.filter(({ file }) => file.endsWith('.pdf'))
    for (const { file, pages } of pdfs)
      expect(await pageTexts(readFileSync(join(out, file)))).toHaveLength(pages)
    expect(await pageTexts(readFileSync(join(out, volume.file)))).toHaveLength(volume.pages)
    expect(pdfs.reduce((pages, each) => pages + each.pages, 0)).toBe(volume.pages)
  })

  it('counts in the contents what the sheets bear, in Word and in PDF alike', async () => {
    const texts = await pageTexts(readFileSync(join(out, 'volume.pdf')))
    const counted = written.papers.filter(
      ({ form, file }) => !['f00', 'f01', 'f16'].includes(form) && file.endsWith('.pdf'),
    )
    let first = 1
    const ranges = counted.map(({ pages }) => {
      const last = first + pages - 1
      const range = pages === 1 ? String(first) : `${first}-${last}`
      first = last + 1
      return range
    })
    const contents = await docxText(readFileSync(join(out, '02 卷内目录.docx')))
    const lines = contents.split('\n')
    expect(ranges.every((range) => lines.includes(range))).toBe(true)
    for (const range of ranges) expect(texts[1]).toContain(range)
    expect(texts.at(-1)).toContain(`本卷共${first - 1}页`)
    // Laid over last: its number, the last word of each sheet that has one.
    const numbered = texts.slice(2, -1).map((text) => /\d+\/\d+(\d*)$/u.exec(text)?.[0])
    expect(numbered).toHaveLength(first - 1)
    texts.slice(2, -1).forEach((text, index) => expect(text.endsWith(String(index + 1))).toBe(true))
  })

  it('carries every font, and on each page the code of that page', async () => {
    const volume = readFileSync(join(out, 'volume.pdf'))
    expect(await looseFonts(volume)).toEqual([])
    const codes: string[] = []
    for await (const raster of rasters(volume, 120)) codes.push(...(await codesOn(raster)))
    const object = '[0-9A-F]{8}'
    const expected = written.papers
      .filter(({ file }) => file.endsWith('.pdf'))
      .flatMap(({ form, pages }) =>
        Array.from({ length: pages }, (_, index) =>
          pageCodeText({
            caseNumber: wanted.caseNumber,
            form,
            object,
            version: 1,
            page: index + 1,
            pages,
          }).replace(object.toUpperCase(), object),
        ),
      )
    expect(codes).toHaveLength(expected.length)
    codes.forEach((code, index) => expect(code).toMatch(new RegExp(`^${expected[index]}$`, 'u')))
  })

  it('proves the agreement that it wrote, page code and sheet number notwithstanding', async () => {
    for (const { file } of written.papers.filter(({ form }) => form === 'f10')) {
      const proof = await answered(['verify', '--store', store, '--file', join(out, file)])
      expect(proof).toMatchObject({ found: true, unchanged: true, differences: [] })
    }
  })

  it('writes Word files alone unless PDFs are asked for, and takes the id of a case too', async () => {
    const dir = at('word')
    const { papers, volume } = (await answered(
      args('--case', wanted.id, '--out', dir),
    )) as unknown as Written
    expect(papers.every(({ file }) => file.endsWith('.docx'))).toBe(true)
    expect(readdirSync(dir)).toHaveLength(papers.length + 1)
    expect(volume.pages).toBe(written.volume.pages)
    const word = written.papers.filter(({ file }) => file.endsWith('.docx'))
    expect(papers).toEqual(word)
  })
})

describe('tanxin papers', () => {
  it('refuses a case that is not there and a folder that holds something, and writes nothing', async () => {
    expect(await refused(args('--case', 'MT-1999-000001', '--out', at('none')))).toMatchObject({
      exit: 1,
      error: { code: 'cases.notFound' },
    })
    expect(existsSync(at('none'))).toBe(false)
    mkdirSync(at('full'))
    writeFileSync(join(at('full'), 'a.txt'), 'a')
    expect(await refused(args('--case', wanted.id, '--out', at('full')))).toMatchObject({
      exit: 1,
      error: { code: 'papers.fileExists' },
    })
    expect(readdirSync(at('full'))).toEqual(['a.txt'])
  })

  it('says what to do when there is no Electron to lay out PDFs', async () => {
    const env = { ELECTRON_EXEC_PATH: at('no-such-electron') }
    const { exit, error } = await refused(args('--case', wanted.id, '--out', at('lame')), env)
    expect({ exit, code: error.code }).toEqual({ exit: 1, code: 'cli.noElectron' })
    expect(error.message).toContain('ELECTRON_EXEC_PATH')
    expect(existsSync(at('lame'))).toBe(false)
  })

  it('is told how to be called', async () => {
    const { code, stderr } = await tanxin(['papers', '--store', store])
    expect(code).toBe(2)
    expect(JSON.parse(stderr)).toMatchObject({ code: 'cli.usage' })
  })
})
