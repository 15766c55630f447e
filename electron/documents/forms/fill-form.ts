import { cellPadding, ems, estimateHeight, line, styles, textWidth } from '../flow.ts'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { makePaper, type PaperContext } from '../paper-context.ts'
import {
  formPage,
  paragraph,
  paragraphsOf,
  type Block,
  type Field,
  type PageSetup,
  type Paper,
  type PartySignature,
  type StaffSignature,
} from '../paper.ts'
import { sentence } from '../wording.ts'
import { fillTable } from './fill-table.ts'
import { choiceLines, fillCell, fillField, fillText, holds } from './fill-text.ts'
import type {
  FormBlock,
  FormCell,
  FormDefinition,
  PartySigner,
  StaffSigner,
} from './form-definition.ts'
import type { FormData } from './form-data.ts'
import { layWords } from './own-words.ts'
import { type Scope, listItems, listShape, scopeOf, within } from './form-scope.ts'

type Of<Kind extends FormBlock['kind']> = Extract<FormBlock, { kind: Kind }>

/** A4 lying; as with the standing page a line of text is no whole number of characters. */
export const landscapePage: PageSetup = {
  width: 297,
  height: 210,
  margins: { top: 25, right: 21.5, bottom: 23.1, left: 20 },
}

const rule = '＿'
const ruleLength = (page: PageSetup): number => Math.floor(textWidth(page) / styles.body.size)

/** A line to write on, over the whole width. */
const ruledLines = (count: number, page: PageSetup): Block[] => {
  const text = rule.repeat(ruleLength(page))
  return Array.from({ length: count }, () => [
    { kind: 'gap', units: 1 } as const,
    paragraph(text, { indent: false, align: 'left' }),
  ]).flat()
}

const prose = (block: Of<'prose'>, scope: Scope, page: PageSetup): Block[] => {
  const [first, ...rest] = paragraphsOf(fillCell(block.text, scope))
  const label = block.label === undefined ? '' : `${fillText(block.label, scope)}：`
  if (first !== undefined) {
    const begin = label === '' ? first : rest.length === 0 ? sentence(first) : first
    return [paragraph(`${label}${begin}`), ...rest.map((text) => paragraph(text))]
  }
  const count = block.lines ?? 2
  if (label === '') return ruledLines(count, page)
  const room = ruleLength(page) - styles.body.firstIndent / styles.body.size - ems(label, 0.5)
  // Too little would be left behind a long label: it stands over the lines then.
  if (room < 8) return [paragraph(label, { keepNext: true }), ...ruledLines(count, page)]
  return [
    { kind: 'gap', units: 1 },
    paragraph(`${label}${rule.repeat(Math.floor(room))}`, { align: 'left' }),
    ...ruledLines(count - 1, page),
  ]
}

/** Points of a cell beyond which free text leaves the table. */
const tallest = 216

/** @param width points within the cell */
const cellValue = ({ value, choices }: FormCell, scope: Scope, width: number, size: number) => {
  if (choices) return choiceLines(choices, scope, width / size).join('\n')
  return value === undefined ? '' : fillField(value, scope)
}

/** Points that a text takes in a cell, each paragraph on lines of its own. */
const heightIn = (text: string, width: number): number =>
  paragraphsOf(text).reduce((sum, each) => sum + estimateHeight(line('cell', each), width), 0)

const fields = (block: Of<'fields'>, scope: Scope, page: PageSetup): Block[] => {
  const total = block.columns.reduce((a, b) => a + b, 0)
  const lead = block.caption === undefined ? 0 : 1
  const { size } = styles[block.large === true ? 'largeCell' : 'cell']
  const rows: Field[][] = []
  const after: Block[] = []
  for (const { when, cells, height, long } of block.rows) {
    if (!holds(when, scope)) continue
    let at = lead
    let width = 0
    const filled = cells.map((cell): Field => {
      const { labelSpan = 1, valueSpan = 1 } = cell
      const from = at + labelSpan
      at = from + valueSpan
      const part = block.columns.slice(from, at).reduce((a, b) => a + b, 0)
      width = (part / total) * textWidth(page) - 2 * cellPadding.side
      const value = cellValue(cell, scope, width, size)
      return { label: fillText(cell.label, scope), value, labelSpan, valueSpan, minHeight: height }
    })
    const [only] = filled
    if (long === true && only) {
      if (heightIn(only.value, width) > tallest) {
        after.push(
          { kind: 'heading', text: only.label },
          ...paragraphsOf(only.value).map((text) => paragraph(text)),
        )
        continue
      }
    }
    rows.push(filled)
  }
  const caption = block.caption === undefined ? undefined : fillText(block.caption, scope)
  const { columns } = block
  const large = block.large === true ? { large: true } : {}
  const table: Block[] =
    rows.length === 0
      ? []
      : [{ kind: 'together', blocks: [{ kind: 'fields', caption, columns, rows, ...large }] }]
  return [...table, ...after]
}

const loop = (scope: Scope, each: string, least: number | undefined): Scope[] => {
  const shape = listShape(scope, each)
  return shape ? listItems(scope, each, least).map((item) => within(scope, shape, item)) : []
}

/** The party at hand, not somebody beside it such as its agent. */
const signsItself = ({ name }: PartySigner): boolean => name.includes('{当事人.姓名}')

const partySigners = (signer: PartySigner, scope: Scope): PartySignature[] => {
  const scopes = signer.each === undefined ? [scope] : loop(scope, signer.each, signer.least)
  return scopes.map((inner) => ({
    role: fillText(signer.role, inner),
    name: fillCell(signer.name, inner),
    ...(signsItself(signer) && holds('当事人.是单位', inner) ? { isOrganisation: true } : {}),
    representatives:
      signer.representatives === true
        ? loop(inner, '当事人.签名代表', 0).map((each) => fillText('{签名代表.内容}', each))
        : [],
  }))
}

const staffSigners = (signer: StaffSigner, scope: Scope): StaffSignature[] => {
  if (!holds(signer.when, scope)) return []
  const scopes = signer.each === undefined ? [scope] : loop(scope, signer.each, signer.least)
  return scopes.map((inner) => ({
    label: fillText(signer.label, inner),
    name: fillCell(signer.name ?? '', inner),
  }))
}

const signatures = (block: Of<'signatures'>, scope: Scope, page: PageSetup): Block => ({
  kind: 'signatures',
  lead: fillBlocks(block.lead, scope, page),
  parties: (block.parties ?? []).flatMap((signer) => partySigners(signer, scope)),
  staff: (block.staff ?? []).flatMap((signer) => staffSigners(signer, scope)),
  seal: block.seal && {
    sealName: fillText(block.seal.name, scope),
    date: fillCell(block.seal.date, scope),
  },
})

const eachBlocks = (block: Of<'each'>, scope: Scope, page: PageSetup): Block[] =>
  loop(scope, block.each, block.least).flatMap((inner, index) => [
    ...(block.newPage === true && index > 0 ? [{ kind: 'pageBreak' } as const] : []),
    ...fillBlocks(block.blocks, inner, page),
  ])

const big = (text: string, cover: boolean): Block =>
  cover ? { kind: 'big', text, cover } : { kind: 'big', text }

const fillBlock = (block: FormBlock, scope: Scope, page: PageSetup): Block[] => {
  switch (block.kind) {
    case 'title': {
      const letterhead =
        block.letterhead === undefined ? undefined : fillText(block.letterhead, scope)
      return [{ kind: 'title', text: fillText(block.text, scope), letterhead }]
    }
    case 'numberLine':
    case 'heading':
      return [{ kind: block.kind, text: fillText(block.text, scope) }]
    case 'big':
      return [big(fillText(block.text, scope), block.cover === true)]
    case 'paragraph': {
      const { indent, align, keepNext, small, bold } = block
      const made = paragraph(fillText(block.text, scope), { indent, align, keepNext, small })
      if (made.kind !== 'paragraph' || bold !== true) return [made]
      return [{ ...made, runs: made.runs.map((run) => ({ ...run, bold })) }]
    }
    case 'prose':
      return prose(block, scope, page)
    case 'lines':
      return ruledLines(block.count, page)
    case 'choices': {
      const label = block.label === undefined ? '' : `${fillText(block.label, scope)}：`
      const { size, firstIndent } = styles.body
      const room = (textWidth(page) - firstIndent) / size
      const lines = choiceLines(block.choices, scope, room, label)
      return lines.map((text, index) =>
        paragraph(text, { align: 'left', keepNext: index < lines.length - 1 }),
      )
    }
    case 'fields':
      return fields(block, scope, page)
    case 'table':
      return fillTable(block, scope, page)
    case 'signatures':
      return [signatures(block, scope, page)]
    case 'together': {
      const blocks = fillBlocks(block.blocks, scope, page)
      return blocks.length === 0 ? [] : [{ kind: 'together', blocks }]
    }
    case 'group':
      return fillBlocks(block.blocks, scope, page)
    case 'each':
      return eachBlocks(block, scope, page)
    case 'gap':
      return [{ kind: 'gap', units: block.units }]
    case 'pageBreak':
      return [{ kind: 'pageBreak' }]
    case 'part':
      throw new RangeError(`part ${block.part} was not put in`)
  }
}

const fillBlocks = (blocks: readonly FormBlock[], scope: Scope, page: PageSetup): Block[] =>
  blocks.flatMap((block) => (holds(block.when, scope) ? fillBlock(block, scope, page) : []))

/**
 * The paper of a form, with blanks to fill by hand where `data` says nothing.
 * @param words what somebody wrote into it, over what `data` says
 * @throws DomainError as `layWords`
 */
export const fillForm = (
  definition: FormDefinition,
  data: FormData,
  context: PaperContext,
  words?: SheetWords,
): Paper => {
  const known = scopeOf(data, context)
  const scope = words ? layWords(known, words) : known
  const page = definition.page === 'landscape' ? landscapePage : formPage
  const blocks = fillBlocks(definition.blocks, scope, page)
  const subject = fillCell(definition.subject ?? '{案件.名称}', scope)
  const { footNote, unnumbered } = definition
  return {
    ...makePaper(definition.id, definition.title, subject, context, blocks),
    page,
    ...(footNote === undefined ? {} : { footNote: fillText(footNote, scope) }),
    ...(unnumbered === true ? { unnumbered } : {}),
  }
}
