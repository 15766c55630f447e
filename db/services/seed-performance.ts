import type { Clause } from '../domain/agreement/content.ts'
import { addDays, weekday, type LocalDate } from '../domain/local-date.ts'
import type { Fen } from '../domain/money.ts'
import { obligationTitle } from '../domain/performance/obligation.ts'
import type { CaseFacts, SeedCase } from './seed-case.ts'
import type { SeedStatus, SeedVersion } from './seed-timeline.ts'
import type { RowWriter } from './seed-writer.ts'

const followed: readonly SeedStatus[] = ['effective', 'overdue', 'confirming', 'confirmed']
const performed: readonly SeedStatus[] = ['performed', 'followUp', 'toArchive', 'archived']

type Seeding = {
  write: RowWriter
  seeded: SeedCase
  facts: CaseFacts
  version: SeedVersion
  agreementId: string
}

/** What the agreement in force obliges to, and what was paid of it until now: on time, in part or late. */
export function writeObligations(seeding: Seeding, clauses: readonly Clause[]) {
  const { timeline, isBrief } = seeding.seeded
  const { version } = seeding
  const isInForce = version.isFullySigned && version.status === 'signed'
  const wanted = followed.includes(timeline.status) || performed.includes(timeline.status)
  if (!isInForce || !wanted || isBrief) return
  const { random } = seeding.seeded
  // Somebody who pays late has not paid the first instalment whole.
  const isSlow =
    timeline.status === 'overdue' || (timeline.status === 'confirmed' && random.chance(0.4))
  for (const [index, clause] of clauses.entries()) {
    for (const [place, instalment] of (clause.payment?.instalments ?? []).entries()) {
      const id = writeObligation(seeding, clause, index + 1, place)
      const title = obligationTitle(index + 1, place + 1, clause.payment?.instalments.length ?? 1)
      const paidFen = shareOf(seeding.seeded, instalment.dueOn, instalment.amountFen, isSlow)
      if (paidFen > 0)
        writePerformance(seeding, { obligationId: id, title, paidFen, dueOn: instalment.dueOn })
    }
    if (clause.kind !== 'act' && clause.kind !== 'apology') continue
    const id = writeObligation(seeding, clause, index + 1, undefined)
    const dueOn = timeline.dues.at(-1)
    if (performed.includes(timeline.status) && dueOn)
      writePerformance(seeding, {
        obligationId: id,
        title: obligationTitle(index + 1, undefined, 1),
        paidFen: undefined,
        dueOn,
      })
  }
}

function shareOf(
  { random, timeline, today }: SeedCase,
  dueOn: LocalDate,
  amountFen: Fen,
  isSlow: boolean,
): Fen {
  if (performed.includes(timeline.status)) return amountFen
  if (dueOn >= today) return 0
  if (!isSlow) return amountFen
  return dueOn === timeline.dues[0] && random.chance(0.5) ? Math.floor(amountFen / 2) : 0
}

function writeObligation(
  { write, seeded, facts, version, agreementId }: Seeding,
  clause: Clause,
  clauseNumber: number,
  place: number | undefined,
): string {
  const at = version.signedAt ?? version.updatedAt
  const id = seeded.random.uuid(at)
  const { payment } = clause
  const instalment = place === undefined ? undefined : payment?.instalments[place]
  write.insert('papers', 'obligations', {
    id,
    case_id: facts.caseId,
    agreement_id: agreementId,
    clause_id: clause.id,
    clause_number: clauseNumber,
    instalment: place === undefined ? null : place + 1,
    kind: instalment ? 'payment' : 'act',
    debtor_id: (instalment && payment?.payerId) ?? null,
    creditor_id: (instalment && payment?.payeeId) ?? null,
    text: clause.text,
    due_on: instalment?.dueOn ?? null,
    amount_fen: instalment?.amountFen ?? null,
    method: (instalment && payment?.method) ?? '',
    account: (instalment && payment?.account) ?? '',
    dropped_at: null,
    dropped_reason: '',
    created_at: at,
  })
  return id
}

type Paid = { obligationId: string; title: string; paidFen: Fen | undefined; dueOn: LocalDate }

/** On the weekday before the day agreed, after the signing and before today. */
function payDay({ today }: SeedCase, { signedOn }: SeedVersion, dueOn: LocalDate) {
  const isFree = (day: LocalDate) => weekday(day) > 5
  let day = dueOn < today ? dueOn : addDays(today, -1)
  while (isFree(day)) day = addDays(day, -1)
  if (!signedOn || day > signedOn) return day
  day = addDays(signedOn, 1)
  while (isFree(day)) day = addDays(day, 1)
  return day
}

function writePerformance({ write, seeded, facts, version }: Seeding, paid: Paid) {
  const { random, team } = seeded
  const day = payDay(seeded, version, paid.dueOn)
  if (day >= seeded.today) return
  const at = `${day}T0${random.int(2, 8)}:${random.int(10, 59)}:00.000Z`
  write.insert('papers', 'performances', {
    id: random.uuid(at),
    case_id: facts.caseId,
    obligation_id: paid.obligationId,
    done_on: day,
    amount_fen: paid.paidFen ?? null,
    method: paid.paidFen === undefined ? '' : random.pick(['bankTransfer', 'wechat']),
    note: '',
    recorded_by: team.mediator.id,
    recorded_at: at,
    undone_at: null,
    undone_by: null,
    undone_reason: '',
  })
  write.insert('case', 'case_events', {
    id: random.uuid(at),
    case_id: facts.caseId,
    at,
    actor_id: team.mediator.id,
    kind: 'performanceRecorded',
    from_status: null,
    to_status: null,
    details: JSON.stringify({
      title: paid.title,
      doneOn: day,
      ...(paid.paidFen === undefined ? {} : { amountFen: paid.paidFen }),
    }),
  })
}
