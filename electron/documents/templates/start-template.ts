import { textWidth } from '../flow.ts'
import type {
  Condition,
  FormBlock,
  FormCell,
  FormChoice,
  FormDefinition,
  PartySigner,
  StaffSigner,
  TableRow,
} from '../forms/form-definition.ts'
import { landscapePage } from '../forms/fill-form.ts'
import {
  formPage,
  paragraph,
  safeFileName,
  type Block,
  type Field,
  type Paper,
  type TableCell,
} from '../paper.ts'

type Of<Kind extends FormBlock['kind']> = Extract<FormBlock, { kind: Kind }>

/** What opens a condition; `flipped` asks for the opposite. */
const asks = (condition: Condition, flipped = false): string => {
  const {
    field,
    is,
    not = false,
  } = typeof condition === 'string' ? { field: condition } : condition
  return `{${not === flipped ? '#' : '^'}${field}${is ? `=${is.join('/')}` : ''}}`
}

const choicesText = (choices: readonly FormChoice[]): string =>
  choices
    .map(({ text, ticked }) =>
      ticked === undefined ? `□${text}` : `${asks(ticked)}■{/}${asks(ticked, true)}□{/}${text}`,
    )
    .join('　')

const loopStart = (each: string, rows = 0): string => `{#${each}${rows > 1 ? `|${rows}` : ''}}`

/** A paragraph with nothing but the tag goes when the file is filled. */
const tagLine = (text: string): Block => paragraph(text, { indent: false })

const around = (open: string | undefined, blocks: Block[]): Block[] =>
  open === undefined ? blocks : [tagLine(open), ...blocks, tagLine('{/}')]

const cellText = ({ value, choices }: FormCell): string =>
  choices ? choicesText(choices) : (value ?? '')

const fields = ({ caption, columns, rows, large }: Of<'fields'>): Block[] => [
  {
    kind: 'fields',
    caption,
    columns,
    ...(large === true ? { large } : {}),
    rows: rows.map(({ when, cells, height }) =>
      cells.map((cell, index): Field => {
        const open = when !== undefined && index === 0 ? asks(when) : ''
        const close = when !== undefined && index === cells.length - 1 ? '{/}' : ''
        return {
          label: `${open}${cell.label}`,
          value: `${cellText(cell)}${close}`,
          labelSpan: cell.labelSpan ?? 1,
          valueSpan: cell.valueSpan ?? 1,
          minHeight: height,
        }
      }),
    ),
  },
]

const tableCells = ({ when, each, least, pad, cells }: TableRow): TableCell[] => {
  const opens = [
    ...(when === undefined ? [] : [asks(when)]),
    ...(each === undefined ? [] : [loopStart(each, pad ?? least)]),
  ]
  return cells.map((text, index) => ({
    text:
      (index === 0 ? opens.join('') : '') +
      text +
      (index === cells.length - 1 ? '{/}'.repeat(opens.length) : ''),
  }))
}

const table = ({ columns, rows, sum, rowHeight }: Of<'table'>): Block[] => [
  {
    kind: 'table',
    columns: columns.map(({ header, width, align = 'center' }) => ({ header, width, align })),
    rows: rows.map(tableCells),
    sum,
    rowHeight,
  },
]

const place = '＿＿＿＿＿＿＿＿'
const handDate = '　　年　　月　　日'

const partyLines = ({ each, role, name, representatives }: PartySigner): Block[] =>
  around(each === undefined ? undefined : loopStart(each), [
    paragraph(`${role === '' ? '' : `${role}：`}${name}`, { indent: false }),
    ...(representatives === true
      ? around('{#当事人.签名代表}', [paragraph('{签名代表.内容}', { indent: false })])
      : []),
    paragraph(`（签名、盖章或按指印）：${place}${handDate}`, { indent: false }),
  ])

const staffLines = ({ when, each, label, name = '' }: StaffSigner): Block[] => {
  const line = paragraph(`${label} ${name}（签名）：${place}`, { indent: false })
  const looped = around(each === undefined ? undefined : loopStart(each), [line])
  return around(when === undefined ? undefined : asks(when), looped)
}

const signatures = ({ lead, parties = [], staff = [], seal }: Of<'signatures'>): Block[] => [
  ...lead.flatMap((block) => blocksOf(block)),
  ...parties.flatMap(partyLines),
  ...staff.flatMap(staffLines),
  ...(seal
    ? [
        paragraph(`${seal.name}（印章）`, { align: 'right' as const }),
        paragraph(seal.date, { align: 'right' as const }),
      ]
    : []),
]

const bare = (block: FormBlock): Block[] => {
  switch (block.kind) {
    case 'title':
      return [{ kind: 'title', text: block.text, letterhead: block.letterhead }]
    case 'numberLine':
    case 'heading':
      return [{ kind: block.kind, text: block.text }]
    case 'big':
      return [{ kind: 'big', text: block.text, ...(block.cover === true ? { cover: true } : {}) }]
    case 'paragraph': {
      const { text, indent, align, small } = block
      return [paragraph(text, { indent, align, small })]
    }
    case 'prose':
      return [paragraph(`${block.label === undefined ? '' : `${block.label}：`}${block.text}`)]
    case 'lines': {
      const line = '＿'.repeat(Math.floor(textWidth(formPage) / 14))
      return Array.from({ length: block.count }, () => paragraph(line, { indent: false }))
    }
    case 'choices': {
      const label = block.label === undefined ? '' : `${block.label}：`
      return [paragraph(`${label}${choicesText(block.choices)}`)]
    }
    case 'fields':
      return fields(block)
    case 'table':
      return table(block)
    case 'signatures':
      return signatures(block)
    case 'together':
    case 'group':
      return block.blocks.flatMap((inner) => blocksOf(inner))
    case 'each':
      return around(
        loopStart(block.each),
        block.blocks.flatMap((inner) => blocksOf(inner)),
      )
    case 'gap':
      return [{ kind: 'gap', units: block.units }]
    case 'pageBreak':
      return [{ kind: 'pageBreak' }]
    case 'part':
      throw new RangeError(`part ${block.part} was not put in`)
  }
}

const blocksOf = (block: FormBlock): Block[] =>
  around(block.when === undefined ? undefined : asks(block.when), bare(block))

/** A form as a Word template to start from: its words with the tags left in place, lists as loops. */
export const startPaper = (definition: FormDefinition): Paper => ({
  formId: definition.id,
  title: definition.title,
  fileName: safeFileName(`${definition.title} 起始文件`),
  page: definition.page === 'landscape' ? landscapePage : formPage,
  ...(definition.footNote === undefined ? {} : { footNote: definition.footNote }),
  ...(definition.unnumbered === true ? { unnumbered: true } : {}),
  blocks: definition.blocks.flatMap((block) => blocksOf(block)),
})
