/** The first character of each initial in the order of the pinyin collation of CLDR. */
const boundaries: readonly (readonly [initial: string, first: string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '匝'],
]

const collator = new Intl.Collator('zh-CN-u-co-pinyin')

/** Characters of the code tables whose everyday reading is not the collation's first. */
const exceptions: Readonly<Record<string, string>> = { 调: 't', 行: 'x', 重: 'c', 长: 'c' }

const initialOf = (character: string): string => {
  if (/[0-9a-z]/i.test(character)) return character.toLowerCase()
  if (!/\p{Script=Han}/u.test(character)) return ''
  const exception = exceptions[character]
  if (exception) return exception
  let found = ''
  for (const [initial, first] of boundaries) {
    if (collator.compare(character, first) < 0) break
    found = initial
  }
  return found
}

/** 排水漏水 → psls; letters and digits stay, signs fall away. */
export const pinyinInitials = (text: string): string => [...text].map(initialOf).join('')
