import {
  createContext,
  useContext,
  useEffect,
  useRef,
  type KeyboardEvent as ReactKeyboardEvent,
} from 'react'

type AnyKeyboardEvent = KeyboardEvent | ReactKeyboardEvent

const nativeOf = (event: AnyKeyboardEvent): KeyboardEvent =>
  'nativeEvent' in event ? event.nativeEvent : event

// Some input methods end the composition before the Enter that ended it arrives.
let justComposed = false
if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', () => (justComposed = true), true)
  document.addEventListener(
    'compositionend',
    () => setTimeout(() => (justComposed = false), 0),
    true,
  )
}

/** The key belongs to the input method (a candidate is chosen or cancelled), not to us. */
export const isComposing = (event: AnyKeyboardEvent): boolean => {
  const native = nativeOf(event)
  // 229 is the only mark that some input methods leave
  return native.isComposing || native.keyCode === 229 || native.key === 'Process' || justComposed
}

const codeNames: Readonly<Record<string, string>> = {
  Equal: '=',
  Minus: '-',
  NumpadAdd: '=',
  NumpadSubtract: '-',
}

/** With Ctrl or Alt the physical key counts: an input method may have changed the character. */
const keyName = ({ key, code }: KeyboardEvent, modified: boolean): string => {
  if (modified) {
    const physical = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? codeNames[code]
    if (physical) return physical
  }
  if (key === ' ') return 'Space'
  const plain = key.normalize('NFKC')
  return plain.length === 1 ? plain.toUpperCase() : plain
}

/** 'Ctrl+Enter', 'Alt+1', 'Escape', 'F1'; the Mac's command key counts as Ctrl. */
export const comboOf = (event: KeyboardEvent): string => {
  const ctrl = event.ctrlKey || event.metaKey
  const name = keyName(event, ctrl || event.altKey)
  const shift = event.shiftKey && (name.length > 1 || ctrl || event.altKey) && name !== '='
  return `${ctrl ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
}

type Shortcut = { combo: string; layer: number; handle: () => void; everywhere: boolean }
const shortcuts: Shortcut[] = []
const layers: number[] = []
let listening = false

const topLayer = (): number => layers.at(-1) ?? 0

const dispatch = (event: KeyboardEvent): void => {
  // A closed select swallows Ctrl+Enter to open itself; a key with Ctrl is ours all the same.
  if ((event.defaultPrevented && !event.ctrlKey) || isComposing(event)) return
  const combo = comboOf(event)
  const top = topLayer()
  const found = shortcuts.findLast(
    (shortcut) => shortcut.combo === combo && (shortcut.everywhere || shortcut.layer === top),
  )
  if (!found) return
  event.preventDefault()
  found.handle()
}

/** Which dialog we are in; 0 is the page. Shortcuts behind an open dialog stay silent. */
export const LayerContext = createContext(0)

let lastLayer = 0
/** @returns the new layer's number; it is on top while `open`. */
export const useLayer = (open: boolean): number => {
  const number = useRef(0)
  if (number.current === 0) number.current = lastLayer += 1
  useEffect(() => {
    if (!open) return undefined
    const mine = number.current
    layers.push(mine)
    return () => {
      layers.splice(layers.indexOf(mine), 1)
    }
  }, [open])
  return number.current
}

type ShortcutOptions = {
  enabled?: boolean
  /** Works behind an open dialog too: lock, text size. */
  everywhere?: boolean
}

/** A key of the whole screen; the component mounted last wins. */
export const useShortcut = (
  combo: string,
  handler: () => void,
  { enabled = true, everywhere = false }: ShortcutOptions = {},
): void => {
  const layer = useContext(LayerContext)
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!enabled) return undefined
    if (!listening) {
      document.addEventListener('keydown', dispatch)
      listening = true
    }
    const shortcut = { combo, layer, everywhere, handle: () => latest.current() }
    shortcuts.push(shortcut)
    return () => {
      shortcuts.splice(shortcuts.indexOf(shortcut), 1)
    }
  }, [combo, enabled, everywhere, layer])
}

/** `onKeyDown` of one element: the handlers of these combos, silent during composition. */
export const onKeys =
  (handlers: Readonly<Record<string, (() => void) | undefined>>) =>
  (event: ReactKeyboardEvent): void => {
    if (isComposing(event)) return
    const handler = handlers[comboOf(event.nativeEvent)]
    if (!handler) return
    event.preventDefault()
    event.stopPropagation()
    handler()
  }
