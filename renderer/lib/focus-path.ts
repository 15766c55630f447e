/** Marks the element around a field, so that a problem with this dotted path finds it. */
export const pathMark = (path: string): { 'data-path': string } => ({ 'data-path': path })

const focusable = 'input:not([disabled]), textarea:not([disabled]), select, button:not([disabled])'

/**
 * Puts the cursor into the first field, in reading order, whose path is among `paths`.
 * @returns whether one was found.
 */
export const focusFirstPath = (root: HTMLElement, paths: ReadonlySet<string>): boolean => {
  for (const mark of root.querySelectorAll<HTMLElement>('[data-path]')) {
    if (!paths.has(mark.dataset['path'] ?? '')) continue
    const field = mark.querySelector<HTMLElement>(focusable)
    if (!field) continue
    field.focus()
    field.scrollIntoView({ block: 'center' })
    return true
  }
  return false
}
