import { copiesNeeded } from '#db/domain/agreement/completeness.ts'
import { contentFieldLabels } from '../../lib/labels/agreements.ts'
import { maxCopies, parseCopies } from '../../lib/parse-copies.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { AgreementForm, FormParty } from './agreement-form.ts'
import { focusField } from './field-target.ts'
import { performanceWords, withPerformanceWords } from './performance-words.ts'

type Props = {
  form: AgreementForm
  parties: readonly FormParty[]
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<AgreementForm>) => void
}

const fields = [
  { key: 'performanceManner', hint: '如：由某某公司按上表分期转账支付' },
  { key: 'performanceDeadline', hint: '如：2027年1月31日前全部付清' },
  { key: 'performancePlace', hint: '如：本中心，或收款人账户开户行所在地' },
] as const

export const PerformanceSection = ({ form, parties, errorAt, onChange }: Props) => (
  <Section
    title="4 履行和份数"
    extra={<FillButton form={form} parties={parties} onChange={onChange} />}
  >
    <div className="agreement-fields">
      {fields.map(({ key, hint }) => (
        <div key={key} data-path={key}>
          <TextAreaField
            label={contentFieldLabels[key]}
            required
            value={form[key]}
            maxLength={2000}
            minRows={1}
            hint={hint}
            error={errorAt(key)}
            onChange={(text) => onChange({ [key]: text })}
          />
        </div>
      ))}
      <div data-path="copies">
        <TextField
          label={contentFieldLabels.copies}
          required
          value={form.copies === undefined ? '' : String(form.copies)}
          inputMode="numeric"
          align="right"
          suffix="份"
          hint={`当事人 ${parties.length} 份，留存 1 份，至少 ${copiesNeeded(parties)} 份；要申请司法确认的加 1 份`}
          error={
            errorAt('copies') ??
            (form.copies === undefined ? `请写 1 到 ${maxCopies} 的数` : undefined)
          }
          onChange={(text) => onChange({ copies: parseCopies(text) })}
        />
      </div>
    </div>
  </Section>
)

/** Fills what is blank from the payment clauses. */
const FillButton = ({ form, parties, onChange }: Omit<Props, 'errorAt'>) => {
  const words = performanceWords(form, parties)
  const isFull = fields.every(({ key }) => form[key].trim() !== '')
  return words === undefined || isFull ? null : (
    <Button
      onClick={() => {
        onChange(withPerformanceWords(form, words))
        // The button has done its work and goes; the words want to be read
        focusField('performanceManner')
      }}
    >
      按付款条款填写
    </Button>
  )
}
