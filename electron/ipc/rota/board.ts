import type { RotaBoard } from '#contract/rotas.ts'
import { noticesOf } from '#db/domain/rota/answer.ts'
import { reasonOf } from '#db/domain/rota/reasons.ts'
import { rosterOf } from '#db/domain/rota/roster.ts'
import { relaxText } from '#db/domain/rota/rule-words.ts'
import { isInConflict, rulesOf } from '#db/domain/rota/rules.ts'
import { prepare } from '#db/domain/rota/prepared.ts'
import { partNames } from '#db/domain/rota/weights.ts'
import { appraise } from '#db/domain/rota/what-if.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import { inMonthOf, lastServedOn, listShifts, rotaHead } from '#db/queries/rotas.ts'
import type { Reader, Row } from '#db/schema.ts'
import { hasFormer } from '#db/services/rota-moves.ts'
import { plannedShifts } from '#db/services/shift-plan.ts'
import type { QueryContext } from '../context.ts'
import { type RotaView, toldBreaks, toldFairness, viewOf } from './view.ts'

type Seat = RotaBoard['seats'][number]

/** The stored sentence, or one anew where it names somebody whom this editor does not see. */
async function reasonsFor(db: Reader, { prepared, assignments, unseen }: RotaView) {
  // Also of those who have left since it was written.
  const known = await db.selectFrom('lawyers').select(['id', 'name']).execute()
  const names = known.filter(({ id }) => unseen.has(id)).map(({ name }) => name)
  const roster = rosterOf(prepared, assignments)
  return ({ lawyer_id: lawyer, shift_id: shift, reason }: Row<'rota_seats'>): string =>
    names.some((name) => reason.includes(name))
      ? reasonOf(prepared, roster, { lawyer, shift }, (id) => !unseen.has(id)).text
      : reason
}

async function boardSeats({ db }: QueryContext, view: RotaView): Promise<Seat[]> {
  const { prepared, problem, unseen } = view
  const told = new Set(problem.published.map(({ lawyer, shift }) => `${lawyer}|${shift}`))
  const reasonFor = await reasonsFor(db, view)
  const rows = await db
    .selectFrom('rota_seats')
    .selectAll()
    .where('rota_id', '=', view.rota.id)
    .orderBy('put_at')
    .orderBy('lawyer_id')
    .execute()
  return rows
    .filter((row) => !unseen.has(row.lawyer_id))
    .map((row) => {
      const lawyer = prepared.lawyers.get(row.lawyer_id)
      const shift = prepared.shifts.get(row.shift_id)
      return {
        shiftId: row.shift_id,
        lawyerId: row.lawyer_id,
        pinned: row.pinned === 1,
        knowingly: row.knowingly === 1,
        origin: row.origin,
        reason: reasonFor(row),
        conflict: lawyer !== undefined && shift !== undefined && isInConflict(lawyer, shift),
        unpublished: !told.has(`${row.lawyer_id}|${row.shift_id}`),
      }
    })
}

async function boardShifts(
  { db, now }: QueryContext,
  { rota, prepared, booked, unseen, assignments }: RotaView,
) {
  return (await listShifts(db, rota.id, now)).map(
    ({ id, date, half, deskId, deskName, startsAt, endsAt, demand, words, hasBegun }) => ({
      id,
      date,
      half,
      deskId,
      deskName,
      startsAt,
      endsAt,
      demand,
      words,
      bookings: booked.get(id) ?? 0,
      needs: (prepared.shifts.get(id)?.needs ?? []).map(({ value }) => value),
      hidden: assignments.filter(({ shift, lawyer }) => shift === id && unseen.has(lawyer)).length,
      past: hasBegun,
    }),
  )
}

async function boardLawyers(
  { db, now }: QueryContext,
  { rota, prepared, unseen }: RotaView,
  fairness: RotaBoard['lawyers'][number]['fairness'][],
): Promise<RotaBoard['lawyers']> {
  const rows = new Map(fairness.map((row) => [row?.lawyerId, row]))
  const served = await lastServedOn(db, now)
  const inMonth = await inMonthOf(db, rota)
  return (await listLawyers(db))
    .filter(({ id }) => prepared.lawyers.has(id) && !unseen.has(id))
    .map(({ id, name, initials, firmShortName }) => {
      const last = served.get(id)
      const row = rows.get(id)
      return {
        id,
        name,
        initials,
        inMonth: inMonth.get(id) ?? 0,
        ...(firmShortName === undefined ? {} : { firmName: firmShortName }),
        ...(last === undefined ? {} : { lastServedOn: last }),
        ...(row === undefined ? {} : { fairness: row }),
      }
    })
}

/** Rules that are set aside and still there, in words. */
const relaxedRules = ({ problem, unseen }: RotaView) => {
  const bare = prepare({ ...problem, relaxed: [] })
  return rulesOf(bare)
    .filter(
      ({ id, lawyers }) => problem.relaxed.includes(id) && !lawyers.some((l) => unseen.has(l)),
    )
    .map((rule) => ({ id: rule.id, text: relaxText(bare, rule) }))
}

/** A rota with all that one editor may know of it. @throws DomainError rotas.notFound */
export async function boardOf(context: QueryContext, rotaId: string): Promise<RotaBoard> {
  const { db, actor, now, resources } = context
  const view = await viewOf(context, rotaId)
  const { rota, prepared, assignments } = view
  const { id, from, to, state, version, publishedAt, gaps } = await rotaHead(db, rota, now)
  const { breaks, parts, total, fairness } = appraise(prepared, assignments)
  return {
    id,
    from,
    to,
    state,
    version,
    gaps,
    revision: rota.revision,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    shifts: await boardShifts(context, view),
    seats: await boardSeats(context, view),
    lawyers: await boardLawyers(context, view, fairness.map(toldFairness)),
    days: (
      await plannedShifts(
        db,
        {
          from,
          to,
        },
        resources.calendar,
      )
    ).map(({ date, open, words }) => ({
      date,
      open,
      words,
    })),
    breaks: toldBreaks(view, breaks),
    parts,
    partNames,
    total,
    ...(rota.solved === null ? {} : { solved: JSON.parse(rota.solved) as RotaBoard['solved'] }),
    relaxed: view.problem.relaxed.length === 0 ? [] : relaxedRules(view),
    notices: noticesOf(prepared),
    mayMake: actor.role === 'head',
    mayCopy: await hasFormer(db, {
      from,
      to,
    }),
  }
}
