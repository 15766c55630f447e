import { useEffect, useRef, type RefObject } from 'react'

/** A new step starts at its top: the marked element is scrolled into view when the step changes. */
export const useTopOfStep = <E extends HTMLElement>(step: string): RefObject<E | null> => {
  const top = useRef<E>(null)
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'end' })
  }, [step])
  return top
}
