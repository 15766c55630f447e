import type { ApplicationRoute } from './further-routes.ts'

export const officeKinds = [
  'court',
  'commission',
  'inspectorate',
  'notary',
  'legalAid',
  'police',
  'petition',
  'other',
] as const
export type OfficeKind = (typeof officeKinds)[number]

export const officeKindWords = {
  court: '人民法院',
  commission: '劳动人事争议仲裁委员会',
  inspectorate: '劳动保障监察机构',
  notary: '公证机构',
  legalAid: '法律援助机构',
  police: '公安机关',
  petition: '信访部门',
  other: '其他单位',
} as const satisfies Record<OfficeKind, string>

export type KnownOffice = {
  id: string
  kind: OfficeKind
  level: 'basic' | 'intermediate'
  name: string
  /** Words of the places it is in charge of, as they stand in addresses. */
  areas: readonly string[]
  invitesUs: boolean
}

export type Side = { name: string; address?: string | undefined }

/** What decides which office is competent; addresses as they were registered. */
export type Competence = {
  applicants: readonly Side[]
  debtors: readonly Side[]
  employers: readonly Side[]
  /** The mediation body's own place. */
  body: string
  /** Where the quarrel happened, or the thing lies. */
  place: string
  performancePlace: string
  /** A court invited this body to mediate the case. */
  invited: boolean
  invitingCourt?: string | undefined
  /** The office that made the agreement enforceable. */
  decidedBy?: string | undefined
}

export type Proposal = { officeId?: string; name: string; basis: string; ruleId: string }

/** A connecting point: an address, and why the office of that place is competent. */
type Point = { address: string | undefined; why: string; ruleId: string }

/** How far into the address its innermost area word reaches; 0 for none. Addresses go from the great to the small. */
const reach = ({ areas }: KnownOffice, address: string): number =>
  Math.max(
    0,
    ...areas.map((area) => {
      const at = area === '' ? -1 : address.lastIndexOf(area)
      return at === -1 ? 0 : at + area.length
    }),
  )

/** The innermost office of each address first, in the order of the points; wider ones that fit as well come last. */
const at = (points: readonly Point[], offices: readonly KnownOffice[], note = ''): Proposal[] => {
  const found = new Map<string, Proposal & { isNear: boolean }>()
  for (const { address = '', why, ruleId } of points) {
    const nearest = Math.max(0, ...offices.map((office) => reach(office, address)))
    for (const office of offices) {
      const far = reach(office, address)
      if (far === 0) continue
      const known = found.get(office.id)
      const basis = `${why}（${address}）`
      if (known) {
        known.basis = `${known.basis}；${basis}`
        known.isNear ||= far === nearest
      } else {
        const { id: officeId, name } = office
        found.set(officeId, { officeId, name, basis, ruleId, isNear: far === nearest })
      }
    }
  }
  return [...found.values()]
    .toSorted((a, b) => Number(b.isNear) - Number(a.isNear))
    .map(({ isNear: _, basis, ...proposal }) => ({ ...proposal, basis: `${basis}${note}` }))
}

/** No office of the list fits: what to write by hand and why. */
const orBlank = (
  found: readonly Proposal[],
  points: readonly Point[],
  kind: string,
): Proposal[] => {
  if (found.length > 0) return [...found]
  const [first] = points
  const where = points
    .map(({ why, address }) =>
      address?.trim() ? `${why}（${address}）` : `${why}（地址没有登记）`,
    )
    .join('，或者')
  return [{ name: '', basis: `${where}所在地的${kind}`, ruleId: first?.ruleId ?? 'P' }]
}

const points = (sides: readonly Side[], what: string, ruleId: string): Point[] =>
  sides.map(({ name, address }) => ({ address, why: `${what}${name}的住所地`, ruleId }))

const ofKind = (
  offices: readonly KnownOffice[],
  kind: OfficeKind,
  level: KnownOffice['level'] = 'basic',
) => offices.filter((office) => office.kind === kind && office.level === level)

/**
 * The court for a joint application: the inviting court where a court invited; else a basic court of a party's
 * domicile, of the place of the matter or of the mediation body; an intermediate one for its own matters.
 * @law 《民事诉讼法》第二百零五条 (E2)
 */
export const confirmationCourts = (of: Competence, offices: readonly KnownOffice[]): Proposal[] => {
  if (of.invited) {
    const basis = '本案由人民法院邀请调解，向作出邀请的人民法院申请'
    const named = of.invitingCourt?.trim() ?? ''
    const inviting = offices.filter(
      ({ kind, invitesUs, name }) =>
        kind === 'court' && (named === '' ? invitesUs : name === named),
    )
    if (inviting.length > 0)
      return inviting.map(({ id, name }) => ({ officeId: id, name, basis, ruleId: 'E2' }))
    return [{ name: named, basis, ruleId: 'E2' }]
  }
  const all: Point[] = [
    ...points([...of.applicants, ...of.debtors], '当事人', 'E2'),
    { address: of.body, why: '调解组织所在地', ruleId: 'E2' },
    { address: of.place, why: '标的物或者纠纷所在地', ruleId: 'E2' },
  ].filter(({ address }, index) => index === 0 || address?.trim())
  const basic = at(all, ofKind(offices, 'court'))
  const higher = at(
    all,
    ofKind(offices, 'court', 'intermediate'),
    '；只在纠纷依法应由中级人民法院管辖时',
  )
  return [...orBlank(basic, all, '基层人民法院'), ...higher]
}

const employerPoints = (of: Competence, ruleId: string): Point[] =>
  [
    { address: of.place, why: '劳动合同履行地', ruleId },
    ...points(of.employers, '用人单位', ruleId),
  ].filter(({ address }) => address?.trim())

/**
 * The commission of the place of work or of the employer.
 * @law 《劳动争议调解仲裁法》第二十一条;《劳动人事争议仲裁办案规则》第七十四条 (F1, F8)
 */
export const commissions = (
  of: Competence,
  offices: readonly KnownOffice[],
  ruleId: string,
): Proposal[] => {
  const all = employerPoints(of, ruleId)
  const some = all.length > 0 ? all : points(of.employers, '用人单位', ruleId)
  return orBlank(at(all, ofKind(offices, 'commission')), some, '劳动人事争议仲裁委员会')
}

/**
 * The basic court of the debtor's domicile, whatever the amount.
 * @law 《民诉法解释》第二十三条 (H2)
 */
const debtorCourts = (of: Competence, offices: readonly KnownOffice[]): Proposal[] => {
  const all = points(of.debtors, '债务人', 'H2')
  return orBlank(at(all, ofKind(offices, 'court')), all, '基层人民法院')
}

const suitCourts = (of: Competence, offices: readonly KnownOffice[]): Proposal[] => {
  const all: Point[] = [
    ...points(of.debtors, '被告', 'D9'),
    ...(of.performancePlace.trim()
      ? [{ address: of.performancePlace, why: '协议履行地', ruleId: 'D9' }]
      : []),
  ]
  return orBlank(at(all, ofKind(offices, 'court')), all, '基层人民法院')
}

const executingCourts = (of: Competence, offices: readonly KnownOffice[]): Proposal[] => {
  const decided = of.decidedBy?.trim() ?? ''
  const deciding = offices.find(({ kind, name }) => kind === 'court' && name === decided)
  const all = points(of.debtors, '被执行人', 'E11').map((point) => ({
    ...point,
    why: `${point.why}、财产所在地`,
  }))
  const first: Proposal[] = deciding
    ? [
        {
          officeId: deciding.id,
          name: deciding.name,
          basis: '作出确认裁定、支付令的人民法院',
          ruleId: 'E11',
        },
      ]
    : []
  const near = at(all, ofKind(offices, 'court')).filter(({ officeId }) => officeId !== deciding?.id)
  return orBlank([...first, ...near], all, '人民法院')
}

/**
 * Offices that may be asked on a route and why each is competent; where none of the list is, the place to look.
 * @law 《民事诉讼法》第二十二条、第二百零五条、第二百三十五条;《民诉法解释》第二十三条、第四百六十条;《劳动争议调解仲裁法》第二十一条 (E2, E11, F1, F8, H2)
 */
export const officesOfRoute = (
  route: ApplicationRoute,
  of: Competence,
  offices: readonly KnownOffice[],
): Proposal[] => {
  switch (route) {
    case 'judicialConfirmation':
      return confirmationCourts(of, offices)
    case 'arbitralReview':
      return commissions(of, offices, 'F1')
    case 'paymentOrder':
      return debtorCourts(of, offices)
    case 'directSuit':
      return suitCourts(of, offices)
    case 'notary':
      return nearOffices('notary', of, offices)
    case 'arbitration':
      return commissions(of, offices, 'F8')
    case 'enforcement':
      return executingCourts(of, offices)
  }
}

/**
 * Offices of a kind near the parties or this body.
 * @policy Where no rule of law picks the place, the nearest is offered (P)
 */
export const nearOffices = (
  kind: OfficeKind,
  of: Competence,
  offices: readonly KnownOffice[],
): Proposal[] => {
  if (kind === 'commission') return commissions(of, offices, 'C11')
  const own: Point[] = [
    ...points(of.debtors, '对方', 'C11'),
    { address: of.body, why: '调解组织所在地', ruleId: 'C11' },
    ...points(of.applicants, '申请人', 'C11'),
    ...(of.place.trim() ? [{ address: of.place, why: '纠纷发生地', ruleId: 'C11' }] : []),
  ]
  return orBlank(at(own, ofKind(offices, kind)), own.slice(0, 2), officeKindWords[kind])
}
