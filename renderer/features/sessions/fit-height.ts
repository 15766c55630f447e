const growsByItself = (): boolean => CSS.supports('field-sizing', 'content')

/** Makes a text box as high as its text, where the browser does not do it itself. */
export const fitHeight = (box: HTMLTextAreaElement): void => {
  if (growsByItself()) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight}px`
}
