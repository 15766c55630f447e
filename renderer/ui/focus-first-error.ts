/** Puts the keyboard into the first field that is wrong, once its error is on the page. */
export const focusFirstError = (): void => {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>(
      '.tx-field-wrong input, .tx-field-wrong textarea',
    )
    wrong?.focus()
  })
}
