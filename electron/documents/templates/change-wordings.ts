import type { LocalDate } from '#db/domain/local-date.ts'
import { checkForm, faultWords } from '../forms/check-form.ts'
import { formDefinition, type FormDefinition } from '../forms/form-definition.ts'
import { wordingsOf } from './wordings.ts'

export type WordingChange = {
  texts: Readonly<Record<string, string>>
  /** Places of a list in their new order; what is not named is left out. */
  orders: Readonly<Record<string, readonly number[]>>
}

/** `place` is the path of the text as it was asked about; absent when it is the whole form. */
export type WordingFault = { words: string; place?: string }

type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }

const rebuilt = (
  value: Json | undefined,
  path: string,
  change: WordingChange,
): Json | undefined => {
  if (Array.isArray(value)) {
    const order = change.orders[path] ?? value.map((_, index) => index)
    return order.map((place) => rebuilt(value[place], `${path}[${place}]`, change) ?? null)
  }
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        rebuilt(inner, path === '' ? name : `${path}.${name}`, change),
      ]),
    )
  const text = change.texts[path]
  return text === undefined ? value : text.trim()
}

const changed = (definition: FormDefinition, change: WordingChange): Json | undefined =>
  rebuilt(JSON.parse(JSON.stringify(definition)) as Json, '', change)

const faultOf = (made: Json | undefined): WordingFault | undefined => {
  const parsed = formDefinition.safeParse(made)
  if (!parsed.success) return { words: '改动以后文书不完整，请检查改过的地方' }
  const [fault] = checkForm(parsed.data, '')
  if (!fault) return undefined
  if (fault.kind === 'endsInTable')
    return { words: '文书不能以表格结尾，请留下表格后面的一段，或者把表格往上移' }
  const place = fault.place.replace(/ 第\d+个字$/u, '')
  return { words: faultWords(fault), place }
}

const namesWrong = (definition: FormDefinition, { texts, orders }: WordingChange): boolean => {
  const known = wordingsOf(definition)
  const paths = new Set(known.texts.map(({ path }) => path))
  return (
    Object.keys(texts).some((path) => !paths.has(path)) ||
    Object.entries(orders).some(([path, places]) => {
      const list = known.lists.find((each) => each.path === path)
      const isKnown = (place: number) => list?.items.some((item) => item.place === place) ?? false
      return !places.every(isKnown) || new Set(places).size !== places.length
    })
  )
}

/** The whole form with other words and rows from a day on, or the first thing that is wrong with them. */
export const changeWordings = (
  definition: FormDefinition,
  change: WordingChange,
  from: LocalDate,
): { definition: FormDefinition; fault?: undefined } | { fault: WordingFault } => {
  if (namesWrong(definition, change))
    return { fault: { words: '文书刚刚换了版本，请重新打开再改' } }
  const empty = Object.entries(change.texts).find(([, text]) => text.trim() === '')
  if (empty) return { fault: { words: '这一处不能空着；不要这一行，请选“不印”', place: empty[0] } }
  if (Object.values(change.orders).some((places) => places.length === 0))
    return { fault: { words: '至少要留下一行' } }
  // Texts first: their places are then still those that were asked about.
  const worded = faultOf(changed(definition, { ...change, orders: {} }))
  if (worded) return { fault: worded }
  const made = changed(definition, change)
  const fault = faultOf(made)
  if (fault) return { fault: { words: fault.words } }
  return { definition: { ...formDefinition.parse(made), from } }
}
