import { useState } from 'react'
import { UserPlus } from 'lucide-react'
import type { CaseRecord } from '#contract/cases.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { attendeeCapacityLabels } from '../../lib/labels/sessions.ts'
import { AttendeeFields, newcomer, newcomerErrors } from './attendee-fields.tsx'
import './start-session.css'
import {
  presetStartForm,
  reasonsNotToStart,
  startInput,
  type Seat,
  type StartForm,
  type StartReason,
} from './start-form.ts'

/** Who is there, where, open or closed, who writes; Enter starts when the preset is right. */
export function StartSessionScreen({ caseId }: { caseId: string }) {
  const { data, failure } = useAsk('cases.get', { id: caseId })
  return (
    <Screen title="开始谈话" subtitle={data?.title} back={{ to: 'case', caseId }}>
      <FailureNotice failure={failure} />
      {data?.id === caseId ? <OpenOrStart record={data} /> : failure ? null : <Loading />}
    </Screen>
  )
}

function OpenOrStart({ record }: { record: CaseRecord }) {
  const go = useGo()
  const open = record.sessions.find((session) => session.status === 'open')
  if (!open) return <StartForm key={record.id} record={record} />
  return (
    <Notice
      tone="info"
      title={`第 ${open.ordinal} 次谈话还没有结束`}
      actions={
        <Button kind="primary" autoFocus onClick={() => go({ to: 'session', sessionId: open.id })}>
          进入这次谈话
        </Button>
      }
    >
      {formatInstant(open.startedAt)}开始，调解员{open.mediatorName}，已记 {open.entryCount} 句。
      结束这一次以后，才能开始新的。
    </Notice>
  )
}

const reasonTexts = {
  onlyOne: '至少要有调解员和另外一个人在场，请勾选到场的人。',
  noConsent: '协助人、律师参加，要各方当事人都同意；请勾选，或者去掉这个人。',
  noPlace: '请写上地点。',
  noRecorder: '请写上记录人。',
  nameless: '有一位加上的参加人没有写姓名，请补上或去掉。',
} satisfies Record<StartReason, string>

function StartForm({ record }: { record: CaseRecord }) {
  const me = useMe()
  const go = useGo()
  const [form, setForm] = useState<StartForm>(() => presetStartForm(record, me))
  const [isTried, setIsTried] = useState(false)
  const { run, running, failure } = useRun('sessions.start')
  const reasons = reasonsNotToStart(form)

  const setSeat = (seat: Seat) =>
    setForm({ ...form, seats: form.seats.map((one) => (one.key === seat.key ? seat : one)) })
  const start = async () => {
    setIsTried(true)
    if (reasons.length > 0) return
    const started = await run(startInput(record.id, form))
    if (started) go({ to: 'session', sessionId: started.id })
  }

  useShortcut('Ctrl+Enter', () => void start(), { everywhere: true, enabled: !running })

  return (
    <form
      className="session-form"
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <FailureNotice failure={failure} />
      <Section
        title="谁在场"
        extra={
          <Button
            icon={<UserPlus aria-hidden="true" />}
            onClick={() => setForm({ ...form, seats: [...form.seats, newcomer()] })}
          >
            加参加人
          </Button>
        }
      >
        <div className="session-seats">
          {form.seats.map((seat) =>
            seat.isNewcomer ? (
              <NewSeat
                key={seat.key}
                seat={seat}
                parties={record.partyRecords}
                areErrorsShown={isTried}
                onChange={setSeat}
                onRemove={() =>
                  setForm({ ...form, seats: form.seats.filter((one) => one.key !== seat.key) })
                }
              />
            ) : (
              <CheckField
                key={seat.key}
                label={
                  <>
                    <b>{seat.name}</b>
                    <span className="session-note">
                      {seat.note || attendeeCapacityLabels[seat.capacity]}
                    </span>
                  </>
                }
                value={seat.isPresent}
                disabled={seat.key === 'mediator'}
                onChange={(isPresent) => setSeat({ ...seat, isPresent })}
              />
            ),
          )}
        </div>
      </Section>
      <Section title="怎么谈">
        <div className="session-fields">
          <TextField
            label="地点"
            required
            maxLength={100}
            value={form.place}
            onChange={(place) => setForm({ ...form, place })}
          />
          <TextField
            label="记录人"
            required
            maxLength={30}
            value={form.recorderName}
            onChange={(recorderName) => setForm({ ...form, recorderName })}
          />
        </div>
        <ChoiceField
          label="是否公开"
          options={openness}
          value={form.isOpen ? 'open' : 'closed'}
          onChange={(value) => setForm({ ...form, isOpen: value === 'open' })}
          hint="一方要求不公开，或者涉及隐私、商业秘密的，选不公开；法院委派、委托的默认不公开（依据 C10）。"
        />
      </Section>
      {isTried && reasons.length > 0 ? (
        <Notice tone="danger" title="还不能开始">
          <ul className="session-reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reasonTexts[reason]}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="session-foot">
        <Button
          kind="primary"
          large
          htmlType="submit"
          autoFocus
          shortcut="Ctrl+Enter"
          shortcutShownOnly
          busy={running}
        >
          开始谈话
        </Button>
      </div>
    </form>
  )
}

const openness = [
  { value: 'open', label: '公开进行' },
  { value: 'closed', label: '不公开进行' },
] as const

type NewSeatProps = {
  seat: Seat
  parties: readonly { id: string; name: string }[]
  areErrorsShown: boolean
  onChange: (seat: Seat) => void
  onRemove: () => void
}

function NewSeat({ seat, parties, areErrorsShown, onChange, onRemove }: NewSeatProps) {
  return (
    <fieldset className="session-new-seat">
      <legend>另一位参加人</legend>
      <AttendeeFields
        seat={seat}
        parties={parties}
        onChange={onChange}
        errors={areErrorsShown ? newcomerErrors(seat) : {}}
        autoFocus
      />
      <Button onClick={onRemove}>去掉这个人</Button>
    </fieldset>
  )
}
