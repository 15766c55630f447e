import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { checkForm, type FormFault } from '#documents/forms/check-form.ts'
import type { FormBlock, FormDefinition } from '#documents/forms/form-definition.ts'
import { loadForms, parseForm } from '#documents/forms/load-forms.ts'
import { readTags } from '#documents/forms/tags.ts'
import { allForms, definitionFolder } from './form-samples.ts'

const [some] = allForms
const end: FormBlock = { kind: 'paragraph', text: '完。' }

const formWith = (...blocks: FormBlock[]): FormDefinition => {
  if (!some) throw new RangeError('no form')
  return { ...some, blocks: [...blocks, end] }
}
const faultsOf = (...blocks: FormBlock[]): FormFault[] => checkForm(formWith(...blocks), 'f00.json')
const text = (words: string): FormBlock => ({ kind: 'paragraph', text: words })

describe('checkForm', () => {
  it('names file, place and the nearest known name of an unknown field', () => {
    expect(faultsOf(text('某'), text('关于{案件.名秤}一案'))).toEqual([
      {
        kind: 'unknownField',
        file: 'f00.json',
        place: 'blocks[1].text',
        tag: '{案件.名秤}',
        nearest: '案件.名称',
      },
    ])
  })

  it.each([
    ['unclosed', '关于{案件.名称一案', 3],
    ['unclosed', '关于{案件.名称{案件.卷号}', 3],
    ['unopened', '关于案件.名称}一案', 8],
    ['fullWidth', '关于｛案件.名称｝一案', 3],
    ['fullWidth', '关于{案件．名称}一案', 3],
    ['fullWidth', '关于{案件.名称｝一案', 3],
    ['fullWidth', '共{协议.总金额｜大写}', 2],
    ['empty', '关于{ }一案', 3],
  ])('refuses an %s tag at its character: %s', (kind, words, at) => {
    expect(faultsOf(text(words))).toMatchObject([{ kind, place: `blocks[0].text 第${at}个字` }])
  })

  it('finds faults in every place of a form', () => {
    const wrong = '{案件.无此栏}'
    const places: [FormBlock, string][] = [
      [{ kind: 'title', text: '某', letterhead: wrong }, '.letterhead'],
      [{ kind: 'prose', text: '{案件.名称}', label: wrong }, '.label'],
      [{ kind: 'choices', choices: [{ text: wrong }] }, '.choices[0].text'],
      [{ kind: 'choices', choices: [{ text: '是', ticked: '案件.无' }] }, '.choices[0].ticked'],
      [
        { kind: 'fields', columns: [1, 1], rows: [{ cells: [{ label: '名', value: wrong }] }] },
        '.rows[0].cells[0].value',
      ],
      [
        {
          kind: 'table',
          columns: [{ header: '名', width: 1 }],
          rows: [{ cells: ['某'] }, { each: '证据', cells: [wrong] }],
        },
        '.rows[1].cells[0]',
      ],
      [{ kind: 'signatures', lead: [text(wrong)], staff: [{ label: '记录人' }] }, '.lead[0].text'],
      [
        { kind: 'signatures', lead: [end], staff: [{ label: '记录人', name: wrong }] },
        '.staff[0].name',
      ],
      [
        { kind: 'signatures', lead: [end], seal: { name: wrong, date: '{文书.日期}' } },
        '.seal.name',
      ],
      [{ kind: 'each', each: '当事人', blocks: [text(wrong)] }, '.blocks[0].text'],
      [{ kind: 'group', when: '案件.无此栏', blocks: [end] }, '.when'],
    ]
    for (const [block, place] of places) {
      expect(faultsOf(block), place).toMatchObject([
        { kind: 'unknownField', place: `blocks[0]${place}` },
      ])
    }
  })

  it('asks for a loop around a field of a list', () => {
    expect(faultsOf(text('{当事人.姓名}'))).toMatchObject([
      { kind: 'needsLoop', nearest: '当事人' },
    ])
    expect(faultsOf({ kind: 'each', each: '申请人', blocks: [text('{当事人.姓名}')] })).toEqual([])
  })

  it('refuses unknown lists, formats and parts with the nearest known', () => {
    expect(faultsOf({ kind: 'each', each: '当事入', blocks: [end] })).toMatchObject([
      { kind: 'unknownList', tag: '当事入', nearest: '当事人' },
    ])
    expect(faultsOf(text('{协议.总金额|大定}'))).toMatchObject([
      { kind: 'unknownFormat', nearest: '大写' },
    ])
    const part: FormBlock = { kind: 'part', part: '当事' }
    expect(checkForm(formWith(part), 'f00.json', { 当事人: [end] })).toMatchObject([
      { kind: 'unknownPart', tag: '当事', nearest: '当事人' },
    ])
  })

  it('names the file of the parts for a fault in one', () => {
    const part: FormBlock = { kind: 'part', part: '甲' }
    expect(checkForm(formWith(part), 'f00.json', { 甲: [text('{案件.名秤}')] })).toMatchObject([
      { file: 'parts.json', place: '甲[0].text' },
    ])
    expect(checkForm(formWith(part), 'f00.json', { 甲: [part] })).toMatchObject([
      { kind: 'unknownPart' },
    ])
  })

  it('keeps free text out of narrow cells, signatures out of groups, tables from the end', () => {
    const cell = (long: boolean): FormBlock => ({
      kind: 'fields',
      columns: [1, 1],
      rows: [{ long, cells: [{ label: '情况', value: '{案件.简要情况}' }] }],
    })
    expect(faultsOf(cell(false))).toMatchObject([{ kind: 'longInCell' }])
    expect(faultsOf(cell(true))).toEqual([])
    const signed: FormBlock = { kind: 'signatures', lead: [end], staff: [{ label: '记录人' }] }
    expect(faultsOf({ kind: 'together', blocks: [signed] })).toMatchObject([{ kind: 'notHere' }])
    expect(checkForm({ ...formWith(), blocks: [cell(true)] }, 'f00.json')).toMatchObject([
      { kind: 'endsInTable' },
    ])
  })
})

describe('readTags', () => {
  it('gives back every text without braces as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('案', '.', '|', ' ', 'a', '\n', '“'), maxLength: 60 }),
        (words) => {
          expect(readTags(words)).toEqual({ parts: words === '' ? [] : [{ words }] })
        },
      ),
    )
  })
})

describe('parseForm', () => {
  const json = (change: (form: FormDefinition) => unknown) => JSON.stringify(change(formWith()))

  it('says in one line of Chinese what is wrong, where, and what was meant', () => {
    const broken = json((form) => ({ ...form, blocks: [text('{案件.名秤}')] }))
    expect(() => parseForm(broken, 'f00.json')).toThrow(
      'f00.json blocks[0].text：“{案件.名秤}”没有这个栏目；最接近的是“案件.名称”',
    )
  })

  it.each([
    ['a key that is not known', (form: FormDefinition) => ({ ...form, colour: 'red' })],
    [
      'an unverified form without a note',
      (form: FormDefinition) => ({ ...form, verified: false, note: undefined }),
    ],
    ['a day that does not exist', (form: FormDefinition) => ({ ...form, from: '2026-02-30' })],
    ['no blocks', (form: FormDefinition) => ({ ...form, blocks: [] })],
    [
      'signatures under nothing',
      (form: FormDefinition) => ({ ...form, blocks: [{ kind: 'signatures', lead: [] }] }),
    ],
    [
      'a row that does not take all columns',
      (form: FormDefinition) => ({
        ...form,
        blocks: [{ kind: 'fields', columns: [1, 1, 1], rows: [{ cells: [{ label: '名' }] }] }],
      }),
    ],
  ])('refuses %s', (_name, change) => {
    expect(() => parseForm(json(change), 'f00.json')).toThrow()
  })
})

describe('loadForms', () => {
  const folders: string[] = []
  const folderWith = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'forms-'))
    folders.push(folder)
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return folder
  }
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const parts = readFileSync(join(definitionFolder, 'parts.json'), 'utf8')
  const visit = readFileSync(join(definitionFolder, 'f13.json'), 'utf8')

  it('reads a later version beside the first', () => {
    const later = visit.replace('"2026-01-01"', '"2027-01-01"')
    const folder = folderWith({
      'parts.json': parts,
      'f13.json': visit,
      'f13@2027-01-01.json': later,
    })
    expect(loadForms(folder).map(({ from }) => from)).toEqual(['2026-01-01', '2027-01-01'])
  })

  it('refuses a version twice and a file under another name', () => {
    const twice = folderWith({
      'parts.json': parts,
      'f13.json': visit,
      'f13@2026-01-01.json': visit,
    })
    expect(() => loadForms(twice)).toThrow('stands twice')
    expect(() => loadForms(folderWith({ 'parts.json': parts, 'f14.json': visit }))).toThrow(
      'f14.json holds the form f13',
    )
  })
})
