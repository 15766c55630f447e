import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { paperText } from '#documents/paper-text.ts'
import { casePaper } from '#ipc/case-papers.ts'
import { formShelf, formsInForce, suitsCase } from '#ipc/form-shelf.ts'
import { staff, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { nowhere } from '#tests/support/nowhere.ts'
import { openWatchedCentre } from '#tests/support/watched-centre.ts'
import { assignedCase, heldCase, wageForm } from '#tests/support/wage-case.ts'

// The watched clients check of each call: a command leaves one audit row, a refused one nothing, a query nothing.
let centre: StaffedCentre & { seen: Set<string> }
beforeAll(async () => {
  centre = await openWatchedCentre()
})
afterAll(() => centre.close())

const fields = (of: SheetWords['fields']): SheetWords => ({ fields: of, lists: {} })

const paperOf = async (form: string, objectId: string): Promise<string> => {
  const made = await casePaper(
    {
      db: centre.store().db,
      actor: { userId: centre.ids.head, role: 'head', name: staff.head },
      now: centre.clock.now(),
      notice: centre.core.notice,
      forms: formShelf(centre.core),
      law: centre.core,
    },
    form,
    objectId,
  )
  return paperText(made.paper)
}

const kinds = async (caseId: string) =>
  (await centre.as.head.cases.get({ id: caseId })).timeline.map(({ kind }) => kind)

/** As closing does, which is not what is tested here. */
const setStatus = (caseId: string, status: string) =>
  centre.store().connection.run('UPDATE cases SET status = ? WHERE id = ?', [status, caseId])

describe('sheets.get', () => {
  it('asks what the form asks, with what the record knows in the words that print', async () => {
    const caseId = await heldCase(centre)
    const asked = await centre.as.mediator.sheets.get({ form: 'f13', objectId: caseId })
    expect(asked).toMatchObject({
      caseId,
      form: 'f13',
      title: '人民调解回访记录',
      words: { fields: {}, lists: {} },
      revision: 0,
      removed: false,
      mayEdit: true,
    })
    const question = (name: string) => asked.questions.find((each) => each.name === name)
    expect(question('回访.事由')?.value).toBe('张三与云溪镇晨光童装厂制造业欠薪纠纷')
    expect(question('回访.回访人')?.value).toBe(staff.mediator)
    expect(question('回访.时间')).toMatchObject({ kind: 'time' })
    expect(question('回访.时间')?.value).toBeUndefined()
  })

  it('gives the rows of a list as the record fills them', async () => {
    const caseId = await assignedCase(centre)
    const asked = await centre.as.receptionist.sheets.get({ form: 'f02', objectId: caseId })
    const claims = asked.lists.find(({ name }) => name === '案件.请求')
    expect(claims?.rows).toEqual([{ '请求.内容': '支付拖欠的工资17,048.28元。' }])
    const applicants = asked.lists.find(({ name }) => name === '申请人')
    expect(applicants?.rows).toMatchObject([{ '当事人.姓名': '张三' }])
  })

  it('is refused for what code makes, for no form, and to whoever may not read it', async () => {
    const caseId = await heldCase(centre)
    const { mediator, receptionist, otherMediator } = centre.as
    for (const form of ['f10', 'f03', 'nothing'])
      expect(await refusalCode(mediator.sheets.get({ form, objectId: caseId }))).toBe(
        'papers.unknownForm',
      )
    const visit = { form: 'f13', objectId: caseId }
    expect(await refusalCode(receptionist.sheets.get(visit))).toBe('cases.notReadable')
    expect(await refusalCode(otherMediator.sheets.get(visit))).toBe('cases.notReadable')
    expect(await refusalCode(mediator.sheets.get({ form: 'f13', objectId: nowhere }))).toBe(
      'cases.notFound',
    )
  })
})

describe('sheets.save', () => {
  it('keeps what was typed, prints it, and gives it back as it was typed', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const key = { form: 'f07', objectId: caseId }
    const words: SheetWords = {
      fields: { '调查.被调查人': '陈一', '调查.已阅读': '是', '调查.地点': ' 车间 ' },
      lists: { '调查.问答': [{ '问答.发言人': '问', '问答.内容': '10月上了几天班？' }] },
    }
    expect(await mediator.sheets.save({ ...key, words, revision: 0 })).toEqual({ revision: 1 })
    expect(await mediator.sheets.get(key)).toMatchObject({ words, revision: 1 })
    const text = await paperOf('f07', caseId)
    expect(text).toContain('问：10月上了几天班？')
    expect(text).toContain('■以上记录已由被调查人阅读')
    const less = fields({ '调查.被调查人': '陈一' })
    expect(await mediator.sheets.save({ ...key, words: less, revision: 1 })).toEqual({
      revision: 2,
    })
    expect(await paperOf('f07', caseId)).not.toContain('10月上了几天班')
  })

  it('never writes over what somebody else has saved since', async () => {
    const caseId = await heldCase(centre)
    const { mediator, head } = centre.as
    const key = { form: 'f13', objectId: caseId }
    const mine = fields({ '回访.满意度': '满意' })
    const theirs = fields({ '回访.满意度': '不满意' })
    await mediator.sheets.save({ ...key, words: mine, revision: 0 })
    expect(await refusalCode(head.sheets.save({ ...key, words: theirs, revision: 0 }))).toBe(
      'sheets.stale',
    )
    expect(await refusalCode(head.sheets.save({ ...key, words: theirs, revision: 2 }))).toBe(
      'sheets.stale',
    )
    expect((await head.sheets.get(key)).words).toEqual(mine)
    await head.sheets.save({ ...key, words: theirs, revision: 1 })
  })

  it('says which place cannot be read, and keeps nothing of it', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const key = { form: 'f12', objectId: caseId }
    const save = (words: SheetWords) => mediator.sheets.save({ ...key, words, revision: 0 })
    const wrong = fields({ '收款.方式': '现金', '收款.金额': '很多钱' })
    expect(await refusal(save(wrong))).toMatchObject({
      code: 'sheets.badValue',
      details: { name: '收款.金额', kind: 'money' },
    })
    const unknown = fields({ '收款.颜色': '红' })
    expect(await refusal(save(unknown))).toMatchObject({
      code: 'sheets.unknownName',
      details: { name: '收款.颜色' },
    })
    expect(await mediator.sheets.get(key)).toMatchObject({ revision: 0, words: { fields: {} } })
  })

  it('is for the window only on papers of the registration and only while that is open', async () => {
    const { receptionist, mediator, otherMediator } = centre.as
    const { caseId } = await receptionist.intake.submit({ form: wageForm() })
    const words = fields({ '劳动.岗位': '缝纫工' })
    const key = { form: 'f22-application', objectId: caseId }
    await receptionist.sheets.save({ ...key, words, revision: 0 })
    expect(await paperOf('f22-application', caseId)).toContain('缝纫工')
    const visit = { form: 'f13', objectId: caseId, revision: 0 }
    expect(await refusalCode(receptionist.sheets.save({ ...visit, words: fields({}) }))).toBe(
      'cases.notYours',
    )
    await receptionist.cases.assign({ caseId, mediatorId: centre.ids.mediator })
    expect((await receptionist.sheets.get(key)).mayEdit).toBe(false)
    expect(await refusalCode(receptionist.sheets.save({ ...key, words, revision: 1 }))).toBe(
      'cases.notYours',
    )
    expect(await refusalCode(otherMediator.sheets.save({ ...key, words, revision: 1 }))).toBe(
      'cases.notYours',
    )
    expect(await mediator.sheets.save({ ...key, words, revision: 1 })).toEqual({ revision: 2 })
  })
})

describe('sheets.add', () => {
  it('gives the first sheet the id of the case and each further one its own', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const first = await mediator.sheets.add({ caseId, form: 'f13' })
    const second = await mediator.sheets.add({ caseId, form: 'f13' })
    const third = await mediator.sheets.add({ caseId, form: 'f13' })
    expect(first.objectId).toBe(caseId)
    expect(new Set([caseId, second.objectId, third.objectId]).size).toBe(3)
    const words = fields({ '回访.满意度': '比较满意' })
    await mediator.sheets.save({ form: 'f13', ...second, words, revision: 1 })
    expect(await paperOf('f13', second.objectId)).toContain('比较满意')
    expect(await paperOf('f13', third.objectId)).not.toContain('比较满意')
    expect((await mediator.sheets.get({ form: 'f13', ...second })).caseId).toBe(caseId)
    expect((await kinds(caseId)).filter((kind) => kind === 'sheetAdded')).toHaveLength(3)
  })

  it('adds a fresh sheet where what was saved before stands on the first', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const key = { form: 'f15', objectId: caseId }
    const words = fields({ '卷宗.缺件说明': '缺工资表原件' })
    await mediator.sheets.save({ ...key, words, revision: 0 })
    await mediator.sheets.remove(key)
    const { objectId } = await mediator.sheets.add({ caseId, form: 'f15' })
    expect(objectId).not.toBe(caseId)
    expect(await mediator.sheets.get(key)).toMatchObject({ removed: true, words })
  })

  it('takes what suits the case: no oral agreement in a labour dispute, no labour form in another', async () => {
    const { mediator } = centre.as
    const labour = await assignedCase(centre)
    const other = await assignedCase(centre, { ...wageForm(), typeCode: '02.01' })
    const tries: [string, string][] = [
      [labour, 'f11'],
      [other, 'f22-roster'],
      [other, 'f23'],
      [other, 'f29-reminder'],
      [labour, 'f00'],
      [labour, 'f16'],
      [labour, 'f26'],
    ]
    for (const [caseId, form] of tries)
      expect([form, await refusalCode(mediator.sheets.add({ caseId, form }))]).toEqual([
        form,
        'sheets.notAddable',
      ])
    for (const form of ['f10', 'receipt', 'f77'])
      expect(await refusalCode(mediator.sheets.add({ caseId: labour, form }))).toBe(
        'papers.unknownForm',
      )
    await mediator.sheets.add({ caseId: other, form: 'f11' })
    await mediator.sheets.add({ caseId: labour, form: 'f23' })
    const shelf = formShelf(centre.core)
    const today = localDateOf(centre.clock.now())
    const heads = await formsInForce(centre.store().db, shelf, today)
    expect(heads.filter((head) => suitsCase(head, '10.02')).length).toBeGreaterThan(30)
  })

  it('is refused to others and for a case that is not there', async () => {
    const caseId = await heldCase(centre)
    const { receptionist, otherMediator, mediator } = centre.as
    expect(await refusalCode(otherMediator.sheets.add({ caseId, form: 'f13' }))).toBe(
      'cases.notYours',
    )
    expect(await refusalCode(receptionist.sheets.add({ caseId, form: 'f06' }))).toBe(
      'cases.notYours',
    )
    expect(await refusalCode(mediator.sheets.add({ caseId: nowhere, form: 'f13' }))).toBe(
      'sheets.notFound',
    )
  })
})

describe('sheets.remove and sheets.restore', () => {
  it('take a sheet out and bring it back with all that was typed', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const key = { form: 'f13', objectId: caseId }
    const words = fields({ '回访.采取措施': '再去一次' })
    await mediator.sheets.save({ ...key, words, revision: 0 })
    await mediator.sheets.remove(key)
    expect(await mediator.sheets.get(key)).toMatchObject({ removed: true, words, revision: 1 })
    await mediator.sheets.restore(key)
    expect(await mediator.sheets.get(key)).toMatchObject({ removed: false, words })
    const lines = (await kinds(caseId)).filter((kind) => kind.startsWith('sheet'))
    expect(lines).toEqual(['sheetRestored', 'sheetRemoved'])
  })

  it('takes out a sheet that nobody has written into', async () => {
    const caseId = await heldCase(centre)
    const { mediator } = centre.as
    const key = { form: 'f18', objectId: caseId }
    await mediator.sheets.remove(key)
    await mediator.sheets.remove(key)
    expect((await mediator.sheets.get(key)).removed).toBe(true)
    expect((await kinds(caseId)).filter((kind) => kind === 'sheetRemoved')).toHaveLength(1)
  })

  it('leave cover, contents and back where they are', async () => {
    const caseId = await heldCase(centre)
    for (const form of ['f00', 'f01', 'f16'])
      expect(await refusalCode(centre.as.mediator.sheets.remove({ form, objectId: caseId }))).toBe(
        'sheets.notAddable',
      )
  })
})

describe('a closed dossier', () => {
  it('takes no word any more, and still shows what was written', async () => {
    const caseId = await heldCase(centre)
    const { mediator, head } = centre.as
    const key = { form: 'f13', objectId: caseId }
    const words = fields({ '回访.满意度': '满意' })
    await mediator.sheets.save({ ...key, words, revision: 0 })
    setStatus(caseId, 'archived')
    const attempts = [
      () => head.sheets.save({ ...key, words, revision: 1 }),
      () => head.sheets.add({ caseId, form: 'f13' }),
      () => head.sheets.remove(key),
      () => head.sheets.restore(key),
    ]
    for (const attempt of attempts) expect(await refusalCode(attempt())).toBe('sheets.closed')
    expect(await mediator.sheets.get(key)).toMatchObject({ mayEdit: false, words })
  })
})

describe('every command of sheets', () => {
  it('was tried above', () => {
    for (const name of ['get', 'add', 'save', 'remove', 'restore'])
      expect(centre.seen.has(`sheets.${name}`), name).toBe(true)
  })
})
