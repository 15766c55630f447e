import { describe, expect, it } from 'vitest'
import { printTroubles } from '#ipc/host.ts'
import { printTroubleWords } from '../../renderer/lib/labels/print-trouble.ts'

describe('printTroubleWords', () => {
  it('has words of its own for every trouble of the printer port', () => {
    const words = printTroubles.map((trouble) => printTroubleWords(trouble))
    expect(new Set(words.map(({ what }) => what)).size).toBe(printTroubles.length)
    for (const { what, mend } of words) {
      expect(what).toMatch(/^[^。！？]+$/u)
      expect(mend).toMatch(/。$/u)
    }
  })

  it('tells a code that it does not know, or a trap among them, as a failure', () => {
    for (const code of ['no-such', 'constructor', ''])
      expect(printTroubleWords(code)).toEqual(printTroubleWords('failed'))
  })
})
