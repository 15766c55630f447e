import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { themeOf } from '../../renderer/app/theme.ts'

const css = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8')
const tokens = Object.fromEntries(
  [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
)
const colour = (name: string): string => {
  const value = tokens[name]
  if (!value) throw new Error(`no token ${name}`)
  return value
}

/** WCAG 2.2 relative luminance. */
const luminance = (hex: string): number => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const ratio = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('tokens.css', () => {
  it.each([
    ['text', 'ground'],
    ['text', 'sunken'],
    ['text-second', 'ground'],
    ['text-second', 'sunken'],
    ['text-hint', 'surface'],
    ['text-hint', 'ground'],
    ['text-hint', 'sunken'],
    ['action', 'surface'],
    ['action', 'ground'],
    ['action', 'action-tint'],
    ['done', 'done-tint'],
    ['notice', 'notice-tint'],
    ['late', 'late-tint'],
    ['late', 'ground'],
    ['late', 'surface'],
    ['surface', 'action'],
    ['surface', 'action-hover'],
    ['text-second', 'action-tint'],
    ['text-hint', 'action-tint'],
  ])('%s on %s can be read (4.5:1)', (text, ground) => {
    expect(ratio(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edge of every field (3:1)', () => {
    expect(ratio(colour('edge'), colour('surface'))).toBeGreaterThanOrEqual(3)
  })
})

describe('themeOf', () => {
  it('gives the component kit the very colours of the style sheet', () => {
    const { token } = themeOf(18)
    expect([
      token?.colorText,
      token?.colorTextSecondary,
      token?.colorTextPlaceholder,
      token?.colorPrimary,
      token?.colorPrimaryHover,
      token?.colorBorder,
      token?.colorBorderSecondary,
      token?.colorBgLayout,
      token?.colorSuccess,
      token?.colorWarning,
      token?.colorError,
    ]).toEqual(
      [
        'text',
        'text-second',
        'text-hint',
        'action',
        'action-hover',
        'edge',
        'hairline',
        'ground',
        'done',
        'notice',
        'late',
      ].map(colour),
    )
  })
})
