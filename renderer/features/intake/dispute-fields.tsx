import { memo } from 'react'
import { pathMark } from '../../lib/focus-path.ts'
import { manyPeopleNote } from '../../lib/labels/intake.ts'
import { caseSourceOptions } from '../../lib/labels/taxonomy.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Problems } from '../../ui/party/party-problems.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TypePicker } from './type-picker.tsx'
import type { IntakeDraft } from './intake-draft.ts'

type Part = Pick<
  IntakeDraft,
  'typeCode' | 'narrative' | 'claim' | 'amountFen' | 'place' | 'peopleCount' | 'sourceCode'
>
type DisputeFieldsProps = Part & {
  isLargeGroup: boolean
  errors: Problems
  onChange: (part: Partial<Part>) => void
}

/** What the dispute is about. */
export const DisputeFields = memo(function DisputeFields(props: DisputeFieldsProps) {
  const { errors, onChange } = props
  return (
    <div className="stack">
      <div {...pathMark('typeCode')}>
        <TypePicker
          value={props.typeCode}
          onChange={(typeCode) => onChange({ typeCode })}
          error={errors['typeCode']}
        />
      </div>
      <div {...pathMark('narrative')}>
        <TextAreaField
          label="纠纷情况"
          required
          maxLength={20_000}
          minRows={2}
          value={props.narrative}
          onChange={(narrative) => onChange({ narrative })}
          placeholder="一两句话写明何时何地、因为什么事"
          error={errors['narrative']}
        />
      </div>
      <div className="intake-pair">
        <div {...pathMark('claim')}>
          <TextAreaField
            label="诉求"
            maxLength={4000}
            minRows={1}
            value={props.claim}
            onChange={(claim) => onChange({ claim })}
            error={errors['claim']}
          />
        </div>
        <div {...pathMark('amountFen')}>
          <MoneyField
            label="涉及金额"
            valueFen={props.amountFen}
            onChange={(amountFen) => onChange({ amountFen })}
            error={errors['amountFen']}
          />
        </div>
        <div {...pathMark('place')}>
          <TextField
            label="发生地"
            maxLength={200}
            value={props.place}
            onChange={(place) => onChange({ place })}
            error={errors['place']}
          />
        </div>
        <div {...pathMark('peopleCount')}>
          <TextField
            label="涉及人数"
            maxLength={6}
            inputMode="numeric"
            value={props.peopleCount}
            onChange={(peopleCount) => onChange({ peopleCount })}
            normalise={(text) => text.normalize('NFKC')}
            error={errors['peopleCount']}
          />
        </div>
        <div {...pathMark('sourceCode')}>
          <SelectField
            label="案件来源"
            required
            options={caseSourceOptions}
            value={props.sourceCode}
            onChange={(sourceCode) => onChange({ sourceCode: sourceCode ?? '' })}
            error={errors['sourceCode']}
          />
        </div>
      </div>
      {props.isLargeGroup ? <Notice tone="warning">{manyPeopleNote}</Notice> : null}
    </div>
  )
})
