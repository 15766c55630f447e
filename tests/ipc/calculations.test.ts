import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calcNames } from '#db/domain/labour/calc-names.ts'
import type { SingleCalcName } from '#db/domain/labour/calculators.ts'
import { formatYuan } from '#db/domain/money.ts'
import { printingEnded } from '#ipc/print-queue.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { previewText } from '#tests/support/docx-text.ts'
import { resultOf, sound } from '#tests/support/labour-calc.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { assignedCase, draftedAgreement, heldCase, wageForm } from '#tests/support/wage-case.ts'

const vectors = readFileSync(new URL('../domain/calc-vectors.txt', import.meta.url), 'utf8')
const names = Object.keys(sound) as SingleCalcName[]
const plain = (name: SingleCalcName) => ({ ...sound[name] }) as Record<string, unknown>

/** The figure of the facts for the vector of each calculator; a monthly or derived one is told beside its row. */
const printed: Partial<Record<SingleCalcName, string>> = {
  severance: '40,800.00',
  'severance-with-notice': '47,900.00',
  'unlawful-termination': '81,600.00',
  'double-wage': '38,206.90',
  overtime: '2,130.00',
  arrears: '12,048.28',
  'minimum-wage-top-up': '2,450.00',
  'injury-disability': '119,800.00',
  'injury-suspension-pay': '24,800.00',
  'injury-dependants': '6,200.00',
  'annual-leave': '2,400.00',
  'training-bond': '14,666.67',
  'non-compete': '3,600.00',
  'overdue-interest': '1,335.62',
  'default-clause': '170.48',
  'late-performance': '262.50',
}

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const kept = async (caseId: string, name: SingleCalcName, more: object = {}, statutory = false) => {
  const input = { ...plain(name), ...more }
  return centre.as.mediator.calculations.keep({ caseId, name, title: '', input, statutory })
}

describe('calculations.run', () => {
  it.each(names)('reckons %s as the calculator does', async (name) => {
    const outcome = await centre.as.mediator.calculations.run({ name, input: plain(name) })
    expect(outcome).toEqual({ ok: true, result: resultOf(name, sound[name]) })
  })

  it.each(Object.entries(printed))('gives %s the figure of the facts, %s', async (name, figure) => {
    expect(vectors).toContain(figure)
    const outcome = await centre.as.head.calculations.run({
      name: name as SingleCalcName,
      input: plain(name as SingleCalcName),
    })
    expect(outcome.ok && formatYuan(outcome.result.amountFen)).toBe(figure)
  })

  it('takes every calculator that there is', () => {
    expect([...names, 'claim-sheet'].toSorted()).toEqual(calcNames.toSorted())
  })

  it('adds up a sheet with the reckoning of each item', async () => {
    const items = [
      { calculator: 'severance', input: sound.severance },
      { calculator: 'overtime', input: sound.overtime },
      { calculator: 'arrears', input: { ...sound.arrears, paidFen: 0 } },
      { calculator: 'annual-leave', input: sound['annual-leave'] },
    ]
    const outcome = await centre.as.mediator.calculations.run({
      name: 'claim-sheet',
      input: { claimant: 'worker', items, agreedFen: 5_800_000 },
    })
    expect(outcome.ok && formatYuan(outcome.result.amountFen)).toBe('62,378.28')
    expect(outcome.ok && outcome.result.items).toHaveLength(4)
    expect(outcome.ok && outcome.result.figures['agreedPercent']).toBe('92.98')
  })

  it('gives no figure for what is left out, and names the field', async () => {
    const { startOn: _start, ground: _ground, ...open } = sound.severance
    const outcome = await centre.as.mediator.calculations.run({ name: 'severance', input: open })
    expect(outcome).toMatchObject({
      ok: false,
      reasons: expect.arrayContaining([
        { code: 'missing', path: 'startOn', text: '这一项还没有填。' },
        { code: 'missing', path: 'ground', text: '这一项还没有填。' },
      ]),
    })
  })

  it('tells wrong from missing', async () => {
    const input = { ...sound.severance, startOn: '2026-02-30', more: 1 }
    const outcome = await centre.as.mediator.calculations.run({ name: 'severance', input })
    expect(outcome.ok ? [] : outcome.reasons.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'outOfRange startOn',
      'outOfRange more',
    ])
  })

  it('gives no figure from a standard outside its validity', async () => {
    const stretch = { region: '330502', wageTier: '1', paidFen: 200_000, months: 5 }
    const topUp = (on: string) =>
      centre.as.mediator.calculations.run({
        name: 'minimum-wage-top-up',
        input: { stretches: [{ ...stretch, on }] },
      })
    expect(await topUp('2025-10-31')).toMatchObject({ ok: true, result: { amountFen: 245_000 } })
    expect(await topUp('2026-10-31')).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'noParameter',
          path: 'stretches.0.standardFen',
          text: expect.stringContaining('不在月最低工资标准（1）的有效期内'),
        },
      ],
    })
  })
})

describe('calculations.keep', () => {
  it('keeps input and result as they are and lists the newest first', async () => {
    const { mediator, head } = centre.as
    const caseId = await assignedCase(centre)
    const { id } = await kept(caseId, 'severance', { sources: { baseFen: '工资条' } })
    await kept(caseId, 'overtime')
    const { items, mayKeep, claimFen } = await mediator.calculations.ofCase({ caseId })
    expect(items.map(({ title, amountFen }) => [title, amountFen])).toEqual([
      ['加班工资', 213_000],
      ['经济补偿（N）', 4_080_000],
    ])
    expect({ mayKeep, claimFen }).toEqual({ mayKeep: true, claimFen: wageForm().amountFen })
    const whole = await head.calculations.get({ id })
    expect(whole.input).toEqual({ ...sound.severance, sources: { baseFen: '工资条' } })
    expect(whole.result).toEqual({
      ...resultOf('severance', sound.severance),
      sources: { baseFen: '工资条' },
    })
  })

  it('refuses what gives no figure with every reason', async () => {
    const caseId = await assignedCase(centre)
    const { baseFen: _base, ...open } = sound.severance
    const { mediator } = centre.as
    const keep = { caseId, name: 'severance' as const, title: '', input: open, statutory: false }
    expect(await refusal(mediator.calculations.keep(keep))).toMatchObject({
      code: 'calculations.noFigure',
      reasons: [{ code: 'missing', path: 'baseFen' }],
    })
    expect((await mediator.calculations.ofCase({ caseId })).items).toEqual([])
  })

  it('is for the mediator of the case and the head; others do not read it', async () => {
    const caseId = await assignedCase(centre)
    const { id } = await kept(caseId, 'severance')
    const { otherMediator, receptionist } = centre.as
    for (const client of [otherMediator, receptionist]) {
      expect(await refusalCode(client.calculations.ofCase({ caseId }))).toBe('cases.notReadable')
      expect(await refusalCode(client.calculations.get({ id }))).toBe('cases.notReadable')
      expect(await refusalCode(client.calculations.remove({ id }))).toBe('cases.notYours')
    }
  })

  it('has one statutory reckoning of a case, and none of what is paid by the month', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const first = await kept(caseId, 'severance', {}, true)
    const second = await kept(caseId, 'unlawful-termination', {}, true)
    const marked = async () =>
      (await mediator.calculations.ofCase({ caseId })).items
        .filter(({ statutory }) => statutory)
        .map(({ id }) => id)
    expect(await marked()).toEqual([second.id])
    await mediator.calculations.setStatutory({ id: first.id, statutory: true })
    expect(await marked()).toEqual([first.id])
    const monthly = await kept(caseId, 'injury-care')
    const mark = mediator.calculations.setStatutory({ id: monthly.id, statutory: true })
    expect(await refusalCode(mark)).toBe('calculations.perMonth')
    await mediator.calculations.remove({ id: first.id })
    expect(await marked()).toEqual([])
    await mediator.calculations.setStatutory({ id: second.id, statutory: true })
    await mediator.calculations.restore({ id: first.id })
    expect(await marked()).toEqual([second.id])
    await mediator.calculations.remove({ id: first.id })
    expect(
      await refusalCode(mediator.calculations.setStatutory({ id: first.id, statutory: true })),
    ).toBe('calculations.notFound')
  })
})

describe('calculations.useAsClaim', () => {
  it('makes its sum the sum claimed and its lines words of the claim', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const { id } = await kept(caseId, 'severance')
    const words = '经济补偿：6个月×6,800.00元＝40,800.00元。'
    await mediator.calculations.useAsClaim({ id, words: 'append' })
    const appended = await mediator.calculations.ofCase({ caseId })
    expect(appended).toMatchObject({ claim: `${wageForm().claim}${words}`, claimFen: 4_080_000 })
    await mediator.calculations.useAsClaim({ id, words: 'append' })
    expect((await mediator.calculations.ofCase({ caseId })).claim).toBe(appended.claim)
    await mediator.calculations.useAsClaim({ id, words: 'replace' })
    expect((await mediator.calculations.ofCase({ caseId })).claim).toBe(words)
    const { timeline } = await mediator.cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({ kind: 'claimReckoned', details: { amount: '40,800.00' } })
  })

  it('claims without what the insurance fund pays', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const { id } = await kept(caseId, 'injury-disability')
    await mediator.calculations.useAsClaim({ id, words: 'keep' })
    expect(await mediator.calculations.ofCase({ caseId })).toMatchObject({
      claim: wageForm().claim,
      claimFen: 3_200_000,
    })
  })
})

describe('calculations.prefill', () => {
  const prefill = (name: (typeof calcNames)[number], caseId?: string) =>
    centre.as.mediator.calculations.prefill({ name, ...(caseId ? { caseId } : {}) })

  it('knows place and tier from the settings and nothing else without a case', async () => {
    expect(await prefill('severance')).toEqual({ input: {}, sources: {} })
    const settings = { region: '330502', wageTier: '1', soonDays: 7, warnBelowPercent: 70 }
    await centre.as.head.clocks.saveSettings(settings)
    expect(await prefill('severance')).toEqual({
      input: { region: '330502', wageTier: '1' },
      sources: { region: '本中心设置', wageTier: '本中心设置' },
    })
    expect((await prefill('training-bond')).input).toEqual({})
    await centre.as.head.clocks.saveSettings({ ...settings, region: 'CN', wageTier: '' })
  })

  it('takes days of the case before what another reckoning says, and that before the narrative', async () => {
    const { mediator } = centre.as
    const narrative = '张三2021年3月15日入职，每月工资5,000元，2026年11月1日被辞退。'
    const caseId = await assignedCase(centre, { ...wageForm(), narrative })
    expect(await prefill('severance', caseId)).toMatchObject({
      input: { startOn: '2021-03-15', endOn: '2026-11-01', baseFen: 500_000 },
      sources: {
        startOn: '登记的事实经过：“2021年3月15日入职”，请核对',
        baseFen: '登记的事实经过：“每月工资5,000元”，不一定是十二个月的平均数，请核对',
        'circumstances.claimedOn': '本案申请的日期',
      },
    })
    expect((await prefill('double-wage', caseId)).input).toMatchObject({
      hiredOn: '2021-03-15',
      leftOn: '2026-11-01',
      monthlyFen: 500_000,
    })
    await kept(caseId, 'severance', { sources: { baseFen: '银行流水' } })
    expect(await prefill('non-compete', caseId)).toMatchObject({
      input: { endOn: '2026-11-20', baseFen: 680_000 },
      sources: {
        endOn: '已保存的“经济补偿（N）”',
        baseFen: '银行流水，见已保存的“经济补偿（N）”',
      },
    })
    await mediator.clocks.setDate({
      caseId,
      event: 'employmentEnded',
      onDay: '2026-11-18' as never,
      words: '解除通知书',
    })
    expect(await prefill('annual-leave', caseId)).toMatchObject({
      input: { leftOn: '2026-11-18', year: 2026 },
      sources: { leftOn: '本案登记的日期：解除通知书' },
    })
  })

  it('leaves out what is told in two ways', async () => {
    const narrative = '张三说月工资4,000元，厂里说月工资3,500元。'
    const caseId = await assignedCase(centre, { ...wageForm(), narrative })
    expect((await prefill('double-wage', caseId)).input).not.toHaveProperty('monthlyFen')
  })

  it('begins a claim sheet with what is kept and what is agreed', async () => {
    const caseId = await heldCase(centre)
    await draftedAgreement(centre, caseId)
    await kept(caseId, 'severance')
    await kept(caseId, 'injury-care')
    const { input } = await prefill('claim-sheet', caseId)
    expect(input).toMatchObject({
      claimant: 'worker',
      items: [{ calculator: 'severance', input: sound.severance }],
      agreedFen: 1_704_828,
      warnBelowPercent: 70,
    })
    const outcome = await centre.as.mediator.calculations.run({ name: 'claim-sheet', input })
    expect(outcome).toMatchObject({ ok: true, result: { amountFen: 4_080_000 } })
  })
})

describe('the agreement against the law (D11)', () => {
  it('warns below the line of the centre, tells below the law, and is silent above', async () => {
    const { mediator, head } = centre.as
    await head.clocks.saveSettings({
      region: 'CN',
      wageTier: '',
      soonDays: 7,
      warnBelowPercent: 60,
    })
    const caseId = await heldCase(centre)
    const { id, revision } = await draftedAgreement(centre, caseId)
    const found = async () =>
      (await mediator.agreements.get({ id })).reasons.filter(({ ruleId }) => ruleId === 'D11')
    expect(await found()).toEqual([])

    await kept(caseId, 'severance', {}, true)
    expect(await found()).toEqual([
      {
        ruleId: 'D11',
        level: 'warn',
        path: 'clauses',
        code: 'belowStatutory',
        details: {
          agreedFen: 1_704_828,
          statutoryFen: 4_080_000,
          gapFen: 2_375_172,
          title: '经济补偿（N）',
          percent: '41.79',
          warnBelowPercent: 60,
        },
      },
    ])
    const { comparison } = await mediator.calculations.ofCase({ caseId })
    expect(comparison).toEqual({
      agreedFen: 1_704_828,
      statutoryFen: 4_080_000,
      percent: 41.79,
      below: true,
    })
    expect(await refusal(mediator.agreements.submit({ id, revision }))).toMatchObject({
      code: 'agreements.warningsNotPassed',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'belowStatutory' })]),
    })

    const settings = { region: 'CN', wageTier: '', soonDays: 7, warnBelowPercent: 40 }
    await head.clocks.saveSettings(settings)
    expect(await found()).toMatchObject([{ level: 'info', code: 'underStatutory' }])
    expect((await mediator.agreements.get({ id })).statutory).toMatchObject({
      warnBelowPercent: 40,
    })
    await kept(caseId, 'arrears', {}, true)
    expect(await found()).toEqual([])
  })
})

describe('the annex (计算说明)', () => {
  const annexOf = async (client: StaffedCentre['as']['mediator'], caseId: string) =>
    (await client.dossiers.get({ caseId })).papers.filter(({ form }) => form === 'calc-annex')

  it('prints what was kept, whatever figures change later, for whoever may read the case', async () => {
    const { mediator, head, otherMediator, receptionist } = centre.as
    const caseId = await assignedCase(centre)
    const sources = { startOn: '劳动合同', baseFen: '工资条' }
    const { id } = await kept(caseId, 'severance', { sources })
    const key = { form: 'calc-annex' as const, objectId: id }
    const text = await previewText(head, key)
    for (const words of ['计算说明', '40,800.00', '劳动合同', '《劳动合同法》第四十七条', '吴调解'])
      expect(text).toContain(words)
    expect(text).not.toContain('草稿')
    for (const client of [otherMediator, receptionist])
      expect(await refusalCode(client.papers.preview(key))).toBe('cases.notReadable')
    const unknown = { ...key, objectId: caseId }
    expect(await refusalCode(mediator.papers.preview(unknown))).toBe('calculations.notFound')
    expect(await refusalCode(mediator.papers.previewBlank({ form: 'calc-annex' }))).toBe(
      'papers.unknownForm',
    )
  })

  it('is offered in the dossier, lies in it once printed, and asks for no signed sheet back', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const { id } = await kept(caseId, 'severance')
    const other = await kept(caseId, 'overtime')
    expect(await annexOf(mediator, caseId)).toMatchObject([
      { objectId: id, subtitle: '经济补偿（N）', state: 'optional', editable: false },
      { objectId: other.id, subtitle: '加班工资', state: 'optional' },
    ])
    await mediator.papers.print({ form: 'calc-annex', objectId: id, copies: 2 })
    await printingEnded(centre.store())
    const [annex] = await annexOf(mediator, caseId)
    expect(annex).toMatchObject({ objectId: id, state: 'there', wantsSigning: false })
    const { parts } = await mediator.volumes.plan({ caseId })
    expect(
      parts.filter(({ form }) => form === 'calc-annex').map(({ objectId }) => objectId),
    ).toEqual([id])
    await mediator.calculations.remove({ id })
    expect((await annexOf(mediator, caseId)).map(({ objectId }) => objectId)).toEqual([other.id])
    await mediator.calculations.restore({ id })
    expect((await annexOf(mediator, caseId))[0]).toMatchObject({ objectId: id, state: 'there' })
  })
})
