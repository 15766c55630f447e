/** 9, 9点, 9点半, 0930, 9：30, 9.30 → 09:30; undefined when it is no time of day. */
export const parseTime = (text: string): string | undefined => {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/点半$/u, ':30')
    .replace(/[点时]/u, ':')
    .replace(/分$/u, '')
    .replace(/[.。]/u, ':')
  const match =
    /^(\d{1,2}):?$/.exec(plain) ??
    /^(\d{1,2}):(\d{1,2})$/.exec(plain) ??
    /^(\d{2})(\d{2})$/.exec(plain)
  if (!match) return undefined
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
