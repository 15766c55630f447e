import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'

const day = localDate
const minimumWage = {
  key: 'monthlyMinimumWage' as const,
  variant: '1',
  region: '330000',
  value: '2660',
  unit: '元',
  validFrom: day('2026-01-01'),
  document: '浙江省最低工资通知（样例）',
  url: '',
  checkedOn: day('2026-11-20'),
  verified: true,
  note: '抄自公报',
}

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
  const settings = { region: '330502', wageTier: '1', soonDays: 7, warnBelowPercent: 60 }
  await centre.as.head.clocks.saveSettings(settings)
})
afterAll(() => centre.close())

const topUp = async (on: string) =>
  centre.as.mediator.calculations.run({
    name: 'minimum-wage-top-up',
    input: { stretches: [{ region: '330502', wageTier: '1', paidFen: 200_000, months: 5, on }] },
  })
const gapKeys = async () => (await centre.as.head.figures.list({})).gaps.map(({ key }) => key)

describe('figures.list', () => {
  it('has the shipped figures with standing, document and whether they were compared', async () => {
    const { figures, region } = await centre.as.mediator.figures.list({})
    expect(region).toBe('330502')
    expect(
      figures.find(({ key, variant }) => key === 'monthlyMinimumWage' && variant === '1'),
    ).toEqual({
      key: 'monthlyMinimumWage',
      variant: '1',
      region: '330000',
      value: '2490',
      unit: '元',
      validFrom: '2024-01-01',
      validTo: '2025-12-31',
      document: '浙政发〔2024〕3号',
      url: '',
      checkedOn: '2026-11-22',
      verified: false,
      note: '',
      revision: 0,
      name: '月最低工资标准',
      package: 'zhejiang-minimum-wage-2024',
      replaced: false,
      standing: 'past',
    })
  })

  it('tells what calculators would look up for this place today and would not find', async () => {
    const gaps = await gapKeys()
    expect(gaps).toContain('monthlyMinimumWage')
    expect(gaps).toContain('averageMonthlyWage')
    expect(gaps).toContain('urbanDisposableIncome')
    expect(gaps).not.toContain('payDaysPerMonth')
    expect(gaps).not.toContain('injuryDisabilityMonths')
  })
})

describe('figures.save', () => {
  it('lets the calculators reckon at once, and takes the gap away', async () => {
    const { head } = centre.as
    expect(await topUp('2026-10-31')).toMatchObject({ ok: false })
    const { id, revision } = await head.figures.save({ revision: 0, figure: minimumWage })
    expect(revision).toBe(1)
    expect(await topUp('2026-10-31')).toMatchObject({
      ok: true,
      result: {
        amountFen: 330_000,
        parameters: [{ value: '2660', document: '浙江省最低工资通知（样例）', verified: true }],
      },
    })
    expect(await gapKeys()).not.toContain('monthlyMinimumWage')
    const later = { ...minimumWage, value: '2，７００', validTo: day('2026-12-31') }
    expect(await refusalCode(head.figures.save({ id, revision: 0, figure: later }))).toBe(
      'figures.changedElsewhere',
    )
    await head.figures.save({ id, revision: 1, figure: later })
    expect(await topUp('2026-10-31')).toMatchObject({ result: { amountFen: 350_000 } })
    expect(await topUp('2027-01-31')).toMatchObject({ ok: false })

    const twin = head.figures.save({ revision: 0, figure: minimumWage })
    expect(await refusalCode(twin)).toBe('figures.alreadyThere')
    await head.figures.remove({ id })
    expect(await topUp('2026-10-31')).toMatchObject({ ok: false })
    expect(await refusalCode(head.figures.remove({ id }))).toBe('figures.notFound')
    expect(await refusalCode(head.figures.save({ id, revision: 2, figure: later }))).toBe(
      'figures.notFound',
    )
  })

  it('stands over the shipped figure of the same days, which is shown as replaced', async () => {
    const { administrator } = centre.as
    const own = {
      ...minimumWage,
      value: '2500',
      validFrom: day('2024-01-01'),
      validTo: day('2025-12-31'),
    }
    const { id } = await administrator.figures.save({ revision: 0, figure: own })
    const rows = (await administrator.figures.list({})).figures.filter(
      ({ key, variant }) => key === 'monthlyMinimumWage' && variant === '1',
    )
    expect(rows.map(({ value, replaced, note }) => [value, replaced, note])).toEqual([
      ['2500', false, '抄自公报'],
      ['2490', true, ''],
    ])
    expect(await topUp('2025-10-31')).toMatchObject({ result: { amountFen: 250_000 } })
    await administrator.figures.remove({ id })
    expect(await topUp('2025-10-31')).toMatchObject({ result: { amountFen: 245_000 } })
  })

  it.each([
    ['words', { value: '两千' }, 'figures.invalid'],
    ['an exponent', { value: '2e3' }, 'figures.invalid'],
    ['less than nothing', { value: '-1' }, 'figures.invalid'],
    ['nothing', { value: '0' }, 'figures.outOfRange'],
    ['a figure for a month that is none', { value: '2660', unit: '万元' }, 'figures.wrongUnit'],
    ['days before its first', { validTo: day('2025-12-31') }, 'figures.datesReversed'],
    [
      'a place for what is one in the whole country',
      { key: 'lprOneYear' as const, variant: undefined, value: '3', unit: '%' },
      'figures.nationalOnly',
    ],
    [
      'a grade that is none',
      {
        key: 'injuryDisabilityMonths' as const,
        region: 'CN',
        variant: '11',
        value: '3',
        unit: '月',
      },
      'figures.wrongVariant',
    ],
    [
      'a grade left out',
      {
        key: 'injuryDisabilityMonths' as const,
        region: 'CN',
        variant: undefined,
        value: '3',
        unit: '月',
      },
      'figures.wrongVariant',
    ],
    [
      'days of another year',
      {
        key: 'statutoryHolidays' as const,
        region: 'CN',
        variant: '2027',
        value: '2026-01-01',
        unit: '日期',
      },
      'figures.wrongDates',
    ],
    [
      'days out of order',
      {
        key: 'statutoryHolidays' as const,
        region: 'CN',
        variant: '2027',
        value: '2027-05-01 2027-01-01',
        unit: '日期',
      },
      'figures.wrongDates',
    ],
    [
      'a day that is none',
      {
        key: 'statutoryHolidays' as const,
        region: 'CN',
        variant: '2027',
        value: '2027-02-30',
        unit: '日期',
      },
      'figures.wrongDates',
    ],
  ])('refuses %s', async (_what, change, code) => {
    const save = centre.as.head.figures.save({ revision: 0, figure: { ...minimumWage, ...change } })
    expect(await refusal(save)).toMatchObject({ code })
  })

  it('takes the holidays of a year with any space or comma between', async () => {
    const figure = {
      ...minimumWage,
      key: 'statutoryHolidays' as const,
      variant: '2027',
      region: 'CN',
      value: '2027-01-01，2027-05-01\u3000 2027-05-02',
      unit: '日期',
      validFrom: day('2027-01-01'),
      validTo: day('2027-12-31'),
    }
    await centre.as.head.figures.save({ revision: 0, figure })
    const { figures } = await centre.as.head.figures.list({})
    expect(figures.find(({ variant }) => variant === '2027')).toMatchObject({
      value: '2027-01-01 2027-05-01 2027-05-02',
      standing: 'future',
    })
  })

  it('lets a newer rate hold from its first day, in calculators and linter alike', async () => {
    const { head, mediator } = centre.as
    const rate = (value: string, validFrom: string) => ({
      key: 'lprOneYear' as const,
      region: 'CN',
      value,
      unit: '%',
      validFrom: day(validFrom),
      document: '公告（样例）',
      url: '',
      verified: true,
      note: '',
    })
    const interest = () =>
      mediator.calculations.run({
        name: 'overdue-interest',
        input: { principalFen: 36_500_000, fromOn: '2026-10-09', toOn: '2026-10-29' },
      })
    expect(await interest()).toMatchObject({ ok: false, reasons: [{ code: 'noParameter' }] })
    const first = await head.figures.save({ revision: 0, figure: rate('3.00', '2026-08-20') })
    const second = await head.figures.save({ revision: 0, figure: rate('2.00', '2026-10-20') })
    // Ten days at 30.00 a day, ten at 20.00.
    expect(await interest()).toMatchObject({ ok: true, result: { amountFen: 50_000 } })
    expect(centre.core.lprTables.slice(0, 2)).toEqual([
      { from: '2026-10-20', to: '9999-12-31', percent: '2.00' },
      { from: '2026-08-20', to: '9999-12-31', percent: '3.00' },
    ])
    await head.figures.remove({ id: first.id })
    await head.figures.remove({ id: second.id })
    expect(centre.core.lprTables).toBe(centre.core.shipped.lprTables)
  })

  it('is not for a mediator', async () => {
    const save = centre.as.mediator.figures.save({ revision: 0, figure: minimumWage })
    expect(await refusalCode(save)).toBe('users.notPermitted')
  })
})
