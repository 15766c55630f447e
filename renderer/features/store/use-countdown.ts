import { useCallback, useEffect, useState } from 'react'

/** Whole seconds left, counting down to 0; the clock is asked, so a slept computer is right at once. */
export const useCountdown = (): [left: number, start: (seconds: number) => void] => {
  const [end, setEnd] = useState(0)
  const [left, setLeft] = useState(0)
  const start = useCallback((seconds: number) => {
    setEnd(Date.now() + seconds * 1000)
    setLeft(Math.ceil(seconds))
  }, [])
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 250)
    return () => clearInterval(timer)
  }, [end, left])
  return [left, start]
}
