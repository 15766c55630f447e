import { readFileSync } from 'node:fs'
import type { AgreementParty } from '#db/domain/agreement/content.ts'
import type { SignatureManner } from '#db/domain/agreement/signing.ts'
import type {
  Dossier,
  DossierCase,
  DossierPaper,
  PaperCapacity,
  PaperSignature,
} from '#db/domain/dossier/dossier.ts'
import { examine } from '#db/domain/dossier/examine.ts'
import { type FormId, formTitle, isCounted, volumeOrder } from '#db/domain/dossier/forms.ts'
import { orderOn, resolvePack } from '#db/domain/dossier/pack.ts'
import { idCheckCharacter } from '#db/domain/id-number.ts'
import { localDate, type LocalDate } from '#db/domain/local-date.ts'
import { amountInWords, capitalAmount, formatYuan } from '#db/domain/money.ts'
import { loadCalendar } from '#db/law.ts'
import { parseDossierRules } from '#db/dossier-rules.ts'

const resources = new URL('../../resources/', import.meta.url)
export const rulesJson = readFileSync(new URL('forms/dossier-rules.json', resources), 'utf8')
export const layers = parseDossierRules(rulesJson)
export const national = resolvePack(layers, 'national')
export const county = resolvePack(layers, 'county-example')
export const calendar = loadCalendar(new URL('law', resources).pathname)
export const today = localDate('2026-11-22')

export const day = (monthAndDay: string): LocalDate => localDate(`2026-${monthAndDay}`)

const idOf = (first17: string): string => first17 + idCheckCharacter(first17)

const number = '（2026）云人调字第12号'
const seal = '云溪镇人民调解委员会'
const mediator = '周正平'
const recorder = '吴小敏'

export const zhang: AgreementParty = {
  id: 'p1',
  role: 'applicant',
  kind: 'person',
  name: '张建国',
  birthDate: localDate('1980-03-04'),
  idNumber: idOf('33050219800304001'),
  address: '浙江省湖州市吴兴区云溪镇东街12号',
  representatives: [],
}

export const li: AgreementParty = {
  id: 'p2',
  role: 'respondent',
  kind: 'person',
  name: '李秋芳',
  birthDate: localDate('1985-07-08'),
  idNumber: idOf('33050219850708002'),
  address: '浙江省湖州市吴兴区云溪镇西街3号',
  representatives: [],
}

export const factory: AgreementParty = {
  id: 'p3',
  role: 'respondent',
  kind: 'organisation',
  name: '云溪某某制衣有限公司',
  creditCode: '91330502MA2B00000N',
  legalRepName: '钱大海',
  address: '云溪镇工业路8号',
  representatives: [],
}

export const sign = (
  capacity: PaperCapacity,
  name: string,
  more: Partial<PaperSignature> = {},
): PaperSignature => ({ capacity, name, manner: ['hand', 'fingerprint'], ...more })

/** As a party signs itself, or through guardian and legal representative. */
export const signParty = (party: AgreementParty, signedOn?: LocalDate): PaperSignature => {
  const guardian = party.representatives.find(({ kind }) => kind === 'guardian')
  const manner: SignatureManner[] =
    party.kind === 'organisation' ? ['hand', 'seal'] : ['hand', 'fingerprint']
  if (guardian) return sign('representative', guardian.name, { partyId: party.id, signedOn })
  return { capacity: 'party', name: party.name, partyId: party.id, manner, signedOn }
}

export const paper = (formId: FormId, more: Partial<DossierPaper> = {}): DossierPaper => ({
  id: formId,
  formId,
  title: formTitle(formId),
  isFinal: true,
  superseded: false,
  signedBy: [],
  names: [],
  idNumbers: [],
  creditCodes: [],
  addresses: [],
  amounts: [],
  dates: [],
  pages: { count: 1 },
  attachments: [],
  scans: [{ pages: more.pages?.count ?? 1 }],
  ...more,
})

/** Puts the papers in order, numbers the pages and lists them: what the binder does. */
export const bind = (
  papers: readonly DossierPaper[],
  order: readonly FormId[] = volumeOrder,
): DossierPaper[] => {
  const formOf = ({ partOf, formId }: DossierPaper) =>
    papers.find(({ id }) => id === partOf)?.formId ?? formId
  const placed = papers.toSorted((a, b) => order.indexOf(formOf(a)) - order.indexOf(formOf(b)))
  let next = 1
  const numbered = placed.map((one) => {
    if (!isCounted(formOf(one))) return one
    const from = next
    next += one.pages.count
    return { ...one, pages: { from, count: one.pages.count } }
  })
  const listed = numbered
    .filter(({ formId, partOf }) => isCounted(formId) && partOf === undefined)
    .map(({ title, pages: { from } }) => ({ title, from }))
  return numbered.map((one) => (one.formId === 'f01' ? { ...one, listed } : one))
}

const byName = (parties: readonly AgreementParty[]) => ({
  names: parties.map(({ id, name }) => ({ text: name, partyId: id })),
  idNumbers: parties.flatMap(({ id, idNumber }) =>
    idNumber === undefined ? [] : [{ text: idNumber, partyId: id }],
  ),
  creditCodes: parties.flatMap(({ id, creditCode }) =>
    creditCode === undefined ? [] : [{ text: creditCode, partyId: id }],
  ),
  addresses: parties.flatMap(({ id, address }) =>
    address === undefined ? [] : [{ text: address, partyId: id }],
  ),
})

export const totalOf = (fen: number) => ({
  kind: 'total' as const,
  figures: formatYuan(fen),
  capitals: capitalAmount(fen),
  clause: 'c1',
  dueOn: day('09-20'),
})

/** Every paper of a case that ended, by form; a kind of dossier takes those that it needs. */
export const shelf = (parties: readonly AgreementParty[]) => {
  const everyone = (on?: LocalDate) => parties.map((party) => signParty(party, on))
  const staff = (on?: LocalDate) => [
    sign('mediator', mediator, { manner: ['hand'], signedOn: on }),
    sign('recorder', recorder, { manner: ['hand'], signedOn: on }),
  ]
  const sealed = { capacity: 'body', name: seal, manner: ['seal'] } as const
  const block = byName(parties)
  const asking = parties.filter(({ role }) => role === 'applicant' || role === 'coApplicant')
  return {
    cover: paper('f00', {
      date: day('10-12'),
      number,
      names: [{ text: mediator }],
      dates: [{ what: 'accepted', date: day('09-01') }],
      signedBy: [sign('filer', mediator)],
    }),
    contents: paper('f01', { scans: [] }),
    application: paper('f02', {
      date: day('09-01'),
      signedBy: asking.map((party) => signParty(party)),
      ...block,
    }),
    register: paper('f03', {
      date: day('09-01'),
      signedBy: [...everyone(), sign('registrar', recorder), sealed],
      ...block,
      dates: [{ what: 'applied', date: day('09-01') }],
    }),
    notice: paper('f04', {
      date: day('09-03'),
      signedBy: [...everyone(), sign('informer', mediator)],
    }),
    identities: parties.map((party) =>
      paper('f05', {
        id: `f05-${party.id}`,
        concerns: [party.id],
        signedBy: [signParty(party)],
        ...byName([party]),
        attachments: [
          ...(party.kind === 'organisation' ? (['legalRepProof'] as const) : []),
          ...(party.representatives.some(({ kind }) => kind === 'guardian')
            ? (['guardianProof'] as const)
            : []),
        ],
        dates:
          party.birthDate === undefined
            ? []
            : [{ what: 'born', date: party.birthDate, partyId: party.id }],
      }),
    ),
    record: paper('f09', {
      date: day('09-10'),
      readBack: true,
      signedBy: [...everyone(), ...staff(), sealed],
      names: [...block.names, { text: mediator }, { text: recorder }],
      amounts: [totalOf(4_080_000)],
      pages: { count: 3 },
      scans: [{ pages: 3 }],
    }),
    agreement: paper('f10', {
      date: day('09-10'),
      number,
      version: 1,
      ...block,
      amounts: [totalOf(4_080_000)],
      signedBy: [...everyone(day('09-10')), ...staff(day('09-10')), sealed],
      pages: { count: 2 },
      scans: [{ pages: 2, version: 1 }],
    }),
    receipt: paper('f12', {
      date: day('09-18'),
      names: [{ text: parties[0]?.name ?? '', partyId: parties[0]?.id }],
      amounts: [{ kind: 'paid', figures: '¥40,800.00', capitals: '肆万零捌佰元整' }],
      signedBy: [sign('payee', parties[0]?.name ?? '', { partyId: parties[0]?.id })],
    }),
    visit: paper('f13', {
      date: day('09-30'),
      number,
      signedBy: [sign('visitor', mediator)],
      names: [{ text: parties[0]?.name ?? '', partyId: parties[0]?.id }],
      dates: [{ what: 'agreed', date: day('09-10') }],
    }),
    termination: paper('f18', { date: day('09-10'), remediesTold: true, signedBy: [sealed] }),
    closingReport: paper('f17', {
      date: day('10-12'),
      number,
      amounts: [],
      signedBy: [sign('mediator', mediator), sign('head', '郑为民')],
      dates: [
        { what: 'closed', date: day('10-12') },
        { what: 'concluded', date: day('09-10') },
      ],
    }),
    note: paper('f15', {
      date: day('10-12'),
      signedBy: [sign('filer', mediator), sign('checker', '郑为民')],
    }),
    backCover: paper('f16', { signedBy: [sign('filer', mediator), sign('checker', '郑为民')] }),
    confirmation: paper('f14', {
      date: day('09-25'),
      number,
      signedBy: everyone(),
      ...block,
      amounts: [{ kind: 'total', figures: amountInWords(4_080_000).replace(/^.*¥|）$/g, '') }],
      dates: [{ what: 'agreed', date: day('09-10') }],
    }),
    closedNotice: paper('f21', { date: day('09-03'), signedBy: everyone() }),
    sealed,
    everyone,
    staff,
    block,
  }
}

export const caseOf = (more: Partial<DossierCase> = {}): DossierCase => ({
  id: 'case-1',
  fileNumber: number,
  typeCode: '04.01',
  sourceCode: 'S10',
  otherSide: 'willing',
  appliedOn: day('09-01'),
  acceptedOn: day('09-01'),
  concludedOn: day('09-10'),
  closedOn: day('10-12'),
  outcome: 'agreed',
  extensions: [],
  pauses: [],
  performance: 'performed',
  dueOn: [],
  retention: 'long',
  ...more,
})

export const dossierOf = (
  about: Partial<DossierCase>,
  parties: readonly AgreementParty[],
  papers: readonly DossierPaper[],
): Dossier => ({
  case: caseOf(about),
  body: { sealName: seal },
  parties,
  mediators: [{ name: mediator, idNumber: idOf('33050219700101003') }],
  people: [recorder, '郑为民'],
  papers: bind(papers),
})

/** Bound again in the order of the county's pack. */
export const asInCounty = (dossier: Dossier): Dossier => ({
  ...dossier,
  papers: bind(dossier.papers, orderOn(county, today)),
})

export const fileNo = number
export const sealName = seal

export const found = (dossier: Dossier, pack = national, on = today): string[] =>
  examine(dossier, pack, on, calendar).map(({ ruleId, code }) => `${ruleId} ${code}`)

/** One change to the paper of an id; pages and contents stay as they were. */
export const edit =
  (id: string, change: (paper: DossierPaper) => Partial<DossierPaper>) =>
  (dossier: Dossier): Dossier => {
    if (!dossier.papers.some((one) => one.id === id)) throw new RangeError(`no paper ${id}`)
    return {
      ...dossier,
      papers: dossier.papers.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
    }
  }

/** Taken out before binding: pages and contents fit what is left. */
export const without =
  (...ids: string[]) =>
  (dossier: Dossier): Dossier => {
    const missing = ids.find((id) => !dossier.papers.some((one) => one.id === id))
    if (missing !== undefined) throw new RangeError(`no paper ${missing}`)
    return { ...dossier, papers: bind(dossier.papers.filter(({ id }) => !ids.includes(id))) }
  }

export const adding =
  (...papers: DossierPaper[]) =>
  (dossier: Dossier): Dossier => ({ ...dossier, papers: bind([...dossier.papers, ...papers]) })

export const withCase =
  (more: Partial<DossierCase>) =>
  (dossier: Dossier): Dossier => ({ ...dossier, case: { ...dossier.case, ...more } })
