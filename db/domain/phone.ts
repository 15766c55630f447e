export type PhoneReason = 'empty' | 'characters' | 'form'

export type PhoneKind = 'mobile' | 'landline' | 'service' | 'hotline'

export type PhoneCheck =
  | { ok: true; value: string; kind: PhoneKind }
  | { ok: false; reason: PhoneReason }

const hotlines = new Set(
  '110 119 120 12309 12315 12328 12333 12337 12338 12345 12348 12351 12355 12368 96345'.split(' '),
)
const mobile = /^1[3-9]\d{9}$/
const landline = /^(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?$/
const service = /^400\d{7}$/

/** Full-width forms to ASCII, blanks and the country prefix out; every dash to a hyphen. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐-―−()]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-/, '')
    .replace(/^(?:\+|00)86-?/, '')

/** @policy taxonomy.md §7: forms of Chinese numbers. */
export const checkPhone = (text: string): PhoneCheck => {
  const value = normalise(text)
  const bare = value.replaceAll('-', '')
  if (value === '') return { ok: false, reason: 'empty' }
  if (!/^[\d-]+$/.test(value)) return { ok: false, reason: 'characters' }
  if (hotlines.has(bare)) return { ok: true, value: bare, kind: 'hotline' }
  if (mobile.test(bare)) return { ok: true, value: bare, kind: 'mobile' }
  if (service.test(bare)) return { ok: true, value: bare, kind: 'service' }
  if (landline.test(value)) return { ok: true, value, kind: 'landline' }
  return { ok: false, reason: 'form' }
}

/**
 * 138****1234; of another number all but the last four digits are hidden, of a hotline none.
 * @law 《个人信息保护法》第二十八条至第三十一条 (I6)
 */
export const maskPhone = (text: string): string => {
  const check = checkPhone(text)
  const value = check.ok ? check.value : text.trim()
  if (check.ok && check.kind === 'hotline') return value
  if (check.ok && check.kind === 'mobile') return `${value.slice(0, 3)}****${value.slice(-4)}`
  const kept = Math.min(4, Math.floor(value.length / 2))
  return `${'*'.repeat(value.length - kept)}${kept > 0 ? value.slice(-kept) : ''}`
}
