import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#tests/support/centre.ts'
import { openCentre, staff, type StaffedCentre, type StaffKey } from '#tests/support/centre.ts'
import { paperText } from '#documents/paper-text.ts'
import { mayReadContent } from '#db/domain/access/case-access.ts'
import { blankPaper, casePaper, type Asking, type CasePaper } from '#ipc/case-papers.ts'
import { formHeads, formShelf, formsInForce } from '#ipc/form-shelf.ts'
import { isRegistrationForm } from '#ipc/form-data/registration-forms.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { DomainError } from '#db/domain/errors.ts'
import { holds } from '#tests/support/leak-search.ts'
import { openRoom, separateTalk } from '#tests/support/separate-talk.ts'
import {
  allSignatures,
  approvedAgreement,
  arrearsFen,
  assignedCase,
  draftedAgreement,
  entry,
  heldCase,
  wageForm,
  workerIdNumber,
} from '#tests/support/wage-case.ts'
import { amountInWords, formatYuan } from '#db/domain/money.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const roleOf = (key: StaffKey) => (key === 'otherMediator' ? 'mediator' : key)
const askingAs = (key: StaffKey): Asking => ({
  db: centre.store().db,
  actor: { userId: centre.ids[key], role: roleOf(key), name: staff[key] },
  now: centre.clock.now(),
  notice: centre.core.notice,
  forms: formShelf(centre.core),
  law: centre.core,
})
const paperAs = (key: StaffKey, form: string, objectId: string): Promise<CasePaper> =>
  casePaper(askingAs(key), form, objectId)
const textAs = async (key: StaffKey, form: string, objectId: string) =>
  paperText((await paperAs(key, form, objectId)).paper)

const codeOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt
    return undefined
  } catch (error) {
    return error instanceof DomainError ? error.code : error
  }
}

/** Every form of a case that is data, in force today. */
const definitions = async () => {
  const day = localDateOf(centre.clock.now())
  const all = await formsInForce(centre.store().db, formShelf(centre.core), day)
  // The list of a hand-over is of many cases.
  return all.filter(({ id }) => id !== 'handover')
}

const sign = async (client: Client, agreementId: string) =>
  client.agreements.sign({
    id: agreementId,
    signatures: await allSignatures(centre, client, agreementId),
  })

describe('casePaper of a form that is data', () => {
  it('makes every form of a case that has just been registered, from what is known', async () => {
    const caseId = await assignedCase(centre)
    for (const { id, title } of await definitions()) {
      const made = await paperAs('head', id, caseId)
      expect(made, id).toMatchObject({ caseId, isFinal: true, paper: { formId: id, title } })
      expect(paperText(made.paper), id).not.toMatch(/undefined|NaN|null|Invalid/u)
    }
  })

  it('fills the application from the registration and nothing that was not said', async () => {
    const caseId = await assignedCase(centre)
    const text = await textAs('receptionist', 'f02', caseId)
    for (const each of ['张三', workerIdNumber, '云溪镇晨光童装厂', wageForm().narrative])
      expect(text).toContain(each)
    expect(text).toContain('1．支付拖欠的工资17,048.28元。')
    const labour = await textAs('receptionist', 'f22-application', caseId)
    expect(labour).toContain('张三')
    expect(labour).not.toMatch(/月工资\t4,800|入职时间\t2/u)
  })

  it('quotes an agreement to the letter once all have signed, and marks it as a draft before', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    await draftedAgreement(centre, caseId)
    const begun = await paperAs('mediator', 'f14-organisation', caseId)
    expect(begun.isFinal).toBe(true)
    expect(paperText(begun.paper)).not.toContain('17,048.28元')
    expect(paperText(begun.paper)).not.toContain(formatYuan(arrearsFen))

    const { id, fileNumber } = await approvedAgreement(centre, caseId)
    for (const form of ['f14-organisation', 'f23', 'f12', 'f12-proof', 'f13', 'f17']) {
      const waiting = await paperAs('mediator', form, caseId)
      expect([form, waiting.isFinal, waiting.paper.mark]).toEqual([form, false, '草稿'])
    }
    // What quotes no agreement waits for no signature.
    expect((await paperAs('mediator', 'f05', caseId)).isFinal).toBe(true)
    expect((await paperAs('mediator', 'f07', caseId)).isFinal).toBe(true)

    await sign(mediator, id)
    const signed = await paperAs('mediator', 'f14-organisation', caseId)
    expect([signed.isFinal, signed.paper.mark]).toEqual([true, undefined])
    const text = paperText(signed.paper)
    expect(text).toContain(fileNumber)
    expect(text).toContain(amountInWords(arrearsFen))
    expect(text).toContain('1\t2026年12月20日\t5,682.76\t银行转账')
    expect(await textAs('mediator', 'f00', caseId)).toContain(fileNumber)
    expect(await textAs('mediator', 'f17', caseId)).toContain('达成书面调解协议')
  })

  it('has a receipt for each instalment, of which nobody says yet that it was paid', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    await sign(mediator, (await approvedAgreement(centre, caseId)).id)
    const first = await textAs('mediator', 'f12', caseId)
    expect(first).toContain(`第1期款项${amountInWords(568_276)}`)
    expect(first).not.toContain('已经全部付清')
    await mediator.sheets.add({ caseId, form: 'f12' })
    const { objectId } = await mediator.sheets.add({ caseId, form: 'f12' })
    expect(await textAs('mediator', 'f12', objectId)).toContain('第2期款项')
    const proof = await textAs('mediator', 'f12-proof', caseId)
    expect(proof).toContain('第1项第3期')
    expect(proof.match(/张三|晨光/gu)?.length).toBeGreaterThan(0)
  })

  it('ticks on the notice why the mediation ended and says the day', async () => {
    const caseId = await heldCase(centre)
    await centre.as.mediator.cases.move({
      caseId,
      event: 'terminate',
      terminationReason: 'gapTooWide',
      remediesTold: true,
      reason: '差距太大，无法说拢。',
    })
    const text = await textAs('mediator', 'f18', caseId)
    expect(text.match(/■[^□\s]+/gu)).toEqual(['■未达成协议'])
    expect(text).toContain('差距太大，无法说拢。')
    expect(text).toContain('2026年11月22日终止调解')
    expect(await textAs('head', 'f17', caseId)).toContain('调解不成')
  })

  it('gives the reason of a refusal to the window that wrote it', async () => {
    const { receptionist, head } = centre.as
    const form = { ...wageForm(), otherBody: 'court' as const, otherBodyName: '云溪县人民法院' }
    const { caseId } = await receptionist.intake.submit({ form })
    await head.cases.move({ caseId, event: 'reject', reason: '法院已经立案。' })
    const text = await textAs('receptionist', 'f19', caseId)
    expect(text).toContain('法院已经立案。')
  })

  it('takes what stands on the register of an oral agreement into the papers that follow', async () => {
    const form = { ...wageForm(), typeCode: '02.01' }
    const caseId = await assignedCase(centre, form)
    await centre.as.mediator.sheets.save({
      form: 'f11',
      objectId: caseId,
      revision: 0,
      words: {
        fields: { '协议.主要事实': '通道被堆物占用。', '协议.签订日期': '2026-11-22' },
        lists: { '协议.条款': [{ '条款.内容': '三日内清走。' }] },
      },
    })
    expect(await textAs('mediator', 'f11', caseId)).toContain('三日内清走。')
    const closing = await textAs('mediator', 'f17', caseId)
    expect(closing).toContain('1．三日内清走。')
    expect(closing).toContain('达成口头调解协议')
  })

  it('does not change with a birthday, and keeps its words from one day to the next', async () => {
    const caseId = await assignedCase(centre)
    const before = await paperAs('head', 'f02', caseId)
    const asking = { ...askingAs('head'), now: '2029-11-22T01:00:00.000Z' }
    expect((await casePaper(asking, 'f02', caseId)).paper).toEqual(before.paper)
  })

  it('refuses what is no form', async () => {
    const caseId = await assignedCase(centre)
    expect(await codeOf(paperAs('head', 'f99', caseId))).toBe('papers.unknownForm')
    expect(await codeOf(paperAs('head', 'f13', centre.ids.head))).toBe('cases.notFound')
    expect(await codeOf(blankPaper(askingAs('head'), 'undisputedFacts'))).toBe('papers.unknownForm')
  })
})

describe('who may see a form', () => {
  it('is whoever may read the registration for papers of it, the content for all others', async () => {
    const caseId = await heldCase(centre)
    const row = await centre
      .store()
      .db.selectFrom('cases')
      .selectAll()
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const access = {
      status: row.status,
      createdBy: row.created_by,
      mediatorId: row.mediator_id ?? undefined,
    }
    let open = 0
    for (const { id } of await definitions())
      for (const key of Object.keys(staff) as StaffKey[]) {
        const actor = askingAs(key).actor
        const reads =
          mayReadContent(actor, access) || (isRegistrationForm(id) && key === 'receptionist')
        const code = await codeOf(paperAs(key, id, caseId))
        expect([id, key, code]).toEqual([id, key, reads ? undefined : 'cases.notReadable'])
        open += reads ? 1 : 0
      }
    expect(open).toBeGreaterThan(100)
  })

  it('does not decide what it says', async () => {
    const caseId = await heldCase(centre)
    for (const { id } of await definitions()) {
      if (!isRegistrationForm(id)) continue
      const seen = await Promise.all(
        (['receptionist', 'mediator', 'head'] as const).map((key) => textAs(key, id, caseId)),
      )
      expect(new Set(seen).size, id).toBe(1)
    }
  })
})

describe('no form of a case', () => {
  it('says what was said behind the wall', async () => {
    const room = await openRoom(centre)
    const secret = '暗语肆拾贰万不许外传'
    const notes = '暗语柒拾壹本人私记'
    const open = '明语当着双方说'
    await room.save([{ ...entry(room.worker, open, 1), isKeyPoint: true }])
    await separateTalk(room, secret)
    const { mediator } = centre.as
    await mediator.sessions.savePrivateNotes({ caseId: room.caseId, revision: 0, text: notes })
    await room.begin('joint')
    await mediator.sessions.end({ sessionId: room.id, result: 'agreed', resultNote: '' })
    const { id } = await approvedAgreement(centre, room.caseId)
    await sign(mediator, id)
    for (const key of ['mediator', 'head'] as const)
      for (const form of await definitions()) {
        const made = JSON.stringify(await paperAs(key, form.id, room.caseId))
        for (const mark of [secret, notes]) expect(holds(made, mark), form.id).toBe(false)
        const asked = await centre.as[key].sheets.get({ form: form.id, objectId: room.caseId })
        for (const mark of [secret, notes])
          expect(holds(JSON.stringify(asked), mark), form.id).toBe(false)
      }
  }, 30_000)
})

describe('the Word file of the centre', () => {
  const putTemplate = (id: string, form: string, from: string) =>
    centre.store().connection.run(
      `INSERT INTO word_templates
         (id, form, name, from_on, bytes, sha256, added_by, added_at, removed)
       VALUES (?, ?, '本中心用的', ?, ?, ?, ?, '2026-11-22T00:00:00.000Z', 0)`,
      [id, form, from, Buffer.from('docx'), 'a'.repeat(64), centre.ids.head],
    )

  it('goes with a paper from its day on, with the words of the sheet in its data', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const words = { fields: { '回访.满意度': '很满意' }, lists: {} }
    await mediator.sheets.save({ form: 'f13', objectId: caseId, revision: 0, words })
    putTemplate('01900000-0000-7000-8000-0000000000a1', 'f13', '2026-11-22')
    putTemplate('01900000-0000-7000-8000-0000000000a2', 'f12', '2026-11-23')
    putTemplate('01900000-0000-7000-8000-0000000000a3', 'f03', '2026-11-01')
    putTemplate('01900000-0000-7000-8000-0000000000a4', 'f10', '2026-11-01')
    const visit = await paperAs('mediator', 'f13', caseId)
    expect(visit.template?.id).toBe('01900000-0000-7000-8000-0000000000a1')
    expect(Buffer.from(visit.template?.bytes ?? []).toString()).toBe('docx')
    expect(JSON.stringify(visit.template?.data)).toContain('很满意')
    // The built-in paper is there all the same, for the digest and for the screen.
    expect(paperText(visit.paper)).toContain('很满意')
    expect((await paperAs('mediator', 'f12', caseId)).template).toBeUndefined()
    const register = await paperAs('receptionist', 'f03', caseId)
    expect(JSON.stringify(register.template?.data)).toContain('张三')
    const { id } = await draftedAgreement(centre, caseId)
    expect((await paperAs('mediator', 'f10', id)).template).toBeUndefined()
    const heads = await formHeads(
      centre.store().db,
      formShelf(centre.core),
      localDate('2026-11-22'),
    )
    expect(heads.filter(({ template }) => template).map(({ id: form }) => form)).toEqual([
      'f03',
      'f13',
    ])
  })
})

describe('the shelf of forms', () => {
  it('is not read before a form is asked for', async () => {
    const { loadResources } = await import('#ipc/resources.ts')
    expect(() => loadResources(new URL('../../resources', import.meta.url).pathname)).not.toThrow()
    const calls: string[] = []
    const forms = () => {
      calls.push('read')
      return centre.core.forms()
    }
    const caseId = await assignedCase(centre)
    await casePaper({ ...askingAs('head'), forms }, 'f03', caseId)
    expect(calls).toEqual([])
    await casePaper({ ...askingAs('head'), forms }, 'f02', caseId)
    expect(calls).not.toEqual([])
    expect(centre.core.forms()).toBe(centre.core.forms())
  })

  it('lists every form once in its order, with those that code makes', async () => {
    const heads = await formHeads(
      centre.store().db,
      formShelf(centre.core),
      localDate('2026-11-22'),
    )
    expect(new Set(heads.map(({ id }) => id)).size).toBe(heads.length)
    const ids = heads.map(({ id }) => id)
    for (const id of ['f00', 'f03', 'f09', 'f10', 'f32', 'receipt', 'undisputedFacts'])
      expect(ids).toContain(id)
    expect(heads.find(({ id }) => id === 'f03')).toMatchObject({ addable: false, blank: true })
    expect(heads.find(({ id }) => id === 'f13')).toMatchObject({ addable: true, blank: true })
    expect(heads.find(({ id }) => id === 'f00')).toMatchObject({ addable: false })
    expect(heads.filter(({ blank }) => !blank).map(({ id }) => id)).toEqual([
      'undisputedFacts',
      'calc-annex',
      'control-slip',
    ])
  })

  it('prints every form that may be blank without a name, a number or a date of anyone', async () => {
    await assignedCase(centre)
    for (const { id, blank, title } of await formHeads(
      centre.store().db,
      formShelf(centre.core),
      localDate('2026-11-22'),
    )) {
      if (!blank) continue
      const paper = await blankPaper(askingAs('administrator'), id)
      expect(paper.title, id).toBe(title)
      expect(paper.mark, id).toBeUndefined()
      const text = paperText(paper)
      expect(text, id).toContain('＿')
      expect(text, id).not.toMatch(/张三|晨光|2026年|MT-|¥\d|■|undefined/u)
    }
  })

  it('puts the own wording of the centre over the built-in one from its day on', async () => {
    const db = centre.store().connection
    const built = (await definitions()).find(({ id }) => id === 'f13')
    const own = { ...built, title: '回访登记表（本县）', from: '2026-12-01' }
    const insert = (id: string, definition: string, from: string, removed: number) =>
      db.run(
        `INSERT INTO own_forms (id, form, from_on, definition, made_by, made_at, removed)
         VALUES (?, 'f13', ?, ?, ?, '2026-11-22T00:00:00.000Z', ?)`,
        [id, from, definition, centre.ids.head, removed],
      )
    insert('01900000-0000-7000-8000-00000000f013', JSON.stringify(own), '2026-12-01', 0)
    insert(
      '01900000-0000-7000-8000-00000000f014',
      JSON.stringify({ ...own, title: '收回的', from: '2026-12-02' }),
      '2026-12-02',
      1,
    )
    insert('01900000-0000-7000-8000-00000000f015', '{"broken":', '2026-12-03', 0)
    const title = async (day: string) =>
      (await formsInForce(centre.store().db, formShelf(centre.core), localDate(day))).find(
        ({ id }) => id === 'f13',
      )?.title
    expect(await title('2026-11-30')).toBe('人民调解回访记录')
    expect(await title('2026-12-01')).toBe('回访登记表（本县）')
    expect(await title('2027-01-01')).toBe('回访登记表（本县）')
    const heads = await formHeads(
      centre.store().db,
      formShelf(centre.core),
      localDate('2026-12-05'),
    )
    expect(heads.find(({ id }) => id === 'f13')).toMatchObject({ ownWording: true })
    expect(heads.find(({ id }) => id === 'f12')).toMatchObject({ ownWording: false })
  })
})
