import { withoutTable } from './case-fields.ts'
import type { Item, Value } from './fields.ts'
import { halves, type Scope } from './form-scope.ts'

/** A field that follows from the rows of a list: it is never asked beside them. */
type Computed = { list: string; field: string; from: (items: readonly Item[]) => Value | undefined }

const count = (items: readonly Item[]): Value => ({ kind: 'number', count: items.length })

/** No sum while an amount is missing. */
const sum =
  (field: string, missing: 'none' | 'nothing') =>
  (items: readonly Item[]): Value | undefined => {
    let fen = 0
    let known = 0
    for (const { values } of items) {
      const value = values.get(field)
      if (value?.kind === 'money') {
        fen += value.fen
        known += 1
      } else if (missing === 'none') return undefined
    }
    return known === 0 || !Number.isSafeInteger(fen) ? undefined : { kind: 'money', fen }
  }

const numbered =
  (field: string) =>
  (items: readonly Item[]): Value | undefined => {
    const lines = items.flatMap(({ values }, index) => {
      const value = values.get(field)
      return value?.kind === 'long' || value?.kind === 'text'
        ? [`${index + 1}．${withoutTable(value.text)}`]
        : []
    })
    return lines.length === 0 ? undefined : { kind: 'long', text: lines.join('\n') }
  }

const names = (items: readonly Item[]): Value | undefined => {
  const all = items.flatMap(({ values }) => {
    const value = values.get('姓名')
    return value?.kind === 'text' ? [value.text] : []
  })
  return all.length === 0 ? undefined : { kind: 'text', text: all.join('、') }
}

const textIn = ({ values }: Item, field: string): string => {
  const value = values.get(field)
  return value?.kind === 'text' ? value.text : ''
}

/** 申请人 张某，被申请人 某公司 */
const roles = (items: readonly Item[]): Value | undefined =>
  items.length === 0
    ? undefined
    : {
        kind: 'text',
        text: items
          .map((item) => `${textIn(item, '称谓')} ${textIn(item, '姓名')}`.trim())
          .join('，'),
      }

const computed: readonly Computed[] = [
  { list: '当事人', field: '案件.当事人名单', from: roles },
  { list: '当事人', field: '案件.当事人姓名', from: names },
  { list: '劳动.职工', field: '劳动.职工人数', from: count },
  { list: '劳动.职工', field: '劳动.金额合计', from: sum('金额', 'none') },
  { list: '补贴.申报', field: '补贴.件数', from: count },
  { list: '补贴.申报', field: '补贴.合计金额', from: sum('补贴金额', 'none') },
  { list: '协议.条款', field: '协议.总金额', from: sum('金额', 'nothing') },
  { list: '协议.条款', field: '协议.协议内容', from: numbered('内容') },
  { list: '案件.调解员', field: '案件.调解员', from: names },
  { list: '调查.调查人', field: '调查.调查人', from: names },
]

/** Whether a field follows from a list that the same form asks for. */
export const isComputed = (field: string, lists: ReadonlySet<string>): boolean =>
  computed.some((each) => each.field === field && lists.has(each.list))

/** Sums, counts and texts made anew from the lists that were typed. */
export const computeAgain = (scope: Scope, typedLists: readonly string[]): Scope => {
  const items = new Map(scope.items)
  for (const { list, field, from } of computed) {
    if (!typedLists.includes(list)) continue
    const [group, name] = halves(field)
    const owner = items.get(group)
    const [holder, inner] = halves(list)
    const rows = holder === '' ? scope.lists.get(inner) : owner?.lists.get(inner)
    const value = from(rows ?? [])
    const values = new Map(owner?.values)
    if (value) values.set(name, value)
    else values.delete(name)
    items.set(group, { values, lists: owner?.lists ?? new Map() })
  }
  return { ...scope, items }
}
