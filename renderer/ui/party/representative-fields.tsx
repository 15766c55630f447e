import { Plus } from 'lucide-react'
import {
  authorities,
  authorityLabels,
  representativeKindLabels,
  representativeKinds,
} from '#db/domain/party.ts'
import { pathMark } from '../../lib/focus-path.ts'
import {
  newRepresentative,
  type PartyDraft,
  type RepresentativeDraft,
} from '../../lib/party-draft.ts'
import { Button } from '../button.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { FieldError } from '../field.tsx'
import { IdNumberField, PhoneField } from '../identity-fields.tsx'
import { SelectField } from '../select-field.tsx'
import { TextField } from '../text-field.tsx'
import type { Problems } from './party-problems.ts'

const kindOptions = representativeKinds.map((value) => ({
  value,
  label: representativeKindLabels[value],
}))
const authorityOptions = authorities.map((value) => ({ value, label: authorityLabels[value] }))

type Change = (change: (party: PartyDraft) => PartyDraft) => void
type ListProps = { party: PartyDraft; path: string; errors: Problems; onChange: Change }

/** Guardians, agents and the like of one party; any number, at most two agents. */
export function RepresentativeList({ party, path, errors, onChange }: ListProps) {
  const set = (representatives: RepresentativeDraft[]) =>
    onChange((now) => ({ ...now, representatives }))
  const all = party.representatives
  const tooMany = errors[`${path}.representatives`]
  return (
    <div className="party-representatives" {...pathMark(`${path}.representatives`)}>
      {all.map((one, index) => (
        <RepresentativeRow
          key={one.key}
          one={one}
          title={`代理人 ${index + 1}`}
          path={`${path}.representatives.${index}`}
          errors={errors}
          onChange={(next) => set(all.map((other) => (other.key === one.key ? next : other)))}
          onRemove={() => set(all.filter((other) => other.key !== one.key))}
        />
      ))}
      {tooMany ? <FieldError text={tooMany} /> : null}
      {all.length < 5 ? (
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() =>
            set([
              ...all,
              newRepresentative(party.kind === 'person' ? 'agent' : 'legalRepresentative'),
            ])
          }
        >
          加一位代理人
        </Button>
      ) : null}
    </div>
  )
}

type RowProps = {
  one: RepresentativeDraft
  title: string
  path: string
  errors: Problems
  onChange: (next: RepresentativeDraft) => void
  onRemove: () => void
}

function RepresentativeRow({ one, title, path, errors, onChange, onRemove }: RowProps) {
  const set = (part: Partial<RepresentativeDraft>) => onChange({ ...one, ...part })
  return (
    <fieldset className="party-representative">
      <legend>{title}</legend>
      <div className="party-grid">
        <SelectField
          label="代理人身份"
          options={kindOptions}
          value={one.kind}
          onChange={(kind) => set({ kind: kind ?? 'agent' })}
        />
        <div {...pathMark(`${path}.name`)}>
          <TextField
            label="代理人姓名"
            required
            maxLength={30}
            value={one.name}
            error={errors[`${path}.name`]}
            onChange={(name) => set({ name })}
            autoFocus={one.name === ''}
          />
        </div>
        <TextField
          label="与当事人的关系"
          maxLength={30}
          value={one.relation}
          onChange={(relation) => set({ relation })}
          suggestions={['父亲', '母亲', '配偶', '子女', '律师', '同事', '单位工作人员']}
        />
        <div {...pathMark(`${path}.phone`)}>
          <PhoneField
            label="代理人电话"
            value={one.phone}
            error={errors[`${path}.phone`]}
            onChange={(phone) => set({ phone })}
          />
        </div>
        <div {...pathMark(`${path}.idNumber`)}>
          <IdNumberField
            label="代理人身份证号"
            value={one.idNumber}
            error={errors[`${path}.idNumber`]}
            onChange={(idNumber) => set({ idNumber })}
          />
        </div>
        {one.kind === 'agent' ? (
          <ChoiceField
            label="授权"
            options={authorityOptions}
            value={one.authority}
            onChange={(authority) => set({ authority })}
            hint="代为承认、放弃、和解的，要有特别授权"
          />
        ) : null}
      </div>
      <Button kind="link" onClick={onRemove}>
        移除这位代理人
      </Button>
    </fieldset>
  )
}
