import { attendeeCapacityLabels } from '../../lib/labels/sessions.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { needsConsent, type Seat } from './start-form.ts'

/** Somebody who is not in the case's list of parties. */
export const newcomer = (): Seat => ({
  key: crypto.randomUUID(),
  capacity: 'helper',
  name: '',
  note: '',
  consented: false,
  isPresent: true,
  isNewcomer: true,
})

type Errors = { name?: string; consent?: string }

export const newcomerErrors = (seat: Seat): Errors => ({
  ...(seat.name.trim() === '' ? { name: '请写上姓名' } : {}),
  ...(needsConsent(seat.capacity) && !seat.consented
    ? { consent: '要各方当事人都同意，才能请其参加（依据 B7）' }
    : {}),
})

const capacities = [
  { value: 'helper', label: attendeeCapacityLabels.helper },
  { value: 'lawyer', label: attendeeCapacityLabels.lawyer },
  { value: 'mediator', label: attendeeCapacityLabels.mediator },
  { value: 'party', label: attendeeCapacityLabels.party },
  { value: 'representative', label: attendeeCapacityLabels.representative },
] as const

type Props = {
  seat: Seat
  onChange: (seat: Seat) => void
  errors: Errors
  autoFocus?: boolean
}

export function AttendeeFields({ seat, onChange, errors, autoFocus }: Props) {
  return (
    <>
      <TextField
        label="姓名"
        required
        maxLength={30}
        value={seat.name}
        error={errors.name}
        autoFocus={autoFocus}
        onChange={(name) => onChange({ ...seat, name })}
      />
      <ChoiceField
        label="身份"
        options={capacities}
        value={seat.capacity}
        onChange={(capacity) => onChange({ ...seat, capacity })}
      />
      <TextField
        label="关系或单位"
        maxLength={80}
        hint="例如：申请人的邻居、某某律师事务所"
        value={seat.note}
        onChange={(note) => onChange({ ...seat, note })}
      />
      {needsConsent(seat.capacity) ? (
        <CheckField
          label="各方当事人都同意其参加"
          value={seat.consented}
          error={errors.consent}
          onChange={(consented) => onChange({ ...seat, consented })}
        />
      ) : null}
    </>
  )
}
