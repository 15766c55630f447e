/** 标准, 大, 特大, 超大 in CSS pixels. */
export const textSizes = [16, 18, 22, 30] as const
export type TextSize = (typeof textSizes)[number]

export const defaultTextSize: TextSize = 18

export const textSizeNames = {
  16: '标准',
  18: '大',
  22: '特大',
  30: '超大',
} satisfies Record<TextSize, string>

export const parseTextSize = (text: string | null): TextSize =>
  textSizes.find((size) => String(size) === text) ?? defaultTextSize

/** The next step up or down; the same at either end. */
export const stepTextSize = (size: TextSize, step: 1 | -1): TextSize =>
  textSizes[textSizes.indexOf(size) + step] ?? size

/** @policy Targets are 44 px at least (ux.md §2.1). */
export const controlHeightOf = (size: TextSize): number => Math.max(44, Math.round(size * 2.5))
