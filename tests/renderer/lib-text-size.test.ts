import { describe, expect, it } from 'vitest'
import {
  controlHeightOf,
  parseTextSize,
  stepTextSize,
  textSizes,
} from '../../renderer/lib/text-size.ts'

describe('parseTextSize', () => {
  it('is 18 px unless one of the four steps was kept', () => {
    expect([null, '', '17', 'big', '16', '30'].map(parseTextSize)).toEqual([18, 18, 18, 18, 16, 30])
  })
})

describe('stepTextSize', () => {
  it('goes one step and stays at either end', () => {
    expect([
      stepTextSize(16, -1),
      stepTextSize(16, 1),
      stepTextSize(22, 1),
      stepTextSize(30, 1),
      stepTextSize(30, -1),
    ]).toEqual([16, 18, 30, 30, 22])
  })
})

describe('controlHeightOf', () => {
  it('is never below the 44 px target', () => {
    expect(textSizes.map(controlHeightOf)).toEqual([44, 45, 55, 75])
  })
})
