const divider = '—— 以上是另一处写的，以下是这里写的 ——'

/** Both of two notes that were written at the same time; nothing of either is left out. */
export const mergeNotes = (stored: string, mine: string): string => {
  if (stored.trim() === '' || mine.includes(stored)) return mine
  if (mine.trim() === '' || stored.includes(mine)) return stored
  return `${stored}\n${divider}\n${mine}`
}
