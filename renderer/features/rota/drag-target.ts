/** Marks where the carried name is; styled in rota.css. */
const mark = 'data-over'
const targets = '.rota-slot, .rota-people'

export type DragTarget = {
  /** Id of the place under the carried name. */
  get: () => string | undefined
  set: (id: string | undefined) => void
  subscribe: (listener: () => void) => () => void
}

/**
 * Where the carried name is, beside React: hundreds of places are on the board, and only the one that is
 * left and the one that is entered change while a hand goes over them.
 */
export const dragTarget = (): DragTarget => {
  let current: string | undefined
  const listeners = new Set<() => void>()
  const element = () => (current === undefined ? null : document.getElementById(current))
  return {
    get: () => current,
    set: (id) => {
      if (id === current) return
      element()?.removeAttribute(mark)
      current = id
      element()?.setAttribute(mark, '')
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Follows the mouse, also while the page moves under it. @returns how to stop. */
export const followPointer = (target: DragTarget): (() => void) => {
  let at: { x: number; y: number } | undefined
  const look = () => {
    if (at) target.set(document.elementFromPoint(at.x, at.y)?.closest(targets)?.id || undefined)
  }
  const move = ({ clientX, clientY }: PointerEvent) => {
    at = { x: clientX, y: clientY }
    look()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('scroll', look, true)
  return () => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('scroll', look, true)
    target.set(undefined)
  }
}
