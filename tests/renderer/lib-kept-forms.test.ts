import { describe, expect, it } from 'vitest'
import { withForm } from '../../renderer/lib/kept-forms.ts'

describe('withForm', () => {
  it('puts one form in and leaves the others as they are', () => {
    const one = withForm({}, 'C2', { words: '延长' })
    expect(one).toEqual({ C2: { words: '延长' } })
    expect(withForm(one ?? {}, 'G4', { words: '中断' })).toEqual({
      C2: { words: '延长' },
      G4: { words: '中断' },
    })
    expect(withForm(one ?? {}, 'C2', { words: '再写' })).toEqual({ C2: { words: '再写' } })
  })

  it('takes out what was recorded, and leaves nothing behind after the last', () => {
    const two = { C2: '延长', G4: '中断' }
    expect(withForm(two, 'C2', undefined)).toEqual({ G4: '中断' })
    expect(withForm({ C2: '延长' }, 'C2', undefined)).toBeUndefined()
    expect(withForm({}, 'C2', undefined)).toBeUndefined()
  })
})
