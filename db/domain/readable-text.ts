/**
 * What a PDF gives for a glyph that a font shares between two characters, and the character that was written: the
 * first of each pair is what is read out of the PDF. Found by printing every character of GB 2312 in Noto Serif CJK SC
 * and Noto Sans CJK SC with Chromium.
 */
const pairs =
  '⻉贝⻓长⻋车⻮齿⻜飞⻛风⻣骨⻤鬼⻁虎⼾户⻩黄⻅见㬵胶⻆角⻰龙⻧卤⻢马⻨麦⻔门⺠民⻦鸟⻬齐⻘青⻝食⺒巳⻙韦⻚页⻥鱼⺎兀⺉刂⺅亻⻈讠' +
  '⻖阝⺾艹⺐尢⺘扌⺨犭⻠饣⺖忄⺦丬⺡氵⻌辶⺕彐⺰纟⺓幺⺙攵⺣灬⺭礻⺺肀⻐钅⻂衤⻪黾⻄西⺟母⻳龟⺴网―—〜～∕／‵｀'

const written = new Map(
  Array.from({ length: [...pairs].length / 2 }, (_, index) => {
    const [read = '', meant = ''] = [...pairs].slice(index * 2, index * 2 + 2)
    return [read, meant] as const
  }),
)

/**
 * The text of a PDF as it was written: a radical instead of its character reads wrong aloud, is not found and is not
 * the same text.
 */
export const readableText = (text: string): string =>
  [...text]
    .map((char) => written.get(char) ?? char)
    .join('')
    .replaceAll(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
