import type { FormBlock, FormChoice, FormDefinition, FormRow } from '../forms/form-definition.ts'

export type WordingKind = 'title' | 'heading' | 'label' | 'text' | 'note'

/** A text of a form; `path` is its place in the definition: blocks[2].rows[0].cells[1].label */
export type Wording = { path: string; kind: WordingKind; text: string }

/** Rows or blocks that may be moved or left out. */
export type WordingList = { path: string; items: { place: number; words: string }[] }

type Found = { texts: Wording[]; lists: WordingList[] }

const none: Found = { texts: [], lists: [] }

const joined = (found: readonly Found[]): Found => ({
  texts: found.flatMap(({ texts }) => texts),
  lists: found.flatMap(({ lists }) => lists),
})

/** Without its tags it still says something: what is only filled in has no wording. */
const hasWords = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text.replaceAll(/\{[^{}]*\}/gu, ''))

const text = (path: string, kind: WordingKind, words: string | undefined): Found =>
  words !== undefined && hasWords(words)
    ? { texts: [{ path, kind, text: words }], lists: [] }
    : none

const list = (path: string, items: readonly string[]): Found =>
  items.length > 1
    ? { texts: [], lists: [{ path, items: items.map((words, place) => ({ place, words })) }] }
    : none

const rowWords = ({ cells }: FormRow): string => cells.map(({ label }) => label).join('、')

const choices = (path: string, all: readonly FormChoice[] = []): Found =>
  joined([
    list(
      path,
      all.map((choice) => choice.text),
    ),
    ...all.map((choice, index) => text(`${path}[${index}].text`, 'text', choice.text)),
  ])

/** A block in a few words, for who moves it. */
const blockWords = (block: FormBlock): string => {
  switch (block.kind) {
    case 'title':
    case 'numberLine':
    case 'heading':
    case 'big':
    case 'paragraph':
      return block.text
    case 'prose':
      return block.label ?? block.text
    case 'lines':
      return '供手写的横线'
    case 'choices':
      return block.label ?? block.choices.map((choice) => choice.text).join('、')
    case 'fields':
      return `表格：${block.rows.map(rowWords).join('、')}`
    case 'table':
      return `表格：${block.columns.map(({ header }) => header).join('、')}`
    case 'signatures':
      return '签名栏'
    case 'together':
    case 'group':
    case 'each':
      return block.blocks
        .filter(({ kind }) => kind !== 'gap')
        .slice(0, 2)
        .map(blockWords)
        .join('；')
    case 'part':
      return block.part
    case 'gap':
      return '空行'
    case 'pageBreak':
      return '换页'
  }
}

const blockFound = (block: FormBlock, path: string): Found => {
  switch (block.kind) {
    case 'title':
      return joined([
        text(`${path}.letterhead`, 'title', block.letterhead),
        text(`${path}.text`, 'title', block.text),
      ])
    case 'heading':
    case 'big':
      return text(`${path}.text`, 'heading', block.text)
    case 'numberLine':
      return text(`${path}.text`, 'text', block.text)
    case 'paragraph':
      return text(`${path}.text`, block.small === true ? 'note' : 'text', block.text)
    case 'prose':
      return joined([
        text(`${path}.label`, 'label', block.label),
        text(`${path}.text`, 'text', block.text),
      ])
    case 'choices':
      return joined([
        text(`${path}.label`, 'label', block.label),
        choices(`${path}.choices`, block.choices),
      ])
    case 'fields':
      return joined([
        text(`${path}.caption`, 'label', block.caption),
        list(`${path}.rows`, block.rows.map(rowWords)),
        ...block.rows.flatMap(({ cells }, row) =>
          cells.map((cell, column) => {
            const at = `${path}.rows[${row}].cells[${column}]`
            return joined([
              text(`${at}.label`, 'label', cell.label),
              text(`${at}.value`, 'text', cell.value),
              choices(`${at}.choices`, cell.choices),
            ])
          }),
        ),
      ])
    case 'table':
      return joined([
        ...block.columns.map(({ header }, index) =>
          text(`${path}.columns[${index}].header`, 'label', header),
        ),
        list(
          `${path}.rows`,
          block.rows.map(({ cells }) => cells.filter((cell) => cell !== '').join('、')),
        ),
        ...block.rows.flatMap(({ cells }, row) =>
          cells.map((cell, column) => text(`${path}.rows[${row}].cells[${column}]`, 'text', cell)),
        ),
        ...(block.sum ?? []).map((cell, index) =>
          text(`${path}.sum[${index}].text`, 'label', cell.text),
        ),
      ])
    case 'signatures':
      return joined([
        blocks(`${path}.lead`, block.lead),
        ...(block.parties ?? []).map(({ role }, index) =>
          text(`${path}.parties[${index}].role`, 'label', role),
        ),
        list(
          `${path}.staff`,
          (block.staff ?? []).map(({ label }) => label),
        ),
        ...(block.staff ?? []).map(({ label }, index) =>
          text(`${path}.staff[${index}].label`, 'label', label),
        ),
      ])
    case 'together':
    case 'group':
    case 'each':
      return blocks(`${path}.blocks`, block.blocks)
    case 'part':
    case 'lines':
    case 'gap':
    case 'pageBreak':
      return none
  }
}

const blocks = (path: string, all: readonly FormBlock[]): Found =>
  joined([
    list(path, all.map(blockWords)),
    ...all.map((block, index) => blockFound(block, `${path}[${index}]`)),
  ])

/** Every text of a form in its order, and every list whose things may be moved or left out. */
export const wordingsOf = (definition: FormDefinition): Found =>
  joined([blocks('blocks', definition.blocks), text('footNote', 'note', definition.footNote)])
