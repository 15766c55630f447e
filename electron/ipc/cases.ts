import type { cases as contract } from '#contract/cases.ts'
import { caseMoves, type CaseSummary } from '#contract/cases.ts'
import {
  caseScope,
  mayAssign,
  mayEditRegistration,
  mayMediate,
  mayReadCase,
  mayReadContent,
} from '#db/domain/access/case-access.ts'
import type { ScopeDoubt } from '#db/domain/case/intake.ts'
import { allowedEvents, type CaseStatus } from '#db/domain/case/status.ts'
import { DomainError } from '#db/domain/errors.ts'
import { addDays, localDateOf } from '#db/domain/local-date.ts'
import { listAttachments, listEvents, listSessionSummaries } from '#db/queries/case-details.ts'
import { listAgreementVersions, listQueue } from '#db/queries/agreements.ts'
import { findCaseRow, listCaseRows } from '#db/queries/cases.ts'
import { listParties } from '#db/queries/parties.ts'
import { listMediators } from '#db/queries/users.ts'
import { accessOf } from '#db/services/case-access.ts'
import {
  acceptanceReasons,
  addNote,
  assignMediator,
  mayMove,
  moveCase,
  updateParties,
} from '#db/services/cases.ts'
import { followMove, isFollowed } from '#db/services/clocks.ts'
import { lawOf } from './case-clocks.ts'
import { countingFor, deadlinesOf, summaryOf } from './case-summary.ts'
import type { Handlers, QueryContext } from './context.ts'

const boardSize = 200
const soonDays = 7

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

async function list(
  { db, actor, now, resources }: QueryContext,
  filter: Parameters<typeof listCaseRows>[2],
) {
  const rows = await listCaseRows(db, actor, filter)
  const last = rows.at(-1)
  const counting = await countingFor(db, resources, now, idsOf(rows))
  return {
    items: rows.map((row) => summaryOf(row, counting, now)),
    ...(last && rows.length === filter.limit ? { next: `${last.applied_at}|${last.id}` } : {}),
  }
}

/** Steps of the registration may be read in full by whoever may read the case; talks and papers not. */
const isRegistration = (kind: string) =>
  [
    'submit',
    'accept',
    'reject',
    'assign',
    'takeOn',
    'handBack',
    'partiesUpdated',
    'handedOver',
    'dossierLent',
    'dossierReturned',
    'grewOutOf',
    'reEscalated',
  ].includes(kind)

async function get({ db, actor, now, resources }: QueryContext, { id }: { id: string }) {
  const row = await findCaseRow(db, id)
  if (!row) throw new DomainError('cases.notFound')
  const access = accessOf(row)
  if (!mayReadCase(actor, access)) throw new DomainError('cases.notReadable')
  const contentVisible = mayReadContent(actor, access)
  const events = await listEvents(db, id)
  const reached = allowedEvents(row.status)
  const counting = await countingFor(db, resources, now, [id])
  return {
    ...summaryOf(row, counting, now),
    place: row.place,
    narrative: row.narrative,
    claim: row.claim,
    peopleCount: row.people_count,
    otherBody: row.other_body,
    otherBodyName: row.other_body_name,
    otherBodyRefers: row.other_body_refers === 1,
    otherSide: row.other_side,
    scopeDoubts: JSON.parse(row.scope_doubts) as ScopeDoubt[],
    createdByName: row.creator_name,
    partyRecords: await listParties(db, id, localDateOf(now)),
    timeline: contentVisible
      ? events
      : events.map((event) => (isRegistration(event.kind) ? event : { ...event, details: {} })),
    sessions: contentVisible ? await listSessionSummaries(db, id) : [],
    agreements: contentVisible ? await listAgreementVersions(db, id) : [],
    attachments: contentVisible ? await listAttachments(db, { caseId: id }) : [],
    deadlines: deadlinesOf(row, counting),
    acceptanceReasons: row.status === 'submitted' ? await acceptanceReasons(db, row) : [],
    moves: caseMoves.filter((move) => reached.includes(move) && mayMove(actor, row, move)),
    mayAssign: row.status === 'accepted' && mayAssign(actor, access, actor.userId),
    mayEditParties: mayEditRegistration(actor, access),
    mayMediate: mayMediate(actor, access),
    contentVisible,
  }
}

/** What its mediator has to go on with: the talks, and behind them visit and archive. */
const inHand: readonly CaseStatus[] = ['mediating', 'suspended', 'followUp', 'toArchive']

async function today(context: QueryContext) {
  const { db, actor, now, resources } = context
  const empty = {
    toAssign: [],
    toTake: [],
    inHand: [],
    toReview: 0,
    toSign: [],
    dueSoon: [],
    openSessions: [],
  }
  if (caseScope(actor.role) === 'none' || caseScope(actor.role) === 'shared') return empty
  // The newest wait for a first step, the oldest run out of time.
  const board = { view: 'open', limit: boardSize } as const
  const newest = await listCaseRows(db, actor, board)
  const oldest = await listCaseRows(db, actor, { ...board, oldestFirst: true })
  const rows = [...new Map([...newest, ...oldest].map((row) => [row.id, row])).values()]
  const isMine = (row: (typeof rows)[number]) =>
    actor.role !== 'mediator' || row.mediator_id === actor.userId
  const counting = await countingFor(db, resources, now, idsOf(rows))
  const items = rows.map((row) => ({ row, item: summaryOf(row, counting, now) }))
  const pick = (wanted: (entry: (typeof items)[number]) => boolean): CaseSummary[] =>
    items.filter(wanted).map(({ item }) => item)
  const soon = addDays(localDateOf(now), soonDays)
  return {
    toAssign: pick(({ row }) => row.status === 'submitted' || row.status === 'accepted'),
    toTake: pick(({ row }) => row.status === 'assigned' && isMine(row)),
    inHand: pick(({ row }) => inHand.includes(row.status) && isMine(row)),
    toReview: actor.role === 'head' ? (await listQueue(db)).toReview.length : 0,
    toSign: pick(({ row }) => row.status === 'agreed' && isMine(row)),
    dueSoon: pick(
      ({ row, item }) =>
        isMine(row) && item.deadline !== undefined && item.deadline.remindOn <= soon,
    ),
    openSessions: rows
      .filter((row) => row.open_session_id !== null && isMine(row))
      .map((row) => ({
        sessionId: row.open_session_id ?? '',
        caseId: row.id,
        title: row.title,
        startedAt: row.open_session_started_at ?? row.updated_at,
      })),
  }
}

export const cases: Handlers<typeof contract> = {
  list,
  get,
  today,
  mediators: ({ db }) => listMediators(db),
  async updateParties(context, { caseId, parties }) {
    context.about('case', caseId)
    await updateParties(context, caseId, parties)
    return {}
  },
  async assign(context, { caseId, mediatorId }) {
    context.about('case', caseId)
    await assignMediator(context, caseId, mediatorId)
    return {}
  },
  async move(context, input) {
    context.about('case', input.caseId)
    const { caseId, event, until, reason = '' } = input
    if (isFollowed(event)) {
      const law = await lawOf(context.tx, context.resources, context.now)
      await followMove(context, law, { caseId, event, until, reason })
    }
    return { status: await moveCase(context, input) }
  },
  async addNote(context, { caseId, kind, text }) {
    context.about('case', caseId)
    await addNote(context, caseId, kind, text)
    return {}
  },
}
