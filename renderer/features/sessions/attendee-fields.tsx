import { needsConsent } from '#db/domain/session/consent.ts'
import { helperKinds, type HelperKind } from '#db/domain/session/room.ts'
import { newId } from '../../lib/new-id.ts'
import { attendeeCapacityLabels, helperKindLabels } from '../../lib/labels/sessions.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Seat } from './start-form.ts'

/** Somebody who is not in the case's list of parties. */
export const newcomer = (): Seat => ({
  key: newId(),
  capacity: 'helper',
  helperKind: 'relative',
  name: '',
  note: '',
  consented: false,
  isPresent: true,
  isNewcomer: true,
})

type Errors = { name?: string; consent?: string; party?: string }

export const newcomerErrors = (seat: Seat): Errors => ({
  ...(seat.name.trim() === '' ? { name: '请写上姓名' } : {}),
  ...(needsConsent(seat.capacity) && !seat.consented
    ? { consent: '要各方当事人都同意，才能请其参加（依据 B7）' }
    : {}),
  ...(seat.capacity === 'representative' && seat.partyId === undefined
    ? { party: '请选是哪一方的代理人' }
    : {}),
})

/** What somebody is: a kind of helper, or a capacity of its own. */
type Who = HelperKind | 'mediator' | 'party' | 'representative'

const choices: readonly { value: Who; label: string }[] = [
  ...helperKinds.map((kind) => ({ value: kind, label: helperKindLabels[kind] })),
  { value: 'representative', label: attendeeCapacityLabels.representative },
  { value: 'party', label: attendeeCapacityLabels.party },
  { value: 'mediator', label: attendeeCapacityLabels.mediator },
]
const isHelper = (who: Who): who is HelperKind => helperKinds.some((kind) => kind === who)

const whoIs = (seat: Seat): Who => {
  const { capacity, helperKind } = seat
  if (capacity === 'lawyer') return 'dutyLawyer'
  return capacity === 'helper' ? (helperKind ?? 'relative') : capacity
}

const seatAs = (seat: Seat, who: Who): Seat => {
  const { helperKind: _kind, partyId, ...rest } = seat
  if (isHelper(who))
    return { ...rest, capacity: who === 'dutyLawyer' ? 'lawyer' : 'helper', helperKind: who }
  const ofParty = who === 'mediator' || partyId === undefined ? {} : { partyId }
  return { ...rest, ...ofParty, capacity: who }
}

type Props = {
  seat: Seat
  onChange: (seat: Seat) => void
  errors: Errors
  parties: readonly { id: string; name: string }[]
  autoFocus?: boolean
  /** Asked party by party elsewhere. */
  withoutConsent?: boolean
}

export function AttendeeFields(props: Props) {
  const { seat, onChange, errors, parties, autoFocus, withoutConsent } = props
  const isSide = seat.capacity === 'representative' || seat.capacity === 'party'
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
        options={choices}
        value={whoIs(seat)}
        onChange={(who) => onChange(seatAs(seat, who))}
      />
      {isSide ? (
        <ChoiceField
          label="哪一方的"
          options={parties.map((party) => ({ value: party.id, label: party.name }))}
          value={seat.partyId}
          error={errors.party}
          onChange={(partyId) => onChange({ ...seat, partyId })}
        />
      ) : null}
      <div className="session-pair">
        <TextField
          label="单位或说明"
          maxLength={80}
          hint="例如：某某律师事务所、住在两家隔壁"
          value={seat.note}
          onChange={(note) => onChange({ ...seat, note })}
        />
        <TextField
          label="和当事人的关系"
          maxLength={200}
          hint="和哪一方有亲属、利害或者其他关系，要当场说明，没有就不填（依据 B5）"
          value={seat.disclosure ?? ''}
          onChange={(disclosure) => onChange({ ...seat, disclosure })}
        />
      </div>
      {needsConsent(seat.capacity) && !withoutConsent ? (
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
