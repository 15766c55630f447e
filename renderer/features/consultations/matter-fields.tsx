import {
  consultationCategories,
  type ConsultationCategory,
} from '#db/domain/consultation/register.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ConsultationDraft, ConsultationProblems } from './consultation-draft.ts'

const categories = (Object.entries(consultationCategories) as [ConsultationCategory, string][]).map(
  ([value, label]) => ({ value, label }),
)

type Props = {
  draft: ConsultationDraft
  problems: ConsultationProblems
  onChange: (part: Partial<ConsultationDraft>) => void
}

/** What it is about. */
export function MatterFields({ draft, problems, onChange }: Props) {
  return (
    <Section title="咨询事项">
      <div className="stack">
        <div className="consultations-categories">
          <ChoiceField
            label="事项类别"
            required
            options={categories}
            value={draft.category}
            onChange={(category) => onChange({ category })}
            error={problems.category}
          />
        </div>
        <TextField
          label="对方当事人"
          value={draft.otherSide}
          onChange={(otherSide) => onChange({ otherSide })}
          maxLength={100}
          placeholder="姓名或单位"
        />
        <TextAreaField
          label="基本事实与诉求"
          value={draft.facts}
          onChange={(facts) => onChange({ facts })}
          maxLength={5000}
          minRows={4}
        />
        <TextField
          label="提供材料"
          value={draft.materials}
          onChange={(materials) => onChange({ materials })}
          maxLength={1000}
          placeholder="如：欠条复印件、工资流水"
        />
      </div>
    </Section>
  )
}
