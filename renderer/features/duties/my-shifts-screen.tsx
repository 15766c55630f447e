import { CalendarPlus, Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import { mayStillAsk } from '#db/domain/duty/deadline.ts'
import { hasBegun } from '#db/domain/duty/half-day.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { now, today as todayNow } from '../../lib/clock.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo, useGoInstead, type ShiftStep } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { ComingShifts, PastShifts } from './shift-tables.tsx'
import { deskDays } from './desk-days.ts'
import { signableOf } from './duty-words.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { LogDialog, type CountsSlot } from './log-dialog.tsx'
import { monthAround } from './month-around.ts'
import { News } from './news.tsx'
import { NextShift } from './next-shift.tsx'
import { OwnDays, type ImportSlot } from './own-days.tsx'
import { PinSection } from './pin-section.tsx'
import { RequestList } from './request-list.tsx'
import { ServiceFigures } from './service-figures.tsx'
import { SignButton } from './sign-button.tsx'
import { signedWords } from './sign-words.ts'
import { SwapDialog } from './swap-dialog.tsx'
import { useIcs } from './use-ics.ts'
import './duties.css'

const minute = 60_000

export type MyShiftsScreenProps = {
  /** Another one than the person who is signed in: for keepers of the rota. */
  lawyerId?: string
  /** What somebody came for who clicked on the lock screen. */
  step?: ShiftStep
  counts: CountsSlot
  importDays: ImportSlot
}

/** 我的班次: the next one in large type, what comes and what was, leave, swaps, hours. */
export function MyShiftsScreen({ lawyerId, step, counts, importDays }: MyShiftsScreenProps) {
  const me = useMe()
  const isOwn = hasRole(me, 'lawyer')
  const asked = useAsk('duties.mine', isOwn || lawyerId === undefined ? {} : { lawyerId }, {
    every: minute,
    fresh: true,
  })
  const mine = asked.data
  const rules = useAsk('desks.all', {})
  const title = isOwn || !mine ? '我的班次' : `${mine.name}的班次`
  if (!mine || rules.loading) {
    const notLinked = asked.failure?.code === 'duties.notLinked'
    return (
      <Screen title={title} back={!isOwn}>
        {notLinked ? (
          <EmptyState text="您的账号还没有连到律师名册，所以看不到班次。请主任在 设置 → 律师 里把名册上的您和这个账号连上。" />
        ) : (
          <FailureNotice failure={asked.failure} />
        )}
        {asked.failure ? null : <Loading />}
      </Screen>
    )
  }
  return (
    <Shifts
      mine={mine}
      title={title}
      isOwn={isOwn}
      step={step}
      untilHour={rules.data?.settings.changesUntilHour}
      counts={counts}
      importDays={importDays}
    />
  )
}

type ShiftsProps = {
  mine: OutputOf<'duties.mine'>
  title: string
  isOwn: boolean
  step: ShiftStep | undefined
  /** Of the evening before. */
  untilHour: number | undefined
  counts: CountsSlot
  importDays: ImportSlot
}

/** A lawyer asks until the evening before; for others keepers do it until the shift begins. */
const mayBeAsked = (duty: DutyLine, isOwn: boolean, untilHour: number | undefined): boolean =>
  duty.state === 'planned' &&
  !hasBegun(duty, now()) &&
  (!isOwn || untilHour === undefined || mayStillAsk(duty.date, now(), untilHour))

/** Why the shown shift is not swapped by this button; other shifts have theirs in their rows. */
const noSwapWords = (isOwn: boolean): string =>
  isOwn ? '已过改班时间，请打电话给主任' : '这一班已经开始，请到“今天到岗”找人替'

type Open = { step: ShiftStep; duty?: DutyLine }

function Shifts({ mine, title, isOwn, step, untilHour, counts, importDays }: ShiftsProps) {
  const { lawyerId } = mine
  const go = useGo()
  const goInstead = useGoInstead()
  const today = todayNow()
  const [open, setOpen] = useState<Open | undefined>(step && { step })
  const [done, setDone] = useState<string>()
  const ics = useIcs({ lawyerId })
  const changeable = mine.coming.filter((duty) => mayBeAsked(duty, isOwn, untilHour))
  const close = () => setOpen(undefined)
  useEffect(() => {
    // Coming back to this page must not begin again.
    if (step) goInstead({ to: 'myShifts', ...(isOwn ? {} : { lawyerId }) })
  }, [step, isOwn, lawyerId, goInstead])
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Its button may stand far below.
    if (done) told.current?.scrollIntoView({ block: 'center' })
  }, [done])
  const finish = (words: string) => {
    setDone(words)
    setOpen(undefined)
  }
  const start = (wanted: ShiftStep, duty?: DutyLine) => {
    setDone(undefined)
    setOpen({ step: wanted, ...(duty ? { duty } : {}) })
  }
  const nextMayChange = changeable.some(({ dutyId }) => dutyId === mine.next?.dutyId)
  const noSwap = mine.next && !nextMayChange ? noSwapWords(isOwn) : undefined
  const swapped = open?.duty ?? changeable[0]
  const sign = isOwn ? signableOf(mine.coming, now()) : undefined
  return (
    <Screen
      title={title}
      subtitle={mine.firmName === '' ? undefined : mine.firmName}
      back={!isOwn}
      actions={
        <>
          <Button
            icon={<CalendarPlus aria-hidden="true" />}
            busy={ics.saving}
            disabled={mine.coming.length === 0}
            onClick={() => void ics.save()}
          >
            存成日历文件
          </Button>
          <Button
            icon={<Printer aria-hidden="true" />}
            onClick={() => go({ to: 'rotaPaper', of: { paper: 'rota', ...monthAround(today) } })}
          >
            打印本月值班表
          </Button>
        </>
      }
    >
      <div ref={told} hidden={!done}>
        {done ? (
          <Notice tone="done" onClose={() => setDone(undefined)}>
            {done}
          </Notice>
        ) : null}
      </div>
      {ics.saved ? <Notice tone="done">{ics.saved}</Notice> : null}
      <FailureNotice failure={ics.failure} />
      <NextShift duty={mine.next} today={today} hasPin={mine.hasPin}>
        <div className="row">
          {sign ? (
            <SignButton
              key={`${sign.dutyId} ${sign.kind}`}
              person={mine}
              sign={sign}
              duties={mine.coming}
              onSigned={(signed) => setDone(signedWords(signed.kind, signed))}
            />
          ) : null}
          <Button
            disabled={!nextMayChange}
            aria-describedby={noSwap ? 'duties-no-swap' : undefined}
            onClick={() => start('swap', mine.next)}
          >
            换班
          </Button>
          <Button onClick={() => start('leave')}>请假</Button>
          <Button onClick={() => start('log')}>补记接待</Button>
          {noSwap ? (
            <span id="duties-no-swap" className="hint">
              {noSwap}
            </span>
          ) : null}
        </div>
      </NextShift>
      <News news={mine.news} maySee={isOwn} />
      <div className="duties-mine">
        <div className="stack">
          {mine.requests.length > 0 ? (
            <Section title="换班和请假">
              <RequestList requests={mine.requests} readerId={lawyerId} />
            </Section>
          ) : null}
          <Section title="以后的班次">
            <ComingShifts
              duties={mine.coming}
              mayChange={(each) => changeable.includes(each)}
              onSwap={(each) => start('swap', each)}
              onLeave={(each) => start('leave', each)}
            />
          </Section>
          <Section title="值过的班">
            <PastShifts duties={mine.past} />
          </Section>
        </div>
        <div className="stack">
          <ServiceFigures mine={mine} />
          <OwnDays lawyerId={lawyerId} importDays={importDays} />
          {isOwn ? <PinSection lawyerId={lawyerId} hasPin={mine.hasPin} /> : null}
        </div>
      </div>
      {open?.step === 'leave' ? (
        <LeaveDialog
          lawyerId={lawyerId}
          coming={changeable}
          duty={open.duty ?? (nextMayChange ? mine.next : undefined)}
          onDone={finish}
          onClose={close}
        />
      ) : null}
      {open?.step === 'swap' && swapped ? (
        <SwapDialog
          coming={changeable}
          duty={swapped}
          isLateForNext={
            isOwn && open.duty === undefined && mine.next !== undefined && !nextMayChange
          }
          onDone={finish}
          onClose={close}
        />
      ) : null}
      {open?.step === 'swap' && !swapped ? (
        <Notice tone="info" onClose={close}>
          没有还可以自己换的班。已经过了改班时间的，请直接打电话给主任或窗口。
        </Notice>
      ) : null}
      {open?.step === 'log' ? (
        <LogDialog
          lawyerId={lawyerId}
          days={deskDays([...mine.coming, ...mine.past], now())}
          counts={counts}
          onClose={close}
        />
      ) : null}
    </Screen>
  )
}
