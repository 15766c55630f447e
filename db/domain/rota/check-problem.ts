import { prepare } from './prepared.ts'
import type { RotaProblem } from './problem.ts'
import { rulesOf } from './rules.ts'

export type ProblemFault = {
  path: string
  code: 'unknownId' | 'duplicate' | 'samePerson' | 'order'
}

const twins = (items: readonly { id: string }[], path: string): ProblemFault[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((other) => other.id === id) < index
      ? [{ path: `${path}.${index}.id`, code: 'duplicate' as const }]
      : [],
  )

/**
 * What in a problem points nowhere or contradicts itself; empty when it can be solved or refused by its rules.
 * @policy A rota is never made from a list that names somebody unknown
 */
export const faultsOf = (problem: RotaProblem): ProblemFault[] => {
  const { lawyers, firms, desks, shifts } = problem
  const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id))
  const known = { lawyer: ids(lawyers), firm: ids(firms), desk: ids(desks), shift: ids(shifts) }
  const faults = [
    ...twins(lawyers, 'lawyers'),
    ...twins(firms, 'firms'),
    ...twins(desks, 'desks'),
    ...twins(shifts, 'shifts'),
  ]
  const needs = (kind: keyof typeof known, id: string, path: string) => {
    if (!known[kind].has(id)) faults.push({ path, code: 'unknownId' })
  }
  for (const [index, { firm, leave }] of lawyers.entries()) {
    if (firm !== undefined) needs('firm', firm, `lawyers.${index}.firm`)
    for (const [at, { from, to }] of leave.entries())
      if (from > to) faults.push({ path: `lawyers.${index}.leave.${at}`, code: 'order' })
  }
  for (const [index, { desk, conflictFirms }] of shifts.entries()) {
    needs('desk', desk, `shifts.${index}.desk`)
    for (const [at, firm] of conflictFirms.entries())
      needs('firm', firm, `shifts.${index}.conflictFirms.${at}`)
  }
  for (const [index, { lawyers: pair }] of problem.pairings.entries()) {
    for (const [at, id] of pair.entries()) needs('lawyer', id, `pairings.${index}.lawyers.${at}`)
    if (pair[0] === pair[1]) faults.push({ path: `pairings.${index}`, code: 'samePerson' })
  }
  for (const name of ['pins', 'published'] as const)
    for (const [index, { lawyer, shift }] of problem[name].entries()) {
      needs('lawyer', lawyer, `${name}.${index}.lawyer`)
      needs('shift', shift, `${name}.${index}.shift`)
      const first = problem[name].findIndex(
        (other) => other.lawyer === lawyer && other.shift === shift,
      )
      if (first < index) faults.push({ path: `${name}.${index}`, code: 'duplicate' })
    }
  for (const [index, { lawyer }] of problem.adjacent.entries())
    needs('lawyer', lawyer, `adjacent.${index}.lawyer`)
  if (faults.length > 0 || problem.relaxed.length === 0) return faults
  const rules = ids(rulesOf(prepare({ ...problem, relaxed: [] })))
  return problem.relaxed.flatMap((id, index) =>
    rules.has(id) ? [] : [{ path: `relaxed.${index}`, code: 'unknownId' as const }],
  )
}
