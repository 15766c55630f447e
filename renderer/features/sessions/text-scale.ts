import { useCallback, useState } from 'react'

/** Of the 24 px (at the standard setting) of a line; on top of the text size of the whole page. */
const scales = [0.75, 1, 1.25, 1.5, 2] as const
const storageKey = 'tanxin.room-text'

const read = (): number => {
  const stored = scales.find((scale) => String(scale) === localStorage.getItem(storageKey))
  return stored ?? 1
}

/** The room's own A− and A+, kept on this computer. */
export const useTextScale = () => {
  const [scale, setScale] = useState(read)
  const index = scales.findIndex((one) => one === scale)
  const step = useCallback((by: -1 | 1) => {
    setScale((before) => {
      const next = scales[scales.findIndex((one) => one === before) + by] ?? before
      localStorage.setItem(storageKey, String(next))
      return next
    })
  }, [])
  return { scale, step, isSmallest: index === 0, isLargest: index === scales.length - 1 }
}
