import { formatsOf } from './fill-text.ts'
import type { FieldKind } from './fields.ts'
import type {
  Condition,
  FormBlock,
  FormChoice,
  FormDefinition,
  FormParts,
} from './form-definition.ts'
import {
  emptyScope,
  fieldKind,
  fieldNames,
  listShape,
  rootListNames,
  within,
  type Scope,
} from './form-scope.ts'
import { nearestName, readTags, type TagFaultKind } from './tags.ts'

export type FormFault = {
  kind:
    | TagFaultKind
    | 'unknownField'
    | 'unknownList'
    | 'unknownFormat'
    | 'unknownPart'
    | 'needsLoop'
    | 'longInCell'
    | 'notHere'
    | 'endsInTable'
  file: string
  /** blocks[2].rows[0].cells[1].value, and the character from 1 for a broken tag. */
  place: string
  tag: string
  /** The known name most like the wrong one. */
  nearest?: string
}

const words: Readonly<Record<FormFault['kind'], string>> = {
  unclosed: '花括号没有闭合',
  unopened: '多出一个右花括号',
  fullWidth: '用了全角符号，请改用半角的 { } . |',
  empty: '花括号里没有名称',
  unknownField: '没有这个栏目',
  unknownList: '没有这个列表',
  unknownFormat: '没有这种写法',
  unknownPart: '没有这个共用部分',
  needsLoop: '这个栏目要放在循环里',
  longInCell: '这个栏目的文字可能很长，不能放在窄格里',
  notHere: '这里不能放签名栏或者换页',
  endsInTable: '文书不能以表格或者空白结尾，否则可能多印一张白纸；请在后面加一句话',
}

/** What is wrong, for who edits the form on the screen and sees the place. */
export const faultWords = ({ kind, tag, nearest }: FormFault): string => {
  const hint = nearest === undefined ? '' : `；最接近的是“${nearest}”`
  return `“${tag}”${words[kind]}${hint}`
}

/** One line for who edits the file of a form. */
export const faultText = (fault: FormFault): string =>
  `${fault.file} ${fault.place}：${faultWords(fault)}`

type Found = Omit<FormFault, 'file'> & { file?: string }

const allNames = fieldNames.map(({ name }) => name)

/** A long text in a narrow cell makes a row that no page holds. */
type Room = 'any' | 'cell'

const checkText = (text: string, place: string, scope: Scope, room: Room = 'any'): Found[] => {
  const read = readTags(text)
  if (read.fault) {
    const { kind, at, tag } = read.fault
    return [{ kind, place: `${place} 第${at}个字`, tag }]
  }
  return read.parts.flatMap((part): Found[] => {
    if ('words' in part) return []
    const kind = fieldKind(scope, part.name)
    const tag = `{${part.name}${part.format === undefined ? '' : `|${part.format}`}}`
    if (kind === undefined) return [{ ...unknown(part.name), place, tag }]
    return [
      ...checkFormat(kind, part.format).map((fault) => ({ ...fault, place, tag })),
      ...(room === 'cell' && kind === 'long' ? [{ kind: 'longInCell' as const, place, tag }] : []),
    ]
  })
}

const unknown = (name: string): Pick<Found, 'kind' | 'nearest'> => {
  const known = fieldNames.find((each) => each.name === name)
  return known
    ? { kind: 'needsLoop', nearest: known.loop }
    : { kind: 'unknownField', nearest: nearestName(name, allNames) }
}

const checkFormat = (
  kind: FieldKind,
  format: string | undefined,
): Pick<Found, 'kind' | 'nearest'>[] =>
  format === undefined || formatsOf[kind].includes(format)
    ? []
    : [{ kind: 'unknownFormat', nearest: nearestName(format, formatsOf[kind]) }]

const checkCondition = (condition: Condition | undefined, place: string, scope: Scope): Found[] => {
  if (condition === undefined) return []
  const field = typeof condition === 'string' ? condition : condition.field
  return fieldKind(scope, field) === undefined ? [{ ...unknown(field), place, tag: field }] : []
}

const checkChoices = (choices: readonly FormChoice[], place: string, scope: Scope): Found[] =>
  choices.flatMap(({ text, ticked }, index) => [
    ...checkText(text, `${place}[${index}].text`, scope),
    ...checkCondition(ticked, `${place}[${index}].ticked`, scope),
  ])

const loopScope = (each: string, place: string, scope: Scope): [Scope, Found[]] => {
  const shape = listShape(scope, each)
  if (shape) return [within(scope, shape), []]
  const inner = [...scope.shapes.values()].flatMap(({ name, lists }) =>
    [...lists.keys()].map((list) => `${name}.${list}`),
  )
  const nearest = nearestName(each, [...rootListNames, ...inner])
  return [scope, [{ kind: 'unknownList', place, tag: each, nearest }]]
}

type Surroundings = { scope: Scope; parts: FormParts; flat: boolean; inside: readonly string[] }

const checkFields = (
  block: Extract<FormBlock, { kind: 'fields' }>,
  place: string,
  scope: Scope,
): Found[] => [
  ...(block.caption === undefined ? [] : checkText(block.caption, `${place}.caption`, scope)),
  ...block.rows.flatMap((row, index) => {
    const at = `${place}.rows[${index}]`
    return [
      ...checkCondition(row.when, `${at}.when`, scope),
      ...row.cells.flatMap((cell, column) => {
        const here = `${at}.cells[${column}]`
        const room = row.long === true ? 'any' : 'cell'
        return [
          ...checkText(cell.label, `${here}.label`, scope, 'cell'),
          ...(cell.value === undefined ? [] : checkText(cell.value, `${here}.value`, scope, room)),
          ...checkChoices(cell.choices ?? [], `${here}.choices`, scope),
        ]
      }),
    ]
  }),
]

const checkTable = (
  block: Extract<FormBlock, { kind: 'table' }>,
  place: string,
  scope: Scope,
): Found[] => [
  ...block.columns.flatMap(({ header }, index) =>
    checkText(header, `${place}.columns[${index}].header`, scope, 'cell'),
  ),
  ...block.rows.flatMap((row, index) => {
    const at = `${place}.rows[${index}]`
    const [inner, faults] =
      row.each === undefined ? [scope, []] : loopScope(row.each, `${at}.each`, scope)
    return [
      ...faults,
      ...checkCondition(row.when, `${at}.when`, scope),
      ...(faults.length > 0
        ? []
        : row.cells.flatMap((text, column) =>
            checkText(text, `${at}.cells[${column}]`, inner, 'cell'),
          )),
    ]
  }),
  ...(block.sum ?? []).flatMap(({ text }, index) =>
    checkText(text, `${place}.sum[${index}].text`, scope, 'cell'),
  ),
]

const checkSignatures = (
  block: Extract<FormBlock, { kind: 'signatures' }>,
  place: string,
  around: Surroundings,
): Found[] => [
  ...checkBlocks(block.lead, `${place}.lead`, { ...around, flat: true }),
  ...(block.parties ?? []).flatMap(({ each, role, name }, index) => {
    const at = `${place}.parties[${index}]`
    const [inner, faults] =
      each === undefined ? [around.scope, []] : loopScope(each, `${at}.each`, around.scope)
    if (faults.length > 0) return faults
    return [
      ...checkText(role, `${at}.role`, inner, 'cell'),
      ...checkText(name, `${at}.name`, inner, 'cell'),
    ]
  }),
  ...(block.staff ?? []).flatMap(({ when, each, label, name = '' }, index) => {
    const at = `${place}.staff[${index}]`
    const [inner, faults] =
      each === undefined ? [around.scope, []] : loopScope(each, `${at}.each`, around.scope)
    if (faults.length > 0) return faults
    return [
      ...checkCondition(when, `${at}.when`, around.scope),
      ...checkText(label, `${at}.label`, inner, 'cell'),
      ...checkText(name, `${at}.name`, inner, 'cell'),
    ]
  }),
  ...(block.seal
    ? [
        ...checkText(block.seal.name, `${place}.seal.name`, around.scope, 'cell'),
        ...checkText(block.seal.date, `${place}.seal.date`, around.scope, 'cell'),
      ]
    : []),
]

const partsFile = 'parts.json'

const checkPart = (
  { part }: Extract<FormBlock, { kind: 'part' }>,
  place: string,
  around: Surroundings,
): Found[] => {
  const blocks = around.parts[part]
  if (!blocks || around.inside.includes(part)) {
    const nearest = blocks ? undefined : nearestName(part, Object.keys(around.parts))
    return [{ kind: 'unknownPart', place, tag: part, nearest }]
  }
  return checkBlocks(blocks, part, { ...around, inside: [...around.inside, part] }).map(
    (fault) => ({ file: partsFile, ...fault }),
  )
}

const checkBlock = (block: FormBlock, place: string, around: Surroundings): Found[] => {
  const { scope } = around
  const misplaced =
    around.flat &&
    (block.kind === 'signatures' ||
      block.kind === 'pageBreak' ||
      (block.kind === 'each' && block.newPage === true))
  if (misplaced) return [{ kind: 'notHere', place, tag: block.kind }]
  switch (block.kind) {
    case 'title':
      return [
        ...checkText(block.text, `${place}.text`, scope),
        ...checkText(block.letterhead ?? '', `${place}.letterhead`, scope),
      ]
    case 'numberLine':
    case 'heading':
    case 'big':
    case 'paragraph':
      return checkText(block.text, `${place}.text`, scope)
    case 'prose':
      return [
        ...checkText(block.text, `${place}.text`, scope),
        ...checkText(block.label ?? '', `${place}.label`, scope),
      ]
    case 'choices':
      return [
        ...checkText(block.label ?? '', `${place}.label`, scope),
        ...checkChoices(block.choices, `${place}.choices`, scope),
      ]
    case 'fields':
      return checkFields(block, place, scope)
    case 'table':
      return checkTable(block, place, scope)
    case 'signatures':
      return checkSignatures(block, place, around)
    case 'together':
      return checkBlocks(block.blocks, `${place}.blocks`, { ...around, flat: true })
    case 'group':
      return checkBlocks(block.blocks, `${place}.blocks`, around)
    case 'each': {
      const [inner, faults] = loopScope(block.each, `${place}.each`, scope)
      if (faults.length > 0) return faults
      return checkBlocks(block.blocks, `${place}.blocks`, { ...around, scope: inner })
    }
    case 'part':
      return checkPart(block, place, around)
    case 'lines':
    case 'gap':
    case 'pageBreak':
      return []
  }
}

const checkBlocks = (blocks: readonly FormBlock[], place: string, around: Surroundings): Found[] =>
  blocks.flatMap((block, index) => {
    const here = `${place}[${index}]`
    return [
      ...checkCondition(block.when, `${here}.when`, around.scope),
      ...checkBlock(block, here, around),
    ]
  })

/** White that follows a table would go to a page of its own. */
const checkEnd = ({ blocks }: FormDefinition): Found[] => {
  const last = blocks.at(-1)
  const kinds: readonly FormBlock['kind'][] = ['fields', 'table', 'gap', 'pageBreak']
  return last && kinds.includes(last.kind)
    ? [{ kind: 'endsInTable', place: `blocks[${blocks.length - 1}]`, tag: last.kind }]
    : []
}

/** What is wrong with the tags, loops and conditions of a form; empty when it can be filled. */
export const checkForm = (
  definition: FormDefinition,
  file: string,
  parts: FormParts = {},
): FormFault[] => {
  const around = { scope: emptyScope, parts, flat: false, inside: [] }
  return [
    ...checkText(definition.subject ?? '', 'subject', emptyScope),
    ...checkText(definition.footNote ?? '', 'footNote', emptyScope),
    ...checkBlocks(definition.blocks, 'blocks', around),
    ...checkEnd(definition),
  ].map((fault) => ({ ...fault, file: fault.file ?? file }))
}
