const day = 24 * 60

/** 3小时30分, 3 小时, 3.5小时, 3:30, 90分, 3 (hours); undefined for what is no time, or more than a day. */
export const minutesIn = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const found =
    /^(?:(\d{1,2}(?:\.\d{1,2})?)(?:个)?(?:小时|时|$))?(?:(\d{1,4})分钟?)?$/u.exec(plain) ??
    /^(\d{1,2}):([0-5]\d)$/u.exec(plain)
  if (!found || plain === '') return undefined
  const minutes = Math.round(Number(found[1] ?? 0) * 60) + Number(found[2] ?? 0)
  return minutes <= day ? minutes : undefined
}
