import { UserPlus } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { PartyRole } from '#db/domain/party.ts'
import { newParty, type PartyDraft } from '../../lib/party-draft.ts'
import { Button } from '../button.tsx'
import './party.css'
import { PartyFields } from './party-fields.tsx'
import { partyTitles, withNewParty } from './party-order.ts'
import type { Problems } from './party-problems.ts'

type ChangeParties = (change: (parties: PartyDraft[]) => PartyDraft[]) => void
export type PartyListEditorProps = {
  parties: readonly PartyDraft[]
  errors: Problems
  onChange: ChangeParties
  /** The first name takes the cursor when the screen opens. */
  autoFocus?: boolean
}

const maxParties = 200

/** Any number of parties on both sides. */
export function PartyListEditor({ parties, errors, onChange, autoFocus }: PartyListEditorProps) {
  const [added, setAdded] = useState<string>()
  const titles = partyTitles(parties)
  const change = useCallback(
    (key: string, step: (party: PartyDraft) => PartyDraft) =>
      onChange((all) => all.map((party) => (party.key === key ? step(party) : party))),
    [onChange],
  )
  const remove = useCallback(
    (key: string) => onChange((all) => all.filter((party) => party.key !== key)),
    [onChange],
  )
  const add = (role: PartyRole) => {
    const party = newParty(role)
    setAdded(party.key)
    onChange((all) => withNewParty(all, party))
  }
  return (
    <div className="party-list">
      {parties.map((party, index) => (
        <PartyFields
          key={party.key}
          party={party}
          index={index}
          title={titles[index] ?? ''}
          errors={errors}
          onChange={change}
          onRemove={parties.length > 1 ? remove : undefined}
          focusName={party.key === added || (autoFocus === true && index === 0 && !added)}
        />
      ))}
      <div className="row">
        <Button
          icon={<UserPlus aria-hidden="true" />}
          disabled={parties.length >= maxParties}
          onClick={() => add('applicant')}
        >
          加一位申请人
        </Button>
        <Button
          icon={<UserPlus aria-hidden="true" />}
          disabled={parties.length >= maxParties}
          onClick={() => add('respondent')}
        >
          加一位被申请人
        </Button>
      </div>
    </div>
  )
}
