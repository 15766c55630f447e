import type { Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { type Break, breaksOf } from '../domain/rota/breaks.ts'
import { prepare, type Prepared } from '../domain/rota/prepared.ts'
import type { Assignment } from '../domain/rota/problem.ts'
import { type Hearer, toldBreakText } from '../domain/rota/rule-words.ts'
import { moved, type ToldBreak } from '../domain/rota/what-if.ts'
import { type ReadRota, readRotaProblem, type RotaTables } from '../queries/rota-problem.ts'
import type { DutyRecord } from '../queries/duties.ts'
import { findLawyerOfUser } from '../queries/lawyers.ts'
import type { Reader } from '../schema.ts'
import { unseenLawyers } from './rota-moves.ts'

type Place = Pick<DutyRecord, 'shiftId' | 'rotaId' | 'date' | 'half'>
/** Somebody at a half-day of a rota. */
export type Sitting = Place & { lawyerId: string }
export type Moving = { out: readonly Sitting[]; into: readonly Sitting[] }

/** Rotas as people were told them, each read once. */
export type PublishedRotas = {
  of(rotaId: string): Promise<ReadRota>
  /** To whom what they would break is told. */
  hearer(): Promise<Hearer>
}

async function hearerOf(db: Reader, actor: Actor): Promise<Hearer> {
  const own = actor.role === 'lawyer' ? await findLawyerOfUser(db, actor.userId) : undefined
  return { unseen: await unseenLawyers(db, actor), lawyerId: own?.id }
}

export function publishedRotas(db: Reader, tables: RotaTables, actor: Actor): PublishedRotas {
  const read = new Map<string, Promise<ReadRota>>()
  let hearer: Promise<Hearer> | undefined
  return {
    hearer: () => (hearer ??= hearerOf(db, actor)),
    of(rotaId) {
      const known = read.get(rotaId) ?? readRotaProblem(db, rotaId, tables, 'duties')
      read.set(rotaId, known)
      return known
    },
  }
}

const assignmentOf = ({ lawyerId, shiftId }: Sitting): Assignment => ({
  lawyer: lawyerId,
  shift: shiftId,
})

/** A rota without what binds those who go: their seats fixed here, and their half-days in other rotas. */
export function preparedWithout({ problem }: ReadRota, out: readonly Sitting[]): Prepared {
  const isGone = (lawyer: string, shift: string) =>
    out.some((each) => each.lawyerId === lawyer && each.shiftId === shift)
  const isAway = (each: (typeof problem.adjacent)[number]) =>
    out.some(
      ({ lawyerId, date, half }) =>
        each.lawyer === lawyerId && each.date === date && each.half === half,
    )
  return prepare({
    ...problem,
    pins: problem.pins.filter(({ lawyer, shift }) => !isGone(lawyer, shift)),
    adjacent: problem.adjacent.filter((each) => !isAway(each)),
  })
}

/**
 * Rules that a move of published duties would break, in every rota that it touches.
 * @throws DomainError lawyers.notFound for somebody who is not with the centre then
 */
export async function breaksOfMoving(
  rotas: PublishedRotas,
  { out, into }: Moving,
): Promise<ToldBreak[]> {
  const broken: ToldBreak[] = []
  const hearer = await rotas.hearer()
  for (const rotaId of new Set([...out, ...into].map((each) => each.rotaId))) {
    const read = await rotas.of(rotaId)
    const here = (sittings: readonly Sitting[]) =>
      sittings.filter((each) => each.rotaId === rotaId).map(assignmentOf)
    const prepared = preparedWithout(read, out)
    const known = here(into).every(({ lawyer }) => prepared.lawyers.has(lawyer))
    if (!known) throw new DomainError('lawyers.notFound')
    const keyOf = ({ rule, shifts }: Break) => `${rule.id} ${shifts.toSorted().join()}`
    const before = new Set(breaksOf(prepared, read.assignments).map(keyOf))
    const move = { out: here(out), into: here(into) }
    for (const each of breaksOf(prepared, moved(read.assignments, move)))
      if (!before.has(keyOf(each)))
        broken.push({ ...each, text: toldBreakText(prepared, hearer, each) })
  }
  return broken
}

/** Each sits where the other was. */
export const swapOf = (own: DutyRecord, partner: DutyRecord): Moving => ({
  out: [own, partner],
  into: [
    { ...placeOf(partner), lawyerId: own.lawyerId },
    { ...placeOf(own), lawyerId: partner.lawyerId },
  ],
})

/** Somebody takes the place; whoever had it may have given it back already. */
export const coverOf = (own: DutyRecord, lawyerId: string): Moving => ({
  out: own.state === 'planned' ? [own] : [],
  into: [{ ...placeOf(own), lawyerId }],
})

const placeOf = ({ shiftId, rotaId, date, half }: Place): Place => ({ shiftId, rotaId, date, half })
