import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useState } from 'react'
import { parseLocalDate } from '#db/domain/local-date.ts'
import { partyRoleLabels, partyRoles, sexLabels, sexes } from '#db/domain/party.ts'
import { pathMark } from '../../lib/focus-path.ts'
import { withIdNumber, type PartyDraft } from '../../lib/party-draft.ts'
import { Button } from '../button.tsx'
import { ChoiceField } from '../choice-field.tsx'
import { DateField } from '../date-field.tsx'
import { CreditCodeField, IdNumberField, PhoneField } from '../identity-fields.tsx'
import { SelectField } from '../select-field.tsx'
import { TextField } from '../text-field.tsx'
import type { Problems } from './party-problems.ts'
import { RepresentativeList } from './representative-fields.tsx'

const kindOptions = [
  { value: 'person', label: '个人' },
  { value: 'organisation', label: '单位' },
] as const
const sexOptions = sexes.map((value) => ({ value, label: sexLabels[value] }))
const roleOptions = partyRoles.map((value) => ({ value, label: partyRoleLabels[value] }))
const ethnicities = [
  '汉族',
  '土家族',
  '苗族',
  '回族',
  '侗族',
  '彝族',
  '壮族',
  '布依族',
  '满族',
  '蒙古族',
]
const occupations = [
  '工人',
  '农民',
  '个体经营',
  '企业主',
  '职员',
  '司机',
  '快递外卖',
  '建筑工',
  '服务员',
  '退休',
  '学生',
  '无业',
]

export type PartyFieldsProps = {
  party: PartyDraft
  index: number
  /** 申请人, 被申请人 2 …: names the group. */
  title: string
  errors: Problems
  onChange: (key: string, change: (party: PartyDraft) => PartyDraft) => void
  onRemove: ((key: string) => void) | undefined
  focusName: boolean
}

type PartProps = {
  party: PartyDraft
  path: string
  errors: Problems
  set: (part: Partial<PartyDraft>) => void
  change: (change: (party: PartyDraft) => PartyDraft) => void
}

const hasMore = (party: PartyDraft): boolean =>
  party.representatives.length > 0 ||
  [party.ethnicity, party.occupation, party.workUnit, party.legalRepName].some(
    (text) => text !== '',
  )

/** One party of the dispute: what is always asked in sight, the rest folded away. */
export const PartyFields = memo(function PartyFields(props: PartyFieldsProps) {
  const { party, index, title, errors, onChange, onRemove, focusName } = props
  const path = `parties.${index}`
  const [opened, setOpened] = useState(() => hasMore(party))
  const wrongInside = Object.keys(errors).some((key) => key.startsWith(`${path}.representatives`))
  const isOpen = opened || wrongInside
  const change: PartProps['change'] = (step) => onChange(party.key, step)
  const part: PartProps = {
    party,
    path,
    errors,
    change,
    set: (fields) => change((now) => ({ ...now, ...fields })),
  }
  return (
    <fieldset className="party" aria-label={title}>
      <div className="party-head">
        <span className="party-title" aria-hidden="true">
          {title}
        </span>
        <ChoiceField
          label={`${title}是`}
          hideLabel
          options={kindOptions}
          value={party.kind}
          onChange={(kind) => part.set({ kind })}
        />
        {onRemove ? (
          <Button kind="link" aria-label={`移除${title}`} onClick={() => onRemove(party.key)}>
            移除
          </Button>
        ) : null}
      </div>
      <MainFields
        {...part}
        focusName={focusName}
        isOpen={isOpen}
        onToggle={() => setOpened(!isOpen)}
      />
      {isOpen ? <MoreFields {...part} /> : null}
    </fieldset>
  )
})

type MainFieldsProps = PartProps & { focusName: boolean; isOpen: boolean; onToggle: () => void }

function MainFields(props: MainFieldsProps) {
  const { party, path, errors, set, change, isOpen } = props
  const isPerson = party.kind === 'person'
  return (
    <div className="party-grid">
      <div {...pathMark(`${path}.name`)}>
        <TextField
          label={isPerson ? '姓名' : '单位名称'}
          required
          maxLength={100}
          value={party.name}
          error={errors[`${path}.name`]}
          onChange={(name) => set({ name })}
          autoFocus={props.focusName}
        />
      </div>
      <div {...pathMark(`${path}.phone`)}>
        <PhoneField
          value={party.phone}
          error={errors[`${path}.phone`]}
          onChange={(phone) => set({ phone })}
        />
      </div>
      {isPerson ? (
        <div {...pathMark(`${path}.idNumber`)}>
          <IdNumberField
            value={party.idNumber}
            error={errors[`${path}.idNumber`]}
            hint={identityHint(party)}
            onChange={(idNumber) => change((now) => withIdNumber(now, idNumber))}
          />
        </div>
      ) : (
        <div {...pathMark(`${path}.creditCode`)}>
          <CreditCodeField
            value={party.creditCode}
            error={errors[`${path}.creditCode`]}
            onChange={(creditCode) => set({ creditCode })}
          />
        </div>
      )}
      <div className="party-wide" {...pathMark(`${path}.address`)}>
        <TextField
          label={isPerson ? '住址' : '住所地'}
          maxLength={200}
          value={party.address}
          error={errors[`${path}.address`]}
          onChange={(address) => set({ address })}
        />
      </div>
      <Button
        kind="link"
        className="party-more"
        aria-expanded={isOpen}
        icon={isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        onClick={props.onToggle}
      >
        {isPerson ? '性别、职业、代理人等' : '法定代表人、代理人'}
      </Button>
    </div>
  )
}

/** What the number says, so that the window can compare it with the card. */
const identityHint = (party: PartyDraft): string | undefined => {
  if (!party.sex || party.birthDate === '' || party.idNumber === '') return undefined
  return `${sexLabels[party.sex]}，${party.birthDate} 出生`
}

function MoreFields({ party, path, errors, set, change }: PartProps) {
  return (
    <div className="party-details">
      <div className="party-grid">
        <SelectField
          label="在本案中是"
          options={roleOptions}
          value={party.role}
          onChange={(role) => set({ role: role ?? 'party' })}
        />
        {party.kind === 'person' ? (
          <PersonFields party={party} set={set} />
        ) : (
          <OrganisationFields party={party} set={set} />
        )}
      </div>
      <RepresentativeList party={party} path={path} errors={errors} onChange={change} />
    </div>
  )
}

function PersonFields({ party, set }: Pick<PartProps, 'party' | 'set'>) {
  return (
    <>
      <ChoiceField
        label="性别"
        options={sexOptions}
        value={party.sex}
        onChange={(sex) => set({ sex })}
      />
      <DateField
        label="出生日期"
        value={parseLocalDate(party.birthDate)}
        onChange={(birthDate) => set({ birthDate: birthDate ?? '' })}
      />
      <TextField
        label="民族"
        maxLength={20}
        value={party.ethnicity}
        onChange={(ethnicity) => set({ ethnicity })}
        suggestions={ethnicities}
      />
      <TextField
        label="职业"
        maxLength={50}
        value={party.occupation}
        onChange={(occupation) => set({ occupation })}
        suggestions={occupations}
      />
      <TextField
        label="工作单位"
        maxLength={100}
        value={party.workUnit}
        onChange={(workUnit) => set({ workUnit })}
      />
    </>
  )
}

function OrganisationFields({ party, set }: Pick<PartProps, 'party' | 'set'>) {
  return (
    <>
      <TextField
        label="法定代表人或负责人"
        maxLength={30}
        value={party.legalRepName}
        onChange={(legalRepName) => set({ legalRepName })}
      />
      <TextField
        label="职务"
        maxLength={30}
        value={party.legalRepTitle}
        onChange={(legalRepTitle) => set({ legalRepTitle })}
        suggestions={['董事长', '执行董事', '总经理', '经营者', '负责人']}
      />
    </>
  )
}
