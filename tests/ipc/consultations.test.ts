import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { consultationData } from '#ipc/form-data/consultation-data.ts'
import { openCentre, staff, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { tryConsultations } from '#tests/support/consultation-tries.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { nowhere } from '#tests/support/nowhere.ts'
import { sampleConsultation, sampleLawyer } from '#tests/support/lawyers-desk-inputs.ts'
import { wageForm } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
/** 孙律师 by account, a lawyer without one, and one whom only the head sees. */
let lawyers: { sun: string; liang: string; hidden: string }
const today = localDate('2026-11-22')
const month = { from: localDate('2026-11-01'), to: localDate('2026-11-30') }

type Form = Parameters<Client['consultations']['save']>[0]['form']
const form: Form = {
  ...sampleConsultation,
  name: '陶小二',
  phone: '154 0000 0001',
  identities: ['migrantWorker'],
  otherSide: '某某童装有限公司',
  facts: '做了四个月，欠两万元。',
  answer: '可以要求支付，先调解。',
  basis: '《劳动法》第五十条',
}
const save = (by: Client, changed: Partial<Form> = {}, id = uuid(), revision = 0) =>
  by.consultations
    .save({ id, revision, form: { ...form, ...changed } })
    .then((saved) => ({ ...saved, id }))

beforeAll(async () => {
  centre = await openCentre()
  const { head } = centre.as
  const made = async (name: string, more: Partial<typeof sampleLawyer> & { userId?: string }) =>
    (
      await head.lawyers.save({
        revision: 0,
        lawyer: { ...sampleLawyer, name, joinedOn: localDate('2020-01-01'), ...more },
      })
    ).id
  lawyers = {
    sun: await made(staff.lawyer, { userId: centre.ids.lawyer }),
    liang: await made('梁律师', {}),
    hidden: await made('隐律师', { headOnly: true }),
  }
})
afterAll(() => centre.close())

/** A published half-day of a lawyer, put straight into the store: making rotas is tested elsewhere. */
async function putDuty(lawyerId: string, date: string, half: 'morning' | 'afternoon') {
  const { connection } = centre.store()
  const [rota, desk, shift, duty] = [uuid(), uuid(), uuid(), uuid()]
  const now = centre.clock.now()
  const by = centre.ids.head
  const times = half === 'morning' ? ['09:00', '12:00'] : ['13:30', '17:00']
  const rows: [string, unknown[]][] = [
    [
      `INSERT INTO desks (id, name, position, revision, created_by, created_at, updated_at)
       VALUES (?, ?, 1, 1, ?, ?, ?)`,
      [desk, `窗口 ${desk.slice(-12)}`, by, now, now],
    ],
    [
      `INSERT INTO rotas (id, from_on, to_on, revision, created_by, created_at, updated_at)
       VALUES (?, ?, ?, 1, ?, ?, ?)`,
      [rota, date, date, by, now, now],
    ],
    [
      `INSERT INTO shifts (id, rota_id, desk_id, date, half, starts_at, ends_at, demand)
       VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
      [shift, rota, desk, date, half, ...times],
    ],
    [
      `INSERT INTO duties (id, shift_id, lawyer_id, starts_at, ends_at, state, revision, published_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 'planned', 1, ?, ?)`,
      [duty, shift, lawyerId, ...times, now, now],
    ],
  ]
  for (const [sql, values] of rows) connection.prepare(sql).run(values)
  return duty
}

describe('the register of consultations', () => {
  it('gives the next number of the year with the first save, and none with the later ones', async () => {
    const { receptionist } = centre.as
    const first = await save(receptionist)
    const again = await save(receptionist, { name: '陶小三' }, first.id, 1)
    const second = await save(receptionist)
    expect([first.number, again.number, second.number]).toEqual([
      '咨询2026-0001',
      '咨询2026-0001',
      '咨询2026-0002',
    ])
    expect(again.revision).toBe(2)
    const { rows, total } = await receptionist.consultations.list({ ...month, limit: 1 })
    expect({ total, names: rows.map(({ name }) => name) }).toEqual({ total: 2, names: ['陶小二'] })
  })

  it('keeps all that was written, a half-typed telephone number as it stands', async () => {
    const { receptionist } = centre.as
    const { id } = await save(receptionist, { phone: '154 00' })
    const { form: kept } = await receptionist.consultations.get({ id })
    expect(kept).toEqual({ ...form, phone: '154 00' })
    await save(receptionist, { phone: '１５４ 0000 0001' }, id, 1)
    expect((await receptionist.consultations.get({ id })).form.phone).toBe('15400000001')
  })

  it('refuses what was changed elsewhere, what has yet to come and what is not there', async () => {
    const { receptionist } = centre.as
    const { id } = await save(receptionist)
    await save(receptionist, {}, id, 1)
    expect(await refusalCode(save(receptionist, {}, id, 1))).toBe('consultations.changedElsewhere')
    expect(await refusalCode(save(receptionist, {}, id, 0))).toBe('consultations.changedElsewhere')
    expect(await refusalCode(save(receptionist, {}, uuid(), 3))).toBe('consultations.notFound')
    const at = '2026-11-23T03:15:04.123Z'
    expect(await refusalCode(save(receptionist, { at }))).toBe('consultations.future')
  })

  it('takes one out of the list with its number kept, and back', async () => {
    const { receptionist } = centre.as
    const { id, number } = await save(receptionist, { name: '误记的人' })
    const find = async () =>
      (await receptionist.consultations.list({ ...month, text: '误记', limit: 9 })).total
    const words = '记错了'
    const { revision } = await receptionist.consultations.remove({ id, revision: 1, words })
    expect(await find()).toBe(0)
    const gone = await receptionist.consultations.list({ ...month, removed: true, limit: 9 })
    expect(gone.rows.map(({ id: one }) => one)).toContain(id)
    expect(await receptionist.consultations.get({ id })).toMatchObject({
      removed: true,
      mayEdit: false,
    })
    expect(await refusalCode(save(receptionist, {}, id, revision))).toBe('consultations.removed')
    expect((await save(receptionist)).number).not.toBe(number)
    await receptionist.consultations.restore({ id, revision })
    expect(await find()).toBe(1)
  })

  it('is found by name, by what was said, by number, and by days of China', async () => {
    const { receptionist } = centre.as
    const at = '2026-10-31T16:30:00.000Z'
    const { number } = await save(receptionist, { at, facts: '在"老地方"欠的' })
    const find = async (text: string, from = month.from) =>
      (await receptionist.consultations.list({ from, to: from, text, limit: 9 })).total
    expect(await find('"老地方"')).toBe(1)
    expect(await find(number)).toBe(1)
    expect(await find('陶小二')).toBe(1)
    expect(await find('没有这个人')).toBe(0)
    expect(await find('陶小二', localDate('2026-10-31'))).toBe(0)
  })

  it('tells until when a letter is to be answered, until it is answered', async () => {
    const { receptionist } = centre.as
    const { id } = await save(receptionist, { manner: 'letter', name: '来信人' })
    const due = async () => {
      const { rows } = await receptionist.consultations.list({ ...month, text: '来信人', limit: 9 })
      return rows[0]?.answerDueAt
    }
    expect(await due()).toBe('2026-12-01T15:59:59.999Z')
    await save(receptionist, { manner: 'letter', name: '来信人', outcome: 'answered' }, id, 1)
    expect(await due()).toBeUndefined()
  })

  it('tells of legal aid without a look at means for a migrant worker with unpaid wages', async () => {
    const { receptionist } = centre.as
    const applies = async (changed: Partial<Form>) => {
      const { id } = await save(receptionist, changed)
      return (await receptionist.consultations.get({ id })).legalAid.applies
    }
    expect(await applies({})).toBe(true)
    expect(await applies({ identities: [] })).toBe(false)
    expect(await applies({ category: 'loan' })).toBe(false)
  })
})

describe('consultations of a lawyer', () => {
  it('are the own ones only, and always in the own name', async () => {
    const { lawyer, receptionist } = centre.as
    const others = await save(receptionist, { lawyerId: lawyers.liang, name: '梁的' })
    const own = await save(lawyer, { name: '孙的' })
    expect(await lawyer.consultations.get({ id: own.id })).toMatchObject({
      lawyerName: staff.lawyer,
      form: { lawyerId: lawyers.sun },
    })
    const { rows } = await lawyer.consultations.list({ ...month, limit: 100 })
    expect(rows.map(({ name }) => name)).toEqual(['孙的'])
    expect(await refusalCode(lawyer.consultations.get({ id: others.id }))).toBe(
      'consultations.notYours',
    )
    expect(await refusalCode(save(lawyer, {}, others.id, 1))).toBe('consultations.notYours')
    expect(await refusalCode(save(lawyer, { lawyerId: lawyers.liang }))).toBe(
      'consultations.notYours',
    )
    expect(await lawyer.consultations.statistics(month)).toMatchObject({ full: 1, counted: 0 })
    expect(await lawyer.consultations.lawyers({ date: today })).toMatchObject([{ id: lawyers.sun }])
  })

  it('stand with the duty during which they were', async () => {
    const date = '2026-11-20'
    const morning = await putDuty(lawyers.sun, date, 'morning')
    const afternoon = await putDuty(lawyers.sun, date, 'afternoon')
    const { receptionist } = centre.as
    const dutyAt = async (at: string) => {
      const { id } = await save(receptionist, { at, lawyerId: lawyers.sun })
      return (await receptionist.consultations.get({ id })).form.dutyId
    }
    expect(await dutyAt('2026-11-20T02:30:00.000Z')).toBe(morning)
    expect(await dutyAt('2026-11-20T06:30:00.000Z')).toBe(afternoon)
    expect(await dutyAt('2026-11-19T06:30:00.000Z')).toBeUndefined()
    const [onDuty] = await receptionist.consultations.lawyers({ date: localDate(date) })
    expect(onDuty).toMatchObject({ id: lawyers.sun, onDuty: true })
  })
})

describe('a lawyer whom only the head sees', () => {
  it('stays with a record that others go on writing, and is not named to them', async () => {
    const { head, receptionist } = centre.as
    const { id } = await save(head, { lawyerId: lawyers.hidden })
    const seen = await receptionist.consultations.get({ id })
    expect(seen).toMatchObject({ lawyerName: '值班律师' })
    expect(seen.form.lawyerId).toBeUndefined()
    await receptionist.consultations.save({ id, revision: 1, form: seen.form })
    expect(await head.consultations.get({ id })).toMatchObject({
      lawyerName: '隐律师',
      form: { lawyerId: lawyers.hidden },
    })
    const named = await receptionist.consultations.lawyers({ date: today })
    expect(named.map(({ id: one }) => one)).not.toContain(lawyers.hidden)
    expect(await refusalCode(save(receptionist, { lawyerId: lawyers.hidden }))).toBe(
      'lawyers.notFound',
    )
    const counts = { lawyerId: lawyers.hidden, date: today, counts: [], words: '' }
    expect(await refusalCode(receptionist.consultations.setCounts(counts))).toBe('lawyers.notFound')
  })
})

describe('counters', () => {
  const set = (by: Client, lawyerId: string, wages: number, words = '', date = today) =>
    by.consultations.setCounts({
      lawyerId,
      date,
      counts: [
        { category: 'wages', count: wages },
        { category: 'traffic', count: 0 },
      ],
      words,
    })

  it('are set all at once, the same again makes no difference', async () => {
    const { lawyer, receptionist } = centre.as
    for (const wages of [3, 2, 2]) await set(lawyer, lawyers.sun, wages, '同一家厂')
    expect(await receptionist.consultations.counts({ lawyerId: lawyers.sun, date: today })).toEqual(
      { counts: [{ category: 'wages', count: 2 }], words: '同一家厂' },
    )
    expect(await receptionist.consultations.statistics(month)).toMatchObject({ counted: 2 })
  })

  it('keep a remark without any count, and go with it', async () => {
    const { receptionist } = centre.as
    const day = { lawyerId: lawyers.liang, date: today }
    await set(receptionist, lawyers.liang, 0, '没有人来')
    expect(await receptionist.consultations.counts(day)).toEqual({ counts: [], words: '没有人来' })
    await set(receptionist, lawyers.liang, 0)
    expect(await receptionist.consultations.counts(day)).toEqual({ counts: [], words: '' })
  })

  it('are those of one lawyer for that lawyer, and of no day to come', async () => {
    const { lawyer } = centre.as
    expect(await refusalCode(set(lawyer, lawyers.liang, 1))).toBe('consultations.notYours')
    expect(await refusalCode(set(lawyer, nowhere, 1))).toBe('lawyers.notFound')
    const tomorrow = localDate('2026-11-23')
    expect(await refusalCode(set(lawyer, lawyers.sun, 1, '', tomorrow))).toBe(
      'consultations.future',
    )
  })
})

describe('handing over to a case', () => {
  it('begins an intake with what is known and links the case that comes of it', async () => {
    const { receptionist, mediator } = centre.as
    const { id } = await save(receptionist)
    const { draftId } = await receptionist.consultations.handOver({ id, revision: 1 })
    expect(await receptionist.consultations.handOver({ id, revision: 1 })).toEqual({ draftId })
    const draft = await receptionist.intake.draft({ id: draftId })
    expect(draft).toMatchObject({
      title: '陶小二、某某童装有限公司',
      form: { typeCode: '10', sourceCode: 'S10', narrative: form.facts },
    })
    expect(JSON.stringify(draft.form)).not.toContain(form.answer)
    expect(await refusalCode(mediator.consultations.handOver({ id, revision: 2 }))).toBe(
      'consultations.alreadyHandedOver',
    )
    const { caseId, caseNumber } = await receptionist.intake.submit({ draftId, form: wageForm() })
    expect(await receptionist.consultations.get({ id })).toMatchObject({
      caseId,
      caseNumber,
      form: { outcome: 'mediation' },
    })
    expect(await receptionist.consultations.ofCase({ caseId })).toMatchObject([
      { id, number: expect.stringMatching(/^咨询2026-\d{4}$/) },
    ])
    expect(await refusalCode(receptionist.consultations.handOver({ id, revision: 3 }))).toBe(
      'consultations.alreadyHandedOver',
    )
  })

  it('may be done again after the intake was thrown away', async () => {
    const { receptionist } = centre.as
    const { id } = await save(receptionist, { outcome: 'answered', age: 46 })
    const first = await receptionist.consultations.handOver({ id, revision: 1 })
    await receptionist.intake.discardDraft({ id: first.draftId })
    const { draftId, revision, form: kept } = await receptionist.consultations.get({ id })
    expect({ draftId, outcome: kept.outcome }).toEqual({ draftId: undefined, outcome: 'answered' })
    const second = await receptionist.consultations.handOver({ id, revision })
    expect(second.draftId).not.toBe(first.draftId)
    // An age tells no date of birth.
    const draft = await receptionist.intake.draft({ id: second.draftId })
    expect(draft.form).toMatchObject({ narrative: `${form.facts}\n咨询时年龄：46 岁` })
  })

  it('is told to those only who may read the case', async () => {
    const { receptionist, mediator, otherMediator, head } = centre.as
    const { id } = await save(receptionist)
    const { draftId } = await receptionist.consultations.handOver({ id, revision: 1 })
    const { caseId } = await receptionist.intake.submit({ draftId, form: wageForm() })
    await head.cases.assign({ caseId, mediatorId: centre.ids.mediator })
    expect(await mediator.consultations.ofCase({ caseId })).toHaveLength(1)
    expect(await refusalCode(otherMediator.consultations.ofCase({ caseId }))).toBe(
      'cases.notReadable',
    )
  })
})

describe('the paper of a consultation', () => {
  const paperOf = (id: string, role: 'head' | 'lawyer' = 'head') =>
    consultationData(centre.store().db, id, { userId: centre.ids[role], role })

  it('takes its words from the register', async () => {
    const { id, number } = await save(centre.as.head, {
      lawyerId: lawyers.liang,
      outcome: 'mediation',
      satisfaction: 'mostly',
    })
    expect((await paperOf(id)).consultation).toMatchObject({
      number,
      manner: '来访',
      category: '劳动报酬',
      identity: '农民工',
      answer: '可以要求支付，先调解。\n依据：《劳动法》第五十条',
      outcome: '引导调解',
      satisfaction: '基本满意',
      lawyerName: '梁律师',
      withoutId: false,
    })
    await expect(paperOf(id, 'lawyer')).rejects.toMatchObject({ code: 'consultations.notYours' })
  })

  it('notes under the answer what the form has no box for', async () => {
    const { receptionist } = centre.as
    const told = { answer: '先调解。', basis: '', signed: 'refused', outcome: 'mediation' } as const
    const { id } = await save(receptionist, { ...told, legalAidHintShown: true })
    const { draftId } = await receptionist.consultations.handOver({ id, revision: 1 })
    const { caseNumber } = await receptionist.intake.submit({ draftId, form: wageForm() })
    expect((await paperOf(id)).consultation?.answer).toBe(
      `先调解。\n已登记为案件 ${caseNumber}\n已告知可以申请法律援助\n咨询人不愿签名`,
    )
    const later = await save(receptionist, {
      ...told,
      signed: 'signed',
      outcome: 'later',
      outcomeWords: '周五打电话',
    })
    expect((await paperOf(later.id)).consultation?.answer).toBe('先调解。\n约定答复：周五打电话')
  })

  it('leaves blank what nobody wrote, and notes that somebody would not say the name', async () => {
    const { id } = await save(centre.as.head, {
      anonymous: true,
      materials: '',
      answer: '',
      basis: '',
    })
    const { consultation } = await paperOf(id)
    expect(consultation).toMatchObject({ name: '不愿登记姓名', withoutId: true })
    expect(consultation?.materials).toBeUndefined()
    expect(consultation?.answer).toBeUndefined()
  })
})

describe('every command of the register', () => {
  it('leaves the record as it was, with the draft thrown away', async () => {
    expect(await tryConsultations(centre)).toMatchObject({ revision: 5, removed: false })
    expect(localDateOf(centre.clock.now())).toBe(today)
  })
})
