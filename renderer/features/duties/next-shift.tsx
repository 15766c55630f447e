import type { ReactNode } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import { signTrouble } from '#db/domain/duty/sign.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { now } from '../../lib/clock.ts'
import { formatClock } from '../../lib/format/date.ts'
import { Tag } from '../../ui/status-tag.tsx'
import { awayWords, deskWords, halfDayWords, timesWords } from './duty-words.ts'
import { noPinWords } from './sign-words.ts'
import './duties.css'

type NextShiftProps = {
  duty: DutyLine | undefined
  today: LocalDate
  hasPin: boolean
  /** What can be done with it. */
  children?: ReactNode
}

/** From when one signs in, on the day itself; before that, what is missing for it. */
const signHint = (duty: DutyLine, today: LocalDate, hasPin: boolean): string | undefined => {
  if (!hasPin) return duty.signedOutAt ? undefined : noPinWords
  return duty.date === today &&
    !duty.signedInAt &&
    signTrouble({ ...duty, id: duty.dutyId }, 'in', now()) === 'duties.tooEarly'
    ? '上班前一小时起可以签到'
    : undefined
}

/** 下一班, in large type: the one thing that a lawyer looks for. */
export function NextShift({ duty, today, hasPin, children }: NextShiftProps) {
  return (
    <section className="duties-next" aria-labelledby="duties-next">
      <h2 id="duties-next">下一班</h2>
      {duty ? (
        <>
          <p className="duties-next-day">
            <strong>{halfDayWords(duty, today)}</strong>
            <span className="duties-next-away">{awayWords(duty.date, today)}</span>
          </p>
          <p className="duties-next-where">
            <span className="nums">{timesWords(duty)}</span>
            <span>{deskWords(duty)}</span>
            {duty.insteadOfName ? (
              <span className="duties-whole">替 {duty.insteadOfName}</span>
            ) : null}
            <SignState duty={duty} />
            <span className="hint">{signHint(duty, today, hasPin)}</span>
          </p>
        </>
      ) : (
        <p className="duties-next-none">以后八周没有排班。</p>
      )}
      {children}
    </section>
  )
}

/** 已签到 08:57 */
export function SignState({ duty }: { duty: Pick<DutyLine, 'signedInAt' | 'signedOutAt'> }) {
  if (duty.signedOutAt) return <Tag tone="done" word={`已签退 ${formatClock(duty.signedOutAt)}`} />
  if (duty.signedInAt) return <Tag tone="going" word={`已到岗 ${formatClock(duty.signedInAt)}`} />
  return null
}
