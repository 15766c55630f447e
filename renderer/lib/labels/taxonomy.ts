import {
  caseSources,
  disputeTypes,
  findCaseSource,
  findDisputeType,
  levelOneOf,
  type DisputeType,
} from '#db/domain/case/taxonomy.ts'
import { pinyinInitials } from './pinyin-initials.ts'

/** 邻里纠纷—排水漏水; the bare code of a type that this version does not know. */
export const disputeTypeLabel = (code: string): string => {
  const type = findDisputeType(code)
  if (!type) return code === '' ? '未选' : `其他（${code}）`
  const parent = type.parent ? findDisputeType(type.parent) : undefined
  return parent ? `${parent.label}—${type.label}` : type.label
}

export const caseSourceLabel = (code: string): string =>
  findCaseSource(code)?.label ?? (code === '' ? '未选' : `其他（${code}）`)

export const caseSourceOptions = caseSources.map(({ code, label }) => ({ value: code, label }))

export const topLevelTypes: readonly DisputeType[] = disputeTypes.filter((type) => !type.parent)

export const subTypesOf = (code: string): readonly DisputeType[] =>
  disputeTypes.filter((type) => type.parent === levelOneOf(code))

/** The number printed before a choice, which is also its key: 2 for 02, 3 for 02.03, 99 for the rest. */
export const typeKey = (type: DisputeType): string => {
  const own = type.parent ? type.code.slice(type.parent.length + 1) : type.code
  return String(Number(own))
}

const initials = new Map(disputeTypes.map((type) => [type.code, pinyinInitials(type.label)]))

const normalise = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const rankOf = (type: DisputeType, text: string): number | undefined => {
  const label = normalise(type.label)
  const spelled = initials.get(type.code) ?? ''
  if (/^[\d.]+$/.test(text)) {
    const isWhole = typeKey(type) === text || type.code === text
    if (type.parent) return type.code.startsWith(text) && text.includes('.') ? 1 : undefined
    if (isWhole) return 0
    return typeKey(type).startsWith(text) || type.code.startsWith(text) ? 1 : undefined
  }
  if (label.startsWith(text) || spelled === text) return type.parent ? 1 : 0
  if (spelled.startsWith(text)) return type.parent ? 3 : 2
  if (label.includes(text)) return type.parent ? 5 : 4
  return text.length > 1 && spelled.includes(text) ? 6 : undefined
}

/**
 * Types found by number (2, 02.03), by initials (psls) or by characters (漏水), best first.
 * Empty text finds none.
 */
export const searchDisputeTypes = (text: string): readonly DisputeType[] => {
  const wanted = normalise(text)
  if (wanted === '') return []
  return disputeTypes
    .flatMap((type) => {
      const rank = rankOf(type, wanted)
      return rank === undefined ? [] : [{ type, rank }]
    })

    .toSorted((a, b) => a.rank - b.rank || a.type.sort - b.type.sort)
    .map(({ type }) => type)
}

/** Within an opened branch: by its own number, initials or characters, best first. */
export const searchSubTypes = (parent: string, text: string): readonly DisputeType[] => {
  const wanted = normalise(text)
  const children = subTypesOf(parent)
  if (wanted === '') return children
  if (/^\d+$/.test(wanted)) {
    const whole = children.filter((type) => typeKey(type) === wanted)
    const begun = children.filter((type) => typeKey(type).startsWith(wanted))
    return [...whole, ...begun.filter((type) => !whole.includes(type))]
  }
  return searchDisputeTypes(wanted).filter((type) => type.parent === parent)
}
