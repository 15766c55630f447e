import { useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { needsConsent, presentParties } from '#db/domain/session/consent.ts'
import { useRun } from '../../lib/ask.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AttendeeFields, newcomer, newcomerErrors } from './attendee-fields.tsx'
import { attendeeOf } from './start-form.ts'

type Props = {
  record: SessionRecord
  isHidden: boolean
  onClose: () => void
  onAdded: () => Promise<void>
}

/** Somebody is called in while the talk is under way; who agrees to it is noted party by party. */
export function AttendeeDialog({ record, isHidden, onClose, onAdded }: Props) {
  const [seat, setSeat] = useState(newcomer)
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const [areErrorsShown, setAreErrorsShown] = useState(false)
  const add = useRun('sessions.addAttendee')
  const consent = useRun('sessions.consent')
  const { name, party } = newcomerErrors(seat)
  const errors = { ...(name ? { name } : {}), ...(party ? { party } : {}) }
  const asked = presentParties(
    record.attendees,
    record.parties.map((one) => one.id),
  )
  const isCalledIn = needsConsent(seat.capacity)
  const addSeat = async () => {
    setAreErrorsShown(true)
    if (Object.keys(errors).length > 0) return
    const isAgreedByAll = record.parties.every((one) => agreed.includes(one.id))
    const added = await add.run({
      sessionId: record.id,
      attendee: { ...attendeeOf(seat), consented: !isCalledIn || isAgreedByAll },
    })
    if (!added) return
    if (isCalledIn && !isAgreedByAll && agreed.length > 0)
      // Were it refused, the rail still asks for the same consents
      await consent.run({ sessionId: record.id, attendeeId: added.id, partyIds: [...agreed] })
    await onAdded()
  }
  return (
    <Dialog
      open={!isHidden}
      title="请人参加"
      confirmText="请进来"
      busy={add.running || consent.running}
      failure={add.failure}
      width={760}
      onClose={onClose}
      onConfirm={() => void addSeat()}
    >
      <AttendeeFields
        seat={seat}
        onChange={setSeat}
        errors={areErrorsShown ? errors : {}}
        parties={record.parties}
        withoutConsent
        autoFocus
      />
      {isCalledIn ? (
        <fieldset className="session-ask">
          <legend className="tx-label">当事人是否同意</legend>
          <p className="session-hint">
            请亲属、邻居、同事、专家等参加，要各方当事人都同意（依据
            B7）。还没有都同意的，可以先请进来，但暂时不能发言。
          </p>
          {record.parties
            .filter((one) => asked.includes(one.id))
            .map((one) => (
              <CheckField
                key={one.id}
                label={`${one.name}同意`}
                value={agreed.includes(one.id)}
                onChange={(yes) =>
                  setAgreed((before) =>
                    yes ? [...before, one.id] : before.filter((id) => id !== one.id),
                  )
                }
              />
            ))}
        </fieldset>
      ) : null}
    </Dialog>
  )
}
