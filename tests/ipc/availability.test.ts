import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSheet } from 'read-excel-file/node'
import writeXlsx, { type Cell as BookCell } from 'write-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { sampleDesk, sampleLawyer } from '#tests/support/lawyers-desk-inputs.ts'
import { putDuties } from '#tests/support/rota-rows.ts'

let centre: StaffedCentre
let head: Client
let one: string
let linked: string
const folder = mkdtempSync(join(tmpdir(), 'tanxin-availability-'))
beforeAll(async () => {
  centre = await openCentre()
  head = centre.as.head
  const add = async (name: string, changes: object = {}) =>
    (await head.lawyers.save({ revision: 0, lawyer: { ...sampleLawyer, name, ...changes } })).id
  one = await add('李明')
  linked = await add('周敏', { userId: centre.ids.lawyer })
  await add('暗中人', { headOnly: true })
  await add('旧人', { leftOn: localDate('2026-06-01') })
})
afterAll(async () => {
  await centre.close()
  rmSync(folder, { recursive: true, force: true })
})

const heads = ['姓名', '开始日期', '结束日期', '半天', '情况', '说明']
type Cell = string | number | Date
const cellOf = (value: Cell): BookCell => {
  if (value instanceof Date) return { type: Date, value, format: 'yyyy/mm/dd' }
  return typeof value === 'number' ? { type: Number, value } : { type: String, value }
}
async function sheet(name: string, rows: Cell[][], titles = heads) {
  const file = join(folder, name)
  const data = [titles, ...rows].map((cells) => cells.map(cellOf))
  writeFileSync(file, await writeXlsx(data).toBuffer())
  return file
}
function calendar(name: string, lines: string[]) {
  const file = join(folder, name)
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
  writeFileSync(file, text)
  return file
}
const event = (uid: string, ...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  ...lines,
  'END:VEVENT',
]

async function read(file: string, client = head, lawyerId?: string) {
  centre.host.files = [file]
  const answer = await client.lawyers.readAvailability({ lawyerId })
  if (!answer.file) throw new Error('nothing was read')
  return answer.file
}
async function take(file: string, client = head, lawyerId?: string) {
  const { handle } = await read(file, client, lawyerId)
  return client.lawyers.importAvailability({ handle, lawyerId })
}
/** `kind from[-to] half` of the days that stand. */
async function days(id: string) {
  const lawyer = (await head.lawyers.list({})).find((each) => each.id === id)
  return (lawyer?.days ?? []).map(({ kind, fromOn, toOn, half, source }) =>
    [kind, fromOn === toOn ? fromOn : `${fromOn}…${toOn}`, half ?? 'day', source].join(' '),
  )
}

describe('lawyers.saveTemplate', () => {
  it('names the lawyers who are there, and is read back as an empty sheet', async () => {
    const file = join(folder, '可值时段.xlsx')
    centre.host.saveTo = file
    expect(await centre.as.receptionist.lawyers.saveTemplate({})).toEqual({
      saved: '可值时段.xlsx',
    })
    const rows = await readSheet(readFileSync(file))
    expect(rows[0]).toEqual(heads)
    expect(rows.slice(1).map(([name]) => name)).toEqual(['李明', '周敏'])
    expect((await read(file)).lines).toEqual([])
    centre.host.saveTo = undefined
    expect(await head.lawyers.saveTemplate({})).toEqual({})
  })
})

describe('an .xlsx of many lawyers', () => {
  it('is shown line by line with what is wrong, and only the good ones are written', async () => {
    const file = await sheet('多人.xlsx', [
      ['李明', '2026-12-01', '', '上午', '不能值', '开庭'],
      [' 周 敏 ', new Date('2026-12-07T00:00:00Z'), '2026年12月9日', '', '请假', ''],
      ['赵六', '2026-12-01', '', '', '请假', ''],
      ['李明', '', '', '上午', '不能值', ''],
      ['李明', '12-01', '', '', '请假', ''],
      ['李明', '2026-12-01', '', '半夜', '请假', ''],
      ['李明', '2026-12-01', '', '', '也许', ''],
      ['李明', '2026/12/1', '', '上午', '能值', '又写一次'],
      ['李明', '2026-11-01', '', '', '请假', ''],
      ['李明', '', '', '', '', ''],
      ['李明', '2026-12-01', '', '上午', '想值', ''],
    ])
    const { lines, name, handle } = await read(file)
    expect(name).toBe('多人.xlsx')
    expect(lines.map(({ where, trouble }) => `${where} ${trouble ?? 'good'}`)).toEqual([
      '第 2 行 good',
      '第 3 行 good',
      '第 4 行 unknownName',
      '第 5 行 noDate',
      '第 6 行 badDate',
      '第 7 行 badHalf',
      '第 8 行 badKind',
      '第 9 行 repeats',
      '第 10 行 past',
      '第 12 行 good',
    ])
    expect(await days(one)).toEqual([])
    expect(await head.lawyers.importAvailability({ handle })).toEqual({
      written: 3,
      replaced: 0,
      leftOut: 7,
      duties: [],
    })
    expect(await days(one)).toEqual([
      'unavailable 2026-12-01 morning xlsx',
      'want 2026-12-01 morning xlsx',
    ])
    expect(await days(linked)).toEqual(['leave 2026-12-07…2026-12-09 day xlsx'])
    expect(await refusalCode(head.lawyers.importAvailability({ handle }))).toBe('lawyers.badFile')
  })

  it('takes the place of what an earlier one said of the same half-day', async () => {
    const file = await sheet('改.xlsx', [['李明', 46_357, '', '上午', '能值', '']])
    expect((await read(file)).lines[0]).toMatchObject({ replaces: true, lawyerId: one })
    expect(await take(file)).toEqual({ written: 1, replaced: 1, leftOut: 0, duties: [] })
    expect((await days(one)).toSorted()).toEqual([
      'available 2026-12-01 morning xlsx',
      'want 2026-12-01 morning xlsx',
    ])
    const kept = centre
      .store()
      .connection.all('SELECT id FROM lawyer_days WHERE removed_at IS NOT NULL')
    expect(kept).toHaveLength(1)
  })

  it('from a lawyer or the window is about people whom they may keep', async () => {
    const file = await sheet('别人.xlsx', [
      ['李明', '2026-12-20', '', '', '请假', ''],
      ['', '2026-12-21', '', '', '请假', ''],
      ['暗中人', '2026-12-22', '', '', '请假', ''],
    ])
    const troubles = async (client: Client) =>
      (await read(file, client)).lines.map(({ trouble }) => trouble ?? 'good')
    expect(await troubles(centre.as.lawyer)).toEqual(['unknownName', 'good', 'unknownName'])
    expect(await troubles(centre.as.receptionist)).toEqual(['good', 'unknownName', 'unknownName'])
    expect(await troubles(head)).toEqual(['good', 'unknownName', 'good'])
    await take(file, centre.as.lawyer)
    expect(await days(linked)).toContain('leave 2026-12-21 day xlsx')
    expect((await days(one)).some((day) => day.includes('2026-12-20'))).toBe(false)
  })
})

describe('an .ics of one lawyer', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Somewhere',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]

  it('keeps people away by half-days, in their own zone, with repeats and exceptions', async () => {
    const file = calendar('日历.ics', [
      ...zone,
      ...event('utc', 'SUMMARY:开庭', 'DTSTART:20261203T010000Z', 'DTEND:20261203T020000Z'),
      ...event('zone', 'SUMMARY:开庭', 'DTSTART;TZID=Somewhere:20261204T150000', 'DURATION:PT1H'),
      ...event(
        'iana',
        'SUMMARY:电话',
        'DTSTART;TZID=America/New_York:20261209T200000',
        'DTEND;TZID=America/New_York:20261209T210000',
      ),
      ...event('days', 'SUMMARY:年假', 'DTSTART;VALUE=DATE:20261214', 'DTEND;VALUE=DATE:20261217'),
      ...event(
        'weekly',
        'SUMMARY:例会',
        'DTSTART;TZID=Asia/Shanghai:20261105T140000',
        'DTEND;TZID=Asia/Shanghai:20261105T150000',
        'RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z',
        'EXDATE;TZID=Asia/Shanghai:20261210T140000',
      ),
      ...event(
        'weekly',
        'SUMMARY:例会改上午',
        'RECURRENCE-ID;TZID=Asia/Shanghai:20261217T140000',
        'DTSTART;TZID=Asia/Shanghai:20261218T090000',
        'DTEND;TZID=Asia/Shanghai:20261218T100000',
      ),
      ...event(
        'weekly',
        'STATUS:CANCELLED',
        'RECURRENCE-ID;TZID=Asia/Shanghai:20261224T140000',
        'DTSTART;TZID=Asia/Shanghai:20261224T140000',
        'DTEND;TZID=Asia/Shanghai:20261224T150000',
      ),
      ...event('free', 'SUMMARY:生日', 'TRANSP:TRANSPARENT', 'DTSTART;VALUE=DATE:20261225'),
      ...event('off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20261226'),
      ...event('night', 'DTSTART:20261227T120000Z', 'DTEND:20261227T130000Z'),
      ...event('broken', 'SUMMARY:坏了', 'DTSTART;VALUE=DATE:20261228', 'RRULE:FREQ=NEVER'),
      ...event('dateless', 'SUMMARY:没有日子'),
      ...event('ticks', 'SUMMARY:滴答', 'DTSTART:20200101T010000Z', 'RRULE:FREQ=MINUTELY'),
    ])
    const before = await days(one)
    const troubled = (await read(file, head, one)).lines.filter(({ trouble }) => trouble)
    expect(troubled.map(({ where, trouble }) => `${where} ${trouble}`).toSorted()).toEqual([
      '坏了 badDate',
      '没有日子 badDate',
      '滴答 badDate',
    ])
    expect(await take(file, head, one)).toMatchObject({ replaced: 0, leftOut: 3 })
    const added = (await days(one)).filter((day) => !before.includes(day))
    expect(added).toEqual([
      'unavailable 2026-11-26 afternoon ics',
      'unavailable 2026-12-03 morning ics',
      'unavailable 2026-12-03 afternoon ics',
      'unavailable 2026-12-04 afternoon ics',
      'unavailable 2026-12-10 morning ics',
      'leave 2026-12-14…2026-12-16 day ics',
      'unavailable 2026-12-18 morning ics',
    ])
  })

  it('leaves its titles outside', async () => {
    const file = calendar('私事.ics', event('own', 'DTSTART;VALUE=DATE:20270301', 'SUMMARY:体检'))
    expect((await read(file, head, one)).lines[0]?.where).toBe('体检')
    await take(file, head, one)
    expect(
      centre.store().connection.all(`SELECT * FROM lawyer_days WHERE words LIKE '%体检%'`),
    ).toEqual([])
  })

  it('a second time replaces what has the same id, also when it moved', async () => {
    const at = (day: string) =>
      calendar('挪.ics', event('moves', `DTSTART;VALUE=DATE:${day}`, 'SUMMARY:出差'))
    await take(at('20270104'), centre.as.lawyer)
    expect(await take(at('20270105'), centre.as.lawyer)).toMatchObject({ written: 1, replaced: 1 })
    const moved = (await days(linked)).filter((day) => day.includes('2027'))
    expect(moved).toEqual(['unavailable 2027-01-05 day ics'])
  })

  it('needs to be told whose it is', async () => {
    const file = calendar('谁.ics', event('x', 'DTSTART;VALUE=DATE:20270201'))
    expect((await read(file)).lines[0]?.trouble).toBe('unknownName')
    expect(await take(file)).toEqual({ written: 0, replaced: 0, leftOut: 1, duties: [] })
  })

  it('tells the published duties that it falls on, each once and none of what is free', async () => {
    const { id: deskId } = await head.desks.save({ revision: 0, desk: sampleDesk })
    const duty = { lawyerId: linked, deskId, date: '2027-05-11' } as const
    const [first] = await putDuties(centre, [
      { ...duty, half: 'morning' },
      { ...duty, half: 'morning', date: '2027-05-13' },
    ])
    const file = calendar('撞班.ics', [
      ...event('hit', 'SUMMARY:开庭', 'DTSTART;VALUE=DATE:20270511'),
      ...event('twice', 'SUMMARY:出差', 'DTSTART;VALUE=DATE:20270510', 'DTEND;VALUE=DATE:20270513'),
    ])
    expect((await take(file, centre.as.lawyer)).duties).toEqual([
      { dutyId: first, date: '2027-05-11', half: 'morning', lawyerName: '周敏' },
    ])
  })

  it('that never ends is read a year ahead', async () => {
    const file = calendar(
      '天天.ics',
      event('daily', 'DTSTART;VALUE=DATE:20200101', 'RRULE:FREQ=DAILY', 'SUMMARY:忙'),
    )
    const { lines } = await read(file, head, one)
    expect(lines).toHaveLength(367)
    expect(lines[0]?.day?.fromOn).toBe('2026-11-22')
    expect(lines.at(-1)?.day?.fromOn).toBe('2027-11-23')
  })
})

describe('a file that is none', () => {
  it('is refused in words', async () => {
    const put = (name: string, bytes: string | Buffer) => {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      return file
    }
    const good = readFileSync(await sheet('好.xlsx', [['李明', '2026-12-01', '', '', '请假', '']]))
    const refused = {
      'a.xlsx': 'no zip at all',
      'b.xlsx': good.subarray(0, good.length - 30),
      'c.xlsx': readFileSync(await sheet('列.xlsx', [['x', 'y']], ['甲', '乙'])),
      'd.ics': 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n',
      'e.ics': 'hello',
      'f.ics': '',
      'g.ics': 'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n',
    }
    for (const [name, bytes] of Object.entries(refused))
      expect(await refusalCode(read(put(name, bytes))), name).toBe('lawyers.badFile')
    expect(await refusalCode(read(join(folder, 'gone.ics')))).toBe('lawyers.badFile')
    const large = put('大.ics', Buffer.alloc(7 * 1024 * 1024, 'x'))
    expect(await refusalCode(read(large))).toBe('lawyers.fileTooBig')
    const rows = Array.from({ length: 3100 }, () => ['李明', '2026-12-01', '', '', '请假', ''])
    expect(await refusalCode(read(await sheet('长.xlsx', rows)))).toBe('lawyers.fileTooBig')
  })

  it('nothing is chosen, nothing is read', async () => {
    centre.host.files = []
    expect(await head.lawyers.readAvailability({})).toEqual({})
  })
})
