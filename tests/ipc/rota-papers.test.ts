import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RotaPaper } from '#contract/rota-papers.ts'
import { localDate } from '#db/domain/local-date.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import { paperText } from '#documents/paper-text.ts'
import { rotaData } from '#ipc/form-data/rota-data.ts'
import { fortnight, seatOf, sheetInput } from '#tests/documents/duty-samples.ts'
import type { Client } from '#tests/support/centre.ts'
import { at, dutyOn, openDutyCentre } from '#tests/support/duty-centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { addLawyer, type RotaCentre } from '#tests/support/rota-centre.ts'
import { nowhere } from '#tests/support/nowhere.ts'
import { sampleConsultation } from '#tests/support/lawyers-desk-inputs.ts'
import { auditRows } from '#tests/support/watched-store.ts'

const stretch = { from: localDate('2026-11-23'), to: localDate('2026-12-06') }
const year = { from: localDate('2026-01-01'), to: localDate('2026-12-31') }

let centre: RotaCentre
let folder = ''
const idOf = (name: string) => centre.lawyerIds[name] ?? ''

beforeAll(async () => {
  centre = await openDutyCentre()
  folder = mkdtempSync(join(tmpdir(), 'rota-papers-'))
  centre.clock.setWall(at('11-27', '09:00'))
  const duty = await dutyOn(centre, '11-23', '梁一')
  const { db } = centre.store()
  await db
    .updateTable('duties')
    .set({ signed_in_at: at('11-23', '08:56'), signed_out_at: at('11-23', '11:31') })
    .where('id', '=', duty.id)
    .execute()
  await db
    .updateTable('duties')
    .set({ no_show: 1 })
    .where('id', '=', (await dutyOn(centre, '11-23', '许二')).id)
    .execute()
  await db
    .updateTable('duties')
    .set({ instead_of: idOf('吕四') })
    .where('id', '=', (await dutyOn(centre, '11-24', '何三')).id)
    .execute()
  await centre.as.receptionist.consultations.setCounts({
    lawyerId: idOf('梁一'),
    date: localDate('2026-11-23'),
    counts: [{ category: 'wages', count: 3 }],
    words: '',
  })
  await centre.as.receptionist.consultations.save({
    id: consultationId,
    revision: 0,
    form: {
      ...sampleConsultation,
      at: at('11-23', '10:00'),
      lawyerId: idOf('梁一'),
      name: '陶小二',
      facts: '做了四个月，欠两万元。',
    },
  })
})
afterAll(async () => {
  await centre.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  centre.host.rendered.length = 0
  centre.host.saveTo = undefined
})

const consultationId = '0190a3c4-0000-7000-8000-00000000c0de'

/** The words of a page as it would print, tags left out. */
const shown = async (by: Client, of: RotaPaper) => {
  const preview = await by.rotaPapers.preview({ of })
  const html = centre.host.rendered.at(-1)?.html ?? ''
  return {
    ...preview,
    text: html.replaceAll(/<style>.*?<\/style>/gsu, '').replaceAll(/<[^>]+>|\s/gu, ''),
  }
}

const saved = async (by: Client, of: RotaPaper, channel: 'pdf' | 'docx' | 'xlsx') => {
  const file = join(folder, `${of.paper}.${channel}`)
  centre.host.saveTo = file
  const answer = await by.rotaPapers.save({ of, channel })
  return { answer, bytes: readFileSync(file) }
}

describe('the rota on paper', () => {
  it('shows what was published, with gaps and whose place was taken, to everybody at the desk', async () => {
    for (const by of [
      centre.as.head,
      centre.as.receptionist,
      centre.as.mediator,
      centre.as.lawyer,
    ]) {
      const { text, title, pages, unprintable } = await shown(by, { paper: 'rota', ...stretch })
      expect({ title, pages, unprintable }).toEqual({
        title: '志愿律师值班表',
        pages: 1,
        unprintable: [],
      })
      expect(text).toContain('何三（替吕四）')
      expect(text).toContain('空缺')
      expect(text).not.toContain('施五')
    }
  })

  it('does not show a change before it is published', async () => {
    const { head } = centre.as
    const [rota] = await head.rotas.list({})
    const board = await head.rotas.get({ id: rota?.id ?? '' })
    const gap = board.shifts.find(({ date, half }) => date === '2026-11-30' && half === 'morning')
    const moved = await head.rotas.move({
      id: board.id,
      revision: board.revision,
      out: [],
      into: [{ shiftId: gap?.id ?? '', lawyerId: idOf('张六') }],
      knowingly: false,
    })
    expect((await shown(head, { paper: 'rota', ...stretch })).text).not.toContain('张六')
    await head.rotas.publish({ id: board.id, revision: moved.revision, words: '' })
    expect((await shown(head, { paper: 'rota', ...stretch })).text).toContain('张六')
  })

  it('names nobody whom only the head sees, and tells neither number nor firm', async () => {
    const { db } = centre.store()
    const hide = (head_only: 0 | 1) =>
      db.updateTable('lawyers').set({ head_only }).where('id', '=', idOf('何三')).execute()
    await hide(1)
    for (const of of [
      { paper: 'rota', ...stretch },
      { paper: 'signIn', ...stretch },
    ] as const) {
      const { text } = await shown(centre.as.head, of)
      expect(text).not.toContain('何三')
      expect(text).toContain('值班律师')
    }
    const hours = { paper: 'hours', ...year } as const
    expect((await shown(centre.as.receptionist, hours)).text).not.toContain('何三')
    expect((await shown(centre.as.head, hours)).text).toContain('何三')
    const statement = { paper: 'statement', ...year, lawyerId: idOf('何三') } as const
    expect(await refusalCode(centre.as.receptionist.rotaPapers.preview({ of: statement }))).toBe(
      'lawyers.notFound',
    )
    expect((await shown(centre.as.head, { paper: 'thanks', year: 2026 })).text).not.toContain(
      '何三',
    )
    await hide(0)
  })

  it('leaves telephone numbers out where the centre wants it so', async () => {
    const { head } = centre.as
    const { settings } = await head.desks.all({})
    const phone = '13800000009'
    await centre
      .store()
      .db.updateTable('lawyers')
      .set({ phone })
      .where('id', '=', idOf('梁一'))
      .execute()
    expect((await shown(head, { paper: 'rota', ...stretch })).text).toContain(phone)
    await head.desks.saveSettings({ ...settings, phonesOnPaper: false })
    expect((await shown(head, { paper: 'rota', ...stretch })).text).not.toContain(phone)
    await head.desks.saveSettings(settings)
  })

  it('keeps to one desk where one is asked for', async () => {
    const of = { paper: 'rota', ...stretch, deskId: nowhere } as const
    expect((await shown(centre.as.head, of)).text).toContain('没有已发布的值班')
  })

  it('is printed by the queue like any paper', async () => {
    const { jobId } = await centre.as.receptionist.rotaPapers.print({
      of: { paper: 'signIn', ...stretch },
      copies: 2,
    })
    const jobs = await centre.as.receptionist.printing.queue({ openOnly: false })
    expect(jobs.find(({ id }) => id === jobId)).toMatchObject({ copies: 2 })
    await expect.poll(() => centre.host.printed.at(-1)?.text ?? '').toContain('志愿律师签到表')
  })

  it('is saved as Excel and as Word, and the log says so', async () => {
    const of = { paper: 'rota', ...stretch } as const
    const { answer, bytes } = await saved(centre.as.head, of, 'xlsx')
    expect(answer).toEqual({ saved: 'rota.xlsx' })
    expect(centre.host.asked.at(-1)?.defaultName).toBe(
      '志愿律师值班表 2026年11月23日至12月6日.xlsx',
    )
    const lines = await readSheet(bytes, '明细')
    expect(lines.filter((row) => row[7] === '梁一')).toHaveLength(2)
    const { bytes: word } = await saved(centre.as.head, of, 'docx')
    const zip = await JSZip.loadAsync(word)
    expect(await zip.file('word/document.xml')?.async('string')).toContain('吕四')
    const rows = auditRows(centre)
    expect(rows.at(-1)).toMatchObject({ operation: 'rotaPapers.save', kind: 'f25' })
  })

  it('is not saved when nobody chose a file', async () => {
    const before = auditRows(centre).length
    const of = { paper: 'rota', ...stretch } as const
    expect(await centre.as.head.rotaPapers.save({ of, channel: 'pdf' })).toEqual({})
    expect(auditRows(centre)).toHaveLength(before)
  })

  it('refuses a stretch that ends before it begins', async () => {
    const of = { paper: 'rota', from: stretch.to, to: stretch.from } as const
    expect(await refusalCode(centre.as.head.rotaPapers.preview({ of }))).toBe('rotas.datesReversed')
  })
})

describe('rotaData', () => {
  it('fills every seat into the form of old, the substitute beside whom it was', () => {
    const [morning] = fortnight(1)
    if (!morning) throw new Error('no shift')
    const shifts = [
      { ...morning, seats: [seatOf(0, { insteadOfName: '王芳' })] },
      { ...morning, seats: [] },
    ]
    const definition = centre.core.forms().find(({ id }) => id === 'f25')
    if (!definition) throw new Error('no form')
    const input = { ...sheetInput(shifts, 1), withPhones: false }
    const text = paperText(fillForm(definition, rotaData(input, '林主任'), input.context))
    expect(text).toContain('11月23日\t一\t上午\t王芳\t云溪所\t13305200000000000')
    expect(text).toMatch(/13305200000000000\t[^\t]*\t李明/u)
    expect(text).not.toContain('13800000000')
    expect(text).toContain('11月23日\t一\t上午\t空缺')
  })
})

describe('the sign-in sheet on paper', () => {
  it('prints what was signed and who did not come', async () => {
    const { text } = await shown(centre.as.mediator, { paper: 'signIn', ...stretch })
    expect(text).toContain('08:56')
    expect(text).toContain('11:31')
    expect(text).toContain('未到岗')
  })
})

describe('hours, statements and thanks', () => {
  it('add up signs and consultations, both counted and written down', async () => {
    const { bytes } = await saved(centre.as.receptionist, { paper: 'hours', ...year }, 'xlsx')
    const rows = await readSheet(bytes)
    const liang = rows.find(([name]) => name === '梁一')
    // Nobody signed on 11月25日: it does not count.
    expect(liang?.slice(2)).toEqual([1, 155, 2.58, 0, 0, 4])
    expect(rows.find(([name]) => name === '许二')?.slice(2)).toEqual([0, 0, 0, 0, 1, 0])
  })

  it('give a lawyer the own statement and nobody else’s', async () => {
    const of = (name: string) => ({ paper: 'statement', ...year, lawyerId: idOf(name) }) as const
    const { text } = await shown(centre.as.lawyer, of('梁一'))
    expect(text).toContain(
      '于2026年1月1日至11月27日在本单位担任志愿律师，值班1次，服务时长共2小时35分，接待法律咨询4人次',
    )
    expect(await refusalCode(centre.as.lawyer.rotaPapers.preview({ of: of('许二') }))).toBe(
      'lawyers.notYours',
    )
    const { bytes } = await saved(centre.as.head, of('梁一'), 'docx')
    const zip = await JSZip.loadAsync(bytes)
    expect(await zip.file('word/document.xml')?.async('string')).toContain('志愿服务证明')
    expect(
      await refusalCode(centre.as.head.rotaPapers.save({ of: of('梁一'), channel: 'xlsx' })),
    ).toBe('papers.unknownForm')
  })

  it('go on counting those who left', async () => {
    const name = '已经离开'
    await addLawyer(centre.as.head, name, { leftOn: localDate('2026-11-20') })
    const thanks = { paper: 'thanks', year: 2026 } as const
    expect((await shown(centre.as.head, { paper: 'hours', ...year })).text).toContain(name)
    expect((await shown(centre.as.head, { paper: 'hours', ...stretch })).text).not.toContain(name)
    expect((await shown(centre.as.head, thanks)).text).not.toContain(name)
  })

  it('are for those who keep the rota', async () => {
    const { mediator, lawyer } = centre.as
    for (const by of [mediator, lawyer])
      for (const of of [
        { paper: 'hours', ...year },
        { paper: 'thanks', year: 2026 },
      ] as const)
        expect(await refusalCode(by.rotaPapers.preview({ of }))).toBe('users.notPermitted')
  })
})

describe('the register of a consultation', () => {
  it('prints what was written down, for those who may read it', async () => {
    const of = { paper: 'consultation', id: consultationId } as const
    const { text, title } = await shown(centre.as.lawyer, of)
    expect(title).toBe('法律咨询登记表')
    expect(text).toContain('陶小二')
    expect(text).toContain('做了四个月，欠两万元。')
    expect(
      await refusalCode(centre.as.head.rotaPapers.preview({ of: { ...of, id: nowhere } })),
    ).toBe('consultations.notFound')
  })
})
