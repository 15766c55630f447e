/** What stands in a form: amounts in fen, days as YYYY-MM-DD, choices by value; anything may be missing. */
export type Value = string | number | boolean | Row | readonly Row[] | undefined
export type Row = { readonly [path: string]: Value }

type Option = { value: string | number; label: string; keywords?: string | undefined }

/** `main` is always in sight, the others are folded until somebody opens them or a reason names one of them. */
export type FieldGroup = 'main' | 'standard' | 'circumstance'

type Condition = (form: Row, whole: Row) => boolean

type FieldBase = {
  /** Place in the input, dots for what lies inside; with $ in front a question of the form only. */
  path: string
  label: string
  hint?: string
  /** Without it there is no figure. */
  needed?: boolean | Condition
  /** Asked only then; what is not asked does not go into the input. */
  when?: Condition
  group?: FieldGroup
  /** Its words need the whole width. */
  isWide?: boolean
}

export type MoneyKind = FieldBase & { kind: 'money' }
type DateKind = FieldBase & { kind: 'date' }
type NumberKind = FieldBase & {
  kind: 'number'
  unit: string
  min: number
  max: number
  whole?: boolean
}
/** A rate or price as text, so that no digit is lost. */
type DecimalKind = FieldBase & { kind: 'percent'; unit: string }
type TextKind = FieldBase & {
  kind: 'text'
  maxLength: number
  pattern?: RegExp
  /** Told when the pattern does not fit. */
  wrong?: string
}
export type ChoiceKind = FieldBase & {
  kind: 'choice'
  options: readonly Option[]
  start?: string | number
  /** A question of the form only: what an input that is opened again answers to it. */
  read?: (input: Readonly<Record<string, unknown>>) => string | number | undefined
  /** Two ways to fill the field before it: shown as a link to the other one. */
  isSwitch?: boolean
}
/** Not needed means that 不清楚 is an answer. */
type FlagKind = FieldBase & { kind: 'flag' }
export type ListKind = FieldBase & {
  kind: 'list'
  /** One row, such as 一笔加班. */
  rowName: string
  item: readonly Field[]
  max: number
  /** The row is the value of its only field. */
  scalar?: boolean
  /** What the next row takes over from the one before. */
  carry?: readonly string[]
}
/** Other calculators with their own forms. */
export type ClaimsKind = FieldBase & { kind: 'claims' }

export type Field =
  | MoneyKind
  | DateKind
  | NumberKind
  | DecimalKind
  | TextKind
  | ChoiceKind
  | FlagKind
  | ListKind
  | ClaimsKind

export const matters = ['ending', 'wages', 'injury', 'promises', 'sum'] as const
export type Matter = (typeof matters)[number]

export type CalcForm = {
  matter: Matter
  /** When it is the right one, in one line. */
  use: string
  fields: readonly Field[]
}
