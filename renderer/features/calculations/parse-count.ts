/** 12, １２．５, 1,200, 3个月; undefined when it is no number of at least nothing. */
export const parseCount = (text: string, unit: string): number | undefined => {
  const plain = text.normalize('NFKC').replace(unit.normalize('NFKC'), '').replaceAll(/[,\s]/g, '')
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}
