import { createContext, useCallback, useContext, useLayoutEffect, useState } from 'react'
import { useShortcut } from '../ui/keys.ts'
import { defaultTextSize, parseTextSize, stepTextSize, type TextSize } from '../lib/text-size.ts'

const storageKey = 'tanxin.textSize'

export type TextSizeControl = {
  size: TextSize
  change: (step: 1 | -1) => void
  reset: () => void
}

export const TextSizeContext = createContext<TextSizeControl | undefined>(undefined)

export const useTextSize = (): TextSizeControl => {
  const control = useContext(TextSizeContext)
  if (!control) throw new Error('no text size here')
  return control
}

/** Kept per computer; Ctrl+= Ctrl+- Ctrl+0 work on every page. */
export const useTextSizeState = (): TextSizeControl => {
  const [size, setSize] = useState(() => parseTextSize(localStorage.getItem(storageKey)))
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${size}px`
    document.documentElement.dataset['textSize'] = String(size)
    localStorage.setItem(storageKey, String(size))
  }, [size])
  const change = useCallback((step: 1 | -1) => setSize((old) => stepTextSize(old, step)), [])
  const reset = useCallback(() => setSize(defaultTextSize), [])
  useShortcut('Ctrl+=', () => change(1), { everywhere: true })
  useShortcut('Ctrl+-', () => change(-1), { everywhere: true })
  useShortcut('Ctrl+0', reset, { everywhere: true })
  return { size, change, reset }
}
