/**
 * Puts words where the cursor is, as if typed: the text box's own undo takes them back.
 * @param replaced how many characters before the cursor they take the place of
 */
export const insertWords = (box: HTMLTextAreaElement, words: string, replaced = 0): void => {
  const end = box.selectionEnd
  const start = Math.max(0, box.selectionStart - replaced)
  const room = box.maxLength < 0 ? words.length : box.maxLength - box.value.length + (end - start)
  const fitting = words.slice(0, Math.max(0, room))
  box.focus({ preventScroll: true })
  box.setSelectionRange(start, end)
  // The new way of changing a text box forgets what could be undone
  if (document.execCommand('insertText', false, fitting)) return
  box.setRangeText(fitting, start, end, 'end')
  box.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
