import { useState } from 'react'
import type { Application } from '#contract/strengthening.ts'
import { nextSteps, type ApplicationStep } from '#db/domain/strengthening/application.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { formatYuan } from '#db/domain/money.ts'
import { today } from '../../lib/clock.ts'
import { formatDate, formatDaysLeft, formatInstant } from '../../lib/format/date.ts'
import { applicationStateLooks, stepLabel } from '../../lib/labels/strengthening.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { ProgressDialog } from './progress-dialog.tsx'

type Props = { applications: readonly Application[]; mayEdit: boolean }

/** What was applied for, the newest first, with the clocks that run and the steps that may come next. */
export function ApplicationList({ applications, mayEdit }: Props) {
  const [opened, setOpened] = useState<{ application: Application; step: ApplicationStep }>()
  return (
    <>
      <ul className="strengthening-applications" aria-label="申请记录">
        {applications.map((each) => (
          <li key={each.id}>
            <ApplicationItem application={each} />
            {mayEdit ? (
              <Steps application={each} onStep={(step) => setOpened({ application: each, step })} />
            ) : null}
          </li>
        ))}
      </ul>
      {opened ? (
        <ProgressDialog
          key={`${opened.application.id} ${opened.step}`}
          {...opened}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </>
  )
}

function ApplicationItem({ application }: { application: Application }) {
  const { routeName, officeName, appliedAt, state, number, amountFen, reason, words, clocks } =
    application
  const { acceptedOn, servedOn, decidedOn } = application
  const days = [
    acceptedOn && `${formatDate(acceptedOn)}受理`,
    servedOn && `${formatDate(servedOn)}送达债务人`,
    decidedOn && `${formatDate(decidedOn)}${applicationStateLooks[state].word}`,
  ].filter((text) => text !== undefined)
  return (
    <div className="strengthening-application">
      <div className="row">
        <strong>{routeName}</strong>
        <Tag {...applicationStateLooks[state]} />
      </div>
      <div>
        {formatInstant(appliedAt)} 向{officeName}申请
        {amountFen === undefined ? null : `，${formatYuan(amountFen)} 元`}
        {number === '' ? null : `，${number}`}
      </div>
      {days.length > 0 ? <div className="muted">{days.join('，')}</div> : null}
      {reason === '' ? null : <div>原因：{reason}</div>}
      {words === '' ? null : <div className="muted">{words}</div>}
      {clocks.map(({ name, raw }) => (
        <div key={name} className="strengthening-clock">
          {name}：最晚 <strong>{formatDate(raw)}</strong>（{formatDaysLeft(raw, today())}）
        </div>
      ))}
    </div>
  )
}

type StepsProps = { application: Application; onStep: (step: ApplicationStep) => void }

function Steps({ application, onStep }: StepsProps) {
  const { route, appliedAt, routeName } = application
  const steps = nextSteps({ ...application, appliedOn: localDateOf(appliedAt) })
  if (steps.length === 0) return null
  return (
    <div className="row">
      {steps.map((step) => (
        <Button
          key={step}
          aria-label={`${routeName}：${stepLabel(route, step)}`}
          onClick={() => onStep(step)}
        >
          {stepLabel(route, step)}
        </Button>
      ))}
    </div>
  )
}
