import { describe, expect, it } from 'vitest'
import { comboOf, isComposing } from '../../renderer/ui/keys.ts'

const key = (parts: Partial<KeyboardEvent>): KeyboardEvent =>
  ({
    key: '',
    code: '',
    keyCode: 0,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    ...parts,
  }) as KeyboardEvent

describe('comboOf', () => {
  it('names plain keys, and letters in capitals', () => {
    expect([
      comboOf(key({ key: 'Enter', code: 'Enter' })),
      comboOf(key({ key: 'Enter', code: 'Enter', shiftKey: true })),
      comboOf(key({ key: 'a', code: 'KeyA' })),
      comboOf(key({ key: '１', code: 'Digit1' })),
      comboOf(key({ key: ' ', code: 'Space' })),
    ]).toEqual(['Enter', 'Shift+Enter', 'A', '1', 'Space'])
  })

  it('goes by the physical key with Ctrl or Alt, whatever the input method made of it', () => {
    expect([
      comboOf(key({ key: '。', code: 'KeyL', ctrlKey: true })),
      comboOf(key({ key: '¡', code: 'Digit1', altKey: true })),
      comboOf(key({ key: '1', code: 'Numpad1', altKey: true })),
      comboOf(key({ key: 's', code: 'KeyS', metaKey: true })),
      comboOf(key({ key: 'Enter', code: 'NumpadEnter', ctrlKey: true })),
    ]).toEqual(['Ctrl+L', 'Alt+1', 'Alt+1', 'Ctrl+S', 'Ctrl+Enter'])
  })

  it('takes + and = for the same larger-text key', () => {
    expect([
      comboOf(key({ key: '=', code: 'Equal', ctrlKey: true })),
      comboOf(key({ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true })),
      comboOf(key({ key: '+', code: 'NumpadAdd', ctrlKey: true })),
      comboOf(key({ key: '-', code: 'NumpadSubtract', ctrlKey: true })),
    ]).toEqual(['Ctrl+=', 'Ctrl+=', 'Ctrl+=', 'Ctrl+-'])
  })
})

describe('isComposing', () => {
  it('is true for every mark that an input method leaves on a key', () => {
    expect([
      isComposing(key({ key: 'Enter', isComposing: true })),
      isComposing(key({ key: 'Enter', keyCode: 229 })),
      isComposing(key({ key: 'Process' })),
      isComposing(key({ key: 'Enter', keyCode: 13 })),
    ]).toEqual([true, true, true, false])
  })
})
