import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import {
  addLawyer,
  firstDay,
  lastDay,
  newRota,
  openRotaCentre,
  peopleAt,
  plannedDuties,
  publishedRota,
  type RotaCentre,
  seatKeys,
  shiftAt,
  solvedRota,
} from '#tests/support/rota-centre.ts'

let centre: RotaCentre
beforeEach(async () => {
  centre = await openRotaCentre()
})
afterEach(() => centre.close())

const lawyer = (name: string) => centre.lawyerIds[name] ?? ''

describe('rotas.create', () => {
  it('makes an empty draft with the shifts of the patterns', async () => {
    const { head } = centre.as
    const { id } = await newRota(head)
    const board = await head.rotas.get({ id })
    expect(board).toMatchObject({ state: 'draft', version: 0, gaps: 20, seats: [], mayMake: true })
    expect(board.shifts).toHaveLength(20)
    expect(board.days).toHaveLength(14)
    expect(board.lawyers).toHaveLength(6)
    expect(await head.rotas.list({})).toMatchObject([{ id, from: firstDay, to: lastDay, gaps: 20 }])
  })

  it('refuses a stretch that another rota has, that is too long, reversed or closed', async () => {
    const { head } = centre.as
    await newRota(head)
    const at = (from: string, to: string) =>
      refusalCode(head.rotas.create({ from: localDate(from), to: localDate(to) }))
    expect(await at('2026-12-06', '2026-12-20')).toBe('rotas.overlaps')
    expect(await at('2026-12-07', '2026-12-06')).toBe('rotas.datesReversed')
    expect(await at('2026-12-07', '2027-02-07')).toBe('rotas.tooLong')
    expect(await at('2026-12-12', '2026-12-13')).toBe('rotas.noShifts')
  })

  it('is removed only before it was published', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    await head.rotas.remove({ id, revision })
    const board = await publishedRota(head)
    const { id: kept, revision: last } = board
    expect(await refusalCode(head.rotas.remove({ id: kept, revision: last }))).toBe(
      'rotas.published',
    )
  })
})

describe('rotas.move', () => {
  it('takes away and adds what it names, and tells what it breaks', async () => {
    const { head } = centre.as
    const board = await solvedRota(head)
    const one = shiftAt(board, '11-24', 'morning')
    const other = shiftAt(board, '11-24', 'afternoon')
    const [there = ''] = peopleAt(board, one.id)
    const asked = {
      id: board.id,
      out: [],
      into: [{ lawyerId: there, shiftId: other.id }],
    }
    const before = await head.rotas.whatIf(asked)
    expect(before.broken.map(({ kind }) => kind).toSorted()).toEqual(['seats', 'twice'])
    expect(before.words.some((words) => words.startsWith('不合规则：'))).toBe(true)
    const { revision } = await head.rotas.move({
      ...asked,
      revision: board.revision,
      knowingly: false,
    })
    const after = await head.rotas.get({ id: board.id })
    expect(after.revision).toBe(revision)
    expect(peopleAt(after, other.id)).toHaveLength(2)
    expect(after.breaks.map(({ kind }) => kind).toSorted()).toEqual(['seats', 'twice'])
    expect(seatKeys(after)).toHaveLength(seatKeys(board).length + 1)
    const undone = await head.rotas.move({
      id: board.id,
      revision,
      knowingly: false,
      out: asked.into,
      into: [],
    })
    const back = await head.rotas.get({ id: board.id })
    expect(back.revision).toBe(undone.revision)
    expect(seatKeys(back)).toEqual(seatKeys(board))
    expect(back.total).toBe(board.total)
  })

  it('refuses who sits there already, who does not, a begun half-day and an old board', async () => {
    const { head } = centre.as
    const board = await solvedRota(head)
    const shift = shiftAt(board, '11-24', 'morning')
    const [there = ''] = peopleAt(board, shift.id)
    const absent = Object.values(centre.lawyerIds).find((id) => id !== there) ?? ''
    const move = (out: string[], into: string[], shiftId = shift.id, revision = board.revision) =>
      refusalCode(
        head.rotas.move({
          id: board.id,
          revision,
          knowingly: false,
          out: out.map((lawyerId) => ({
            lawyerId,
            shiftId,
          })),
          into: into.map((lawyerId) => ({
            lawyerId,
            shiftId,
          })),
        }),
      )
    expect(await move([], [there])).toBe('rotas.seatTaken')
    expect(await move([absent], [])).toBe('rotas.seatNotFound')
    expect(await move([there], [], shift.id, board.revision - 1)).toBe('rotas.changedElsewhere')
    expect(await move([], [absent], board.id)).toBe('rotas.notFound')
    expect(await move([], [board.id])).toBe('lawyers.notFound')
    centre.clock.setWall('2026-11-24T01:00:00.000Z')
    expect(await move([there], [])).toBe('rotas.past')
    expect(seatKeys(await head.rotas.get({ id: board.id }))).toEqual(seatKeys(board))
  })

  it('puts somebody beside an absence only knowingly, and then without a break', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    const board = await head.rotas.get({ id })
    const shift = shiftAt(board, '11-25', 'morning')
    const day = { kind: 'leave' as const, fromOn: shift.date, toOn: shift.date, words: '' }
    await head.lawyers.addDay({ lawyerId: lawyer('许二'), day })
    const people = await head.rotas.candidates({ id, shiftId: shift.id })
    expect(people).toHaveLength(6)
    expect(people.at(-1)).toMatchObject({ name: '许二', mayKnowingly: true })
    expect(people.at(-1)?.breaks.join()).toContain('请假')
    const into = [{ lawyerId: lawyer('许二'), shiftId: shift.id }]
    const done = await head.rotas.move({ id, revision, out: [], into, knowingly: false })
    expect((await head.rotas.get({ id })).breaks).toMatchObject([{ kind: 'leave' }])
    await head.rotas.pin({
      id,
      revision: done.revision,
      pinned: true,
      knowingly: true,
      seat: {
        lawyerId: lawyer('许二'),
        shiftId: shift.id,
      },
    })
    const after = await head.rotas.get({ id })
    expect(after.breaks).toEqual([])
    expect(after.seats).toMatchObject([{ pinned: true, knowingly: true, origin: 'hand' }])
    expect(after.seats[0]?.reason).toContain('许二：按固定安排')
  })

  it('writes why for the one who came and anew for those whom it touches', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    const board = await head.rotas.get({ id })
    const seat = (day: string) => ({
      lawyerId: lawyer('何三'),
      shiftId: shiftAt(board, day, 'morning').id,
    })
    const first = await head.rotas.move({
      id,
      revision,
      out: [],
      into: [seat('11-23')],
      knowingly: false,
    })
    expect((await head.rotas.get({ id })).seats[0]?.reason).toContain('共 1 班')
    await head.rotas.move({
      id,
      revision: first.revision,
      out: [],
      into: [seat('11-26')],
      knowingly: false,
    })
    const { seats } = await head.rotas.get({ id })
    expect(seats.map(({ reason }) => reason.includes('共 2 班'))).toEqual([true, true])
  })
})

describe('people whom only the head sees', () => {
  it('are counted, never named, never moved and never lost by other editors', async () => {
    const { head, receptionist } = centre.as
    const hidden = await addLawyer(head, '万隐', { headOnly: true })
    const { id, revision } = await newRota(head)
    const shift = shiftAt(await head.rotas.get({ id }), '11-24', 'morning')
    const seat = { lawyerId: hidden, shiftId: shift.id }
    await head.rotas.move({ id, revision, out: [], into: [seat], knowingly: false })
    const seen = await receptionist.rotas.get({ id })
    expect(shiftAt(seen, '11-24', 'morning')).toMatchObject({ hidden: 1 })
    expect(seen.seats).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(hidden)
    const other = { lawyerId: lawyer('许二'), shiftId: shift.id }
    const moved = await receptionist.rotas.move({
      id,
      revision: seen.revision,
      out: [],
      into: [other],
      knowingly: false,
    })
    const refused = { id, revision: moved.revision }
    for (const asking of [
      receptionist.rotas.move({ ...refused, out: [seat], into: [], knowingly: false }),
      receptionist.rotas.pin({ ...refused, seat, pinned: true, knowingly: false }),
      receptionist.rotas.whatIf({ id, out: [seat], into: [] }),
      receptionist.rotas.candidates({ id, shiftId: shift.id, insteadOf: hidden }),
    ])
      expect(await refusalCode(asking)).toBe('rotas.notSeen')
    const people = await receptionist.rotas.candidates({ id, shiftId: shift.id })
    const answers = [people, await receptionist.rotas.get({ id })]
    expect(JSON.stringify(answers)).not.toContain('万隐')
    expect(peopleAt(await head.rotas.get({ id }), shift.id)).toContain(hidden)
    expect((await receptionist.rotas.get({ id })).mayMake).toBe(false)
  })

  it('are not named as others who could sit there either', async () => {
    const { head, receptionist } = centre.as
    await addLawyer(head, '万隐', { headOnly: true })
    const board = await solvedRota(head)
    const named = board.seats.filter(({ reason }) => reason.includes('万隐'))
    expect(named.length).toBeGreaterThan(0)
    const seen = await receptionist.rotas.get({ id: board.id })
    expect(JSON.stringify(seen)).not.toContain('万隐')
    const told = new Set(named.map(({ shiftId }) => shiftId))
    const same = seen.seats.filter(({ shiftId }) => told.has(shiftId))
    expect(same.every(({ reason }) => reason.includes('应值'))).toBe(true)
  })
})

describe('rotas.publish', () => {
  it('tells everybody their duties, then only what has changed', async () => {
    const { head } = centre.as
    const draft = await solvedRota(head)
    const before = await head.rotas.beforePublish({ id: draft.id })
    expect(before.told.flatMap(({ added }) => added)).toHaveLength(20)
    const first = await head.rotas.publish({ id: draft.id, revision: draft.revision, words: '' })
    expect(first).toMatchObject({ version: 1, notices: 20 })
    const board = await head.rotas.get({ id: draft.id })
    expect(board).toMatchObject({ state: 'published', version: 1 })
    expect(board.seats.every(({ unpublished }) => !unpublished)).toBe(true)
    expect(await plannedDuties(centre, board.id)).toEqual(seatKeys(board))
    const again = { id: board.id, revision: board.revision, words: '' }
    expect(await refusalCode(head.rotas.publish(again))).toBe('rotas.nothingToPublish')

    const shift = shiftAt(board, '12-01', 'afternoon')
    const [gone = ''] = peopleAt(board, shift.id)
    const [best] = await head.rotas.candidates({
      id: board.id,
      shiftId: shift.id,
      insteadOf: gone,
    })
    const into = best?.lawyerId ?? ''
    await head.rotas.move({
      id: board.id,
      revision: board.revision,
      knowingly: false,
      out: [
        {
          lawyerId: gone,
          shiftId: shift.id,
        },
      ],
      into: [
        {
          lawyerId: into,
          shiftId: shift.id,
        },
      ],
    })
    const changed = await head.rotas.get({ id: board.id })
    expect(changed.state).toBe('changed')
    expect(changed.seats.filter(({ unpublished }) => unpublished)).toMatchObject([
      { lawyerId: into, shiftId: shift.id },
    ])
    const at = { date: shift.date, half: 'afternoon' }
    const { told } = await head.rotas.beforePublish({ id: board.id })
    expect(told.find(({ lawyerId }) => lawyerId === gone)).toMatchObject({ removed: [at] })
    expect(told.find(({ lawyerId }) => lawyerId === into)).toMatchObject({ added: [at] })
    expect(told).toHaveLength(2)
    const second = await head.rotas.publish({
      id: board.id,
      revision: changed.revision,
      words: '临时有事',
    })
    expect(second).toMatchObject({ version: 2, notices: 2 })
    expect(await plannedDuties(centre, board.id)).toEqual(seatKeys(changed))
  })

  it('keeps the calendar entry of who is taken off and put back', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    const shift = shiftAt(board, '12-01', 'morning')
    const seat = { lawyerId: peopleAt(board, shift.id)[0] ?? '', shiftId: shift.id }
    const dutyOf = () =>
      centre
        .store()
        .db.selectFrom('duties')
        .selectAll()
        .where('shift_id', '=', shift.id)
        .executeTakeFirstOrThrow()
    const old = await dutyOf()
    const { id } = board
    const off = await head.rotas.move({
      id,
      revision: board.revision,
      out: [seat],
      into: [],
      knowingly: false,
    })
    const told = await head.rotas.publish({ id, revision: off.revision, words: '' })
    expect(await dutyOf()).toMatchObject({ id: old.id, state: 'cancelled', sequence: 1 })
    const on = await head.rotas.move({
      id,
      revision: told.revision,
      out: [],
      into: [seat],
      knowingly: false,
    })
    await head.rotas.publish({ id, revision: on.revision, words: '' })
    expect(await dutyOf()).toMatchObject({ id: old.id, state: 'planned', sequence: 2 })
  })

  it('leaves half-days that have begun as people were told', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    const { id } = board
    const early = shiftAt(board, '11-23', 'morning')
    const late = shiftAt(board, '12-01', 'morning')
    const seat = (shiftId: string) => ({ lawyerId: peopleAt(board, shiftId)[0] ?? '', shiftId })
    const moved = await head.rotas.move({
      id,
      revision: board.revision,
      into: [],
      knowingly: false,
      out: [seat(early.id), seat(late.id)],
    })
    centre.clock.setWall('2026-11-23T01:00:00.000Z')
    const { told } = await head.rotas.beforePublish({ id })
    expect(told.flatMap(({ removed }) => removed)).toEqual([{ date: late.date, half: 'morning' }])
    await head.rotas.publish({ id, revision: moved.revision, words: '' })
    const after = await head.rotas.get({ id })
    expect(after.state).toBe('published')
    expect(peopleAt(after, early.id)).toEqual(peopleAt(board, early.id))
    expect(peopleAt(after, late.id)).toEqual([])
    expect(await plannedDuties(centre, id)).toEqual(seatKeys(after))
  })

  it('is not done by others than the head, nor by an old board', async () => {
    const { head, receptionist } = centre.as
    const { id, revision } = await solvedRota(head)
    expect(await refusalCode(receptionist.rotas.publish({ id, revision, words: '' }))).toBe(
      'users.notPermitted',
    )
    expect(await refusalCode(head.rotas.publish({ id, revision: revision - 1, words: '' }))).toBe(
      'rotas.changedElsewhere',
    )
  })
})
