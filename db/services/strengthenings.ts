import { v7 as uuid } from 'uuid'
import {
  mayEditRegistration,
  mayMediate,
  type Actor,
  type CaseAccess,
} from '../domain/access/case-access.ts'
import type { CaseStatus } from '../domain/case/status.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, type LocalDate } from '../domain/local-date.ts'
import {
  applicationClocks,
  isPending,
  stepFault,
  type ApplicationStep,
} from '../domain/strengthening/application.ts'
import {
  applicationRouteWords,
  type ApplicationRoute,
  type FurtherView,
} from '../domain/strengthening/further-routes.ts'
import type { RouteAnswers } from '../domain/strengthening/route-answers.ts'
import { findCaseRow } from '../queries/cases.ts'
import { findOffice } from '../queries/offices.ts'
import {
  factsOf,
  findApplication,
  findRouteAnswers,
  type ApplicationRecord,
} from '../queries/strengthenings.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'
import { settleCase } from './performance-case.ts'
import { readRoutes, viewRoutes, type CountedLaw, type RouteLaw } from './route-facts.ts'
import { StepRefused } from './step-refused.ts'
import { planVisits } from './visits.ts'

const openCase = async (happening: Happening, caseId: string) => {
  const row = await getCase(happening.tx, happening.actor, caseId, mayMediate, 'cases.notYours')
  requireNotArchived(row)
  return row
}

/** @throws DomainError strengthening.changedElsewhere; as `getCase` */
export async function saveRouteAnswers(
  happening: Happening,
  caseId: string,
  revision: number,
  answers: RouteAnswers,
): Promise<number> {
  const { tx, actor, now } = happening
  await openCase(happening, caseId)
  const known = await findRouteAnswers(tx, caseId)
  if (known.revision !== revision) throw new DomainError('strengthening.changedElsewhere')
  const values = {
    answers: JSON.stringify(answers),
    revision: revision + 1,
    updated_by: actor.userId,
    updated_at: now,
  }
  await tx
    .insertInto('route_answers')
    .values({ case_id: caseId, ...values })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(values))
    .execute()
  return revision + 1
}

/** @throws StepRefused with every reason that closes the route */
export function requireOpen({ route, open, closed }: FurtherView) {
  if (open) return
  throw new StepRefused(
    'strengthening.routeClosed',
    closed.map(({ code, ruleId }) => ({ ruleId, level: 'block', path: route, code })),
  )
}

export type NewApplication = {
  caseId: string
  route: ApplicationRoute
  officeId?: string | undefined
  officeName: string
  /** UTC instant; kept to the minute. */
  appliedAt: string
  amountFen?: number | undefined
  words: string
}

const toTheMinute = (instant: string): string => `${instant.slice(0, 16)}:00.000Z`

/**
 * Applied for, to the minute: it may interrupt limitation. The route must have been open on that day.
 * @law 《民法典》第一百九十五条;《民事诉讼法》第二百零五条 (E1, F1, F4, G4, H1)
 * @throws StepRefused strengthening.routeClosed; DomainError strengthening.notYet, noAgreement, alreadyApplied
 */
export async function applyForRoute(
  happening: Happening,
  application: NewApplication,
  law: CountedLaw,
): Promise<string> {
  const { tx, actor, now } = happening
  const { caseId, route, officeId } = application
  await openCase(happening, caseId)
  const appliedAt = toTheMinute(application.appliedAt)
  if (appliedAt > now) throw new DomainError('strengthening.notYet')
  const row = await findCaseRow(tx, caseId)
  if (!row) throw new DomainError('cases.notFound')
  const on = localDateOf(appliedAt)
  const record = await readRoutes(tx, row, on, law.calendar)
  if (record.applications.some((each) => each.route === route && isPending(each.state)))
    throw new DomainError('strengthening.alreadyApplied')
  const view = viewRoutes(record, on, law).find((each) => each.route === route)
  if (!view) throw new RangeError(`no route ${route}`)
  requireOpen(view)
  if (record.agreementId === undefined) throw new DomainError('strengthening.noAgreement')
  if (officeId !== undefined && !(await findOffice(tx, officeId)))
    throw new DomainError('offices.notFound')
  const id = uuid()
  const officeName = application.officeName.trim()
  await tx
    .insertInto('strengthenings')
    .values({
      id,
      case_id: caseId,
      agreement_id: record.agreementId,
      route,
      office_id: officeId ?? null,
      office_name: officeName,
      applied_at: appliedAt,
      amount_fen: application.amountFen ?? null,
      state: 'applied',
      words: application.words.trim(),
      revision: 1,
      number: '',
      reason: '',
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await moveOnApplying(happening, row, route, { officeName, appliedAt })
  return id
}

const confirmations = {
  judicialConfirmation: 'judicial',
  arbitralReview: 'arbitral',
  paymentOrder: 'paymentOrder',
} as const

type Told = { officeName: string; appliedAt: string }

/** @policy A suit or arbitration takes the case away only when it is accepted. */
async function moveOnApplying(
  happening: Happening,
  row: { id: string; status: CaseStatus },
  route: ApplicationRoute,
  { officeName, appliedAt }: Told,
) {
  const details = { route, routeName: applicationRouteWords[route], target: officeName, appliedAt }
  const isConfirmation =
    route === 'judicialConfirmation' || route === 'arbitralReview' || route === 'paymentOrder'
  if (isConfirmation && row.status !== 'confirming') {
    const type = 'applyForConfirmation'
    await applyEvent(happening, row, { type, route: confirmations[route], inTime: true }, details)
  } else if (route === 'enforcement' && row.status === 'confirmed')
    await applyEvent(happening, row, { type: 'applyForEnforcement' }, details)
  else if (route === 'enforcement')
    await applyEvent(happening, row, { type: 'transfer', target: officeName }, details)
  else await recordEvent(happening, row.id, 'routeApplied', details)
  await planVisits(happening, row.id)
}

export type Progress = {
  id: string
  revision: number
  step: ApplicationStep
  on: LocalDate
  number?: string | undefined
  reason?: string | undefined
}

/**
 * What the office did with an application.
 * @throws DomainError strengthening.notFound, changedElsewhere, stepNotAllowed, notYet
 */
export async function recordProgress(
  happening: Happening,
  progress: Progress,
  { rules, calendar }: RouteLaw,
): Promise<number> {
  const { tx, now } = happening
  const { id, revision, step, on } = progress
  const application = await findApplication(tx, id)
  if (!application) throw new DomainError('strengthening.notFound')
  const row = await openCase(happening, application.caseId)
  if (application.revision !== revision) throw new DomainError('strengthening.changedElsewhere')
  if (on > localDateOf(now)) throw new DomainError('strengthening.notYet')
  const reason = progress.reason?.trim() ?? ''
  const facts = factsOf(application)
  const fault = stepFault(facts, step, on, reason, applicationClocks(facts, rules, calendar))
  if (fault) throw new DomainError('strengthening.stepNotAllowed', { fault, step })
  await tx
    .updateTable('strengthenings')
    .set({
      ...(step === 'served'
        ? { served_on: on }
        : step === 'accepted'
          ? { state: step, accepted_on: on }
          : { state: step, decided_on: on, reason }),
      ...(progress.number === undefined ? {} : { number: progress.number.trim() }),
      revision: revision + 1,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
  await moveOnProgress(happening, row, application, step, reason)
  return revision + 1
}

/** The case follows its application as far as it still waits for it. */
async function moveOnProgress(
  happening: Happening,
  row: CaseRecord,
  { route, officeName }: ApplicationRecord,
  step: ApplicationStep,
  reason: string,
) {
  const details = {
    route,
    routeName: applicationRouteWords[route],
    target: officeName,
    step,
    ...(reason === '' ? {} : { reason }),
  }
  const waits =
    row.status === 'confirming' &&
    (route === 'judicialConfirmation' || route === 'arbitralReview' || route === 'paymentOrder')
  if (waits && step === 'granted') await applyEvent(happening, row, { type: 'confirm' }, details)
  else if (waits && (step === 'refused' || step === 'ended' || step === 'withdrawn')) {
    const why = reason === '' ? withdrawnWords : reason
    const type = 'refuseConfirmation'
    await applyEvent(happening, row, { type, reason: why }, { ...details, reason: why })
    await settleCase(happening, row.id)
  } else if (step === 'accepted' && takesAway(route) && row.status !== 'transferred')
    await applyEvent(happening, row, { type: 'transfer', target: officeName }, details)
  else if (step === 'withdrawn' && takesAway(route) && row.status === 'transferred') {
    // The agreement stands as it stood, and is followed again.
    await applyEvent(happening, row, { type: 'comeBack' }, details)
    await settleCase(happening, row.id)
  } else await recordEvent(happening, row.id, 'routeProgress', details)
  await planVisits(happening, row.id)
}

const withdrawnWords = '当事人撤回申请'

const takesAway = (route: ApplicationRoute) => route === 'directSuit' || route === 'arbitration'

/** @policy Whoever has the case, and the window while nobody has it: the way to another office is never barred (C16). */
export const mayHandOver = (actor: Actor, access: CaseAccess): boolean =>
  mayMediate(actor, access) || mayEditRegistration(actor, access)

/**
 * The case goes to another office. One that ended without agreement keeps its end: where people went is noted.
 * @law 《人民调解法》第三条、第二十六条 (C11, C16)
 */
export async function handOverCase(
  happening: Happening,
  caseId: string,
  officeName: string,
  reason: string,
) {
  const row = await getCase(happening.tx, happening.actor, caseId, mayHandOver, 'cases.notYours')
  requireNotArchived(row)
  const details = { target: officeName.trim(), reason: reason.trim() }
  if (row.status === 'failed' || row.status === 'withdrawn')
    await recordEvent(happening, caseId, 'handedOn', details)
  else await applyEvent(happening, row, { type: 'transfer', target: officeName.trim() }, details)
  await planVisits(happening, caseId)
}
