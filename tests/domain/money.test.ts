import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountInWords,
  capitalAmount,
  formatYuan,
  parseYuan,
  splitEvenly,
} from '#db/domain/money.ts'

/** Every row of forms.md §8: the accepted forms. */
const rows: [yuan: string, accepted: string[]][] = [
  ['1,409.50', ['壹仟肆佰零玖元伍角', '壹仟肆佰零玖元伍角整']],
  ['6,007.14', ['陆仟零柒元壹角肆分']],
  ['1,680.32', ['壹仟陆佰捌拾元零叁角贰分', '壹仟陆佰捌拾元叁角贰分']],
  ['107,000.53', ['壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分']],
  ['16,409.02', ['壹万陆仟肆佰零玖元零贰分']],
  ['325.04', ['叁佰贰拾伍元零肆分']],
  ['40,800.00', ['肆万零捌佰元整']],
  ['17,048.28', ['壹万柒仟零肆拾捌元贰角捌分']],
  ['2,206.90', ['贰仟贰佰零陆元玖角', '贰仟贰佰零陆元玖角整']],
  ['10,000,000.05', ['壹仟万元零伍分']],
  ['100,010,001.00', ['壹亿零壹万零壹元整']],
  ['1,083,760.00', ['壹佰零捌万叁仟柒佰陆拾元整']],
  ['0.05', ['伍分']],
]

/** Reads capitals back to fen by place value alone, knowing nothing of how they are written. */
const readCapitals = (words: string): bigint => {
  const digit: Record<string, bigint> = Object.fromEntries(
    [...'零壹贰叁肆伍陆柒捌玖'].map((character, index) => [character, BigInt(index)]),
  )
  const place: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }
  let total = 0n
  let section = 0n
  let pending = 0n
  let fen = 0n
  for (const character of words) {
    if (character in digit) pending = digit[character] ?? 0n
    else if (character in place) {
      section += pending * (place[character] ?? 0n)
      pending = 0n
    } else if (character === '万') {
      // A 万 inside the part before 亿 is itself lifted when 亿 comes.
      total += (section + pending) * 10_000n
      section = 0n
      pending = 0n
    } else if (character === '亿') {
      total = (total + section + pending) * 100_000_000n
      section = 0n
      pending = 0n
    } else if (character === '元') {
      fen += (total + section + pending) * 100n
      total = 0n
      section = 0n
      pending = 0n
    } else if (character === '角') {
      fen += pending * 10n
      pending = 0n
    } else if (character === '分') {
      fen += pending
      pending = 0n
    } else if (character !== '整') throw new Error(`unknown character ${character}`)
  }
  return fen
}

const amount = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 1, max: 2_000_000_000 }),
  fc.maxSafeNat(),
  // Sparse digits, where zeros are hard.
  fc
    .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 15 })
    .map((digits) => Number(digits.join(''))),
)

describe('capitalAmount', () => {
  it.each(rows)('writes %s in an accepted form', (yuan, accepted) => {
    const fen = parseYuan(yuan)
    expect(fen).toBeDefined()
    expect(accepted).toContain(capitalAmount(fen ?? 0))
  })

  it('reads back to the same number', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(readCapitals(capitalAmount(fen))).toBe(BigInt(fen))
      }),
      { numRuns: 2000 },
    )
  })

  it('never doubles a zero, never begins or ends a unit with one, ends lawfully', () => {
    fc.assert(
      fc.property(
        amount.filter((fen) => fen > 0),
        (fen) => {
          const words = capitalAmount(fen)
          expect(words).not.toMatch(/零零|^零|零[万亿元角分整]/)
          expect(words).toMatch(/[元角]整$|分$/)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('writes nothing as zero and refuses what is no amount', () => {
    expect(capitalAmount(0)).toBe('零元整')
    for (const fen of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1]) {
      expect(() => capitalAmount(fen)).toThrow(RangeError)
    }
  })

  it('links places left empty with one zero', () => {
    expect(capitalAmount(10_000_100_000)).toBe('壹亿零壹仟元整')
    expect(capitalAmount(100_000_00)).toBe('壹拾万元整')
    expect(capitalAmount(1_001_000_000_00)).toBe('壹拾亿零壹佰万元整')
  })
})

describe('amountInWords', () => {
  it('joins capitals and figures', () => {
    expect(amountInWords(4_080_000)).toBe('人民币肆万零捌佰元整（¥40,800.00）')
  })
})

describe('formatYuan', () => {
  it('groups by three with two places', () => {
    expect(formatYuan(4_080_000)).toBe('40,800.00')
    expect(formatYuan(5)).toBe('0.05')
    expect(formatYuan(-123_456_789)).toBe('-1,234,567.89')
  })

  it('is read back by parseYuan', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen)
      }),
    )
  })
})

describe('parseYuan', () => {
  it.each([
    ['1,234.5', 123_450],
    ['１２，３４５．６７', 1_234_567],
    ['￥40800元', 4_080_000],
    ['人民币 40,800.00 元整', 4_080_000],
    ['1.2万', 1_200_000],
    ['1.23456万元', 1_234_560],
    ['0', 0],
    ['0.29', 29],
  ])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it.each([
    '',
    '-5',
    '1.234',
    '1,23.4',
    '12,0000',
    'abc',
    '1e3',
    '0.0000001万',
    '.5',
    '5.',
    '99999999999999999',
    '一百',
  ])('refuses %j', (text) => {
    expect(parseYuan(text)).toBeUndefined()
  })
})

describe('splitEvenly', () => {
  it('splits 17,048.28 into three of 5,682.76 (V12b)', () => {
    expect(splitEvenly(1_704_828, 3)).toEqual([568_276, 568_276, 568_276])
  })

  it('gives the rest to the last', () => {
    expect(splitEvenly(1_000, 3)).toEqual([333, 333, 334])
  })

  it('always sums to the whole, all but the last alike', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 120 }), (fen, n) => {
        const parts = splitEvenly(fen, n)
        expect(parts).toHaveLength(n)
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(fen))
        expect(new Set(parts.slice(0, -1)).size).toBeLessThanOrEqual(1)
        expect((parts.at(-1) ?? 0) - (parts[0] ?? 0)).toBeGreaterThanOrEqual(0)
        expect((parts.at(-1) ?? 0) - (parts[0] ?? 0)).toBeLessThan(n)
      }),
    )
  })

  it('refuses no parts', () => {
    expect(() => splitEvenly(100, 0)).toThrow(RangeError)
  })
})
