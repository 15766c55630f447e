/** One installed family per use: Word files can name but one, so print names the same. */
export type PaperFonts = {
  body: string
  heading: string
  title: string
  /** A family that is not cut heavy by itself needs bold for a title. */
  titleBold: boolean
  headingBold: boolean
}

const fallbackSerif = 'Noto Serif CJK SC'

/** @policy forms.md §8: used if installed, never bundled; the last is what Linux desktops carry. */
export const fontChains = {
  body: [
    '仿宋_GB2312',
    'FangSong_GB2312',
    '仿宋',
    'FangSong',
    'STFangsong',
    '宋体',
    'SimSun',
    'Songti SC',
    'Source Han Serif SC',
    fallbackSerif,
  ],
  heading: [
    '黑体',
    'SimHei',
    'Heiti SC',
    'Source Han Sans SC',
    'Noto Sans CJK SC',
    'Noto Serif CJK SC',
  ],
  title: [
    '方正小标宋简体',
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05S',
    '宋体',
    'SimSun',
    'Songti SC',
    'Source Han Serif SC',
    fallbackSerif,
  ],
} as const

/** The first installed family of each chain; the last of the chain when none is known to be there. */
export const paperFonts = (
  installed: Iterable<string>,
  chains: Record<'body' | 'heading' | 'title', readonly string[]> = fontChains,
): PaperFonts => {
  const known = new Set([...installed].map((name) => name.trim().toLowerCase()))
  const pick = (chain: readonly string[]) =>
    chain.find((name) => known.has(name.toLowerCase())) ?? chain.at(-1) ?? fallbackSerif
  const title = pick(chains.title)
  const heading = pick(chains.heading)
  return {
    body: pick(chains.body),
    heading,
    title,
    titleBold: !/小标宋|XiaoBiaoSong/iu.test(title),
    headingBold: !/黑体|Hei/iu.test(heading),
  }
}

/** Whether text of a style is set bold in these families. */
export const isBold = (
  style: { face: 'body' | 'heading' | 'title'; bold: boolean },
  fonts: PaperFonts,
): boolean =>
  style.bold ||
  (style.face === 'title' && fonts.titleBold) ||
  (style.face === 'heading' && fonts.headingBold)
