/**
 * What an input method has to do with a key press: nothing, the key is its own, or the key is the
 * tail of a composition that ended just before (some methods report the end before their Enter).
 */
export type CompositionShare = 'none' | 'owns' | 'tail'

/** A tail comes with the end of its composition; a person's next key takes longer than this, in ms. */
const tailMs = 10

/** @param sinceEndMs from the end of the last composition to the key, by their time stamps */
export const compositionShare = (isOpen: boolean, sinceEndMs: number): CompositionShare =>
  isOpen ? 'owns' : sinceEndMs < tailMs ? 'tail' : 'none'

/** A key press in a line's box, apart from the DOM. */
export type KeyPress = {
  /** 'Enter', 'Ctrl+Z' … as ui/keys names them. */
  combo: string
  composition: CompositionShare
  /** The line has no characters at all. */
  isEmpty: boolean
  /** Text is selected. */
  hasSelection: boolean
}

export type RoomAction =
  | { do: 'next' | 'remove' | 'undo' | 'redo' | 'stay' }
  /** A phrase takes the place of its key before the cursor; without one the key is the text box's. */
  | { do: 'expand' }
  /** Up or down, if the cursor could not go further inside its own line. */
  | { do: 'move'; by: -1 | 1 }

/** @returns undefined when the key is left to the text box, the input method or the screen */
export const roomAction = (press: KeyPress): RoomAction | undefined => {
  if (press.composition === 'owns') return undefined
  // Left to the box, the tail's Enter would break the line.
  if (press.composition === 'tail') return press.combo === 'Enter' ? { do: 'stay' } : undefined
  switch (press.combo) {
    case 'Enter':
      return { do: 'next' }
    case 'Escape':
      return { do: 'stay' }
    case 'Backspace':
      return press.isEmpty ? { do: 'remove' } : undefined
    case 'ArrowUp':
      return press.hasSelection ? undefined : { do: 'move', by: -1 }
    case 'ArrowDown':
      return press.hasSelection ? undefined : { do: 'move', by: 1 }
    case 'Space':
    case 'Tab':
      return press.hasSelection || press.isEmpty ? undefined : { do: 'expand' }
    case 'Ctrl+Z':
      return { do: 'undo' }
    case 'Ctrl+Y':
    case 'Ctrl+Shift+Z':
      return { do: 'redo' }
    default:
      return undefined
  }
}

/** Words count only once the input method has let go of them. */
export const wordsToKeep = (event: { type: string; isComposing?: boolean }): boolean =>
  event.type === 'compositionend' || event.isComposing !== true
