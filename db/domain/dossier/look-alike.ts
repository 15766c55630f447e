/** Signs that look so much alike that a typist or a reader takes one for the other. */
const lookAlikes = [
  '国囯國',
  '建健',
  '伟炜玮韦',
  '未末',
  '己已巳',
  '日曰',
  '人入八',
  '土士',
  '王玉',
  '干千于',
  '天夭',
  '大太犬',
  '晴睛清青靖',
  '波坡',
  '佳住',
  '洁浩',
  '杨扬',
  '杰傑',
  '峰峯锋',
  '辉晖',
  '娟涓绢',
  '铃玲',
  '芳方',
  '荣蓉',
  '华桦',
  '云芸',
  '文雯',
  '林琳',
  '红虹',
  '明朋',
  '徐涂',
  '侯候',
  '肖萧',
  '阎闫',
  '付傅',
  '沈沉',
  '宁字',
  '凤风',
  '历厉',
  '妹姝',
  '官宫',
  '折拆',
  '淮准',
  '稚雅',
  '萍苹平',
  '莱菜',
  '贝见',
  '钧钓',
  '颖颍',
  '昊吴旻',
  '亨享',
  '戌戍戊',
  '丁了',
  '司可',
  '巾币',
] as const

/** How one name stands to another: `slip` of one sign, `order` of two signs swapped. */
export type Likeness = 'same' | 'lookAlike' | 'order' | 'slip' | 'different'

/**
 * Form and spacing aside: full width, brackets, middle dots.
 * @policy Two ways to print the same name are the same name.
 */
export const normalName = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[·•・‧∙]/g, '·')

const areAlike = (a: string, b: string): boolean =>
  lookAlikes.some((group) => group.includes(a) && group.includes(b))

/** One sign more or less. */
const isOneLonger = (long: readonly string[], short: readonly string[]): boolean => {
  if (long.length !== short.length + 1) return false
  const at = short.findIndex((sign, index) => long[index] !== sign)
  const skip = at === -1 ? short.length : at
  return short.slice(skip).every((sign, index) => long[skip + index + 1] === sign)
}

const offs = (a: readonly string[], b: readonly string[]): number[] =>
  a.flatMap((sign, index) => (b[index] === sign ? [] : [index]))

const isSwap = (a: readonly string[], b: readonly string[], off: readonly number[]): boolean => {
  const [first, second] = off
  return (
    off.length === 2 &&
    first !== undefined &&
    second === first + 1 &&
    a[first] === b[second] &&
    a[second] === b[first]
  )
}

/** @policy A name of two signs with another sign is another name, unless the signs look alike. */
export const likeness = (written: string, right: string): Likeness => {
  const a = [...normalName(written)]
  const b = [...normalName(right)]
  if (a.join('') === b.join('')) return 'same'
  if (a.length === b.length) {
    const off = offs(a, b)
    if (off.every((at) => areAlike(a[at] ?? '', b[at] ?? ''))) return 'lookAlike'
    if (isSwap(a, b, off)) return 'order'
    return off.length === 1 && a.length >= 3 ? 'slip' : 'different'
  }
  const longer = a.length > b.length ? isOneLonger(a, b) : isOneLonger(b, a)
  return longer && Math.min(a.length, b.length) >= 2 ? 'slip' : 'different'
}

/** How a number stands to another; `at` the place of the one wrong sign, from 1. */
export type NumberLikeness =
  | { kind: 'same' }
  | { kind: 'near'; off: number; at?: number }
  | { kind: 'different' }

/** @policy Width, spaces, hyphens and small letters are no difference. */
export const normalNumber = (text: string): string =>
  text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()

/** @policy Up to two wrong signs, two swapped or one dropped are a slip of the hand or of the reader. */
export const numberLikeness = (written: string, right: string): NumberLikeness => {
  const a = [...normalNumber(written)]
  const b = [...normalNumber(right)]
  if (a.join('') === b.join('')) return { kind: 'same' }
  if (a.length === b.length) {
    const off = offs(a, b)
    const [first] = off
    if (off.length > 2 || first === undefined) return { kind: 'different' }
    return { kind: 'near', off: off.length, ...(off.length === 1 ? { at: first + 1 } : {}) }
  }
  const dropped = a.length > b.length ? isOneLonger(a, b) : isOneLonger(b, a)
  return dropped ? { kind: 'near', off: 1 } : { kind: 'different' }
}

/**
 * With or without province and town in front, with or without marks.
 * @policy A shorter address that ends the longer one is the same place.
 */
export const isSameAddress = (a: string, b: string): boolean => {
  const plain = (text: string) => normalName(text).replaceAll(/[,，.。、;；:：()（）\-—－]/gu, '')
  const [one, other] = [plain(a), plain(b)]
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short === long || (short.length >= 4 && long.endsWith(short))
}
