import {
  consultationManners,
  identityKinds,
  type ConsultationManner,
  type IdentityKind,
} from '#db/domain/consultation/register.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { PhoneField } from '../../ui/identity-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField, type SelectOption } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ConsultationDraft, ConsultationProblems } from './consultation-draft.ts'

const manners = (Object.entries(consultationManners) as [ConsultationManner, string][]).map(
  ([value, label], index) => ({ value, label, key: String(index + 1) }),
)
const sexes = [
  { value: 'male', label: '男', key: '1' },
  { value: 'female', label: '女', key: '2' },
] as const
const identities = Object.entries(identityKinds) as [IdentityKind, string][]

type Props = {
  draft: ConsultationDraft
  lawyers: readonly SelectOption<string>[]
  /** Of somebody who is noted and may not be named here. */
  lawyerName: string | undefined
  problems: ConsultationProblems
  onChange: (part: Partial<ConsultationDraft>) => void
}

/** Who asked, when and how, and who answered. */
export function PersonFields({ draft, lawyers, lawyerName, problems, onChange }: Props) {
  const turn = (kind: IdentityKind, on: boolean) =>
    onChange({
      identities: on
        ? [...draft.identities, kind]
        : draft.identities.filter((other) => other !== kind),
    })
  return (
    <Section title="咨询人">
      <div className="stack">
        <TextField
          label="姓名"
          required={!draft.anonymous}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={50}
          disabled={draft.anonymous}
          error={problems.name}
          autoFocus
        />
        <CheckField
          label="不愿登记姓名（登记表上会注明未出示证件）"
          value={draft.anonymous}
          onChange={(anonymous) => onChange({ anonymous })}
        />
        <ChoiceField
          label="方式"
          options={manners}
          value={draft.manner}
          onChange={(manner) => onChange({ manner })}
        />
        <div className="consultations-pair">
          <DateField
            label="哪一天"
            required
            value={draft.day}
            onChange={(day) => onChange({ day })}
            error={problems.day}
          />
          <TextField
            label="几点"
            required
            value={draft.clock}
            onChange={(clock) => onChange({ clock })}
            maxLength={10}
            error={problems.clock}
          />
        </div>
        <SelectField
          label="解答律师"
          options={lawyers}
          value={draft.lawyerId}
          onChange={(lawyerId) => onChange({ lawyerId })}
          placeholder={lawyerName ?? '请选择，可输入姓名首字母'}
          clearable
        />
        <div className="consultations-pair">
          <PhoneField value={draft.phone} onChange={(phone) => onChange({ phone })} />
          <TextField
            label="年龄"
            value={draft.age}
            onChange={(age) => onChange({ age })}
            maxLength={6}
            inputMode="numeric"
            suffix="岁"
            error={problems.age}
          />
        </div>
        <ChoiceField
          label="性别"
          options={sexes}
          value={draft.sex}
          onChange={(sex) => onChange({ sex })}
        />
        <fieldset className="consultations-identities">
          <legend className="tx-label">身份类别（可多选）</legend>
          {identities.map(([kind, name]) => (
            <CheckField
              key={kind}
              label={name}
              value={draft.identities.includes(kind)}
              onChange={(on) => turn(kind, on)}
            />
          ))}
        </fieldset>
        <TextField
          label="单位"
          value={draft.workUnit}
          onChange={(workUnit) => onChange({ workUnit })}
          maxLength={100}
        />
        <TextField
          label="住址"
          value={draft.address}
          onChange={(address) => onChange({ address })}
          maxLength={200}
        />
      </div>
    </Section>
  )
}
