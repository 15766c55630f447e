/** 3, ３, 3天, 3 班 → 3; undefined when it is no whole number between these. */
export const wholeNumber = (text: string, least: number, most: number): number | undefined => {
  const match = /^(\d{1,4})(?:[天日班人个次%秒分钟]*)$/u.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  )
  const value = match ? Number(match[1]) : undefined
  return value !== undefined && value >= least && value <= most ? value : undefined
}
