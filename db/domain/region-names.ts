/** Places that have rules or figures of their own in the shipped packs. */
const names: Readonly<Record<string, string>> = {
  CN: '全国',
  '330000': '浙江省',
  '330200': '浙江省宁波市',
  '440000': '广东省',
  '440300': '广东省深圳市',
}

/**
 * A place in words: 浙江省; of a district without a name of its own the city or province with the code: 浙江省（330502）.
 * @param region CN or six digits of GB/T 2260
 * @policy Codes are for machines: whoever reads a paper or a list is told the place
 */
export const regionName = (region: string): string => {
  const known = names[region]
  if (known !== undefined) return known
  const wider = names[`${region.slice(0, 4)}00`] ?? names[`${region.slice(0, 2)}0000`]
  return wider === undefined ? `地区${region}` : `${wider}（${region}）`
}
