/** From the very field to ever larger parts of the form: `clauses.0.payment.total` … `clauses`. */
export const targetsOf = (path: string): string[] => {
  const parts = path.split('.')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'))
}

const focusable = 'input:not([type=hidden]), textarea, select, button, [tabindex="0"]'

/** Brings the field of a finding into sight and puts the cursor there; the nearest part that exists counts. */
export const focusField = (path: string): void => {
  const place = targetsOf(path)
    .map((target) => document.querySelector<HTMLElement>(`[data-path="${CSS.escape(target)}"]`))
    .find((element) => element !== null)
  const field = place?.matches(focusable) ? place : place?.querySelector<HTMLElement>(focusable)
  place?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
