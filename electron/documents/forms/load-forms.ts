import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareDates, type LocalDate } from '#db/domain/local-date.ts'
import { checkForm, faultText } from './check-form.ts'
import {
  formDefinition,
  formParts,
  type FormBlock,
  type FormDefinition,
  type FormParts,
} from './form-definition.ts'

const partsFile = 'parts.json'

/** The form with its shared parts put in. */
const withParts = (blocks: readonly FormBlock[], parts: FormParts): FormBlock[] =>
  blocks.map((block): FormBlock => {
    if (block.kind === 'part') {
      const { when, part } = block
      return { kind: 'group', when, blocks: withParts(parts[part] ?? [], parts) }
    }
    if (block.kind === 'signatures') return { ...block, lead: withParts(block.lead, parts) }
    return 'blocks' in block ? { ...block, blocks: withParts(block.blocks, parts) } : block
  })

/**
 * Reads a form as a county may have changed it.
 * @throws ZodError or SyntaxError when it is no form, Error with a line for each tag, loop or condition
 * that cannot be filled: file, place, and the nearest known name.
 */
export const parseForm = (json: string, file: string, parts: FormParts = {}): FormDefinition => {
  const definition = formDefinition.parse(JSON.parse(json))
  const faults = checkForm(definition, file, parts)
  if (faults.length > 0) throw new Error(faults.map(faultText).join('\n'))
  return { ...definition, blocks: withParts(definition.blocks, parts) }
}

/** @throws ZodError or SyntaxError when it is no file of shared parts. */
export const parseParts = (json: string): FormParts => formParts.parse(JSON.parse(json))

/**
 * Every version of every form in a folder: `<id>.json`, and `<id>@<from>.json` for a later version of it.
 * @param partsFolder where the shared parts lie
 * @throws as `parseForm`; Error when a file bears another form's id or a version stands twice.
 */
export const loadForms = (folder: string, partsFolder = folder): FormDefinition[] => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const parts = parseParts(readFileSync(join(partsFolder, partsFile), 'utf8'))
  const seen = new Set<string>()
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== partsFile)
    .map((name) => {
      const form = parseForm(read(name), name, parts)
      if (name !== `${form.id}.json` && name !== `${form.id}@${form.from}.json`) {
        throw new Error(`${name} holds the form ${form.id} from ${form.from}`)
      }
      const key = `${form.id} from ${form.from}`
      if (seen.has(key)) throw new Error(`form ${key} stands twice`)
      seen.add(key)
      return form
    })
    .toSorted((a, b) => a.order - b.order || compareDates(a.from, b.from))
}

/** The versions in force on a day, in their order; a form that starts later is not among them. */
export const formsOn = (forms: readonly FormDefinition[], day: LocalDate): FormDefinition[] => {
  const inForce = new Map<string, FormDefinition>()
  for (const form of forms) {
    const known = inForce.get(form.id)
    if (compareDates(form.from, day) > 0) continue
    if (!known || compareDates(known.from, form.from) < 0) inForce.set(form.id, form)
  }
  return [...inForce.values()].toSorted((a, b) => a.order - b.order)
}

/** The version of one form in force on a day; undefined when there is none. */
export const formOn = (
  forms: readonly FormDefinition[],
  id: string,
  day: LocalDate,
): FormDefinition | undefined =>
  formsOn(
    forms.filter((form) => form.id === id),
    day,
  )[0]
