import type { DutyLine } from '#contract/duty-line.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { awayWords, halfDayWords, minutesWords, timesWords } from './duty-words.ts'
import { SignState } from './next-shift.tsx'
import { presenceWords } from './presence-words.ts'

function When({ duty, withAway }: { duty: DutyLine; withAway?: boolean }) {
  const today = todayNow()
  return (
    <>
      <strong>{halfDayWords(duty, today)}</strong>{' '}
      <span className="duties-when nums">
        {timesWords(duty)}
        {withAway ? <span className="muted">　{awayWords(duty.date, today)}</span> : null}
      </span>
    </>
  )
}

/** The place is whole, on a line of its own where both do not fit. */
function DeskName({ duty }: { duty: DutyLine }) {
  const { deskName, place } = duty
  if (place === '' || place === deskName) return <>{deskName}</>
  return (
    <>
      {deskName}
      <span className="duties-whole">（{place}）</span>
    </>
  )
}

type ComingShiftsProps = {
  duties: readonly DutyLine[]
  mayChange: (duty: DutyLine) => boolean
  onSwap: (duty: DutyLine) => void
  onLeave: (duty: DutyLine) => void
}

export function ComingShifts({ duties, mayChange, onSwap, onLeave }: ComingShiftsProps) {
  const columns: Column<DutyLine>[] = [
    {
      key: 'when',
      title: '班次',
      width: '13.5rem',
      render: (duty) => <When duty={duty} withAway />,
    },
    {
      key: 'where',
      title: '窗口',
      render: (duty) => (
        <>
          <DeskName duty={duty} />
          {duty.insteadOfName ? (
            <span className="muted duties-whole">替 {duty.insteadOfName}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'do',
      title: '要改的',
      width: '10rem',
      render: (duty) => (
        <div className="duties-row-steps">
          <SignState duty={duty} />
          {mayChange(duty) ? (
            <>
              <Button
                kind="link"
                aria-label={`换班：${halfDayWords(duty, todayNow())}`}
                onClick={() => onSwap(duty)}
              >
                换班
              </Button>
              <Button
                kind="link"
                aria-label={`请假：${halfDayWords(duty, todayNow())}`}
                onClick={() => onLeave(duty)}
              >
                请假
              </Button>
            </>
          ) : null}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      label="以后的班次"
      columns={columns}
      rows={duties.filter(({ state }) => state === 'planned')}
      rowKey={({ dutyId }) => dutyId}
      empty={<EmptyState text="以后八周没有排班。值班表发布后会出现在这里。" />}
    />
  )
}

type Past = OutputOf<'duties.mine'>['past'][number]

/** Signed in and never out: nothing counts until the head says how long. */
const isOpenEnded = ({ signedInAt, signedOutAt, corrected }: Past): boolean =>
  signedInAt !== undefined && signedOutAt === undefined && !corrected

export function PastShifts({ duties }: { duties: readonly Past[] }) {
  const columns: Column<Past>[] = [
    { key: 'when', title: '班次', render: (duty) => <When duty={duty} /> },
    { key: 'present', title: '签到签退', render: (duty) => presenceWords(duty) },
    {
      key: 'minutes',
      title: '时长',
      render: (duty) =>
        duty.noShow ? (
          <Tag tone="late" word="没来" />
        ) : (
          <>
            {isOpenEnded(duty) ? '没签退，请主任更正' : minutesWords(duty.minutes)}
            {duty.corrected ? <span className="muted"> 更正过</span> : null}
          </>
        ),
    },
  ]
  return (
    <DataTable
      label="值过的班"
      columns={columns}
      rows={duties}
      rowKey={({ dutyId }) => dutyId}
      empty={<EmptyState text="还没有值过班。" />}
    />
  )
}
