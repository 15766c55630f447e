import { z } from 'zod'
import { dossierForms, type FormId } from './domain/dossier/forms.ts'
import { type PackLayer, resolvePack, signerRoles } from './domain/dossier/pack.ts'
import { type DossierRuleId, dossierRuleIds } from './domain/dossier/rules.ts'
import { parseLocalDate } from './domain/local-date.ts'

const filled = z.string().refine((text) => text.trim() !== '' && text === text.trim())

const day = z.string().transform((text, context) => {
  const date = parseLocalDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: `no such day: ${text}` })
  return z.NEVER
})

const formIds = dossierForms.map(({ id }) => id) as [FormId, ...FormId[]]
const form = z.enum(formIds)
const rule = z.enum(dossierRuleIds as [DossierRuleId, ...DossierRuleId[]])

const source = z
  .strictObject({ title: filled, article: filled.optional(), verified: z.boolean() })
  .refine(({ article, verified }) => !verified || article !== undefined, {
    error: 'a checked source names its article',
  })

/** `source` is a key of the file's table. */
const dated = { from: day, to: day.optional(), source: filled }

const ruleEntry = z.strictObject({
  rule,
  on: z.boolean(),
  level: z.enum(['block', 'warn', 'info']),
  days: z.int().min(1).max(3650).optional(),
  ...dated,
})

const formEntry = z.strictObject({
  form,
  signers: z.array(z.enum(signerRoles)),
  fingerprint: z.boolean(),
  seal: z.boolean(),
  organisationSeal: z.boolean(),
  readBack: z.boolean(),
  dated: z.boolean(),
  numbered: z.boolean(),
  capitals: z.boolean(),
  ...dated,
})

const orderEntry = z.strictObject({
  forms: z
    .array(form)
    .refine((list) => list.length === formIds.length && new Set(list).size === formIds.length, {
      error: 'an order names every form once',
    }),
  ...dated,
})

const pack = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z0-9]+)*$/),
  title: filled,
  region: filled,
  note: filled,
  extends: z.string().optional(),
  rules: z.array(ruleEntry),
  forms: z.array(formEntry),
  orders: z.array(orderEntry),
})

const packFile = z.strictObject({
  /** The day its sources were last compared with the text of the law. */
  checkedOn: z.iso.date(),
  sources: z.record(filled, source),
  packs: z.array(pack).min(1),
})

type PackFile = z.infer<typeof packFile>
type DatedEntry = { from: string; to?: string | undefined; source: string }

const refuseTwice = (pack: string, keys: readonly string[]): void => {
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`pack ${pack}: ${twice} stands twice`)
}

const readLayer = (sources: PackFile['sources'], given: PackFile['packs'][number]): PackLayer => {
  const sourced = <T extends DatedEntry>(entry: T) => {
    const found = sources[entry.source]
    if (!found) throw new Error(`pack ${given.id}: no source ${entry.source}`)
    if (entry.to !== undefined && entry.to < entry.from) {
      throw new Error(`pack ${given.id}: ${entry.to} lies before ${entry.from}`)
    }
    return { ...entry, source: found }
  }
  refuseTwice(given.id, [
    ...given.rules.map((entry) => `${entry.rule} from ${entry.from}`),
    ...given.forms.map((entry) => `${entry.form} from ${entry.from}`),
    ...given.orders.map((entry) => `order from ${entry.from}`),
  ])
  const { note: _note, ...layer } = given
  return {
    ...layer,
    rules: given.rules.map(sourced),
    forms: given.forms.map(sourced),
    orders: given.orders.map(sourced),
  }
}

const check = (layers: readonly PackLayer[]): void => {
  refuseTwice(
    'file',
    layers.map(({ id }) => id),
  )
  for (const layer of layers) {
    resolvePack(layers, layer.id)
    const own = new Set(layer.rules.map((entry) => entry.rule))
    const lacks = dossierRuleIds.find((id) => !own.has(id))
    if (layer.extends === undefined && lacks !== undefined) {
      throw new Error(`pack ${layer.id} extends no other and says nothing of ${lacks}`)
    }
    const open = layer.rules.find((entry) => entry.rule === 'V6-follow-up' && !entry.days)
    if (open?.on === true) throw new Error(`pack ${layer.id}: ${open.rule} without days`)
  }
}

/**
 * Reads `resources/forms/dossier-rules.json`; `resolvePack` makes a pack of its layers.
 * @throws ZodError or SyntaxError when it is no such file, Error on an unknown source, an entry that stands twice, a
 * pack that extends none and leaves out a rule; RangeError on a pack that extends an unknown one or itself.
 */
export function parseDossierRules(json: string): PackLayer[] {
  const { sources, packs } = packFile.parse(JSON.parse(json))
  const layers = packs.map((given) => readLayer(sources, given))
  check(layers)
  return layers
}
