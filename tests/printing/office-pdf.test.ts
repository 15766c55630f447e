import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Document, Packer, Paragraph } from 'docx'
import { hasPaperTools, pageTexts } from '#tests/support/pdf-text.ts'
import { findOffice, officePdf } from '../../electron/main/ports/office-pdf.ts'

const tools = await hasPaperTools()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tanxin-office-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const letter = async () =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('云溪镇人民调解委员会')] }] }),
    ),
  )

describe('officePdf', () => {
  it('makes nothing where there is no office program', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = folder
    try {
      expect(await officePdf(await letter(), folder)).toBeUndefined()
    } finally {
      process.env['PATH'] = path
    }
  })

  it.skipIf(!tools)('has LibreOffice lay out a Word file, and leaves nothing behind', async () => {
    const root = join(folder, 'work')
    const pdf = await officePdf(await letter(), root)
    expect(await pageTexts(pdf ?? new Uint8Array())).toEqual(['云溪镇人民调解委员会'])
    expect(readdirSync(root)).toEqual([])
  })

  it('gives up with a program that fails or makes nothing', async () => {
    for (const ending of ['exit 1', 'exit 0']) {
      const program = join(folder, `office-${ending.at(-1)}`)
      writeFileSync(program, `#!/bin/sh\n${ending}\n`)
      chmodSync(program, 0o755)
      expect(await officePdf(await letter(), join(folder, 'work'), program)).toBeUndefined()
    }
  })
})

describe('findOffice', () => {
  it('looks on the path and where Windows installs it', () => {
    const place = join(folder, 'LibreOffice', 'program')
    mkdirSync(place, { recursive: true })
    expect(findOffice({ PATH: folder, ProgramFiles: folder })).toBeUndefined()
    writeFileSync(join(place, 'soffice.exe'), '')
    expect(findOffice({ PATH: '', ProgramFiles: folder })).toBe(join(place, 'soffice.exe'))
    const onPath = join(folder, 'soffice')
    writeFileSync(onPath, '')
    expect(findOffice({ PATH: `/nowhere:${folder}` })).toBe(onPath)
  })
})
