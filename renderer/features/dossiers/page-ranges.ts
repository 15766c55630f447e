/** 1-3、5: runs of page numbers, ascending, each once. */
export const pageRanges = (pages: readonly number[]): string => {
  const sorted = [...new Set(pages)].toSorted((a, b) => a - b)
  const runs: { from: number; to: number }[] = []
  for (const page of sorted) {
    const last = runs.at(-1)
    if (last && page === last.to + 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join('、')
}
