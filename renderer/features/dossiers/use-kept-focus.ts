import { type RefObject, useEffect } from 'react'

const focusable =
  'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select, a[href], [tabindex="0"]'

/**
 * When the button that was pressed goes with its row, or with the dialog that it opened, the keyboard stays where it
 * was: on what stands there now.
 */
export const useKeptFocus = (container: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const root = container.current
    if (!root) return undefined
    let place: number | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const all = () => [...root.querySelectorAll<HTMLElement>(focusable)]
    const remember = () => {
      const at = all().findIndex((element) => element === document.activeElement)
      if (at >= 0) place = at
    }
    const forget = (event: Event) => {
      if (event.target instanceof Element && !event.target.closest(focusable)) place = undefined
    }
    const mend = () => {
      if (place === undefined || document.activeElement !== document.body) return
      const elements = all()
      elements[Math.min(place, elements.length - 1)]?.focus()
    }
    const watcher = new MutationObserver(() => {
      clearTimeout(timer)
      // A dialog that closes puts the focus back by itself, a moment later.
      timer = setTimeout(mend, 50)
    })
    watcher.observe(document.body, { childList: true, subtree: true })
    root.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget)
    return () => {
      clearTimeout(timer)
      watcher.disconnect()
      root.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget)
    }
  }, [container])
}
