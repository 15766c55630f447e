import type { CaseStatus, TerminationReason } from '#db/domain/case/status.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import type { FormTermination } from '#documents/forms/office-data.ts'
import { terminationOnPaper } from './case-words.ts'
import { detail, type CaseContent, type CaseEvent } from './read-record.ts'

export type Outcome = {
  /** 达成书面调解协议; undefined while the case goes on. */
  result: string | undefined
  performance: string | undefined
  /** Performed, or ended without agreement. */
  closedOn: LocalDate | undefined
  termination: FormTermination | undefined
  transfer: { to: string | undefined; reason: string | undefined } | undefined
  confirmationAppliedOn: LocalDate | undefined
}

const ending: readonly CaseStatus[] = ['failed', 'withdrawn', 'transferred', 'rejected']
const closing: readonly CaseStatus[] = ['performed', ...ending]

const endWords: Readonly<Partial<Record<CaseStatus, string>>> = {
  failed: '调解不成',
  withdrawn: '当事人撤回申请',
  transferred: '移送其他部门处理',
  rejected: '不予受理',
}

const reasonOf = (event: CaseEvent): FormTermination['reason'] => {
  if (event.kind === 'withdraw') return 'withdrawn'
  if (event.kind === 'transfer') return 'transferred'
  const code = detail(event, 'terminationReason') as TerminationReason | undefined
  return code && terminationOnPaper[code]
}

/** How the case ended by its time line; what was before it was opened again does not count. */
export function outcomeOf({ events, agreement, oralWords }: CaseContent): Outcome {
  const reopened = events.findIndex(({ kind }) => kind === 'reopen')
  const since = reopened === -1 ? events : events.slice(0, reopened)
  const reached = (statuses: readonly CaseStatus[]) =>
    since.find(({ toStatus }) => toStatus !== undefined && statuses.includes(toStatus))
  const closed = reached(closing)
  const ended = reached(ending)
  const performed = reached(['performed'])
  const transfer = since.find(({ kind }) => kind === 'transfer')
  const applied = since.find(({ kind }) => kind === 'applyForConfirmation')
  const isTermination =
    ended && ['terminate', 'withdraw', 'transfer'].includes(ended.kind) ? ended : undefined
  return {
    result: agreement?.signedOn
      ? '达成书面调解协议'
      : oralWords
        ? '达成口头调解协议'
        : ended?.toStatus && endWords[ended.toStatus],
    performance: performed
      ? performed.kind === 'performAtOnce'
        ? '当场履行完毕。'
        : '已经全部履行。'
      : undefined,
    closedOn: closed && localDateOf(closed.at),
    termination: isTermination && {
      reason: reasonOf(isTermination),
      endedOn: localDateOf(isTermination.at),
      note: detail(isTermination, 'reason'),
    },
    transfer: transfer && { to: detail(transfer, 'target'), reason: detail(transfer, 'reason') },
    confirmationAppliedOn: applied && localDateOf(applied.at),
  }
}
