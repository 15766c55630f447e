/** Committee kinds of the statistics table (taxonomy.md §6). */
export const committeeKinds = [
  { code: 'village', label: '村' },
  { code: 'residents', label: '居' },
  { code: 'town', label: '乡镇' },
  { code: 'street', label: '街道' },
  { code: 'enterprise', label: '企事业单位' },
  { code: 'social', label: '社会团体和其他组织' },
  { code: 'stationed', label: '派驻调解室' },
  { code: 'personal', label: '个人调解工作室' },
] as const satisfies readonly { code: string; label: string }[]

export type CommitteeKind = (typeof committeeKinds)[number]['code']

/** Names of such bodies change by law: none is in the code. */
export type BodySettings = {
  fullName: string
  /** Stands in every number: 织人调 in （2026）织人调字第12号. */
  shortName: string
  /** As engraved on the seal, may differ from the full name. */
  sealName: string
  address: string
  phone: string
  /** Six-digit division code or the name of the place; picks the region pack. */
  region: string
  /** Head line of letters; the full name when empty. */
  letterhead: string
  committeeKind: CommitteeKind
}
