const longest = 30
const most = 20

/** 劳动争议、工伤 as typed, with any sign between, each word once. */
export const wordsOf = (text: string): string[] => [
  ...new Set(text.split(/[、，,；;\s]+/u).filter((word) => word !== '')),
]

/** What is wrong with words as typed. */
export const wordsProblem = (text: string): string | undefined => {
  const words = wordsOf(text)
  if (words.length > most) return `最多写 ${most} 个`
  return words.some((word) => word.length > longest)
    ? `每个不超过 ${longest} 个字，用顿号隔开`
    : undefined
}
