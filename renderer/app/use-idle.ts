import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const

/** Calls once when nobody touched mouse or keyboard for so long; checks against the clock, since sleep stops timers. */
export const useIdle = (milliseconds: number, onIdle: () => void): void => {
  const latest = useRef(onIdle)
  useEffect(() => {
    latest.current = onIdle
  })
  useEffect(() => {
    let lastSign = Date.now()
    let told = false
    const sign = () => {
      lastSign = Date.now()
      told = false
    }
    const timer = setInterval(() => {
      if (told || Date.now() - lastSign < milliseconds) return
      told = true
      latest.current()
    }, 1000)
    for (const name of signs) window.addEventListener(name, sign, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    }
  }, [milliseconds])
}
