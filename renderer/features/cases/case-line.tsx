import type { ReactNode } from 'react'
import type { CaseSummary } from '#contract/cases.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { formatDaysLeft } from '../../lib/format/date.ts'
import { nextStepLabels, urgencyOf } from '../../lib/labels/cases.ts'
import { Tag } from '../../ui/status-tag.tsx'

const tones = { late: 'late', soon: 'waiting', calm: 'plain' } as const

/** 剩 21 天, with the colour and symbol of its urgency. */
export function DaysLeft({ due }: { due: LocalDate }) {
  const day = today()
  return <Tag tone={tones[urgencyOf(day, due)]} word={formatDaysLeft(due, day)} />
}

/** The last safe day: the unrolled one. */
export const dueOf = (one: Pick<CaseSummary, 'deadline' | 'nextStep'>): LocalDate | undefined =>
  one.deadline?.raw ?? one.nextStep.dueOn

type CaseLineProps = {
  one: CaseSummary
  onOpen: () => void
  /** The mediator's name, for those who look after several. */
  withMediator?: boolean
  /** What can be done about it at once. */
  action?: ReactNode
}

/** One case on the board: who, what next, how long still. The whole line opens it. */
export function CaseLine({ one, onOpen, withMediator, action }: CaseLineProps) {
  const due = dueOf(one)
  return (
    <li className={action ? 'cases-acting' : undefined}>
      <button type="button" className="cases-line" onClick={onOpen}>
        <span className="cases-line-title">{one.title}</span>
        <span className="cases-line-more">
          <span className="nums">{one.caseNumber}</span>
          <span>{nextStepLabels[one.nextStep.code]}</span>
          {withMediator && one.mediatorName ? <span>{one.mediatorName}</span> : null}
          {due ? <DaysLeft due={due} /> : null}
        </span>
      </button>
      {action}
    </li>
  )
}
