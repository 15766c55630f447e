import type { AgreementParty } from '#db/domain/agreement/content.ts'
import type { Dossier, DossierCase, DossierPaper } from '#db/domain/dossier/dossier.ts'
import { localDate } from '#db/domain/local-date.ts'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import {
  day,
  dossierOf,
  edit,
  factory,
  fileNo,
  li,
  paper,
  shelf,
  sign,
  signParty,
  totalOf,
  zhang,
} from './doctor-fixture.ts'

const bound = (parties: readonly AgreementParty[]) => {
  const { cover, contents, application, register, notice, identities, backCover, closingReport } =
    shelf(parties)
  return [
    cover,
    contents,
    application,
    register,
    notice,
    ...identities,
    closingReport,
    backCover,
  ] as const
}

const agreed = (
  parties: readonly AgreementParty[],
  about: Partial<DossierCase> = {},
  more: readonly DossierPaper[] = [],
  own: Partial<ReturnType<typeof shelf>> = {},
): Dossier => {
  const papers = { ...shelf(parties), ...own }
  const { record, agreement, receipt, visit } = papers
  return dossierOf(about, parties, [...bound(parties), record, agreement, receipt, visit, ...more])
}

const people = [zhang, li]

const performed = (): Dossier => agreed(people)

const instalments = (): Dossier => {
  const parts = [1_360_000, 1_360_000, 1_360_000]
  const months = ['09-20', '10-20', '11-05']
  const plan = [
    { ...totalOf(4_080_000), dueOn: undefined },
    ...parts.map((fen, index) => ({
      kind: 'instalment' as const,
      figures: formatYuan(fen),
      capitals: capitalAmount(fen),
      clause: 'c1',
      dueOn: day(months[index] ?? ''),
    })),
  ]
  const { agreement, receipt, visit } = shelf(people)
  const base = agreed(
    people,
    { closedOn: day('11-15') },
    [
      ...parts.slice(1).map((fen, index) => ({
        ...receipt,
        id: `f12-${index + 2}`,
        date: day(months[index + 1] ?? ''),
        amounts: [{ kind: 'paid' as const, figures: formatYuan(fen) }],
      })),
      { ...visit, id: 'f13-2', date: day('11-10') },
    ],
    {
      agreement: { ...agreement, amounts: plan },
      receipt: { ...receipt, amounts: [{ kind: 'paid', figures: formatYuan(parts[0] ?? 0) }] },
    },
  )
  return edit('f17', () => ({ dates: [{ what: 'closed', date: day('11-15') }] }))(base)
}

const oral = (): Dossier => {
  const { record, visit } = shelf(people)
  return dossierOf({ outcome: 'oral', performance: 'atOnce', typeCode: '02.03' }, people, [
    ...bound(people),
    record,
    paper('f11', {
      date: day('09-10'),
      number: fileNo,
      amounts: [totalOf(4_080_000)],
      signedBy: [sign('mediator', '周正平'), shelf(people).sealed],
    }),
    visit,
  ])
}

const failed = (): Dossier => {
  const { record, termination } = shelf(people)
  return dossierOf({ outcome: 'failed', performance: undefined }, people, [
    ...bound(people),
    { ...record, amounts: [] },
    termination,
  ])
}

const withdrawn = (): Dossier => {
  const { cover, contents, application, register, identities, backCover, closingReport } =
    shelf(people)
  return dossierOf({ outcome: 'withdrawn', performance: undefined }, people, [
    cover,
    contents,
    application,
    register,
    ...identities,
    paper('withdrawal', { date: day('09-10'), signedBy: [signParty(zhang)] }),
    closingReport,
    backCover,
  ])
}

/** Entrusted by the court before filing, behind closed doors, confirmed. */
const court = (): Dossier => {
  const { record, confirmation, closedNotice, sealed } = shelf(people)
  return agreed(
    people,
    {
      sourceCode: 'S30',
      materialsSignedOn: day('08-28'),
      confirmation: { route: 'judicial', appliedOn: day('09-25') },
    },
    [
      paper('f30', { date: day('08-28') }),
      closedNotice,
      confirmation,
      paper('f30Reply', { date: day('09-26'), signedBy: [sealed] }),
    ],
    { record: { ...record, closed: true, notesClosed: true } },
  )
}

const labour = (): Dossier => {
  const parties = [zhang, factory]
  const { everyone, block } = shelf(parties)
  return agreed(
    parties,
    { typeCode: '11.02', confirmation: { route: 'arbitral', appliedOn: day('09-20') } },
    [
      paper('f23', {
        date: day('09-20'),
        number: fileNo,
        signedBy: everyone(),
        ...block,
        amounts: [totalOf(4_080_000)],
      }),
    ],
  )
}

const minor = (): Dossier => {
  const child: AgreementParty = {
    ...zhang,
    name: '张小禾',
    birthDate: localDate('2015-05-06'),
    idNumber: '330502201505060018',
    representatives: [{ name: '张建国', kind: 'guardian', relation: '父亲' }],
  }
  return agreed([child, li], { typeCode: '06.05' })
}

/** With an agent, an enquiry and evidence. */
const organisation = (): Dossier => {
  const firm: AgreementParty = {
    ...factory,
    representatives: [{ name: '孙立新', kind: 'agent', authority: 'special' }],
  }
  const parties = [zhang, firm]
  const { agreement, everyone, staff, sealed } = shelf(parties)
  const byAgent = {
    ...sign('representative', '孙立新', { partyId: firm.id, signedOn: day('09-10') }),
    manner: ['hand', 'seal'] as const,
  }
  return agreed(
    parties,
    { hasEvidence: true, investigated: true, typeCode: '04.02' },
    [
      paper('f06', {
        date: day('09-02'),
        concerns: [firm.id],
        signedBy: [signParty(firm), sign('agent', '孙立新')],
      }),
      paper('f07', {
        date: day('09-05'),
        readBack: true,
        signedBy: [
          sign('interviewee', '赵四'),
          sign('investigator', '周正平'),
          sign('recorder', '吴小敏'),
        ],
      }),
      paper('f08', {
        listed: [
          { title: '送货单', sheets: 2 },
          { title: '对账单', sheets: 1 },
        ],
        scans: [],
      }),
      ...['送货单', '对账单'].map((title, index) =>
        paper('f08', {
          id: `f08-${index + 1}`,
          title,
          partOf: 'f08',
          pages: { count: 2 - index },
          signedBy: [sign('provider', '张建国', { partyId: 'p1' })],
          scans: [{ pages: 2 }],
        }),
      ),
    ],
    {
      agreement: {
        ...agreement,
        signedBy: [...everyone(day('09-10')).slice(0, 1), byAgent, ...staff(day('09-10')), sealed],
      },
    },
  )
}

const severalApplicants = (): Dossier => {
  const more = (index: number): AgreementParty => ({
    ...zhang,
    id: `a${index}`,
    role: 'coApplicant',
    name: ['王二喜', '陈三才', '朱四方'][index] ?? '',
    idNumber: `33050219700101${String(10 + index)}0${index}`,
    address: undefined,
  })
  return agreed([zhang, more(0), more(1), more(2), li])
}

const closedSession = (): Dossier => {
  const { record, closedNotice } = shelf(people)
  return agreed(people, { typeCode: '01.05' }, [closedNotice], {
    record: { ...record, closed: true, notesClosed: true },
  })
}

/** The first agreement was unfair; both sat down again and signed a second one. */
const remediated = (): Dossier => {
  const { record, agreement } = shelf(people)
  const base = agreed(
    people,
    { concludedOn: day('09-16') },
    [{ ...record, id: 'f09-2', date: day('09-16') }],
    {
      record: { ...record, date: day('09-05'), amounts: [] },
      agreement: {
        ...agreement,
        version: 2,
        date: day('09-16'),
        signedBy: agreement.signedBy.map((one) => ({ ...one, signedOn: day('09-16') })),
        scans: [{ pages: 2, version: 2 }],
      },
      visit: { ...shelf(people).visit, dates: [{ what: 'agreed', date: day('09-16') }] },
    },
  )
  return edit('f17', () => ({ dates: [{ what: 'concluded', date: day('09-16') }] }))(base)
}

const extended = (): Dossier => {
  const base = agreed(
    people,
    {
      appliedOn: day('07-01'),
      acceptedOn: day('07-02'),
      extensions: [{ until: day('09-15'), consentedBy: ['p1', 'p2'] }],
    },
    [paper('f20', { date: day('06-30') })],
  )
  return {
    ...base,
    case: { ...base.case, sourceCode: 'S40' },
    papers: base.papers.map((one) => ({
      ...one,
      date: one.formId === 'f02' ? day('07-01') : one.formId === 'f03' ? day('07-02') : one.date,
      dates: one.dates.map((quoted) =>
        quoted.what === 'accepted'
          ? { ...quoted, date: day('07-02') }
          : quoted.what === 'applied'
            ? { ...quoted, date: day('07-01') }
            : quoted,
      ),
    })),
  }
}

/** Accepted, nobody has sat down yet. */
const running = (): Dossier => {
  const { application, register, identities } = shelf(people)
  return dossierOf(
    {
      appliedOn: day('11-10'),
      acceptedOn: day('11-10'),
      concludedOn: undefined,
      closedOn: undefined,
      outcome: undefined,
      performance: undefined,
      retention: undefined,
    },
    people,
    [
      { ...application, date: day('11-10') },
      { ...register, date: day('11-10'), dates: [] },
      ...identities,
    ],
  )
}

const rejected = (): Dossier => {
  const { cover, contents, application, backCover, closingReport, sealed } = shelf(people)
  return dossierOf(
    {
      outcome: 'rejected',
      acceptedOn: undefined,
      performance: undefined,
      concludedOn: day('09-03'),
    },
    people,
    [
      { ...cover, dates: [] },
      contents,
      application,
      shelf(people).register,
      paper('f19', { date: day('09-03'), signedBy: [sealed] }),
      { ...closingReport, dates: [] },
      backCover,
    ],
  )
}

const transferred = (): Dossier => {
  const { record, sealed } = shelf(people)
  return dossierOf({ outcome: 'transferred', performance: undefined }, people, [
    ...bound(people),
    { ...record, amounts: [] },
    paper('f20Out', { date: day('09-12'), signedBy: [sealed] }),
  ])
}

/** Confirmed and now before the court for enforcement; paid in part. */
const enforced = (): Dossier => {
  const { confirmation, receipt } = shelf(people)
  return agreed(
    people,
    { performance: 'enforcement', confirmation: { route: 'judicial', appliedOn: day('09-25') } },
    [confirmation],
    { receipt: { ...receipt, amounts: [{ kind: 'paid', figures: '10,000' }] } },
  )
}

/** Every kind of dossier in order; none of them has a finding under either pack. */
export const cleanDossiers = {
  performed,
  instalments,
  oral,
  failed,
  withdrawn,
  court,
  labour,
  minor,
  organisation,
  severalApplicants,
  closedSession,
  remediated,
  extended,
  running,
  rejected,
  transferred,
  enforced,
} as const satisfies Record<string, () => Dossier>

export type CleanKind = keyof typeof cleanDossiers
