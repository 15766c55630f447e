import { describe, expect, it } from 'vitest'
import {
  compositionShare,
  roomAction,
  wordsToKeep,
} from '../../renderer/features/sessions/room-keys.ts'

const press = (combo: string, rest: Partial<Parameters<typeof roomAction>[0]> = {}) =>
  roomAction({ combo, composition: 'none', isEmpty: false, hasSelection: false, ...rest })

describe('roomAction', () => {
  it.each(['Enter', 'Escape', 'Backspace', 'ArrowUp', 'ArrowDown', 'Ctrl+Z', 'Ctrl+Y'])(
    'leaves %s to the input method during a composition',
    (combo) => {
      expect(press(combo, { composition: 'owns', isEmpty: true })).toBeUndefined()
    },
  )

  it('takes the Enter that comes after its composition for neither a line nor a line break', () => {
    expect(press('Enter', { composition: 'tail' })).toEqual({ do: 'stay' })
    expect(press('Backspace', { composition: 'tail', isEmpty: true })).toBeUndefined()
  })

  it('goes to the next line on Enter, while Shift+Enter stays a line break', () => {
    expect(press('Enter')).toEqual({ do: 'next' })
    expect(press('Shift+Enter')).toBeUndefined()
    expect(press('Ctrl+Enter')).toBeUndefined()
  })

  it('removes a line on Backspace only when it is empty', () => {
    expect(press('Backspace', { isEmpty: true })).toEqual({ do: 'remove' })
    expect(press('Backspace')).toBeUndefined()
  })

  it('keeps Escape from closing the room', () => {
    expect(press('Escape')).toEqual({ do: 'stay' })
  })

  it('moves between lines by arrows, but not while text is selected', () => {
    expect(press('ArrowUp')).toEqual({ do: 'move', by: -1 })
    expect(press('ArrowDown')).toEqual({ do: 'move', by: 1 })
    expect(press('ArrowUp', { hasSelection: true })).toBeUndefined()
    expect(press('Shift+ArrowUp')).toBeUndefined()
  })

  it('knows both keys of redo', () => {
    expect(press('Ctrl+Y')).toEqual({ do: 'redo' })
    expect(press('Ctrl+Shift+Z')).toEqual({ do: 'redo' })
  })

  it('leaves letters and other keys alone', () => {
    for (const combo of ['A', 'F1', 'F7', 'Ctrl+H', 'Ctrl+A', 'Ctrl+L', 'Alt+1', 'ArrowLeft'])
      expect(press(combo)).toBeUndefined()
  })
})

describe('roomAction for phrases', () => {
  it('lets a space or Tab after words put in a phrase', () => {
    expect(press('Space')).toEqual({ do: 'expand' })
    expect(press('Tab')).toEqual({ do: 'expand' })
    expect(press('Shift+Tab')).toBeUndefined()
  })

  it.each(['owns', 'tail'] as const)(
    'leaves the space that picks a candidate to the input method (%s)',
    (composition) => {
      expect(press('Space', { composition })).toBeUndefined()
      expect(press('Tab', { composition })).toBeUndefined()
    },
  )

  it('leaves a space alone in an empty line and over selected text', () => {
    expect(press('Space', { isEmpty: true })).toBeUndefined()
    expect(press('Space', { hasSelection: true })).toBeUndefined()
  })
})

describe('compositionShare', () => {
  it('gives every key of an open composition to the input method', () => {
    expect(compositionShare(true, 500)).toBe('owns')
  })

  it('tells the tail of a composition from the next key of a person', () => {
    expect(compositionShare(false, 0)).toBe('tail')
    expect(compositionShare(false, -2)).toBe('tail')
    expect(compositionShare(false, 60)).toBe('none')
    expect(compositionShare(false, Infinity)).toBe('none')
  })
})

describe('wordsToKeep', () => {
  it('waits for the end of a composition', () => {
    expect(wordsToKeep({ type: 'input', isComposing: true })).toBe(false)
    expect(wordsToKeep({ type: 'compositionend' })).toBe(true)
    expect(wordsToKeep({ type: 'input', isComposing: false })).toBe(true)
  })
})
