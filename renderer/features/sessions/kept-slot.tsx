import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/**
 * Something that must go on while the screen around it is exchanged: sound that is being recorded.
 * @returns `kept` to render always at one place of the tree, `place` wherever it is to be seen
 */
export const useKeptSlot = (node: ReactNode): { kept: ReactNode; place: ReactNode } => {
  const [host] = useState(() => {
    const element = document.createElement('span')
    element.className = 'session-kept'
    return element
  })
  return { kept: createPortal(node, host), place: <KeptPlace host={host} /> }
}

function KeptPlace({ host }: { host: HTMLElement }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    place.current?.append(host)
  }, [host])
  return <span ref={place} className="session-kept" />
}
