import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { clauseKinds } from './domain/agreement/content.ts'
import { checkShippedClause } from './domain/agreement/library/check-clause.ts'
import {
  clauseGroups,
  type LibraryClause,
  slotKinds,
} from './domain/agreement/library/library-clause.ts'
import { parseLocalDate } from './domain/local-date.ts'

const filled = z.string().refine((text) => text.trim() !== '' && text === text.trim())

const day = z.string().transform((text, context) => {
  const date = parseLocalDate(text)
  if (date) return date
  context.addIssue({ code: 'custom', message: `no such day: ${text}` })
  return z.NEVER
})

const clause = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)+$/),
  title: filled,
  typeCodes: z.array(z.string()),
  kind: z.enum(clauseKinds),
  text: filled,
  slots: z.array(
    z.strictObject({ name: filled, kind: z.enum(slotKinds), hint: filled.optional() }),
  ),
  note: filled,
  source: z
    .strictObject({ title: filled, article: filled.optional(), verified: z.boolean() })
    .refine(({ article, verified }) => !verified || article !== undefined, {
      error: 'a checked source names its article',
    }),
  from: day,
})

const clauseFile = z.strictObject({
  group: z.enum(clauseGroups),
  /** The day its sources were last compared with the text of the law. */
  checkedOn: z.iso.date(),
  clauses: z.array(clause).min(1),
})

/**
 * Reads one file of `resources/forms/clauses`.
 * @throws ZodError or SyntaxError when it is no such file, Error when a clause does not pass its check.
 */
export function parseClauseFile(json: string): LibraryClause[] {
  const { group, clauses } = clauseFile.parse(JSON.parse(json))
  return clauses.map((each) => {
    const made = { ...each, group }
    const [fault] = checkShippedClause(made)
    if (fault) throw new Error(`clause ${each.id}: ${fault.code} at ${fault.path}`)
    return made
  })
}

const rank = (name: string): number =>
  clauseGroups.findIndex((group) => group === basename(name, '.json'))

/**
 * The shipped clauses, group by group in the order of `clauseGroups`.
 * @throws as `parseClauseFile`; Error when a wording stands twice or a file does not hold the group of its name.
 */
export function loadClauseLibrary(folder: string): LibraryClause[] {
  const seen = new Set<string>()
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((name) => {
      const clauses = parseClauseFile(readFileSync(join(folder, name), 'utf8'))
      for (const { id, from, group } of clauses) {
        if (group !== basename(name, '.json')) throw new Error(`${name} holds the group ${group}`)
        const key = `${id} from ${from}`
        if (seen.has(key)) throw new Error(`clause ${key} stands twice`)
        seen.add(key)
      }
      return clauses
    })
}
