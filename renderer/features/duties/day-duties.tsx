import { now } from '../../lib/clock.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { minutesWords } from './duty-words.ts'
import {
  presenceOf,
  stepsOf,
  stepWords,
  type DayDuty,
  type DayShift,
  type DayStep,
} from './presence.ts'
import { presenceWords } from './presence-words.ts'

type DayDutiesProps = { shift: DayShift; onStep: (step: DayStep, duty: DayDuty) => void }

/** The people of one half-day at one desk. */
export function DayDuties({ shift, onStep }: DayDutiesProps) {
  const me = useMe()
  const isKeeper = hasRole(me, 'head', 'receptionist')
  const columns: Column<DayDuty>[] = [
    { key: 'who', title: '律师', render: (duty) => <Who duty={duty} mayOpen={isKeeper} /> },
    {
      key: 'phone',
      title: '电话',
      width: '8rem',
      render: ({ phone }) => <span className="nums">{phone === '' ? '没有登记' : phone}</span>,
    },
    {
      key: 'there',
      title: '到岗',
      width: '12.5rem',
      render: (duty) => <There duty={duty} />,
    },
    {
      key: 'minutes',
      title: '时长',
      width: '7.5rem',
      render: (duty) => <Minutes duty={duty} />,
    },
    {
      key: 'visitors',
      title: '接待',
      width: '4.5rem',
      render: ({ visitors }) => (visitors > 0 ? `${visitors} 件` : ''),
    },
    ...(isKeeper ? [stepColumn(hasRole(me, 'head'), onStep)] : []),
  ]
  return (
    <DataTable
      columns={columns}
      rows={shift.duties}
      rowKey={({ dutyId }) => dutyId}
      empty={<EmptyState text="没有人值这一班。" />}
    />
  )
}

const stepColumn = (
  isHead: boolean,
  onStep: (step: DayStep, duty: DayDuty) => void,
): Column<DayDuty> => ({
  key: 'do',
  title: '要做的',
  width: '18rem',
  render: (duty) => (
    <div className="row">
      {stepsOf(duty, now(), isHead).map((step) => (
        <Button
          key={step}
          aria-label={`${stepWords[step]}：${duty.lawyerName}`}
          onClick={() => onStep(step, duty)}
        >
          {stepWords[step]}
        </Button>
      ))}
    </div>
  ),
})

function Who({ duty, mayOpen }: { duty: DayDuty; mayOpen: boolean }) {
  const go = useGo()
  return (
    <>
      {mayOpen ? (
        <Button
          kind="link"
          className="duties-who"
          onClick={() => go({ to: 'myShifts', lawyerId: duty.lawyerId })}
        >
          {duty.lawyerName}
        </Button>
      ) : (
        <strong className="duties-whole">{duty.lawyerName}</strong>
      )}
      {duty.firmName === '' ? null : <span className="muted duties-whole"> {duty.firmName}</span>}
      {duty.insteadOfName ? (
        <span className="muted duties-whole"> 替 {duty.insteadOfName}</span>
      ) : null}
    </>
  )
}

function There({ duty }: { duty: DayDuty }) {
  const { word, tone } = presenceOf(duty, now())
  return (
    <div className="duties-there">
      <Tag tone={tone} word={word} />
      {duty.signedOutAt ? <span className="muted">{presenceWords(duty)}</span> : null}
      {duty.doubted ? <Tag tone="waiting" word="锁屏上的签到密码对不上，请核实" /> : null}
      {duty.noShowWords === '' ? null : <span className="muted">{duty.noShowWords}</span>}
    </div>
  )
}

function Minutes({ duty }: { duty: DayDuty }) {
  if (duty.correctedMinutes === undefined)
    return duty.minutes > 0 ? <>{minutesWords(duty.minutes)}</> : null
  return (
    <>
      {minutesWords(duty.correctedMinutes)}
      <span className="muted"> 更正：{duty.correctedReason}</span>
    </>
  )
}
