import type { CaseSummary } from '#contract/cases.ts'
import { nextStep } from '#db/domain/case/next-step.ts'
import { isClosed } from '#db/domain/case/status.ts'
import { isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { arbitralReviewDeadline } from '#db/domain/deadline/arbitral-review.ts'
import { confirmationDeadline } from '#db/domain/deadline/confirmation.ts'
import { mediationDeadline } from '#db/domain/deadline/mediation.ts'
import { type Deadline, deadlineOf, type HolidayYear } from '#db/domain/deadline/period.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import type { CaseRow } from '#db/queries/cases.ts'
import { optional } from '#db/queries/parties.ts'

/** The clocks that run for this case, first the one that matters now. */
export function deadlinesOf(row: CaseRow, calendar: readonly HolidayYear[]): Deadline[] {
  if (row.effective_on !== null && !isClosed(row.status)) {
    const effectiveOn = localDate(row.effective_on)
    return isLabourDispute(row.type_code)
      ? [arbitralReviewDeadline(effectiveOn, calendar), confirmationDeadline(effectiveOn, calendar)]
      : [confirmationDeadline(effectiveOn, calendar)]
  }
  const running = ['accepted', 'assigned', 'mediating', 'suspended', 'agreed'].includes(row.status)
  if (!running) return []
  const received = isLabourDispute(row.type_code)
    ? localDateOf(row.applied_at)
    : localDate(row.accepted_on ?? localDateOf(row.applied_at))
  const own = mediationDeadline(row.type_code, received, calendar)
  const until = row.extended_until === null ? own.raw : localDate(row.extended_until)
  if (until <= own.raw) return [own]
  const { ruleId, source, base } = own
  const period = { unit: 'day', count: 0 } as const
  return [{ ...deadlineOf({ ruleId, period, source }, until, calendar), base }]
}

export function nextStepOf(row: CaseRow, deadlines: readonly Deadline[], now: string) {
  const by = (ruleId: string) => deadlines.find((deadline) => deadline.ruleId === ruleId)
  const agreement = row.agreement_status
  return nextStep({
    status: row.status,
    today: localDateOf(now),
    rightsTold: row.rights_told === 1,
    openSession: row.open_session_id !== null,
    endedSessions: row.ended_sessions,
    lastResult: row.last_result ?? undefined,
    agreement: agreement
      ? {
          status: agreement as NonNullable<Parameters<typeof nextStep>[0]['agreement']>['status'],
          blockers: 0,
          isPrinted: row.printed === 1,
        }
      : undefined,
    mediation: by('C2') ?? by('C3'),
    arbitralReview: by('F1'),
    confirmation: by('E1'),
    nextDueOn: row.first_due_on === null ? undefined : localDate(row.first_due_on),
  })
}

export function summaryOf(
  row: CaseRow,
  calendar: readonly HolidayYear[],
  now: string,
): CaseSummary {
  const deadlines = deadlinesOf(row, calendar)
  return {
    id: row.id,
    caseNumber: row.case_number,
    title: row.title,
    status: row.status,
    typeCode: row.type_code,
    sourceCode: row.source_code,
    parties: [row.applicants, row.others].filter(Boolean).join(' / '),
    ...optional({
      amountFen: row.amount_fen,
      mediatorId: row.mediator_id,
      mediatorName: row.mediator_name,
      agreementNumber: row.agreement_number,
      deadline: deadlines[0],
    }),
    ...(row.accepted_on === null ? {} : { acceptedOn: localDate(row.accepted_on) }),
    appliedAt: row.applied_at,
    nextStep: nextStepOf(row, deadlines, now),
  }
}
