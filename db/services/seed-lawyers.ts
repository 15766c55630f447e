import type { HolidayYear } from '../domain/deadline/period.ts'
import type { DayKind } from '../domain/duty/open-days.ts'
import { firstRotaSettings } from '../domain/duty/settings.ts'
import { addDays, localDateOf, type LocalDate, weekday } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import { putSetting } from '../queries/settings.ts'
import type { Row, Tx } from '../schema.ts'
import { hashPin } from './lawyer-pin.ts'
import { initialsOf } from './lawyers.ts'
import type { Random } from './seed-random.ts'
import { seedRotas } from './seed-rota.ts'
import { plannedShifts } from './shift-plan.ts'

export type LawyersSeed = {
  random: Random
  /** UTC instant: duties before it were served. */
  now: string
  actor: { id: string }
  calendar: readonly HolidayYear[]
}

/** Of everybody made here; it stands in their notes. */
const practicePin = '246813'
/** A practice PIN guards nothing, and a practice centre should be there at once. */
const practiceCost = { N: 1024, r: 8, p: 1 }

const firms = [
  { name: '晨钟律师事务所（练习）', shortName: '晨钟所' },
  { name: '南桥律师事务所（练习）', shortName: '南桥所' },
  { name: '正衡律师事务所（练习）', shortName: '正衡所' },
  { name: '知微律师事务所（练习）', shortName: '知微所' },
] as const

type Made = {
  name: string
  firm: number
  fields: readonly string[]
  languages: readonly string[]
  /** Weekdays that suit; none: all. */
  weekdays?: readonly number[]
  limits?: Partial<Pick<Row<'lawyers'>, 'per_week' | 'per_month' | 'rest_days' | 'twice_a_day'>>
}
const linkedName = '孙律师'
const people: readonly Made[] = [
  { name: linkedName, firm: 0, fields: ['劳动争议', '工伤赔偿'], languages: ['本地话'] },
  { name: '李明', firm: 0, fields: ['婚姻家庭', '继承'], languages: ['本地话'] },
  {
    name: '周敏',
    firm: 1,
    fields: ['劳动争议', '婚姻家庭'],
    languages: ['本地话', '苗语'],
    weekdays: [1, 2, 4, 6, 7],
  },
  {
    name: '陈刚',
    firm: 1,
    fields: ['交通事故', '人身损害'],
    languages: [],
    limits: { per_week: 2 },
  },
  {
    name: '何静怡',
    firm: 2,
    fields: ['物业服务', '房屋租赁', '民间借贷'],
    languages: ['本地话'],
    limits: { twice_a_day: 1, per_month: 12 },
  },
  {
    name: '欧阳文博',
    firm: 3,
    fields: ['劳动争议', '合同纠纷'],
    languages: ['英语'],
    weekdays: [2, 3, 4, 5, 6, 7],
    limits: { rest_days: 1 },
  },
]

type Pattern = { kinds: readonly DayKind[]; half: HalfDay; demand: number }
const desks: readonly { name: string; place: string; patterns: readonly Pattern[] }[] = [
  {
    name: '综合窗口',
    place: '一楼大厅',
    patterns: [
      { kinds: ['1', '2', '3', '4', '5'], half: 'morning', demand: 1 },
      { kinds: ['1', '3', '5'], half: 'afternoon', demand: 1 },
      { kinds: ['market'], half: 'morning', demand: 2 },
    ],
  },
  {
    name: '劳动争议窗口',
    place: '二楼203室',
    patterns: [{ kinds: ['2', '4'], half: 'morning', demand: 1 }],
  },
]
const hours = { morning: ['09:00', '12:00'], afternoon: ['14:00', '17:00'] } as const

/** Monday of the week. */
const mondayOf = (date: LocalDate) => addDays(date, 1 - weekday(date))

/** Six made-up volunteer lawyers with desks, a market, bookings and four weeks of published rota. */
export async function seedLawyers(tx: Tx, seed: LawyersSeed) {
  const today = localDateOf(seed.now)
  const firmIds = await putFirms(tx, seed, today)
  const lawyerIds = await putLawyers(tx, seed, firmIds, mondayOf(today))
  await putDesks(tx, seed)
  const marketDays = { ...firstRotaSettings.marketDays, solarEndings: [4, 9] }
  await putSetting(tx, 'rota', { ...firstRotaSettings, marketDays }, seed.now)
  await putBookings(tx, seed, firmIds[0] ?? '', today)
  await putDays(tx, seed, lawyerIds, mondayOf(today))
  await seedRotas(tx, seed, mondayOf(today))
}

const made = ({ actor, now }: LawyersSeed) => ({
  revision: 1,
  created_by: actor.id,
  created_at: now,
  updated_at: now,
})

/** Agreements of a year and a half around today. */
async function putFirms(tx: Tx, seed: LawyersSeed, today: LocalDate): Promise<string[]> {
  const ids: string[] = []
  for (const [index, firm] of firms.entries()) {
    const id = seed.random.uuid(seed.now)
    ids.push(id)
    await tx
      .insertInto('firms')
      .values({
        id,
        name: firm.name,
        short_name: firm.shortName,
        phone: '',
        address: '',
        note: '练习用，不是真的律所。',
        agreement_from: addDays(today, -300 + index * 20),
        agreement_to: addDays(today, 65 + index * 90),
        removed: 0,
        ...made(seed),
      })
      .execute()
  }
  return ids
}

async function putLawyers(
  tx: Tx,
  seed: LawyersSeed,
  firmIds: readonly string[],
  monday: LocalDate,
): Promise<string[]> {
  const account = await tx
    .selectFrom('users')
    .select(['id', 'name'])
    .where('role', '=', 'lawyer')
    .where('active', '=', 1)
    .orderBy('name')
    .executeTakeFirst()
  const salt = seed.random.uuid(seed.now).replaceAll('-', '')
  const pin = await hashPin(practicePin, practiceCost, salt)
  const ids: string[] = []
  for (const [index, person] of people.entries()) {
    const id = seed.random.uuid(seed.now)
    ids.push(id)
    const name = index === 0 ? (account?.name ?? person.name) : person.name
    const weekly = person.weekdays?.flatMap((day) => [
      { weekday: day, half: 'morning' },
      { weekday: day, half: 'afternoon' },
    ])
    await tx
      .insertInto('lawyers')
      .values({
        id,
        name,
        initials: initialsOf(name),
        user_id: index === 0 ? (account?.id ?? null) : null,
        firm_id: firmIds[person.firm] ?? null,
        licence_number: '',
        fields: JSON.stringify(person.fields),
        languages: JSON.stringify(person.languages),
        phone: `1540000010${index + 1}`,
        contact_hours: index % 2 === 0 ? '工作日 9:00—18:00' : '',
        joined_on: addDays(monday, -280 + index * 30),
        left_on: null,
        share_percent: 100,
        weekly: weekly ? JSON.stringify(weekly) : null,
        per_week: null,
        per_month: null,
        rest_days: 0,
        twice_a_day: 0,
        ...person.limits,
        head_only: 0,
        pin,
        note: `练习用。到岗密码 ${practicePin}`,
        ...made(seed),
      })
      .execute()
  }
  return ids
}

async function putDesks(tx: Tx, seed: LawyersSeed) {
  for (const [index, desk] of desks.entries()) {
    const id = seed.random.uuid(seed.now)
    await tx
      .insertInto('desks')
      .values({
        id,
        name: desk.name,
        place: desk.place,
        position: index + 1,
        removed: 0,
        ...made(seed),
      })
      .execute()
    for (const { kinds, half, demand } of desk.patterns)
      for (const kind of kinds)
        await tx
          .insertInto('shift_patterns')
          .values({
            id: seed.random.uuid(seed.now),
            desk_id: id,
            day_kind: kind,
            half,
            starts_at: hours[half][0],
            ends_at: hours[half][1],
            demand,
          })
          .execute()
  }
}

const needs = [
  { field: '劳动争议', language: '', required: 0, words: '双方都来' },
  { field: '', language: '本地话', required: 1, words: '老人只说本地话' },
  { field: '婚姻家庭', language: '', required: 0, words: '' },
  { field: '', language: '', required: 0, words: '' },
]

/** Open cases on half-days ahead; the first firm acts against somebody in the first of them. */
async function putBookings(tx: Tx, seed: LawyersSeed, firmId: string, today: LocalDate) {
  const cases = await tx
    .selectFrom('cases')
    .select('id')
    .where('status', 'in', ['accepted', 'assigned', 'mediating'])
    .orderBy('year', 'desc')
    .orderBy('seq', 'desc')
    .limit(needs.length)
    .execute()
  const stretch = { from: addDays(today, 1), to: addDays(mondayOf(today), 13) }
  const ahead = (await plannedShifts(tx, stretch, seed.calendar)).flatMap(({ date, shifts }) =>
    shifts.map((shift) => ({ ...shift, date })),
  )
  const step = Math.max(1, Math.floor(ahead.length / needs.length))
  for (const [index, { id }] of cases.entries()) {
    const shift = ahead[index * step]
    if (!shift) break
    await tx
      .insertInto('bookings')
      .values({
        id: seed.random.uuid(seed.now),
        case_id: id,
        date: shift.date,
        half: shift.half,
        at_time: shift.startsAt,
        desk_id: index % 2 === 0 ? shift.deskId : null,
        ...(needs[index] ?? { field: '', language: '', required: 0, words: '' }),
        cancelled: 0,
        cancelled_words: '',
        ...made(seed),
      })
      .execute()
  }
  const party = cases[0] && (await partyOf(tx, cases[0].id))
  await tx
    .insertInto('firm_interests')
    .values({
      id: seed.random.uuid(seed.now),
      firm_id: firmId,
      side: 'against',
      name: party?.name ?? '云溪镇四季食品厂',
      identity_number: party?.id_number ?? party?.credit_code ?? '',
      from_on: addDays(today, -90),
      to_on: null,
      note: '练习用',
      removed: 0,
      ...made(seed),
    })
    .execute()
}

const partyOf = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('parties')
    .select(['name', 'id_number', 'credit_code'])
    .where('case_id', '=', caseId)
    .orderBy('position', 'desc')
    .executeTakeFirst()

/** Leave, an exception and two wishes in the two weeks ahead. */
async function putDays(tx: Tx, seed: LawyersSeed, ids: readonly string[], monday: LocalDate) {
  const [, second = '', third = '', , fifth = '', sixth = ''] = ids
  const days = [
    { lawyer_id: sixth, kind: 'leave', from: 8, to: 10, half: null, words: '外地开庭' },
    { lawyer_id: second, kind: 'unavailable', from: 9, to: 9, half: 'morning', words: '' },
    { lawyer_id: third, kind: 'want', from: 10, to: 10, half: null, words: '' },
    { lawyer_id: fifth, kind: 'avoid', from: 11, to: 11, half: 'afternoon', words: '接孩子' },
  ] as const
  for (const { lawyer_id, kind, from, to, half, words } of days)
    await tx
      .insertInto('lawyer_days')
      .values({
        id: seed.random.uuid(seed.now),
        lawyer_id,
        kind,
        from_on: addDays(monday, from),
        to_on: addDays(monday, to),
        half,
        words,
        source: 'hand',
        source_key: null,
        removed_at: null,
        removed_by: null,
        created_by: seed.actor.id,
        created_at: seed.now,
      })
      .execute()
}
