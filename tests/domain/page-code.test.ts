import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectMark, pageCodeText, readPageCode, sameForm } from '#db/domain/dossier/page-code.ts'

const forms = ['f03', 'f10', 'f14-organisation', 'undisputedFacts'] as const

describe('readPageCode', () => {
  it('reads what pageCodeText wrote, the form in capitals', () => {
    const codes = fc.record({
      caseNumber: fc.integer({ min: 1, max: 999_999 }).map((seq) => `MT-2026-${seq}`),
      form: fc.constantFrom(...forms),
      object: fc.uuid().map(objectMark),
      version: fc.integer({ min: 1, max: 9999 }),
      pages: fc.integer({ min: 1, max: 9999 }),
    })
    fc.assert(
      fc.property(codes, fc.nat(), (code, at) => {
        const page = (at % code.pages) + 1
        const read = readPageCode(pageCodeText({ ...code, page }))
        expect(read).toEqual({ ...code, page, form: code.form.toUpperCase() })
        expect(sameForm(read?.form ?? '', code.form)).toBe(true)
      }),
    )
  })

  it.each([
    ['a page behind the last', 'TX1:MT-2026-1:F10:0123ABCD:1:3:2'],
    ['page nought', 'TX1:MT-2026-1:F10:0123ABCD:1:0:2'],
    ['a version of five digits', 'TX1:MT-2026-1:F10:0123ABCD:10000:1:2'],
    ['a number too few', 'TX1:MT-2026-1:F10:0123ABCD:1:1'],
    ['a number too many', 'TX1:MT-2026-1:F10:0123ABCD:1:1:2:2'],
    ['an object that is none', 'TX1:MT-2026-1:F10:0123ABCG:1:1:2'],
    ['another mark', 'TX2:MT-2026-1:F10:0123ABCD:1:1:2'],
    ['the code of somebody else', 'https://example.invalid/pay'],
    ['nothing', ''],
  ])('takes %s for no code of ours', (_what, text) => {
    expect(readPageCode(text)).toBeUndefined()
  })
})
