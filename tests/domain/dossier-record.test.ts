import { describe, expect, it } from 'vitest'
import { courseOf, type CourseEvent } from '#db/domain/dossier/course.ts'
import { givenSignatures, withGiven } from '#db/domain/dossier/given-signatures.ts'
import { houseForms, presenceOf, type WantedBy } from '#db/domain/dossier/house-forms.ts'
import { formOn } from '#db/domain/dossier/pack.ts'
import { suggestedRetention } from '#db/domain/dossier/retention.ts'
import { typedDay } from '#db/domain/dossier/typed-day.ts'
import { writtenWords } from '#db/domain/dossier/written-words.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'
import { codedForms } from '#documents/forms/coded-forms.ts'
import { allForms } from '#tests/documents/form-samples.ts'
import { factory, li, national, today, zhang } from './doctor-fixture.ts'

const step = (
  kind: string,
  from: CaseStatus,
  to: CaseStatus,
  day: string,
  details: CourseEvent['details'] = {},
): CourseEvent => ({ kind, at: `2026-${day}T03:00:00.000Z`, from, to, details })

const about = { partyIds: ['p1', 'p2'], isOral: false }

describe('courseOf', () => {
  const signed = step('completeSigning', 'agreed', 'effective', '09-10')

  it('has no outcome while a case goes on, an approved agreement without signatures included', () => {
    for (const status of ['submitted', 'mediating', 'suspended', 'agreed'] as const)
      expect(courseOf(status, [], about).outcome).toBeUndefined()
    expect(courseOf('effective', [signed], about)).toMatchObject({
      outcome: 'agreed',
      performance: 'open',
    })
  })

  it('looks behind visit and archive for how the matter ended', () => {
    const events = [
      signed,
      step('performFully', 'effective', 'performed', '09-20'),
      step('startFollowUp', 'performed', 'followUp', '09-21'),
      step('skipFollowUp', 'followUp', 'toArchive', '09-22', { reason: '联系不上' }),
    ]
    expect(courseOf('toArchive', events, about)).toMatchObject({
      outcome: 'agreed',
      endStatus: 'performed',
      performance: 'performed',
      followUpSkipped: '联系不上',
    })
    const failed = [
      step('terminate', 'mediating', 'failed', '09-12', { reason: '' }),
      step('skipFollowUp', 'failed', 'toArchive', '09-22', { reason: '已起诉' }),
    ]
    expect(courseOf('toArchive', failed, about)).toMatchObject({
      outcome: 'failed',
      endedOn: '2026-09-12',
      remediesTold: true,
    })
  })

  it('takes enforcement for an agreement that was reached', () => {
    const events = [signed, step('applyForEnforcement', 'confirmed', 'transferred', '10-01')]
    expect(courseOf('transferred', events, about)).toMatchObject({
      outcome: 'agreed',
      performance: 'enforcement',
    })
  })

  it('forgets an end that was before the case was opened again, but no pause', () => {
    const events = [
      step('suspend', 'mediating', 'suspended', '08-01'),
      step('resume', 'suspended', 'mediating', '08-11'),
      step('terminate', 'mediating', 'failed', '09-12'),
      step('skipFollowUp', 'failed', 'toArchive', '09-13', { reason: '旧的' }),
      step('archive', 'toArchive', 'archived', '09-14'),
      step('reopen', 'archived', 'mediating', '09-15'),
    ]
    expect(courseOf('mediating', events, about)).toMatchObject({
      outcome: undefined,
      remediesTold: false,
      followUpSkipped: undefined,
      pauses: [{ from: '2026-08-01', to: '2026-08-11' }],
    })
  })

  it('writes a longer period down as agreed to by every party', () => {
    const events = [step('extend', 'mediating', 'mediating', '09-01', { until: '2026-09-30' })]
    expect(courseOf('mediating', events, about).extensions).toEqual([
      { until: '2026-09-30', consentedBy: ['p1', 'p2'] },
    ])
  })
})

describe('writtenWords', () => {
  const none = { fields: {}, lists: {} }

  it('finds whose name, number and birthday a row gives', () => {
    const words = writtenWords(
      'f02',
      {
        fields: {},
        lists: {
          申请人: [{ '当事人.姓名': '张建囯', '当事人.出生日期': '1980年3月4日' }],
          被申请人: [{ 姓名: '李秋芳', 证件号码: ' 330502198507080020 ', 住址: '' }],
        },
      },
      [zhang, li],
    )
    expect(words.names).toEqual([
      { text: '张建囯', partyId: 'p1' },
      { text: '李秋芳', partyId: 'p2' },
    ])
    expect(words.idNumbers).toEqual([{ text: '330502198507080020', partyId: 'p2' }])
    expect(words.dates).toEqual([{ what: 'born', date: '1980-03-04', partyId: 'p1' }])
    expect(words.addresses).toEqual([])
  })

  it('takes sums of receipts and days of the paper from their own blanks', () => {
    const receipt = writtenWords(
      'f12',
      { fields: { '收款.金额': '1,000.00', '收款.日期': '2026.9.18' }, lists: {} },
      [],
    )
    expect(receipt).toMatchObject({
      amounts: [{ kind: 'paid', figures: '1,000.00' }],
      date: '2026-09-18',
    })
    const visit = writtenWords(
      'f13',
      { fields: { '回访.时间': '2026年9月30日 09:30' }, lists: {} },
      [],
    )
    expect(visit.date).toBe('2026-09-30')
    expect(writtenWords('f13', none, [])).toMatchObject({ date: undefined, names: [] })
  })
})

describe('typedDay', () => {
  it('reads the ways in which people write a day, and nothing else', () => {
    for (const text of [
      '2026年11月22日',
      '2026-11-22',
      '２０２６．１１．２２',
      '20261122',
      '2026/11/22 9:30',
    ])
      expect(typedDay(text)).toBe('2026-11-22')
    expect(typedDay('2026-11-22T18:00:00.000Z')).toBe('2026-11-23')
    for (const text of [undefined, '', '去年', '2026-02-30', '11-22'])
      expect(typedDay(text)).toBeUndefined()
  })
})

describe('givenSignatures', () => {
  const posts = {
    parties: [zhang, factory],
    mediators: ['周正平'],
    helpers: [],
    names: { recorder: '吴小敏' },
    sealName: '云溪镇人民调解委员会',
    day: today,
  }
  const given = givenSignatures(formOn(national, 'f10', today), posts)

  it('are all that the form wants, the organisation through who speaks for it and under its seal', () => {
    expect(given).toEqual([
      { capacity: 'party', name: '张建国', partyId: 'p1', manner: ['hand', 'fingerprint'] },
      { capacity: 'party', name: '钱大海', partyId: 'p3', manner: ['hand', 'seal'] },
      { capacity: 'mediator', name: '周正平', manner: ['hand'] },
      { capacity: 'recorder', name: '吴小敏', manner: ['hand'] },
      { capacity: 'body', name: '云溪镇人民调解委员会', manner: ['seal'] },
    ])
    expect(givenSignatures(undefined, posts)).toEqual([])
  })

  it('go behind those on record and lend them only the seal', () => {
    const recorded = [
      { capacity: 'party', name: '钱大海', partyId: 'p3', manner: ['screen'] },
      { capacity: 'mediator', name: '周正平', manner: ['hand'] },
    ] as const
    const all = withGiven(recorded, given)
    expect(all).toHaveLength(5)
    expect(all[0]?.manner).toEqual(['screen', 'seal'])
    expect(all[1]?.manner).toEqual(['hand'])
  })
})

describe('houseForms', () => {
  it('have a place for every form of the house but those of the desk', () => {
    const heads = [...codedForms, ...allForms].filter(
      ({ set, id }) => set !== 'desk' || id === 'receipt',
    )
    const ids = new Set(houseForms.map(({ id }) => id))
    expect(heads.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([])
    expect(ids.size).toBe(houseForms.length)
    for (const { id, title } of heads)
      expect(houseForms.find((form) => form.id === id)?.title, id).toBe(title)
  })
})

describe('presenceOf', () => {
  const by: WantedBy = {
    outcome: undefined,
    accepted: true,
    mediated: false,
    closedSession: false,
    hasAgents: false,
    fromCourt: false,
    entrusted: false,
    organisation: false,
    performed: false,
    followUpDue: false,
    confirmation: undefined,
    filedLate: false,
  }

  it('wants papers by what became of the case', () => {
    expect(presenceOf('f18', { ...by, outcome: 'failed' })).toBe('missing')
    expect(presenceOf('f18', by)).toBeUndefined()
    expect(presenceOf('f13', by)).toBe('optional')
    expect(presenceOf('f13', { ...by, outcome: 'agreed', followUpDue: true })).toBe('missing')
    expect(presenceOf('f06', { ...by, hasAgents: true })).toBe('missing')
    expect(presenceOf('f30-reply', { ...by, fromCourt: true })).toBeUndefined()
    expect(presenceOf('f30-reply', { ...by, fromCourt: true, outcome: 'agreed' })).toBe('missing')
    const court = { ...by, confirmation: 'judicial', organisation: true } as const
    expect(presenceOf('f14-organisation', court)).toBe('missing')
    expect(presenceOf('f14-persons', court)).toBeUndefined()
  })
})

describe('suggestedRetention', () => {
  it('keeps land and kinship for ever, injuries long, the rest short', () => {
    expect(suggestedRetention({ typeCode: '07.01' })).toBe('permanent')
    expect(suggestedRetention({ typeCode: '01.06' })).toBe('permanent')
    expect(suggestedRetention({ typeCode: '01.01' })).toBe('long')
    expect(suggestedRetention({ typeCode: '11.08' })).toBe('long')
    expect(suggestedRetention({ typeCode: '02.01' })).toBe('short')
  })

  it('keeps large sums and long plans long, and what came to nothing short', () => {
    expect(suggestedRetention({ typeCode: '10.02', totalFen: 10_000_000 })).toBe('long')
    expect(suggestedRetention({ typeCode: '04.01', totalFen: 10_000_000 })).toBe('short')
    expect(suggestedRetention({ typeCode: '04.01', runsLong: true })).toBe('long')
    expect(suggestedRetention({ typeCode: '07.01', outcome: 'failed' })).toBe('short')
  })
})
