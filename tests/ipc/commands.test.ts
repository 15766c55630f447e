import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { bargain, draftOf } from '#tests/support/bargain.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { openRoom, separateTalk } from '#tests/support/separate-talk.ts'
import { paperPage } from '#tests/support/scan/paper-page.ts'
import { toPng } from '#tests/support/scan/png.ts'
import { signOnScreen } from '#tests/support/screen-signing.ts'
import { body, staff, type StaffedCentre } from '#tests/support/centre.ts'
import {
  allSignatures,
  approvedAgreement,
  assignedCase,
  draftedAgreement,
  entry,
  heldCase,
  openSession,
  wageContent,
  wageForm,
} from '#tests/support/wage-case.ts'
import { sampleInputs } from '#tests/support/sample-inputs.ts'
import { tryHolidays } from '#tests/support/holiday-tries.ts'
import { tryLawyersDesk } from '#tests/support/lawyers-desk-tries.ts'
import { tryRoutes } from '#tests/support/route-tries.ts'
import { tryVisits } from '#tests/support/visit-tries.ts'
import { archiveWords } from '#tests/support/volume-case.ts'
import { openWatchedCentre } from '#tests/support/watched-centre.ts'
import { auditRows, operationNames, wholeStore } from '#tests/support/watched-store.ts'

// Every call below is checked by the watched clients: a command leaves one audit row of its own name, a refused one
// leaves nothing, a query writes nothing.
describe('commands', () => {
  let centre: StaffedCentre & { seen: Set<string> }
  beforeAll(async () => {
    centre = await openWatchedCentre()
  })
  afterAll(() => centre.close())

  it('of the window keep, discard and register an intake', async () => {
    const { receptionist, mediator } = centre.as
    const id = uuid()
    const form = { parties: [{ name: '张三' }], narrative: '写到一' }
    expect(await receptionist.intake.saveDraft({ id, revision: 0, form })).toMatchObject({
      revision: 1,
    })
    expect(await receptionist.intake.saveDraft({ id, revision: 1, form })).toMatchObject({
      revision: 2,
    })
    expect(await refusalCode(receptionist.intake.saveDraft({ id, revision: 1, form }))).toBe(
      'cases.changedElsewhere',
    )
    expect(await receptionist.intake.drafts({})).toMatchObject([{ id, title: '张三', revision: 2 }])
    expect(await refusalCode(mediator.intake.draft({ id }))).toBe('intake.notFound')
    expect((await receptionist.intake.draft({ id })).form).toEqual(form)

    const registered = await receptionist.intake.submit({ draftId: id, form: wageForm() })
    expect(registered).toMatchObject({ caseNumber: 'MT-2026-000001', accepted: true, reasons: [] })
    expect(await receptionist.intake.drafts({})).toEqual([])
    const other = uuid()
    await receptionist.intake.saveDraft({ id: other, revision: 0, form })
    await receptionist.intake.discardDraft({ id: other })
    expect(await receptionist.intake.drafts({})).toEqual([])
    const similar = await receptionist.intake.similar({
      names: ['张三'],
      idNumbers: [],
      phones: ['154 0000 0001'],
    })
    expect(similar).toMatchObject([{ matchedBy: 'phone', maskedPhone: '154****0001' }])
  })

  it('registers what a rule bars from mediation without accepting it', async () => {
    const { receptionist, head } = centre.as
    const form = { ...wageForm(), otherBody: 'court' as const }
    const registered = await receptionist.intake.submit({ form })
    expect(registered).toMatchObject({ accepted: false, reasons: [{ ruleId: 'A2' }] })
    const { caseId } = registered
    expect(await refusal(receptionist.cases.move({ caseId, event: 'accept' }))).toMatchObject({
      code: 'cases.notAcceptable',
      reasons: [{ code: 'acceptedElsewhere' }],
    })
    expect(await refusalCode(head.cases.move({ caseId, event: 'reject' }))).toBe(
      'cases.stepNotAllowed',
    )
    const reason = '法院已经立案'
    expect(await head.cases.move({ caseId, event: 'reject', reason })).toEqual({
      status: 'rejected',
    })
  })

  it('leaves no gap in the case numbers after a refused registration', async () => {
    const { receptionist } = centre.as
    const form = wageForm()
    const wrong = { ...form, parties: form.parties.map((party) => ({ ...party, idNumber: '123' })) }
    expect(await refusal(receptionist.intake.submit({ form: wrong }))).toMatchObject({
      code: 'parties.invalidIdNumber',
      details: { reason: 'length', path: 'parties.0.idNumber' },
    })
    expect(await refusalCode(receptionist.intake.submit({ form: { ...form, parties: [] } }))).toBe(
      'intake.incomplete',
    )
    expect((await receptionist.intake.submit({ form })).caseNumber).toBe('MT-2026-000003')
  })

  it('of the case page assign, move, correct the parties and note', async () => {
    const { receptionist, mediator, otherMediator, head } = centre.as
    const { caseId } = await receptionist.intake.submit({ form: wageForm() })
    const { partyRecords } = await receptionist.cases.get({ id: caseId })
    const parties = partyRecords.map(({ age: _, ...party }) => ({
      ...party,
      name: `${party.name}一`,
    }))
    await receptionist.cases.updateParties({ caseId, parties })
    const updated = await receptionist.cases.get({ id: caseId })
    expect(updated.partyRecords.map(({ id }) => id)).toEqual(partyRecords.map(({ id }) => id))
    expect(updated.title).toContain('张三一')

    await receptionist.cases.assign({ caseId, mediatorId: centre.ids.mediator })
    expect(await refusalCode(receptionist.cases.updateParties({ caseId, parties }))).toBe(
      'cases.notYours',
    )
    expect(await refusalCode(otherMediator.cases.move({ caseId, event: 'takeOn' }))).toBe(
      'cases.notReadable',
    )
    expect(await mediator.cases.move({ caseId, event: 'takeOn' })).toEqual({ status: 'mediating' })
    expect(await refusalCode(mediator.cases.move({ caseId, event: 'suspend' }))).toBe(
      'cases.stepNotAllowed',
    )
    const reason = '等鉴定意见'
    expect(await mediator.cases.move({ caseId, event: 'suspend', reason })).toEqual({
      status: 'suspended',
    })
    expect(await mediator.cases.move({ caseId, event: 'resume' })).toEqual({ status: 'mediating' })
    await mediator.cases.addNote({ caseId, kind: 'phone', text: ' 约好明天来 ' })
    const [newest] = (await head.cases.get({ id: caseId })).timeline
    expect(newest).toMatchObject({
      kind: 'phone',
      actorName: staff.mediator,
      details: { text: '约好明天来' },
    })
  })

  it('refuses to end a mediation without a record, and takes one with it', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    await mediator.cases.move({ caseId, event: 'takeOn' })
    const terminate = {
      caseId,
      event: 'terminate' as const,
      terminationReason: 'gapTooWide' as const,
      remediesTold: true,
    }
    expect(await refusal(mediator.cases.move(terminate))).toMatchObject({
      code: 'cases.stepNotAllowed',
      reasons: [{ ruleId: 'C9', code: 'recordRequired' }],
    })
    const session = await openSession(centre, caseId)
    await mediator.sessions.saveEntries({
      sessionId: session.id,
      entries: [entry(session.worker, '差得太远，谈不拢。', 1)],
    })
    await mediator.sessions.end({ sessionId: session.id, result: 'notAgreed', resultNote: '' })
    expect(await mediator.cases.move(terminate)).toEqual({ status: 'failed' })
  })

  it('gives a case to nobody but a mediator, and never to one of its parties', async () => {
    const { receptionist, head } = centre.as
    const form = wageForm()
    const [worker, firm] = form.parties
    if (!worker || !firm) throw new Error('two parties')
    const { caseId } = await receptionist.intake.submit({
      form: { ...form, parties: [{ ...worker, name: staff.mediator }, firm] },
    })
    const assign = (mediatorId: string) => head.cases.assign({ caseId, mediatorId })
    expect(await refusalCode(assign(centre.ids.lawyer))).toBe('cases.mediatorNotFound')
    expect(await refusal(assign(centre.ids.mediator))).toMatchObject({
      code: 'cases.stepNotAllowed',
      reasons: [{ ruleId: 'B4', code: 'mediatorHasConflict' }],
    })
    await assign(centre.ids.otherMediator)
  })

  it('rolls back wholly when the last of many writes is refused', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const session = await openSession(centre, caseId)
    const entries = Array.from({ length: 40 }, (_, index) =>
      entry(session.worker, `第${index}句`, index),
    )
    const before = wholeStore(centre)
    const stranger = entry(uuid(), '我不在场', 99)
    expect(
      await refusalCode(
        mediator.sessions.saveEntries({ sessionId: session.id, entries: [...entries, stranger] }),
      ),
    ).toBe('sessions.attendeeNotFound')
    expect(wholeStore(centre)).toEqual(before)
  })

  it('of the agreement save, submit, recall, send back, approve, sign and revise', async () => {
    const { mediator, head } = centre.as
    const caseId = await heldCase(centre)
    const { id, revision } = await draftedAgreement(centre, caseId)
    expect(await mediator.agreements.draft({ caseId })).toEqual({ id })
    await mediator.agreements.submit({ id, revision })
    await mediator.agreements.recall({ id })
    const { parties } = await mediator.agreements.get({ id })
    const saved = await mediator.agreements.save({ id, revision, content: wageContent(parties) })
    await mediator.agreements.submit({ id, revision: saved.revision })
    await head.agreements.sendBack({ id, words: '请写明账户。' })
    await mediator.agreements.submit({ id, revision: saved.revision })
    await head.agreements.approve({ id, revision: saved.revision })
    const [first, ...others] = await allSignatures(centre, mediator, id)
    if (!first) throw new Error('nobody signs')
    await mediator.agreements.sign({ id, signatures: [first] })
    const [signature] = (await mediator.agreements.get({ id })).signatures
    await mediator.agreements.removeSignature({ id, signatureId: signature?.id ?? '' })
    await mediator.agreements.sign({ id, signatures: [first, ...others] })
    await mediator.agreements.revise({ id })
  })

  it('of the clause library add, change and remove own wording', async () => {
    const { mediator } = centre.as
    const own = {
      title: '过年钱',
      typeCodes: [],
      kind: 'other' as const,
      text: '另付过年钱。',
      note: '',
    }
    const { id } = await mediator.clauses.add(own)
    await mediator.clauses.change({ id, ...own, title: '年终奖' })
    await mediator.clauses.remove({ id })
    await mediator.clauses.list({ typeCode: '10.02' })
    await mediator.clauses.phrases({})
  })

  it('of the drafts keep and drop what was begun, without a line in the log', async () => {
    const { mediator } = centre.as
    const key = { kind: 'offer' as const, objectId: await heldCase(centre) }
    await mediator.drafts.keep({ ...key, text: '{}' })
    await mediator.drafts.get(key)
    await mediator.drafts.drop(key)
  })

  it('of the recordings start, keep slices, stop and purge', async () => {
    const { mediator, head } = centre.as
    const caseId = await assignedCase(centre)
    const { id: sessionId } = await openSession(centre, caseId)
    await head.recordings.saveSettings({ allowed: true })
    expect(await mediator.recordings.settings({})).toEqual({ allowed: true })
    const { parties } = await mediator.sessions.get({ id: sessionId })
    const { id: recordingId } = await mediator.recordings.start({
      sessionId,
      mediaType: 'audio/webm;codecs=opus',
      consentsOf: parties.map(({ id }) => id),
    })
    await mediator.recordings.addSlice({ recordingId, position: 0, startedMs: 0, base64: 'AAAA' })
    await mediator.recordings.stop({ recordingId })
    await mediator.recordings.sound({ recordingId })
    await mediator.recordings.list({ sessionId })
    await mediator.recordings.purge({ recordingId })
  })

  it('of the reading back take the answer of each party', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const { id } = await draftedAgreement(centre, caseId)
    const { sha256, items, parties } = await mediator.readBacks.get({
      paper: 'agreement',
      objectId: id,
    })
    await mediator.readBacks.answer({
      paper: 'agreement',
      objectId: id,
      sha256,
      item: items[0]?.key ?? '',
      partyId: parties[0]?.id ?? '',
      answer: 'yes',
      words: '',
    })
  })

  it('of the printing choose printers and sides', async () => {
    const { mediator, lawyer } = centre.as
    const settings = { usual: { printer: 'desk', sides: 'long' as const }, forms: {} }
    await mediator.printing.saveSettings(settings)
    expect(await lawyer.printing.settings({})).toEqual(settings)
    expect(await mediator.printing.queue({ openOnly: true })).toEqual([])
    expect((await mediator.printing.log({ limit: 10 })).items).toEqual([])
  })

  it('of the settings change the body', async () => {
    await centre.as.administrator.settings.saveBody({ ...body, phone: '0000-0000000' })
    expect((await centre.as.lawyer.settings.body({})).body.phone).toBe('0000-0000000')
  })

  it('of a session add somebody who comes later', async () => {
    const caseId = await assignedCase(centre)
    const { id } = await openSession(centre, caseId)
    await centre.as.mediator.sessions.addAttendee({
      sessionId: id,
      attendee: { capacity: 'helper', name: '村干部', note: '', consented: true },
    })
    const { attendees } = await centre.as.mediator.sessions.get({ id })
    expect(attendees.map(({ position }) => position)).toEqual([1, 2, 3, 4])
  })

  it('of the room begin parts, call in, keep the place, collect facts and write notes', async () => {
    const room = await openRoom(centre)
    const { sessions } = centre.as.mediator
    const { id: sessionId, caseId, workerId } = room
    const line = entry(room.worker, '月工资4,800元。', 1)
    const cursor = { entryId: line.id, caret: 2 }
    await sessions.saveEntries({ sessionId, entries: [line], cursor })
    await sessions.keepCursor({ sessionId, cursor: { ...cursor, caret: 4 } })
    expect(await sessions.whereIWas({})).toEqual({ sessionId })
    await separateTalk(room, '只跟您说。')
    const { id: attendeeId } = await sessions.addAttendee({
      sessionId,
      attendee: { capacity: 'lawyer', name: staff.lawyer, note: '', consented: false },
    })
    await sessions.consent({ sessionId, attendeeId, partyIds: [workerId] })
    await sessions.leave({ sessionId, attendeeId })
    const { id } = await sessions.addFact({ caseId, entryId: line.id, text: line.text })
    await sessions.changeFact({ id, revision: 1, text: '月工资4,900元。' })
    await sessions.answerFact({ id, revision: 2, partyId: workerId, answer: 'yes' })
    await sessions.removeFact({ id })
    await sessions.savePrivateNotes({ caseId, revision: 0, text: '先听厂方。' })
    expect((await sessions.privateNotes({ caseId })).text).toBe('先听厂方。')
    await sessions.leaveRoom({ sessionId })
    expect(await sessions.whereIWas({})).toEqual({})
  })

  it('of the ledger make, release, answer, withdraw, propose, and of the agreement follow it', async () => {
    const deal = await bargain(centre)
    const { offers, agreements } = deal.mediator
    const { caseId, firm: partyId, worker } = deal
    const whispered = await deal.make([deal.pay(9_000)], { partyId, confidantId: partyId })
    await offers.release({ offerId: whispered })
    await offers.withdraw({ offerId: whispered })
    expect(await deal.yes(await deal.make([deal.pay(12_000)], { partyId }), worker)).toBe(true)
    const draft = await draftOf(deal)
    await draft.edit(() => [])
    const { revision } = await draft.get()
    await agreements.followPackage({ id: draft.id, revision })
    await offers.proposeFromAgreement({ id: uuid(), agreementId: draft.id })
    expect((await deal.ledger()).offers).toHaveLength(3)
    expect(await agreements.versions({ caseId })).toHaveLength(1)
    expect(await offers.read({ caseId, text: '再想想。' })).toEqual([])
  })

  it('of the signing table read back, take an answer, sign on screen and show the strokes', async () => {
    const { mediator } = centre.as
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const paperKey = { paper: 'agreement' as const, objectId: id }
    const { sha256, items, parties } = await mediator.readBacks.get(paperKey)
    const [item, party] = [items[0]?.key ?? '', parties[0]?.id ?? '']
    const said = { ...paperKey, sha256, item, partyId: party, words: '' }
    await mediator.readBacks.answer({ ...said, answer: 'yes' })
    const stale = { ...said, sha256: '0'.repeat(64), answer: 'yes' as const }
    expect(await refusalCode(mediator.readBacks.answer(stale))).toBe('readBacks.textChanged')
    const { signatureId } = await signOnScreen(centre, id, 0)
    expect((await mediator.agreements.strokes({ id, signatureId })).strokes).toHaveLength(2)
    expect(
      await refusalCode(mediator.agreements.strokes({ id, signatureId: centre.ids.head })),
    ).toBe('agreements.notFound')
  })

  it('answers a draft for an agreement only once', async () => {
    const caseId = await heldCase(centre)
    const { id } = await approvedAgreement(centre, caseId)
    expect(await centre.as.mediator.agreements.draft({ caseId })).toEqual({ id })
  })

  it('of the sheets add, write, take out and bring back', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const { objectId } = await mediator.sheets.add({ caseId, form: 'f13' })
    const key = { form: 'f13', objectId }
    const words = { fields: { '回访.满意度': '满意' }, lists: {} }
    expect(await mediator.sheets.save({ ...key, words, revision: 1 })).toEqual({ revision: 2 })
    await mediator.sheets.remove(key)
    await mediator.sheets.restore(key)
    expect(await mediator.sheets.get(key)).toMatchObject({ words, removed: false })
    expect((await mediator.papers.forms({})).length).toBeGreaterThan(50)
  })

  it('of the templates begin and give up a Word file and a wording', async () => {
    const { templates } = centre.as.head
    const from = localDate('2026-11-22')
    centre.host.saveTo = join(mkdtempSync(join(tmpdir(), 'tanxin-start-')), 'start.docx')
    await templates.saveStart({ form: 'f02' })
    centre.host.files = [centre.host.saveTo]
    centre.host.saveTo = undefined
    const { picked } = await templates.check({ form: 'f02' })
    centre.host.files = []
    const file = { handle: picked?.handle ?? '', form: 'f02', name: '申请书', from }
    const { id } = await templates.add(file)
    expect((await templates.list({})).map((each) => each.id)).toEqual([id])
    expect((await templates.sample({ id })).base64).not.toBe('')
    await templates.remove({ id })
    expect((await templates.tags({})).length).toBeGreaterThan(100)
    const { texts } = await templates.wordings({ form: 'f13' })
    const change = { form: 'f13', texts: { [texts[0]?.path ?? '']: '回访' }, orders: {}, from }
    const own = await templates.saveWordings(change)
    expect(await templates.ownForms({})).toMatchObject([{ id: own.id, inForce: true }])
    await templates.removeOwnForm(own)
  })

  it('of the scans place, lay aside and turn', async () => {
    const { scans } = centre.as.mediator
    const caseId = await heldCase(centre)
    const base64 = Buffer.from(toPng(await paperPage({ width: 40, height: 60, lines: 1 })))
    await scans.drop({ caseId, files: [{ name: '扫描.png', base64: base64.toString('base64') }] })
    const [scan] = await scans.list({ caseId })
    const scanIds = [scan?.id ?? '']
    await scans.place({ scanIds, form: 'f08', objectId: caseId, page: 1 })
    await scans.setState({ scanIds, state: 'setAside' })
    await scans.turn({ scanId: scan?.id ?? '', by: 90 })
    expect(await scans.list({ caseId })).toMatchObject([{ state: 'setAside', turn: 90 }])
  })

  it('of the dossier confirm, register, lend, take back, close, and hand over', async () => {
    const { mediator, head, administrator } = centre.as
    const caseId = await heldCase(centre)
    const { dossiers, cases } = mediator
    await dossiers.confirmSigned({ form: 'f03', objectId: caseId, signed: true })
    await dossiers.saveArchive({ caseId, revision: 0, ...archiveWords })
    const today = localDate('2026-11-22')
    const form = { borrower: '司法所', unit: '', purpose: '评查', lentOn: today, dueOn: today }
    const { loanId } = await dossiers.lend({ caseId, ...form })
    expect(await refusalCode(dossiers.lend({ caseId, ...form }))).toBe('dossiers.lentOut')
    await dossiers.returnLoan({ loanId, returnedOn: today, note: '' })
    expect(await dossiers.loans({ openOnly: true })).toEqual([])
    await administrator.dossiers.saveRetentionYears({ short: 5 })
    await cases.move({
      caseId,
      event: 'terminate',
      terminationReason: 'gapTooWide',
      remediesTold: true,
    })
    await cases.move({ caseId, event: 'skipFollowUp', reason: '已经起诉' })
    expect(await refusalCode(dossiers.close({ caseId }))).toBe('dossiers.openFindings')
    await head.dossiers.close({ caseId, reason: '当事人已经离开' })
    expect(await dossiers.get({ caseId })).toMatchObject({ isClosed: true, status: 'archived' })
    const caseIds = [await assignedCase(centre)]
    const [fromId, toId] = [centre.ids.mediator, centre.ids.otherMediator]
    expect(await head.dossiers.casesOf({ userId: fromId })).not.toEqual([])
    await head.dossiers.handOver({ fromId, toId, caseIds, reason: '退休' })
    expect(await head.dossiers.handovers({})).toHaveLength(1)
  })

  it('of the performance record, prove, take back, urge, write the letter and sweep', async () => {
    const { mediator, head, receptionist } = centre.as
    const { obligations } = mediator
    const caseId = await heldCase(centre)
    const { id } = await draftedAgreement(centre, caseId)
    const { content, revision } = await mediator.agreements.get({ id })
    const act = { id: uuid(), kind: 'act' as const, text: '晨光童装厂归还张三的健康证。' }
    const clauses = [...content.clauses, act]
    const saved = await mediator.agreements.save({ id, revision, content: { ...content, clauses } })
    const passedWarnings = (await mediator.agreements.get({ id })).reasons
      .filter(({ level }) => level === 'warn')
      .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
    await mediator.agreements.submit({ id, revision: saved.revision, passedWarnings })
    await head.agreements.approve({ id, revision: saved.revision })
    const signatures = await allSignatures(centre, mediator, id)
    await mediator.agreements.sign({ id, signatures })
    const [first] = (await obligations.get({ caseId })).obligations
    const paid = {
      obligationId: first?.id ?? '',
      doneOn: localDate('2026-11-22'),
      method: 'cash',
      note: '由会计送来',
      proofIds: [],
      spread: false,
    }
    const { performanceIds } = await obligations.record({ ...paid, amountFen: 500_000 })
    const [performanceId = ''] = performanceIds
    const file = join(mkdtempSync(join(tmpdir(), 'tanxin-commands-')), '收据.png')
    writeFileSync(file, toPng(await paperPage({ width: 40, height: 60, lines: 1 })))
    centre.host.files = [file]
    const { ids } = await mediator.attachments.add({ caseId, kind: 'other' })
    await obligations.addProof({ performanceId, attachmentIds: ids })
    await obligations.undo({ performanceId, reason: '记错了金额' })
    const owed = (await obligations.get({ caseId })).obligations
    const obligationId = owed.find(({ kind }) => kind === 'act')?.id ?? ''
    await obligations.setDue({ obligationId, dueOn: localDate('2026-11-20') })
    expect((await mediator.cases.get({ id: caseId })).status).toBe('overdue')
    await obligations.urge({
      caseId,
      at: centre.clock.now(),
      channel: 'phone',
      person: '李四',
      answer: 'reached',
      words: '',
    })
    await receptionist.obligations.sweep({})
    await obligations.urgeLetter({ caseId, obligationIds: [obligationId] })
    expect((await head.obligations.get({ caseId })).urges).toHaveLength(2)
  })

  it('of the calculations reckon, keep, mark, claim, take away and bring back, and of the figures save and remove', async () => {
    const { mediator, head } = centre.as
    const caseId = await assignedCase(centre)
    const { calculations } = mediator
    const { input } = await calculations.prefill({ name: 'late-performance', caseId })
    const owed = { ...input, principalFen: 5_000_000, fromOn: '2026-10-23', toOn: '2026-11-22' }
    expect(await calculations.run({ name: 'late-performance', input: owed })).toMatchObject({
      result: { amountFen: 26_250 },
    })
    const asked = { caseId, name: 'late-performance' as const, title: '', statutory: false }
    expect(await refusalCode(calculations.keep({ ...asked, input: {} }))).toBe(
      'calculations.noFigure',
    )
    const { id } = await calculations.keep({ ...asked, input: owed })
    await calculations.setStatutory({ id, statutory: true })
    await calculations.useAsClaim({ id, words: 'append' })
    expect((await calculations.get({ id })).statutory).toBe(true)
    await calculations.remove({ id })
    expect(await refusalCode(calculations.useAsClaim({ id, words: 'keep' }))).toBe(
      'calculations.notFound',
    )
    await calculations.restore({ id })
    expect((await calculations.ofCase({ caseId })).items).toMatchObject([{ id, statutory: true }])
    const saved = await head.figures.save(sampleInputs.figures.save)
    await head.figures.remove({ id: saved.id })
    await head.figures.list({})
  })

  it('of the visits set the risk, plan, move, skip, record, open a new case, and change the settings', async () => {
    const { laterCases, later } = await tryVisits(centre)
    expect(laterCases).toMatchObject([later])
  })

  it('writes its audit row about the record, by id and without names', () => {
    for (const { operation, kind, id } of auditRows(centre)) {
      expect(`${operation} ${kind} ${id}`).toMatch(/^[\x21-\x7e]+ [a-z0-9]+ [\x21-\x7e]+$/)
    }
  })

  it('of the clocks tell a day, stop, run on, set, take back, and of the settings and days off', async () => {
    const { mediator, head } = centre.as
    const { clocks } = mediator
    const form = { ...wageForm(), sourceCode: 'S30', typeCode: '04.01' }
    const caseId = await assignedCase(centre, form)
    const onDay = localDate('2026-11-20')
    await clocks.setDate({ caseId, event: 'materialsSigned', onDay, words: '' })
    const common = { caseId, rule: 'C5', consents: [], words: '等鉴定' }
    const today = localDate('2026-11-22')
    const { id } = await clocks.change({
      ...common,
      kind: 'pause',
      onDay: today,
      pauseReason: 'appraisal',
    })
    await clocks.endPause({ id, untilDay: today })
    await clocks.undoChange({ id, reason: '记错了' })
    expect(await refusalCode(clocks.change({ ...common, kind: 'interruption', onDay }))).toBe(
      'deadline.notInterruptible',
    )
    expect((await clocks.ofCase({ caseId })).changes).toHaveLength(1)
    expect((await clocks.board({})).lines.length).toBeGreaterThan(0)
    await clocks.calendar({ from: onDay, to: today })
    expect((await clocks.rules({ on: today })).length).toBeGreaterThan(50)
    await head.clocks.saveSettings({ ...(await clocks.settings({})), soonDays: 10 })
    await tryHolidays(head)
  })

  it('of the routes answer, prepare, apply, report and hand over, and of the offices save and remove', () =>
    tryRoutes(centre))

  it('of the lawyers’ desk keep people, rotas, duties, requests, bookings and the register', () =>
    tryLawyersDesk(centre))

  it('were all tried here, and so were the queries', async () => {
    const { head, mediator, lawyer } = centre.as
    await head.users.list({})
    await head.agreements.queue({})
    await head.audit.list({ limit: 5 })
    await mediator.cases.mediators({})
    await mediator.cases.list({ view: 'all', limit: 5 })
    await lawyer.cases.today({})
    await lawyer.papers.forms({})
    const caseId = await assignedCase(centre)
    expect((await mediator.volumes.plan({ caseId })).parts).not.toEqual([])
    const expected = [...operationNames('command'), ...operationNames('query')]
    // What is seen of a stored file, or of strokes, is tried where they are put in.
    const untriedHere = new Set(['attachments.view', 'agreements.strokes'])
    const untried = expected.filter((name) => !centre.seen.has(name) && !untriedHere.has(name))
    expect(untried).toEqual([])
  })
})
