import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperForm } from '#contract/papers.ts'
import { openCentre, staff, type StaffedCentre, type StaffKey } from '#tests/support/centre.ts'
import { refusal } from '#tests/support/refusal.ts'
import { askEverything, dumpOf, filesBelow, holds } from '#tests/support/leak-search.ts'
import { openRoom, separateTalk, type Room } from '#tests/support/separate-talk.ts'
import { approvedAgreement, entry } from '#tests/support/wage-case.ts'

/** What must never come out, and what may. */
const sealedMark = '暗语壹捌肆万不许外传'
const speakerMark = '暗语贰陆壹只跟调解员讲'
const notesMark = '暗语叁玖贰本人私记'
const openMark = '明语肆柒双方都听见'
const secret = [sealedMark, speakerMark, notesMark]

let centre: StaffedCentre
let room: Room
let agreementId: string
let ids: string[]

/** A case with all that can happen behind its wall, held, settled and approved. */
beforeAll(async () => {
  centre = await openCentre()
  room = await openRoom(centre)
  const { mediator } = centre.as
  await room.save([{ ...entry(room.worker, openMark, 1), isKeyPoint: true }])
  const { partId, line } = await separateTalk(room, sealedMark)
  const firmTalk = await room.begin('separate', room.firmId)
  const marked = { isKeyPoint: true, mark: 'undisputedFact' as const, partId: firmTalk.id }
  const second = { ...entry(room.firm, speakerMark, 11), ...marked }
  await mediator.sessions.saveEntries({
    sessionId: room.id,
    entries: [second, { ...entry(room.firm, `划掉 ${speakerMark}`, 12), ...marked, removed: true }],
    cursor: { entryId: second.id, caret: 4 },
  })
  await mediator.sessions.savePrivateNotes({ caseId: room.caseId, revision: 0, text: notesMark })
  await room.begin('joint')
  const fact = await mediator.sessions.addFact({ caseId: room.caseId, text: '月工资4,800元。' })
  ids = [room.caseId, room.id, partId, firmTalk.id, line.id, second.id, fact.id, room.workerId]
})
afterAll(() => centre.close())

const everybody = Object.keys(staff) as StaffKey[]
/** Where the mediator of the case reads it, and nowhere else. */
const ownDoors = ['sessions.get', 'sessions.privateNotes']

async function expectSealed() {
  for (const key of everybody) {
    const more = { 'cases.list': secret.map((text) => ({ view: 'all', text, limit: 50 })) }
    const asked = await askEverything(centre.as[key], ids, more)
    expect(asked.filter(({ answered }) => answered).length, key).toBeGreaterThan(3)
    const leaks = asked.filter(
      ({ name, text }) =>
        !(key === 'mediator' && ownDoors.includes(name)) &&
        secret.some((mark) => holds(text, mark)),
    )
    expect(leaks, `asked by ${key}`).toEqual([])
    const searches = asked.filter(({ name, input }) =>
      name === 'cases.list' ? secret.some((mark) => input.includes(mark)) : false,
    )
    expect(searches).toHaveLength(secret.length)
    for (const { text } of searches) expect(text).not.toContain(room.caseId)
  }
  const dump = dumpOf(centre)
  const log = JSON.stringify(centre.log)
  for (const mark of secret) {
    expect(holds(dump, mark), 'rows of the opened store').toBe(false)
    expect(holds(log, mark), 'log').toBe(false)
  }
}

/** Every paper of the case as a Word file, with all its parts, and as it prints. */
async function everyPaper(key: 'mediator' | 'head') {
  const forms: [PaperForm, string][] = [
    ['f03', room.caseId],
    ['f04', room.caseId],
    ['receipt', room.caseId],
    ['undisputedFacts', room.caseId],
    ['f09', room.id],
    ...(agreementId ? [['f10', agreementId] satisfies [PaperForm, string]] : []),
  ]
  const texts: { form: PaperForm; text: string }[] = []
  for (const [form, objectId] of forms) {
    const client = centre.as[key]
    const { base64, title } = await client.papers.preview({ form, objectId })
    texts.push({ form, text: `${title} ${Buffer.from(base64, 'base64').toString('utf8')}` })
    const file = join(centre.core.dir, '..', `${form}.docx`)
    centre.host.saveTo = file
    await client.papers.save({ form, objectId, channel: 'docx' })
    const zip = await JSZip.loadAsync(readFileSync(file))
    for (const part of Object.values(zip.files))
      texts.push({ form, text: await part.async('text') })
    rmSync(file)
  }
  return texts
}

async function expectCleanPapers() {
  for (const key of ['mediator', 'head'] as const) {
    const papers = await everyPaper(key)
    for (const { form, text } of papers)
      for (const mark of secret) expect(holds(text, mark), `${form} for ${key}`).toBe(false)
    const minutes = papers.filter(({ form, text }) => form === 'f09' && text.includes(openMark))
    expect(minutes.length, 'the search finds what may be read').toBeGreaterThan(1)
  }
  expect(secret.some((mark) => holds(JSON.stringify(centre.host.asked), mark))).toBe(false)
}

describe('what is said behind the wall', () => {
  it('is found by the mediator of the case, so that the search below is no blind one', async () => {
    const asked = await askEverything(centre.as.mediator, ids)
    const doors = new Set(
      asked.filter(({ text }) => secret.some((mark) => holds(text, mark))).map(({ name }) => name),
    )
    expect([...doors].toSorted()).toEqual(ownDoors.toSorted())
    expect(holds(dumpOf(centre), openMark)).toBe(true)
    expect(holds(Buffer.from(`x${sealedMark}y`).toString('base64'), sealedMark)).toBe(true)
  })

  it('comes out at no other door while the session is open', async () => {
    await expectSealed()
    await expectCleanPapers()
  })

  it('comes out in no refusal of the things that other hands try with it', async () => {
    const { head, otherMediator, receptionist } = centre.as
    const [, , partId = '', , lineId = ''] = ids
    const line = { ...entry(room.worker, '改', 1), id: lineId }
    const tries = [head, otherMediator, receptionist].flatMap((client) => [
      client.sessions.saveEntries({ sessionId: room.id, entries: [line] }),
      client.sessions.saveEntries({ sessionId: room.id, entries: [{ ...line, partId }] }),
      client.sessions.addFact({ caseId: room.caseId, entryId: lineId, text: '抄' }),
      client.sessions.savePrivateNotes({ caseId: room.caseId, revision: 1, text: '改' }),
      client.sessions.privateNotes({ caseId: room.caseId }),
    ])
    for (const attempt of tries) {
      const refused = JSON.stringify(await refusal(attempt))
      expect(secret.filter((mark) => holds(refused, mark))).toEqual([])
    }
  })

  it('comes out at no door after the session, its agreement and a backup', async () => {
    const { mediator, head } = centre.as
    await mediator.sessions.end({ sessionId: room.id, result: 'agreed', resultNote: '' })
    agreementId = (await approvedAgreement(centre, room.caseId)).id
    ids.push(agreementId)
    await head.backups.make({ elsewhere: false })
    await expectSealed()
    await expectCleanPapers()
    const files = filesBelow(join(centre.core.dir, '..'))
    expect(files.some(({ name }) => name.endsWith('.tanxin'))).toBe(true)
    const leaking = files.filter(({ text }) => secret.some((mark) => holds(text, mark)))
    expect(leaking.map(({ name }) => name)).toEqual([])
    expect((await room.read()).entries.filter(({ partId }) => partId !== undefined)).toHaveLength(3)
  })

  it('leaves ids and times in the log of actions, nothing else', async () => {
    const { items } = await centre.as.head.audit.list({ limit: 500 })
    const behind = items.filter(({ operation }) =>
      ['sessions.beginPart', 'sessions.savePrivateNotes', 'sessions.saveEntries'].includes(
        operation,
      ),
    )
    expect(behind.length).toBeGreaterThan(4)
    for (const { objectKind, objectId, result } of behind)
      expect([objectKind, [room.id, room.caseId].includes(objectId), result]).toEqual([
        objectKind === 'case' ? 'case' : 'session',
        true,
        'done',
      ])
  })

  it('leaves on the time line how long, not with whom', async () => {
    const { timeline } = await centre.as.head.cases.get({ id: room.caseId })
    const talks = timeline.filter(({ details }) => details['part'] === 'separate')
    expect(talks).toHaveLength(2)
    for (const { details } of talks)
      expect(Object.keys(details).toSorted()).toEqual(['minutes', 'ordinal', 'part'])
  })
})
