import { describe, expect, it } from 'vitest'
import { calculateOne } from '#db/domain/labour/calculators.ts'
import { addDays, localDate as day } from '#db/domain/local-date.ts'
import {
  labourTables,
  outcomeOf,
  refusedAt,
  resultOf,
  sound,
  warningsOf,
} from '#tests/support/labour-calc.ts'

const months = (startOn: string, endOn: string) =>
  Number(
    resultOf('severance', { ...sound.severance, startOn: day(startOn), endOn: day(endOn) }).figures[
      'months'
    ],
  )

describe('severance', () => {
  it('counts half a year, a year and a half on the very day', () => {
    const cases: [string, string, number][] = [
      ['2026-05-01', '2026-05-01', 0.5],
      ['2026-05-01', '2026-10-30', 0.5],
      ['2026-05-01', '2026-10-31', 1],
      ['2026-05-01', '2027-04-30', 1],
      ['2026-05-01', '2027-05-01', 1.5],
      ['2024-02-29', '2026-02-27', 2],
      ['2024-02-29', '2026-02-28', 2],
      ['2024-02-29', '2026-03-01', 2.5],
      ['2026-08-31', '2027-02-27', 0.5],
      ['2026-08-31', '2027-02-28', 1],
    ]
    expect(cases.map(([from, to]) => months(from, to))).toEqual(cases.map(([, , count]) => count))
  })

  it('caps base and years one fen above three times the average, and not at it', () => {
    const wage = (baseFen: number) =>
      resultOf('severance', {
        ...sound.severance,
        startOn: day('2011-11-01'),
        endOn: day('2026-10-31'),
        baseFen,
        aboveThreeTimesAverage: undefined,
        localAverageFen: 850_000,
      })
    expect(wage(2_550_000)).toMatchObject({ amountFen: 15 * 2_550_000, figures: { months: '15' } })
    expect(wage(2_550_001)).toMatchObject({ amountFen: 12 * 2_550_000, figures: { months: '12' } })
  })

  it('asks the cap question and refuses an answer that the figures contradict', () => {
    const { aboveThreeTimesAverage: _answer, ...open } = sound.severance
    expect(warningsOf('severance', open)).toContain('capNotAnswered')
    expect(warningsOf('severance', sound.severance)).not.toContain('capNotAnswered')
    const high = { ...open, aboveThreeTimesAverage: true }
    expect(refusedAt('severance', high)).toEqual(['missing localAverageFen'])
    expect(refusedAt('severance', { ...high, localAverageFen: 850_000 })).toEqual([
      'contradiction aboveThreeTimesAverage',
    ])
  })

  it('asks for the months before 2008 and never guesses them', () => {
    const old = { ...sound.severance, startOn: day('2007-12-31'), endOn: day('2008-12-31') }
    expect(refusedAt('severance', old)).toEqual(['missing monthsBefore2008'])
    expect(resultOf('severance', { ...old, monthsBefore2008: 1 }).figures['months']).toBe('2')
    expect(
      refusedAt('severance', { ...old, endOn: day('2007-12-31'), monthsBefore2008: 1 }),
    ).toEqual(['notInForce endOn'])
    expect(refusedAt('severance', { ...sound.severance, monthsBefore2008: 1 })).toEqual([
      'contradiction monthsBefore2008',
    ])
  })

  it('is nothing, with the reason, where the ground gives none', () => {
    for (const ground of ['resignation', 'fault39', 'workerProposes', 'renewalRefused'] as const)
      expect(resultOf('severance', { ...sound.severance, ground })).toMatchObject({
        amountFen: 0,
        warnings: [{ code: 'notDue' }],
      })
  })

  it('takes the average of the months exactly and tells missing ones', () => {
    const { baseFen: _base, ...open } = sound.severance
    const wages = [100_000, 100_000, 100_001]
    const input = { ...open, monthlyWagesFen: wages }
    // 300,001 ÷ 3 × 6, not 100,000 × 6
    expect(resultOf('severance', input).amountFen).toBe(600_002)
    expect(warningsOf('severance', input)).toEqual(['monthsMissing'])
    expect(refusedAt('severance', open)).toEqual(['missing baseFen'])
    expect(refusedAt('severance', { ...input, baseFen: 1 })).toEqual(['contradiction baseFen'])
  })

  it('lifts the base to the minimum wage of the day and place, told where the day has none', () => {
    const low = { ...sound.severance, baseFen: 200_000, region: '330502', wageTier: '1' }
    expect(resultOf('severance', { ...low, endOn: day('2025-12-31') })).toMatchObject({
      amountFen: 5 * 249_000,
      parameters: [{ key: 'monthlyMinimumWage', value: '2490', verified: false }],
    })
    const later = resultOf('severance', { ...low, endOn: day('2026-01-01') })
    expect(later.amountFen).toBe(5 * 200_000)
    expect(later.warnings).toEqual([
      {
        code: 'parameterOutsideValidity',
        text: expect.stringContaining('2026年1月1日不在月最低工资标准（1）的有效期内'),
      },
    ])
  })
})

describe('severance-with-notice', () => {
  it('stands on article 40 only and pays no month where notice was given', () => {
    const input = sound['severance-with-notice']
    expect(refusedAt('severance-with-notice', { ...input, ground: 'layoff41' })).toEqual([
      'excluded ground',
    ])
    expect(resultOf('severance-with-notice', { ...input, noticeGiven: true }).amountFen).toBe(
      4_080_000,
    )
    expect(refusedAt('severance-with-notice', { ...input, lastMonthFen: undefined })).toEqual([
      'missing lastMonthFen',
    ])
  })
})

describe('double-wage', () => {
  const input = sound['double-wage']
  const signed = (signedOn: string, more = {}) =>
    resultOf('double-wage', { ...input, signedOn: day(signedOn), ...more })

  it('begins after one full month and ends with the year', () => {
    expect(signed('2025-12-03')).toMatchObject({ amountFen: 0, warnings: [{ code: 'notDue' }] })
    expect(signed('2026-01-03').amountFen).toBe(600_000)
    expect(signed('2026-11-03').amountFen).toBe(11 * 600_000)
    expect(signed('2027-06-30').amountFen).toBe(11 * 600_000)
  })

  it('reckons one day for the day after a month, where the table of days off knows the year', () => {
    // 2026-02-03 is a Tuesday: 6,000 ÷ 21.75.
    expect(signed('2026-02-04').amountFen).toBe(2 * 600_000 + 27_586)
    const unknown = { ...input, hiredOn: day('2024-11-03'), signedOn: day('2025-06-15') }
    expect(calculateOne('double-wage', unknown, { ...labourTables, calendar: [] })).toMatchObject({
      ok: false,
      reasons: [{ code: 'missing', path: 'partWorkingDays' }],
    })
    expect(resultOf('double-wage', { ...unknown, partWorkingDays: 8 }).amountFen).toBe(3_820_690)
  })

  it('holds a part of a month to the pay of a month and says so', () => {
    const part = (partWorkingDays: number) => signed('2026-06-15', { partWorkingDays })
    expect(part(21).amountFen).toBe(3_600_000 + 579_310)
    expect(part(22).amountFen).toBe(3_600_000 + 600_000)
    expect(part(22).assumptions).toContain('不足一个月的部分不超过一个月的工资。')
  })

  it('follows the switches of start day and part month and names them', () => {
    const next = signed('2026-02-03', { startDay: 'nextDay', partMonth: 'scheduledDays' })
    expect(next.assumptions).toContain('自满一个月对应日的次日起算。')
    expect(next.assumptions).toContain('不足一个月的部分按月工资×实际工作日÷该月应出勤日计算。')
    // A full month from 2025-12-04, then 22 of the 23 working days to 2026-02-03: 4 January is worked for a day off.
    expect(next.amountFen).toBe(600_000 + Math.round((600_000 * 22) / 23))
  })

  it('shows both views of limitation (V8)', () => {
    const { warnings } = resultOf('double-wage', {
      hiredOn: day('2025-02-01'),
      leftOn: day('2026-05-31'),
      monthlyFen: 550_000,
      notSignedThroughWorker: false,
      claimedOn: day('2026-11-22'),
    })
    const warning = warnings.find(({ code }) => code === 'limitationTwoViews')
    expect(warning?.text).toContain('时效至2027年1月31日；')
    expect(warning?.text).toContain('2025年11月22日以前的部分已超过一年')
  })

  it('is not due through the worker and has no window without an end', () => {
    expect(resultOf('double-wage', { ...input, notSignedThroughWorker: true }).amountFen).toBe(0)
    expect(refusedAt('double-wage', { ...input, signedOn: undefined })).toEqual([
      'missing signedOn',
    ])
  })
})

describe('overtime', () => {
  const input = sound.overtime
  const entry = (on: string, kind: 'weekday' | 'restDay' | 'holiday', hours = 8) => ({
    ...input,
    entries: [{ kind, hours, on: day(on) }],
  })

  it('pays 300 per cent on the thirteen days only', () => {
    expect(refusedAt('overtime', entry('2026-10-03', 'holiday'))).toEqual([])
    expect(refusedAt('overtime', entry('2026-10-04', 'holiday'))).toEqual([
      'contradiction entries.0.kind',
    ])
    expect(warningsOf('overtime', entry('2026-10-03', 'restDay'))).toContain('holidayAsOther')
    expect(warningsOf('overtime', entry('2024-10-03', 'holiday'))).toContain('holidaysNotKnown')
  })

  it('knows thirteen days a year', () => {
    const rows = labourTables.parameters.filter(({ key }) => key === 'statutoryHolidays')
    expect(rows.map(({ value }) => value.split(' ').length)).toEqual([13, 13])
    for (const { value, variant } of rows)
      for (const text of value.split(' ')) expect(day(text).slice(0, 4)).toBe(variant)
  })

  it('warns above 3 hours a day and 36 hours a month', () => {
    expect(warningsOf('overtime', entry('2026-10-12', 'weekday', 3))).not.toContain(
      'overDailyLimit',
    )
    expect(warningsOf('overtime', entry('2026-10-12', 'weekday', 3.5))).toContain('overDailyLimit')
    const hours = (count: number) =>
      warningsOf('overtime', { ...input, entries: [{ kind: 'weekday', hours: count }] })
    expect(hours(36)).not.toContain('overMonthlyLimit')
    expect(hours(36.5)).toContain('overMonthlyLimit')
  })

  it('pays nothing more for a rest day with time off, and no irregular hours', () => {
    const rest = { kind: 'restDay' as const, days: 2, timeOffGiven: true }
    expect(resultOf('overtime', { ...input, entries: [rest] }).amountFen).toBe(0)
    expect(refusedAt('overtime', { ...input, mode: 'irregular' })).toEqual(['notCovered mode'])
  })

  it('pays the excess of comprehensive hours at 150 and holidays at 300 per cent', () => {
    const entries = [
      { kind: 'weekday' as const, hours: 10 },
      { kind: 'holiday' as const, hours: 8 },
    ]
    const mode = 'comprehensive' as const
    expect(resultOf('overtime', { ...input, mode, entries }).amountFen).toBe(45_000 + 72_000)
    expect(
      refusedAt('overtime', { ...input, mode, entries: [{ kind: 'restDay', hours: 8 }] }),
    ).toEqual(['contradiction entries.0.kind'])
  })
})

describe('injuries', () => {
  const injury = sound['injury-disability']
  const paid = (paidWageFen: number) =>
    resultOf('injury-disability', {
      ...injury,
      contractEnded: false,
      ownWageFen: undefined,
      paidWageFen,
      localAverageFen: 750_000,
    }).amountFen

  it('hold the own wage between 60 and 300 per cent of the average', () => {
    expect([449_999, 450_000, 450_001].map(paid)).toEqual([4_050_000, 4_050_000, 4_050_009])
    expect([2_249_999, 2_250_000, 2_250_001].map(paid)).toEqual([
      20_249_991, 20_250_000, 20_250_000,
    ])
  })

  it('have the table of Zhejiang in Zhejiang only, from its first day', () => {
    const at = (region: string, endedOn = '2026-06-30') =>
      refusedAt('injury-disability', { ...injury, region, endedOn: day(endedOn) })
    expect(at('330502')).toEqual([])
    expect(at('310101')).toEqual(['noParameter medicalMonths', 'noParameter employmentMonths'])
    const early = { ...injury, accidentOn: day('2016-01-01') }
    const ended = (on: string) => refusedAt('injury-disability', { ...early, endedOn: day(on) })
    expect(ended('2017-12-31')).toHaveLength(2)
    expect(ended('2018-01-01')).toEqual([])
  })

  it('lower the employment sum near retirement and have no figure where the step is not known', () => {
    const at = (yearsToRetirement: number) =>
      outcomeOf('injury-disability', { ...injury, yearsToRetirement })
    const sums = [5, 4.9, 4, 3, 2, 1].map((years) => {
      const outcome = at(years)
      return outcome.ok ? outcome.result.lines.at(-1)?.amountFen : undefined
    })
    expect(sums).toEqual([3_200_000, 2_560_000, 2_560_000, 1_920_000, 1_280_000, 640_000])
    expect(at(0.5)).toMatchObject({ ok: false, reasons: [{ path: 'taperPercent' }] })
  })

  it('leave grades 1 to 4 in the relation and pay them month by month', () => {
    const grade4 = { ...injury, grade: 4 }
    expect(resultOf('injury-disability', grade4)).toMatchObject({ amountFen: 21 * 620_000 })
    expect(warningsOf('injury-disability', grade4)).toContain('relationKept')
    const allowance = sound['injury-allowance']
    expect(resultOf('injury-allowance', allowance)).toMatchObject({
      amountFen: 496_000,
      per: 'month',
    })
    expect(refusedAt('injury-allowance', { ...allowance, grade: 5 })).toEqual([
      'missing suitableWork',
    ])
    expect(
      resultOf('injury-allowance', { ...allowance, grade: 6, suitableWork: false }),
    ).toMatchObject({ amountFen: 372_000, lines: [{ payer: 'employer' }] })
    expect(resultOf('injury-allowance', { ...allowance, grade: 7 }).amountFen).toBe(0)
  })

  it('apply the law of the day of the accident', () => {
    const accidentOn = (on: string) =>
      refusedAt('injury-disability', { ...injury, accidentOn: day(on) })
    expect(accidentOn('2010-12-31')).toEqual(['notInForce accidentOn'])
    expect(accidentOn('2011-01-01')).toEqual([])
  })

  it('suspend work for twelve months, with consent for twenty-four', () => {
    const pay = sound['injury-suspension-pay']
    expect(refusedAt('injury-suspension-pay', { ...pay, months: 12 })).toEqual([])
    expect(refusedAt('injury-suspension-pay', { ...pay, months: 12, days: 1 })).toEqual([
      'outOfRange months',
    ])
    expect(refusedAt('injury-suspension-pay', { ...pay, months: 24, extended: true })).toEqual([])
    const cared = { ...pay, careDays: 10, careDailyFen: 15_000, paidFen: 1_000_000 }
    expect(resultOf('injury-suspension-pay', cared).amountFen).toBe(2_480_000 - 1_000_000 + 150_000)
  })

  it('pay care by level, death by the income of the year before', () => {
    expect(resultOf('injury-care', sound['injury-care'])).toMatchObject({ amountFen: 300_000 })
    const death = sound['injury-death']
    expect(refusedAt('injury-death', { ...death, deathOn: day('2025-12-31') })).toEqual([])
    expect(refusedAt('injury-death', { ...death, deathOn: day('2026-01-01') })).toEqual([
      'noParameter nationalIncomeFen',
    ])
    expect(resultOf('injury-death', { ...death, afterSuspension: true }).amountFen).toBe(4_800_000)
  })

  it('warn before recognition and appraisal and without insurance', () => {
    const state = { insured: false, recognised: false, appraised: false, thirdParty: true }
    expect(warningsOf('injury-disability', { ...injury, ...state })).toEqual([
      'injuryNotRecognised',
      'injuryNotAppraised',
      'notInsured',
      'thirdParty',
    ])
  })
})

describe('annual-leave', () => {
  const input = sound['annual-leave']
  const days = (more: object) => resultOf('annual-leave', { ...input, ...more }).figures['days']

  it('gives 5, 10 and 15 days from one, ten and twenty years', () => {
    const whole = { leftOn: undefined, takenDays: 0 }
    expect([1, 9, 10, 19, 20].map((serviceYears) => days({ ...whole, serviceYears }))).toEqual([
      '5',
      '5',
      '10',
      '10',
      '15',
    ])
    expect(days({ ...whole, year: 2028, serviceYears: 20 })).toBe('15')
  })

  it('counts whole days of the part worked and claws nothing back', () => {
    // 36.5 days a day: the 37th day of the year makes the first.
    expect(days({ leftOn: day('2026-02-05'), takenDays: 0 })).toBe('0')
    expect(days({ leftOn: day('2026-02-06'), takenDays: 0 })).toBe('1')
    expect(days({ leftOn: day('2026-02-06'), takenDays: 5 })).toBe('0')
  })

  it('is not due before twelve months or after a written refusal', () => {
    expect(resultOf('annual-leave', { ...input, twelveMonths: false }).amountFen).toBe(0)
    expect(resultOf('annual-leave', { ...input, refusedInWriting: true }).amountFen).toBe(0)
    expect(resultOf('annual-leave', { ...input, normalPayPaid: false }).amountFen).toBe(360_000)
  })
})

describe('penalties and interest', () => {
  it('bound the training bond by share and by what was agreed', () => {
    const bond = sound['training-bond']
    expect(resultOf('training-bond', { ...bond, agreedFen: 1_000_000 }).amountFen).toBe(1_000_000)
    expect(resultOf('training-bond', { ...bond, agreedFen: 9_000_000 }).amountFen).toBe(1_466_667)
    expect(resultOf('training-bond', { ...bond, servedMonths: 36 }).amountFen).toBe(0)
  })

  it('end a non-compete after two years', () => {
    const clause = sound['non-compete']
    expect(resultOf('non-compete', { ...clause, months: 24 }).amountFen).toBe(24 * 360_000)
    expect(resultOf('non-compete', { ...clause, months: 25 }).amountFen).toBe(24 * 360_000)
    expect(warningsOf('non-compete', { ...clause, months: 25 })).toContain('overTwoYears')
    expect(resultOf('non-compete', { ...clause, agreedMonthlyFen: 500_000 }).amountFen).toBe(
      500_000,
    )
  })

  it('take the LPR of each day and have none where the table ends', () => {
    const { percent: _percent, ...byLpr } = sound['overdue-interest']
    const last = day('2026-08-19')
    expect(refusedAt('overdue-interest', { ...byLpr, toOn: last })).toEqual([])
    expect(refusedAt('overdue-interest', { ...byLpr, toOn: addDays(last, 1) })).toEqual([
      'noParameter percent',
    ])
    const across = resultOf('overdue-interest', {
      ...byLpr,
      fromOn: day('2025-05-18'),
      toOn: day('2025-05-21'),
    })
    // One day at 3.10 %, two at 3.00 %.
    expect(across.amountFen).toBe(Math.round((5_000_000 * (3.1 + 2 * 3)) / 36_500))
    expect(across.lines.at(-1)?.text).toContain('（3.10%×1天＋3.00%×2天）')
  })

  it('cap a private loan at four times the LPR of the day of the contract', () => {
    const loan = sound['loan-interest-cap']
    expect(warningsOf('loan-interest-cap', { ...loan, agreedPercent: '12' })).not.toContain(
      'overLoanCap',
    )
    expect(warningsOf('loan-interest-cap', { ...loan, agreedPercent: '12.01' })).toContain(
      'overLoanCap',
    )
    expect(refusedAt('loan-interest-cap', { ...loan, contractOn: day('2020-08-19') })).toEqual([
      'notInForce contractOn',
    ])
  })

  it('tell a penalty above the loss by more than three tenths', () => {
    const clause = { ...sound['default-clause'], principalFen: 1_300_000, percentPerDay: '0.5' }
    const warned = (lossFen: number) => warningsOf('default-clause', { ...clause, lossFen })
    expect(warned(100_000)).toEqual([])
    expect(warned(99_999)).toEqual(['penaltyTooHigh'])
  })

  it('begin late performance with its interpretation', () => {
    const late = sound['late-performance']
    expect(refusedAt('late-performance', { ...late, fromOn: day('2014-07-30') })).toEqual([
      'notInForce fromOn',
    ])
    expect(refusedAt('late-performance', { ...late, fromOn: day('2014-07-31') })).toEqual([])
  })
})

describe('wages beside arrears', () => {
  it('look the minimum wage up by place, tier and day', () => {
    const stretch = { on: day('2025-12-31'), paidFen: 200_000, months: 1, region: '330502' }
    const topUp = (more: object) => ({ stretches: [{ ...stretch, ...more }] })
    const name = 'minimum-wage-top-up'
    expect(resultOf(name, topUp({ wageTier: '2' })).amountFen).toBe(26_000)
    expect(refusedAt(name, topUp({}))).toEqual(['noParameter stretches.0.standardFen'])
    expect(refusedAt(name, topUp({ wageTier: '2', on: day('2026-01-01') }))).toEqual([
      'noParameter stretches.0.standardFen',
    ])
    expect(resultOf(name, topUp({ wageTier: '2', paidFen: 226_000 })).amountFen).toBe(0)
  })

  it('hold probation to four fifths and to the minimum wage', () => {
    const name = 'probation-top-up'
    expect(resultOf(name, sound[name]).amountFen).toBe(100_000)
    expect(resultOf(name, { ...sound[name], paidFen: 400_000 }).amountFen).toBe(0)
    const low = { ...sound[name], contractFen: 250_000, paidFen: 200_000 }
    expect(resultOf(name, low).amountFen).toBe(98_000)
  })

  it('hold a deduction to a fifth and to the minimum wage', () => {
    const name = 'deduction-excess'
    expect(resultOf(name, sound[name]).amountFen).toBe(20_000)
    expect(resultOf(name, { ...sound[name], deductedFen: 80_000 }).amountFen).toBe(0)
    expect(resultOf(name, { ...sound[name], monthlyFen: 250_000 }).amountFen).toBe(99_000)
  })
})
