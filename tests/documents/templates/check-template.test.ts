import { deflateRawSync } from 'node:zlib'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { checkTemplate, type TemplateFault } from '#documents/templates/check-template.ts'
import { largestTemplate } from '#documents/templates/word-file.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { docxText } from '#tests/support/docx-text.ts'
import { minutesWith, notoFonts } from '../samples.ts'
import { paragraph, table, withPart, wordFile } from './word-files.ts'

type Children = Parameters<typeof wordFile>[0]

const faultsOf = async (children: Children, around = {}): Promise<TemplateFault[]> =>
  checkTemplate(await wordFile(children, around)).faults

/** What one line is faulted for: kind and what was meant. */
const told = async (line: string) =>
  (await faultsOf([line])).map(({ kind, meant }) => [kind, meant ?? ''])

describe('checkTemplate', () => {
  it('finds nothing in a template that can be filled, and shows it filled', async () => {
    const { faults, tags, sample } = checkTemplate(
      await wordFile([paragraph('{案件', '.名称}'), '{#当事人}{姓名}{/}', '{案件.名称}']),
    )
    expect(faults).toEqual([])
    expect(tags).toEqual(['{案件.名称}', '{#当事人}', '{姓名}', '{/}'])
    const text = await docxText(sample ?? new Uint8Array())
    expect(text).toContain('张样例与样例服装有限公司劳动报酬纠纷')
    expect(text).toContain('张样例样例服装有限公司')
  })

  it('says which words stand around a fault', async () => {
    expect(await faultsOf(['双方当事人于今日在本中心就{案件.名成}达成如下协议'])).toEqual([
      {
        kind: 'unknown',
        tag: '{案件.名成}',
        near: '…方当事人于今日在本中心就{案件.名成}达成如下协议',
        meant: '{案件.名称}',
      },
    ])
  })

  it('names the nearest field, and none when nothing is near', async () => {
    expect(await told('{机构.名城}')).toEqual([['unknown', '{机构.名称}']])
    expect(await told('{hello}')).toEqual([['unknown', '']])
    expect(await told('{协议.总金额|打写}')).toEqual([['unknown', '{协议.总金额|大写}']])
  })

  it('says which loop a name of a list needs around it', async () => {
    expect(await told('{当事人.姓名}')).toEqual([['unknown', '{#当事人}{姓名}{/当事人}']])
    expect(await told('{申请人.姓名}')).toEqual([['unknown', '{#申请人}{姓名}{/申请人}']])
    expect(await told('{证据.名称}')).toEqual([['unknown', '{#证据}{名称}{/证据}']])
  })

  it('asks which one is meant by a short name that several have', async () => {
    const [[kind, meant] = []] = await told('{姓名}')
    expect(kind).toBe('unknown')
    expect(meant).toMatch(/^\{#当事人\}\{姓名\}\{\/当事人\} 或 /u)
    expect(await told('{登记号}')).toEqual([])
    // In a loop a short name is of that loop: nobody means the telephone of a letter there.
    expect(await told('{#当事人}{联系电话}{/当事人}')).toEqual([
      ['unknown', '{电话} 或 {函件.联系电话}'],
    ])
    expect(await told('{#当事人}{姓名}{/当事人}')).toEqual([])
    expect(await told('{#当事人}{姓铭}{/当事人}')).toEqual([['unknown', '{姓名}']])
  })

  it('tells a list from a field', async () => {
    expect(await told('{当事人}')).toEqual([['unknown', '{#当事人}…{/当事人}']])
    expect(await told('{案件.难易等级=一般}')).toEqual([['unknown', '{#案件.难易等级=一般}…{/}']])
  })

  it('finds braces that are not closed, not opened and empty', async () => {
    expect(await told('甲{案件.名称乙')).toEqual([['unclosed', '{案件.名称}']])
    expect(await told('登记号：案件.登记号}')).toEqual([['unopened', '{案件.登记号}']])
    expect(await told('{}')).toEqual([['empty', '']])
    expect(await told('{ 案件.名称 }')).toEqual([])
    expect(await told('{案件.名称')).toEqual([['unclosed', '{案件.名称}']])
    expect(await told('{协议。总金额')).toEqual([['unclosed', '{协议.总金额}']])
  })

  it('does not let a tag run over the end of a paragraph', async () => {
    const faults = await faultsOf(['{案件.', '名称}'])
    expect(faults.map(({ kind }) => kind)).toEqual(['unclosed', 'unopened'])
  })

  it('finds signs of the full width and writes them as they should be', async () => {
    for (const tag of [
      '｛案件.名称｝',
      '{案件．名称}',
      '{案件。名称}',
      '{案件.名称｝',
      '｛案件.名称}',
    ])
      expect(await told(tag)).toEqual([['fullWidth', '{案件.名称}']])
    expect(await told('{协议.总金额｜大写}')).toEqual([['fullWidth', '{协议.总金额|大写}']])
    expect(await told('{＃当事人}{姓名}{／当事人}')).toEqual([
      ['fullWidth', '{#当事人}'],
      ['fullWidth', '{/当事人}'],
    ])
  })

  it('finds loops that do not end, end what was not begun, or end another', async () => {
    expect(await told('{#当事人}{姓名}')).toEqual([['loop', '{/当事人}']])
    expect(await told('{/证据}')).toEqual([['loop', '{#证据}']])
    expect(await told('{#当事人}{姓名}{/证据}')).toEqual([
      ['loop', '{/当事人}'],
      ['loop', '{/当事人}'],
    ])
    expect(await told('{#当事人}{#代理人}{姓名}{/当事人}')).toEqual([['loop', '{/代理人}']])
    expect(await told('{ #当事人}{姓名}{/}')).toEqual([['loop', '{#当事人}']])
    expect(await told('{#证据|99}{/}')).toEqual([['loop', '{#证据}']])
  })

  it('faults a list that there is not once, not for every name in it', async () => {
    expect(await told('{#证剧}{名称}{份数}{/证剧}')).toEqual([['unknown', '{#证据}']])
    expect(await told('{#案件.主动调介}是{/}')).toEqual([['unknown', '{#案件.主动调解}']])
  })

  it('finds a loop over the edge of a table', async () => {
    const faults = await faultsOf(['{#当事人}', table(['{姓名}', '{/当事人}']), '后'])
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]?.kind).toBe('loop')
  })

  it('takes no sign that is none of ours', async () => {
    expect(await told('{@案件.名称}')).toEqual([['unknown', '{案件.名称}']])
    expect((await told('{=[ ]=}'))[0]?.[0]).toBe('unknown')
  })

  it('looks into header and footer too', async () => {
    const faults = await faultsOf(['正文'], { header: '{机构.名城}', footer: '{案件.卷号' })
    expect(faults.map(({ kind }) => kind)).toEqual(['unknown', 'unclosed'])
  })

  it('shows no sample while there are faults', async () => {
    expect(checkTemplate(await wordFile(['{案件.名成}'])).sample).toBeUndefined()
  })

  it('finds nothing in a Word file without tags', async () => {
    expect(checkTemplate(await renderDocx(minutesWith(3), notoFonts)).faults).toEqual([])
  })
})

const reasonOf = (bytes: Uint8Array) => {
  const { faults, sample } = checkTemplate(bytes)
  expect(sample).toBeUndefined()
  return faults.map(({ kind, tag }) => `${kind} ${tag}`)
}

const zipOf = (parts: Record<string, string>, compression: 'STORE' | 'DEFLATE' = 'DEFLATE') => {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(parts)) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer', compression })
}

describe('a file that is no template', () => {
  it('is told by what it is, not by its name', async () => {
    const oldWord = Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')
    expect(reasonOf(oldWord)).toEqual(['notWord oldWord'])
    expect(reasonOf(Buffer.concat([oldWord, Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual([
      'notWord password',
    ])
    expect(reasonOf(Buffer.from('{\\rtf1 {案件.名称}}'))).toEqual(['notWord notZip'])
    expect(reasonOf(Buffer.alloc(0))).toEqual(['notWord notZip'])
    expect(reasonOf(await zipOf({ 'a.txt': 'x' }))).toEqual(['notWord noDocument'])
    const sheet = '<Types><Override PartName="/xl/w.xml" ContentType="x.spreadsheetml.y"/></Types>'
    expect(reasonOf(await zipOf({ '[Content_Types].xml': sheet, 'xl/w.xml': 'x' }))).toEqual([
      'notWord otherOffice',
    ])
    const macro = await withPart(await wordFile(['x']), 'word/vbaProject.bin', () => 'x')
    expect(reasonOf(macro)).toEqual(['notWord macros'])
  })

  it('is one that fetches something from elsewhere when it is printed, not one with a link to click on', async () => {
    const file = await wordFile(['{案件.名称}'])
    const related = (part: string, kind: string) =>
      withPart(file, `word/_rels/${part}.xml.rels`, (xml) => {
        const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`
        const one = `<Relationship Id="rIdX" Type="${type}" Target="http://127.0.0.1/x" TargetMode="External"/>`
        return xml === ''
          ? `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${one}</Relationships>`
          : xml.replace('</Relationships>', `${one}</Relationships>`)
      })
    expect(reasonOf(await related('document', 'image'))).toEqual(['notWord linked'])
    expect(checkTemplate(await related('document', 'hyperlink')).faults).toEqual([])
    const field = (words: string) =>
      withPart(file, 'word/document.xml', (xml) =>
        xml.replace('<w:body>', `<w:body><w:p><w:r>${words}</w:r></w:p>`),
      )
    const split =
      '<w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://127.0.0.1"</w:instrText>'
    expect(reasonOf(await field(split))).toEqual(['notWord linked'])
    const numbered = await field('<w:instrText>PAGE</w:instrText>')
    expect(checkTemplate(numbered).faults).toEqual([])
    // A path of the author's machine, which Word writes into files made from one of its own templates.
    const made = await related('settings', 'attachedTemplate')
    const { faults, sample } = checkTemplate(made)
    expect(faults).toEqual([])
    const links = (await JSZip.loadAsync(sample ?? '')).file('word/_rels/settings.xml.rels')
    expect(await links?.async('string')).not.toContain('External')
  })

  it('is damaged when it is cut off or its parts are no XML of Word', async () => {
    const file = await wordFile(['{案件.名称}'])
    expect(reasonOf(file.subarray(0, file.length - 200))).toEqual(['damaged damaged'])
    const spoilt = Buffer.from(file)
    spoilt.fill(0xff, 60, 400)
    expect(reasonOf(spoilt)).toEqual(['damaged damaged'])
    expect(reasonOf(await withPart(file, 'word/document.xml', () => 'x'))).toEqual([
      'damaged damaged',
    ])
    const entity = (xml: string) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aa">]>')
    expect(reasonOf(await withPart(file, 'word/document.xml', entity))).toEqual(['damaged damaged'])
  })

  it('is too large whole, in a part, or in the number of its parts', async () => {
    expect(reasonOf(Buffer.alloc(largestTemplate + 1))).toEqual(['notWord tooLarge'])
    const file = await wordFile(['{案件.名称}'])
    const bomb = await withPart(file, 'word/styles.xml', () => '0'.repeat(20 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(reasonOf(bomb)).toEqual(['notWord tooLarge'])
    const many = Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`a${i}.xml`, 'x']))
    expect(reasonOf(await zipOf(many))).toEqual(['notWord tooLarge'])
  })

  it('is too large even when it lies about its size', async () => {
    const zip = await zipOf({ 'word/document.xml': 'honest' })
    const inner = deflateRawSync(Buffer.alloc(80 * 1024 * 1024))
    // One stored entry whose directory promises six bytes.
    const name = Buffer.from('word/a.xml')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(inner.length, 18)
    local.writeUInt32LE(6, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(inner.length, 20)
    entry.writeUInt32LE(6, 24)
    entry.writeUInt16LE(name.length, 28)
    const end = Buffer.from(zip.subarray(zip.length - 22))
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(entry.length + name.length, 12)
    end.writeUInt32LE(local.length + name.length + inner.length, 16)
    expect(reasonOf(Buffer.concat([local, name, inner, entry, name, end]))).toEqual([
      'notWord tooLarge',
    ])
  })
})
