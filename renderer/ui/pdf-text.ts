// Radicals without a compatibility mapping in Unicode that share a glyph with a common character.
const supplement = new Map([
  ['⺠', '民'],
  ['⻄', '西'],
  ['⻅', '见'],
  ['⻆', '角'],
  ['⻉', '贝'],
  ['⻋', '车'],
  ['⻓', '长'],
  ['⻔', '门'],
  ['⻘', '青'],
  ['⻙', '韦'],
  ['⻚', '页'],
  ['⻛', '风'],
  ['⻜', '飞'],
  ['⻢', '马'],
  ['⻤', '鬼'],
  ['⻥', '鱼'],
  ['⻦', '鸟'],
  ['⻨', '麦'],
  ['⻩', '黄'],
  ['⻬', '齐'],
  ['⻮', '齿'],
  ['⻰', '龙'],
  ['⻳', '龟'],
  ['⺟', '母'],
  ['⻝', '食'],
  ['⻁', '虎'],
  ['⺴', '网'],
])

/**
 * The text of a page as a person would type it: fonts that share one glyph between a character and its radical
 * make a PDF give the radical, which reads wrong aloud and is not found.
 */
export const readableText = (text: string): string =>
  text
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (radical) => supplement.get(radical) ?? radical)
