import { describe, expect, it } from 'vitest'
import { contract } from '#contract/index.ts'
import { slices } from '#contract/operation.ts'
import { askKey, touchedBy } from '../../renderer/lib/ask.ts'

describe('touchedBy', () => {
  it('is what the contract says of the operation', () => {
    expect(touchedBy('agreements.submit')).toEqual(['agreements', 'offers', 'cases', 'clocks'])
    expect(touchedBy('cases.get')).toEqual([])
  })

  it('names only slices that a question can have', () => {
    const touched = Object.values(contract).flatMap((operations) =>
      Object.values(operations).flatMap((operation) => operation['~orpc'].meta.touches),
    )
    expect(touched.filter((slice) => !slices.includes(slice))).toEqual([])
  })
})

describe('askKey', () => {
  it('begins with the slice, so that a command can find it', () => {
    expect(askKey('cases.get', { id: 'x' })).toEqual(['cases', 'cases.get', { id: 'x' }])
  })
})
