import type { rotas as contract } from '#contract/rotas.ts'
import { mayPassKnowingly } from '#db/domain/duty/passing.ts'
import { DomainError } from '#db/domain/errors.ts'
import { appraise, whatIf } from '#db/domain/rota/what-if.ts'
import { costLine, fairnessWords } from '#db/domain/rota/what-if-words.ts'
import { fairnessTable } from '#db/domain/rota/fairness-table.ts'
import type { Assignment } from '#db/domain/rota/problem.ts'
import { rankSubstitutes } from '#db/domain/rota/substitutes.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import { type ChangedSeat, rotaChanges } from '#db/queries/rota-changes.ts'
import { lastServedOn, listShifts } from '#db/queries/rotas.ts'
import type { Handlers } from '../context.ts'
import { barrierTexts, type RotaView, toldBreaks, toldFairness, viewOf } from './view.ts'

type Asked = Pick<Handlers<typeof contract>, 'whatIf' | 'candidates' | 'beforePublish'>
type Seat = { lawyerId: string; shiftId: string }

/** @throws DomainError rotas.notSeen, lawyers.notFound, rotas.notFound */
function requireKnown({ prepared, unseen }: RotaView, seats: readonly Seat[]): Assignment[] {
  return seats.map(({ lawyerId, shiftId }) => {
    if (unseen.has(lawyerId)) throw new DomainError('rotas.notSeen')
    if (!prepared.lawyers.has(lawyerId)) throw new DomainError('lawyers.notFound')
    if (!prepared.shifts.has(shiftId)) throw new DomainError('rotas.notFound')
    return { lawyer: lawyerId, shift: shiftId }
  })
}

const placeOf = ({ date, half }: ChangedSeat) => ({ date, half })

export const asked: Asked = {
  async whatIf(context, { id, ...given }) {
    const view = await viewOf(context, id)
    const { prepared, assignments, unseen } = view
    const out = requireKnown(view, given.out)
    const gone = new Set(out.map(({ lawyer, shift }) => `${lawyer}|${shift}`))
    const stays = new Set(
      assignments.map(({ lawyer, shift }) => `${lawyer}|${shift}`).filter((key) => !gone.has(key)),
    )
    const into = requireKnown(view, given.into).filter(
      ({ lawyer, shift }) => !stays.has(`${lawyer}|${shift}`),
    )
    const found = whatIf(prepared, assignments, { out, into })
    const broken = toldBreaks(view, found.broken)
    const mended = toldBreaks(view, found.mended)
    const fairness = found.fairness.filter(({ before }) => !unseen.has(before.lawyer))
    return {
      broken,
      mended,
      cost: found.cost,
      parts: found.parts,
      fairness: fairness.map(({ before, after }) => ({
        lawyerId: before.lawyer,
        before: toldFairness(before),
        after: toldFairness(after),
      })),
      words: [
        ...broken.map(({ text }) => `不合规则：${text}`),
        ...mended.map(({ text }) => `解决：${text}`),
        ...fairnessWords(prepared, fairness),
        costLine(found),
      ],
    }
  },
  async candidates(context, { id, shiftId, insteadOf }) {
    const view = await viewOf(context, id)
    const { prepared, assignments, unseen } = view
    if (!prepared.shifts.has(shiftId)) throw new DomainError('rotas.notFound')
    if (insteadOf !== undefined) {
      requireKnown(view, [{ lawyerId: insteadOf, shiftId }])
      if (!assignments.some(({ lawyer, shift }) => lawyer === insteadOf && shift === shiftId))
        throw new DomainError('rotas.seatNotFound')
    }
    const instead = insteadOf === undefined ? {} : { lawyer: insteadOf }
    const ranked = rankSubstitutes(prepared, assignments, { ...instead, shift: shiftId })
    const people = new Map((await listLawyers(context.db)).map((lawyer) => [lawyer.id, lawyer]))
    const fairness = new Map(fairnessTable(prepared, assignments).map((row) => [row.lawyer, row]))
    const served = await lastServedOn(context.db, context.now)
    return ranked.flatMap(({ lawyer, breaks, cost, parts }) => {
      const person = people.get(lawyer)
      const total = fairness.get(lawyer)?.total
      if (!person || !total || unseen.has(lawyer)) return []
      const last = served.get(lawyer)
      return [
        {
          lawyerId: lawyer,
          name: person.name,
          initials: person.initials,
          ...(person.firmShortName === undefined ? {} : { firmName: person.firmShortName }),
          breaks: barrierTexts(view, breaks),
          cost,
          parts,
          served: total.served + total.assigned,
          deviation: total.deviation,
          ...(last === undefined ? {} : { lastServedOn: last }),
          mayKnowingly: breaks.length > 0 && mayPassKnowingly(context.actor, breaks),
        },
      ]
    })
  },
  async beforePublish(context, { id }) {
    const { db, now } = context
    const view = await viewOf(context, id)
    const { added, removed, changed } = await rotaChanges(db, id, now)
    const named = new Set([...added, ...removed, ...changed].map(({ lawyerId }) => lawyerId))
    const ofLawyer = (seats: readonly ChangedSeat[], lawyerId: string) =>
      seats.filter((seat) => seat.lawyerId === lawyerId && !seat.hasBegun).map(placeOf)
    return {
      told: (await listLawyers(db))
        .filter((lawyer) => named.has(lawyer.id))
        .map((lawyer) => ({
          lawyerId: lawyer.id,
          name: lawyer.name,
          phone: lawyer.phone,
          added: ofLawyer(added, lawyer.id),
          removed: ofLawyer(removed, lawyer.id),
          changed: ofLawyer(changed, lawyer.id),
        }))
        .filter((each) => each.added.length + each.removed.length + each.changed.length > 0),
      gaps: (await listShifts(db, id, now))
        .filter(({ hasBegun, demand, seats }) => !hasBegun && seats < demand)
        .map(({ date, half, deskName, demand, seats }) => ({
          date,
          half,
          deskName,
          missing: demand - seats,
        })),
      breaks: toldBreaks(view, appraise(view.prepared, view.assignments).breaks),
    }
  },
}
