import type { CaseRecord } from '#contract/cases.ts'
import { partyRoleLabels } from '#db/domain/party.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { VisitForm } from './visit-form.ts'

type Party = CaseRecord['partyRecords'][number]
type Part = Pick<VisitForm, 'partyId' | 'visitedName'>

type Props = Part & {
  parties: readonly Party[]
  manner: VisitForm['manner']
  error: string | undefined
  onChange: (part: Part) => void
}

const inSight = 5
const somebodyElse = 'else'

/** To call somebody one has to see the number: it is that of the one party who is being called. */
const phoneHint = (party: Party | undefined, manner: VisitForm['manner']) => {
  if (!party || manner !== 'phone') return undefined
  return party.phone ? `电话 ${party.phone}` : '没有登记电话'
}

/** Which party was visited, or who else; the name stands to be mended. */
export function VisitedField({ parties, manner, partyId, visitedName, error, onChange }: Props) {
  const party = parties.find(({ id }) => id === partyId)
  const options = [
    ...parties.map(({ id, name, role }, index) => ({
      value: id,
      label: `${name}（${partyRoleLabels[role]}）`,
      ...(index < 9 ? { key: String(index + 1) } : {}),
    })),
    { value: somebodyElse, label: '其他人' },
  ]
  const choose = (value: string | undefined) => {
    const chosen = parties.find(({ id }) => id === value)
    onChange({ partyId: chosen?.id, visitedName: chosen?.name ?? '' })
  }
  const value = partyId ?? somebodyElse
  return (
    <>
      {parties.length > inSight ? (
        <SelectField label="回访哪一位" options={options} value={value} onChange={choose} />
      ) : (
        <ChoiceField
          label="回访哪一位"
          options={options}
          value={value}
          onChange={choose}
          vertical
          autoFocus
        />
      )}
      <TextField
        label="被访人姓名"
        required
        value={visitedName}
        onChange={(name) => onChange({ partyId, visitedName: name })}
        maxLength={100}
        hint={phoneHint(party, manner)}
        error={error}
      />
    </>
  )
}
