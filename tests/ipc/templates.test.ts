import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { findTemplate, templateOn, templatesOn } from '#db/queries/templates.ts'
import { checkTemplate } from '#documents/templates/check-template.ts'
import { wordFile } from '#tests/documents/templates/word-files.ts'
import { docxText, htmlText } from '#tests/support/docx-text.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import type { StaffedCentre } from '#tests/support/centre.ts'
import { openWatchedCentre } from '#tests/support/watched-centre.ts'
import { auditRows } from '#tests/support/watched-store.ts'

const decode = (base64 = '') => Buffer.from(base64, 'base64')
const day = localDate('2026-11-22')
const tomorrow = localDate('2026-11-23')

let centre: StaffedCentre
let folder: string
beforeAll(async () => {
  centre = await openWatchedCentre()
  folder = mkdtempSync(join(tmpdir(), 'tanxin-templates-'))
})
afterAll(async () => {
  await centre.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  centre.host.files = []
  centre.host.saveTo = undefined
})

/** Puts a Word file where the open dialog finds it. */
const put = async (name: string, ...lines: string[]) => {
  const file = join(folder, name)
  writeFileSync(file, await wordFile(lines))
  centre.host.files = [file]
  return file
}

const pick = async (form: string, ...lines: string[]) => {
  await put('模板.docx', ...lines)
  const { picked } = await centre.as.head.templates.check({ form })
  if (!picked) throw new Error('nothing was picked')
  return picked
}

describe('templates', () => {
  it('checks a picked file and shows it filled, in the centre’s own name', async () => {
    const picked = await pick('f02', '{机构.名称}', '{#当事人}{姓名}{/当事人}')
    expect(picked).toMatchObject({ name: '模板.docx', faults: [] })
    expect(picked.tags).toEqual(['{机构.名称}', '{#当事人}', '{姓名}', '{/当事人}'])
    const text = await docxText(decode(picked.sample))
    expect(text).toContain('云溪镇人民调解委员会')
    expect(text).toContain('张样例')
  })

  it('answers nothing when the dialog is cancelled', async () => {
    expect(await centre.as.administrator.templates.check({ form: 'f02' })).toEqual({})
  })

  it('takes a template from a day on, and gives it up again', async () => {
    const { head } = centre.as
    const { handle } = await pick('f02', '本中心的格式：{案件.名称}')
    const { id } = await head.templates.add({ handle, form: 'f02', name: '申请书', from: day })
    expect(await head.templates.list({})).toMatchObject([
      { id, form: 'f02', formTitle: '人民调解申请书', name: '申请书', from: day, inForce: true },
    ])
    const { db } = centre.store()
    expect((await templateOn(db, 'f02', day))?.id).toBe(id)
    expect(await templateOn(db, 'f02', localDate('2026-11-21'))).toBeUndefined()
    expect((await templatesOn(db, tomorrow)).get('f02')?.name).toBe('申请书')
    const sample = await head.templates.sample({ id })
    expect(sample.name).toBe('申请书')
    expect(await docxText(decode(sample.base64))).toContain('本中心的格式：张样例')

    const later = await pick('f02', '明天的格式')
    const second = { handle: later.handle, form: 'f02', name: '新申请书', from: tomorrow }
    const { id: next } = await head.templates.add(second)
    expect((await head.templates.list({})).map(({ inForce }) => inForce)).toEqual([false, true])
    expect((await templateOn(db, 'f02', tomorrow))?.id).toBe(next)
    await head.templates.remove({ id: next })
    await head.templates.remove({ id })
    expect(await head.templates.list({})).toEqual([])
    expect((await findTemplate(db, id))?.name).toBe('申请书')
    expect(await refusalCode(head.templates.remove({ id }))).toBe('templates.notFound')
    const kinds = auditRows(centre).filter(({ operation }) => operation.startsWith('templates.'))
    expect(kinds.map(({ operation, kind }) => `${operation} ${kind}`)).toEqual([
      'templates.add template',
      'templates.add template',
      'templates.remove template',
      'templates.remove template',
    ])
    expect(kinds[0]?.id).toBe(id)
  })

  it('refuses a second template from the same day', async () => {
    const { head } = centre.as
    const one = await pick('f19', '一')
    const added = await head.templates.add({
      handle: one.handle,
      form: 'f19',
      name: '一',
      from: day,
    })
    const two = await pick('f19', '二')
    const again = { handle: two.handle, form: 'f19', name: '二', from: day }
    expect(await refusal(head.templates.add(again))).toMatchObject({
      code: 'templates.dayTaken',
      details: { name: '一' },
    })
    await head.templates.remove({ id: added.id })
    await head.templates.remove({ id: (await head.templates.add(again)).id })
  })

  it('refuses a template with faults, even when it got them after the check', async () => {
    const { head } = centre.as
    const bad = await pick('f02', '{案件.名成}')
    expect(bad.faults).toMatchObject([{ kind: 'unknown', meant: '{案件.名称}' }])
    expect(bad.sample).toBeUndefined()
    const input = { form: 'f02', name: '坏的', from: day }
    expect(await refusalCode(head.templates.add({ handle: bad.handle, ...input }))).toBe(
      'templates.hasFaults',
    )
    const good = await pick('f02', '{案件.名称}')
    await put('模板.docx', '{案件.名成}')
    expect(await refusalCode(head.templates.add({ handle: good.handle, ...input }))).toBe(
      'templates.hasFaults',
    )
    rmSync(join(folder, '模板.docx'))
    for (const handle of [good.handle, 'nothing'])
      expect(await refusalCode(head.templates.add({ handle, ...input }))).toBe(
        'templates.notPicked',
      )
  })

  it('tells an old Word file by its bytes', async () => {
    const file = join(folder, '旧.docx')
    writeFileSync(file, Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'))
    centre.host.files = [file]
    const { picked } = await centre.as.head.templates.check({ form: 'f02' })
    expect(picked?.faults).toEqual([{ kind: 'notWord', tag: 'oldWord', near: '' }])
  })

  it('takes none for papers that are vouched for, nor for what is no form', async () => {
    const { head } = centre.as
    for (const form of ['f09', 'f10', 'undisputedFacts', 'calc-annex'])
      expect(await refusalCode(head.templates.check({ form }))).toBe('templates.noTemplate')
    expect(await refusalCode(head.templates.check({ form: 'f99' }))).toBe('papers.unknownForm')
  })

  it('writes a file to start from that passes the check', async () => {
    const { head } = centre.as
    expect(await head.templates.saveStart({ form: 'f02' })).toEqual({})
    const file = join(folder, '起始.docx')
    centre.host.saveTo = file
    expect(await head.templates.saveStart({ form: 'f02' })).toEqual({ saved: '起始.docx' })
    expect(checkTemplate(readFileSync(file)).faults).toEqual([])
    expect(centre.host.asked.at(-1)).toMatchObject({ extension: 'docx' })
    expect(await refusalCode(head.templates.saveStart({ form: 'f10' }))).toBe(
      'templates.noTemplate',
    )
  })

  it('lists the tags with samples of the centre', async () => {
    const tags = await centre.as.administrator.templates.tags({})
    expect(tags.find(({ name }) => name === '机构.名称')?.sample).toBe('云溪镇人民调解委员会')
    expect(tags.filter(({ kind }) => kind === 'list').map(({ name }) => name)).toContain('当事人')
  })

  it('is for the head and the administrator alone', async () => {
    for (const client of [centre.as.mediator, centre.as.receptionist, centre.as.lawyer]) {
      expect(await refusalCode(client.templates.list({}))).toBe('users.notPermitted')
      expect(await refusalCode(client.templates.wordings({ form: 'f02' }))).toBe(
        'users.notPermitted',
      )
    }
  })
})

describe('wordings', () => {
  const form = 'f02'
  const pathOf = async (text: string) => {
    const { texts } = await centre.as.head.templates.wordings({ form })
    return texts.find((each) => each.text === text)?.path ?? 'missing'
  }

  it('are changed by a new version from a day on, and come back when it is given up', async () => {
    const { head } = centre.as
    const before = await head.templates.wordings({ form })
    expect(before).toMatchObject({ form, title: '人民调解申请书', from: '2026-01-01' })
    const place = await pathOf('纠纷简要情况')
    const texts = { [place]: '事情经过' }
    const preview = await head.templates.previewWordings({ form, texts, orders: {} })
    const html = htmlText(decode(preview.base64).toString('utf8'))
    expect(html).toContain('事情经过：')
    expect(html).toContain('张样例')

    const { id } = await head.templates.saveWordings({ form, texts, orders: {}, from: day })
    expect((await head.templates.wordings({ form })).from).toBe(day)
    expect(await pathOf('事情经过')).toBe(place)
    expect(await head.templates.ownForms({})).toMatchObject([
      { id, form, formTitle: '人民调解申请书', from: day, inForce: true },
    ])
    // From the version that holds, not from the built-in one.
    const more = { [await pathOf('当事人申请事项')]: '请求' }
    const second = { form, texts: more, orders: {}, from: tomorrow }
    const { id: next } = await head.templates.saveWordings(second)
    expect((await head.templates.ownForms({})).map(({ inForce }) => inForce)).toEqual([false, true])
    centre.clock.pass(24 * 3_600_000)
    expect(await pathOf('请求')).not.toBe('missing')
    expect(await pathOf('事情经过')).toBe(place)
    await head.templates.removeOwnForm({ id: next })
    await head.templates.removeOwnForm({ id })
    expect(await head.templates.wordings({ form })).toEqual(before)
    expect(await refusalCode(head.templates.removeOwnForm({ id }))).toBe('templates.notFound')
  })

  it('take the place of a version from the same day', async () => {
    const { head } = centre.as
    const from = localDate('2026-11-23')
    const first = { form, texts: { [await pathOf('纠纷简要情况')]: '甲' }, orders: {}, from }
    await head.templates.saveWordings(first)
    const texts = { [await pathOf('甲')]: '乙' }
    const { id } = await head.templates.saveWordings({ form, texts, orders: {}, from })
    expect((await head.templates.ownForms({})).map((own) => own.id)).toEqual([id])
    expect(await pathOf('乙')).not.toBe('missing')
    await head.templates.removeOwnForm({ id })
  })

  it('with a broken tag are refused with its place and what is wrong', async () => {
    const { head } = centre.as
    const place = await pathOf('纠纷简要情况')
    const input = { form, texts: { [place]: '{案件.名成}' }, orders: {} }
    for (const asked of [
      head.templates.saveWordings({ ...input, from: day }),
      head.templates.previewWordings(input),
    ]) {
      const told = await refusal(asked)
      expect(told.code).toBe('templates.wordingBroken')
      expect(told.details).toMatchObject({ place })
      expect(String(told.details?.['words'])).toContain('案件.名称')
    }
  })

  it('are none of forms that code makes', async () => {
    for (const coded of ['f03', 'f04', 'f09', 'f10', 'receipt', 'undisputedFacts', 'calc-annex'])
      expect(await refusal(centre.as.head.templates.wordings({ form: coded }))).toMatchObject({
        code: 'templates.noTemplate',
        details: { what: 'wordings' },
      })
  })
})
