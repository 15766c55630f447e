import { useLayoutEffect, useState, type RefObject } from 'react'

const remInPixels = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** Whether the element has room for so many characters of the chosen text size. */
export const useIsWide = (element: RefObject<HTMLElement | null>, rem: number): boolean => {
  const [isWide, setIsWide] = useState(true)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return undefined
    const measure = () => setIsWide(measured.clientWidth / remInPixels() >= rem)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element, rem])
  return isWide
}
