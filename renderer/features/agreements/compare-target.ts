import type { Change } from '#db/domain/agreement/changes.ts'
import { targetsOf } from './field-target.ts'

/** In which of the two texts a change is to be looked for, and under which paths, the nearest first. */
export const changeTargets = ({
  field,
  kind,
  path,
}: Change): { attribute: 'is' | 'was'; paths: string[] } => {
  const isGone =
    kind === 'removed' && (field === 'clause' || field === 'payment' || field === 'instalment')
  return { attribute: isGone ? 'was' : 'is', paths: targetsOf(path) }
}

/** Brings the place of a change into sight and puts the cursor on it. */
export const showChange = (root: HTMLElement, change: Change): void => {
  const { attribute, paths } = changeTargets(change)
  const place = paths
    .map((path) => root.querySelector<HTMLElement>(`[data-${attribute}="${CSS.escape(path)}"]`))
    .find((element) => element !== null)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
