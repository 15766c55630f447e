import { parseArgs, type ParseArgsConfig } from 'node:util'
import { calcNames } from '#db/domain/labour/calc-names.ts'
import { UsageError } from './failure.ts'

export type Option = {
  /** Stands for the value in the usage line; absent for a switch. */
  value?: string
  required?: boolean
}

/** Every verb with its options: the one list that parsing, usage lines and tests read. */
export const verbs = {
  init: {
    store: { value: 'DIR', required: true },
    body: { value: 'NAME', required: true },
    short: { value: 'X', required: true },
    user: { value: 'NAME', required: true },
    seal: { value: 'NAME' },
    address: { value: 'TEXT' },
    phone: { value: 'TEXT' },
    region: { value: 'TEXT' },
    letterhead: { value: 'TEXT' },
    kind: { value: 'KIND' },
    practice: {},
  },
  seed: {
    store: { value: 'DIR', required: true },
    cases: { value: 'N', required: true },
    seed: { value: 'S', required: true },
    until: { value: 'DATE' },
    user: { value: 'NAME' },
  },
  'import-case': {
    store: { value: 'DIR', required: true },
    file: { value: 'case.json', required: true },
    user: { value: 'NAME' },
  },
  cases: {
    store: { value: 'DIR', required: true },
    status: { value: 'S' },
    limit: { value: 'N' },
    after: { value: 'CURSOR' },
    user: { value: 'NAME' },
  },
  agreement: {
    store: { value: 'DIR', required: true },
    case: { value: 'ID', required: true },
    out: { value: 'FILE.docx', required: true },
    user: { value: 'NAME' },
  },
  papers: {
    store: { value: 'DIR', required: true },
    case: { value: 'NUMBER|ID', required: true },
    out: { value: 'DIR', required: true },
    pdf: {},
    user: { value: 'NAME' },
  },
  backup: {
    store: { value: 'DIR', required: true },
    out: { value: 'FILE', required: true },
    user: { value: 'NAME' },
  },
  restore: {
    file: { value: 'FILE', required: true },
    store: { value: 'DIR', required: true },
    user: { value: 'NAME' },
  },
  verify: {
    store: { value: 'DIR', required: true },
    code: { value: 'XXXX-XXXX-XXXX-XXXX-X' },
    file: { value: 'FILE.docx|FILE.pdf' },
    user: { value: 'NAME' },
  },
  'lint-agreement': { file: { value: 'agreement.json', required: true } },
  'read-terms': { on: { value: 'YYYY-MM-DD' } },
  calc: {},
  deadline: { list: {} },
  rota: { seed: { value: 'N' }, seconds: { value: 'N' } },
  schema: {},
} as const satisfies Record<string, Record<string, Option>>

export type Verb = keyof typeof verbs
type OptionsOf<V extends Verb> = (typeof verbs)[V]

/** What a verb is handed: required values as text, others perhaps, switches as booleans. */
export type Arguments<V extends Verb> = {
  [K in keyof OptionsOf<V>]: OptionsOf<V>[K] extends { required: true }
    ? string
    : OptionsOf<V>[K] extends { value: string }
      ? string | undefined
      : boolean | undefined
}

type Operands = {
  /** As the usage line has them. */
  words: string
  /** Each way to call the verb, its words joined by a blank. */
  known: readonly string[]
}

/** What a verb may be called with besides its options. */
const operands: Partial<Record<Verb, Operands>> = {
  calc: { words: '[NAME]', known: ['', ...calcNames] },
  rota: { words: 'solve', known: ['solve'] },
  schema: {
    words: 'import-case|agreement|deadline|rota|calc NAME',
    known: [
      'import-case',
      'agreement',
      'deadline',
      'rota',
      ...calcNames.map((name) => `calc ${name}`),
    ],
  },
}

const isVerb = (text: string | undefined): text is Verb =>
  text !== undefined && Object.hasOwn(verbs, text)

const optionWords = ([name, { value, required }]: [string, Option]) => {
  const words = value === undefined ? `--${name}` : `--${name} ${value}`
  return required ? words : `[${words}]`
}

export const usageOf = (verb: Verb): string =>
  ['tanxin', verb, operands[verb]?.words, ...Object.entries<Option>(verbs[verb]).map(optionWords)]
    .filter((word) => word !== undefined)
    .join(' ')

export const usage = (): string[] => (Object.keys(verbs) as Verb[]).map(usageOf)

/** The verb and its checked options. @throws UsageError */
export function readArguments(argv: readonly string[]): {
  verb: Verb
  values: Arguments<Verb>
  operand: string
} {
  const [verb, ...rest] = argv
  if (!isVerb(verb)) throw new UsageError('cli.usage', `verbs: ${Object.keys(verbs).join(', ')}`)
  const { values, positionals } = parsed(verb, rest)
  const operand = positionals.join(' ')
  const known = operands[verb]?.known
  if (known !== undefined && !known.includes(operand))
    throw new UsageError('cli.usage', usageOf(verb))
  for (const [name, { required }] of Object.entries<Option>(verbs[verb]))
    if (required && !values[name])
      throw new UsageError('cli.usage', `--${name} is missing: ${usageOf(verb)}`)
  return { verb, values: values as Arguments<Verb>, operand }
}

function parsed(verb: Verb, args: string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries<Option>(verbs[verb]).map(([name, { value }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string' },
    ]),
  )
  try {
    return parseArgs({
      args,
      options,
      strict: true,
      allowPositionals: operands[verb] !== undefined,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new UsageError('cli.usage', `${why}: ${usageOf(verb)}`)
  }
}

/** A whole number in an argument. @throws UsageError */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < min || number > max)
    throw new UsageError('cli.usage', `--${name} is a whole number from ${min} to ${max}`)
  return number
}
