import type { ClauseSlot, SlotKind } from './library-clause.ts'

const slot = /【([^【】\r\n]*)】/gu

/** @policy Names of the slots of a text, each once, in the order of first use; nameless ones are left out. */
export const slotsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(slot)].map(([, name = '']) => name.trim()).filter(Boolean)),
]

/**
 * Puts values into the slots of their name. A slot without a value, or with a blank one, stays visible as 【…】,
 * which counts as a blank in the finished agreement. Values are put in as they are: 【】 in one is no slot.
 * @policy A blank must be seen, never guessed.
 */
export const fillSlots = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(slot, (whole, name: string) => {
    const key = name.trim()
    const value = Object.hasOwn(values, key) ? (values[key] ?? '').trim() : ''
    return value === '' ? whole : value
  })

/** @policy 【 and 】 come in pairs, one inside another or across lines makes no slot. */
export const hasUnpairedBracket = (text: string): boolean =>
  /[【】]/u.test(text.replaceAll(slot, ''))

/** @policy 【】 without a name cannot be filled. */
export const hasNamelessSlot = (text: string): boolean => /【[^\S\r\n]*】/u.test(text)

const kindByName: readonly [pattern: RegExp, kind: SlotKind][] = [
  [/(?:日期|日|时间|之日)$/u, 'date'],
  [/(?:金额|数额|总额|款额|价款|租金|本金|利息|违约金|押金|单价)$/u, 'amount'],
  [/(?:人|方|单位|业主|患者|劳动者|消费者|当事人.)$/u, 'party'],
]

/**
 * What a slot most likely takes, by its name.
 * @policy Only a guess to start with, for a centre's own clauses: anything unknown is free words.
 */
export const guessSlotKind = (name: string): SlotKind =>
  kindByName.find(([pattern]) => pattern.test(name))?.[1] ?? 'text'

/** @policy The slots of a text, keeping what is known of each and guessing the rest. */
export const describeSlots = (text: string, known: readonly ClauseSlot[] = []): ClauseSlot[] =>
  slotsOf(text).map(
    (name) => known.find((each) => each.name === name) ?? { name, kind: guessSlotKind(name) },
  )
