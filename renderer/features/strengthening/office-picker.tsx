import type { RouteRow } from '#contract/strengthening.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

export type ChosenOffice = { officeId?: string; name: string }
export type Proposals = RouteRow['proposals']

const byHand = 'byHand'

/** Where it was asked already, else the first that the rules name; a blank when none of the list fits. */
export const firstOffice = (proposals: Proposals, asked?: string): ChosenOffice => {
  const known = proposals.find(({ name }) => name === asked)
  if (asked !== undefined)
    return { name: asked, ...(known?.officeId === undefined ? {} : { officeId: known.officeId }) }
  const first = proposals.find(({ officeId }) => officeId !== undefined) ?? proposals[0]
  return first
    ? { name: first.name, ...(first.officeId === undefined ? {} : { officeId: first.officeId }) }
    : { name: '' }
}

type Props = {
  label: string
  proposals: Proposals
  /** Names of the list of offices, offered while typing. */
  names: readonly string[]
  value: ChosenOffice
  onChange: (office: ChosenOffice) => void
  error?: string
}

/** The offices that the rules name, each with its basis, or another written by hand. */
export function OfficePicker({ label, proposals, names, value, onChange, error }: Props) {
  const known = proposals.flatMap(({ officeId, name, basis }) =>
    officeId === undefined ? [] : [{ officeId, name, basis }],
  )
  const hint = proposals.find(({ officeId }) => officeId === undefined)
  const chosen = known.find(({ officeId }) => officeId === value.officeId)?.officeId ?? byHand
  const choose = (picked: string) => {
    const office = known.find(({ officeId }) => officeId === picked)
    onChange(office ? { officeId: office.officeId, name: office.name } : { name: '' })
  }
  return (
    <div className="stack">
      {known.length === 0 ? null : (
        <ChoiceField
          label={label}
          vertical
          options={[
            ...known.map(({ officeId, name, basis }) => ({
              value: officeId,
              label: name,
              hint: basis,
            })),
            { value: byHand, label: '别的机构' },
          ]}
          value={chosen}
          onChange={choose}
        />
      )}
      {chosen === byHand ? (
        <TextField
          label={known.length === 0 ? label : '机构全称'}
          required
          maxLength={100}
          value={value.name}
          onChange={(name) => onChange({ name })}
          suggestions={names}
          error={error}
          hint={hint ? `应当是：${hint.basis}` : undefined}
        />
      ) : null}
    </div>
  )
}
