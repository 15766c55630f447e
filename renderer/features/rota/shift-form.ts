/** 0 to 50, also in full-width digits. */
export const readCount = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim()
  const count = /^\d{1,2}$/.test(plain) ? Number(plain) : undefined
  return count !== undefined && count <= 50 ? count : undefined
}

/** 9, 9:00, 0900 and 9点半 are 09:00, 09:00, 09:00 and 09:30. */
export const readTime = (text: string): string | undefined => {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace('点半', ':30')
    .replace('点', ':')
  const found =
    /^(\d{1,2}):(\d{1,2})分?$/.exec(plain) ??
    /^(\d{1,2}):?$/.exec(plain) ??
    /^(\d{1,2})(\d{2})$/.exec(plain)
  if (!found) return undefined
  const hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined
}
