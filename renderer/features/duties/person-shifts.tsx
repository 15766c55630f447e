import { CalendarPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import type { ShiftStep } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { deskWords, halfDayWords, lawyerTitle, timesWords } from './duty-words.ts'
import { NextShift } from './next-shift.tsx'
import { SignButton } from './sign-button.tsx'
import { signedWords } from './sign-words.ts'
import { useIcs } from './use-ics.ts'
import './duties.css'

const minute = 60_000
const shownAtOnce = 5

type PersonShiftsProps = {
  lawyerId: string
  /** The password box; nothing for who has no account. */
  signIn: ReactNode
  step: ShiftStep | undefined
  onStep: (step: ShiftStep) => void
  onClose: () => void
}

/** One click on the own name: the next shift, signing in by PIN, the calendar file; no password. */
export function PersonShifts(props: PersonShiftsProps) {
  const { lawyerId, onClose } = props
  const asked = useAsk('duties.person', { lawyerId }, { every: minute, fresh: true })
  const person = asked.data?.lawyerId === lawyerId ? asked.data : undefined
  useShortcut('Escape', onClose)
  return (
    <div className="duties-front">
      <div className="duties-person-head">
        <h2>
          {person ? lawyerTitle(person.name) : ''}
          {person?.firmName ? <span className="duties-firm">{person.firmName}</span> : null}
        </h2>
        <Button shortcut="Escape" shortcutShownOnly onClick={onClose}>
          看本周值班表
        </Button>
      </div>
      <FailureNotice failure={asked.failure} />
      {person ? <Shifts key={lawyerId} {...props} person={person} /> : null}
      {!person && !asked.failure ? <Loading /> : null}
    </div>
  )
}

type Person = OutputOf<'duties.person'>

function Shifts({ person, signIn, step, onStep }: PersonShiftsProps & { person: Person }) {
  const today = todayNow()
  const [signed, setSigned] = useState<string>()
  const ics = useIcs({ lawyerId: person.lawyerId })
  const later = person.duties.filter(
    ({ dutyId, state }) => dutyId !== person.next?.dutyId && state === 'planned',
  )
  return (
    <>
      <NextShift duty={person.next} today={today} hasPin={person.hasPin}>
        {signed ? <Notice tone="done">{signed}</Notice> : null}
        {ics.saved ? <Notice tone="done">{ics.saved}</Notice> : null}
        <FailureNotice failure={ics.failure} />
        <div className="row">
          {person.sign ? (
            <SignButton
              key={`${person.sign.dutyId} ${person.sign.kind}`}
              person={person}
              sign={person.sign}
              duties={person.duties}
              autoFocus={!signIn}
              onSigned={(done) => setSigned(signedWords(done.kind, done))}
            />
          ) : null}
          <StepButtons hasAccount={Boolean(signIn)} step={step} onStep={onStep} />
          <Button
            icon={<CalendarPlus aria-hidden="true" />}
            busy={ics.saving}
            disabled={person.duties.length === 0}
            onClick={() => void ics.save()}
          >
            存成日历文件
          </Button>
        </div>
      </NextShift>
      {signIn ? (
        <section className="stack" aria-label="登录">
          <p>
            {step
              ? `${stepWords[step]}：输密码后打开。`
              : '看时长、答复换班、填不方便的日子，请登录。'}
          </p>
          {signIn}
        </section>
      ) : (
        <p className="hint">没有登录账号：请假、换班请告诉窗口工作人员或主任，由他们代办。</p>
      )}
      <LaterShifts duties={later} />
    </>
  )
}

const stepWords = { leave: '请假', swap: '换班', log: '补记接待' } as const satisfies Record<
  ShiftStep,
  string
>

type StepButtonsProps = {
  hasAccount: boolean
  step: ShiftStep | undefined
  onStep: (step: ShiftStep) => void
}

function StepButtons({ hasAccount, step, onStep }: StepButtonsProps) {
  if (!hasAccount) return null
  return (['leave', 'swap', 'log'] as const).map((each) => (
    <Button key={each} pressed={each === step} onClick={() => onStep(each)}>
      {stepWords[each]}
    </Button>
  ))
}

function LaterShifts({ duties }: { duties: readonly DutyLine[] }) {
  const today = todayNow()
  if (duties.length === 0) return null
  return (
    <section className="stack" aria-labelledby="duties-later">
      <h2 id="duties-later">以后的班次</h2>
      <ul className="duties-list">
        {duties.slice(0, shownAtOnce).map((duty) => (
          <li key={duty.dutyId}>
            <strong>{halfDayWords(duty, today)}</strong>
            <span className="nums">{timesWords(duty)}</span>
            <span className="muted">{deskWords(duty)}</span>
          </li>
        ))}
      </ul>
      {duties.length > shownAtOnce ? (
        <p className="hint">还有 {duties.length - shownAtOnce} 班，存成日历文件可看全部。</p>
      ) : null}
    </section>
  )
}
