const fieldIn = 'input, textarea, button, [tabindex="0"]'

/** Puts the keyboard into the field at this place of the input, or into the nearest one around it. */
export const focusPlace = (path: string): void => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const place = parts.slice(0, length).join('.')
    const cell = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(place)}"]`)
    if (!cell) continue
    for (
      let fold = cell.closest('details');
      fold;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true
    cell.querySelector<HTMLElement>(fieldIn)?.focus()
    cell.scrollIntoView({ block: 'center' })
    return
  }
}
