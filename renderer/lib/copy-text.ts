/**
 * Puts text on the clipboard. By way of a copy event, since the page is given no permissions.
 * @returns whether it is there
 */
export const copyText = (text: string): boolean => {
  let isThere = false
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    isThere = true
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  // The new way needs a permission that the window refuses
  document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
  return isThere
}
