import { useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { contentFieldLabels } from '../../lib/labels/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import type { AgreementForm } from './agreement-form.ts'
import { withPoint } from './key-points.ts'

type TextKey = 'facts' | 'issues' | 'responsibilities'
type Props = {
  form: AgreementForm
  keyPoints: AgreementRecord['keyPoints']
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<AgreementForm>) => void
}

const fields: readonly { key: TextKey; hint?: string }[] = [
  { key: 'facts', hint: '时间、地点、经过、造成的后果' },
  { key: 'issues', hint: '双方在哪些地方意见不一致' },
  { key: 'responsibilities', hint: '各方各负什么责任' },
]

export const FactsSection = ({ form, keyPoints, errorAt, onChange }: Props) => {
  const [showPoints, setShowPoints] = useState(false)
  return (
    <Section
      title="2 纠纷事实"
      extra={
        keyPoints.length > 0 ? (
          <Button aria-expanded={showPoints} onClick={() => setShowPoints(!showPoints)}>
            从要点带入（{keyPoints.length}）
          </Button>
        ) : undefined
      }
    >
      {showPoints ? (
        <ul className="agreement-points" aria-label="记录的要点">
          {keyPoints.map((point, index) => (
            // The list of a record is fixed while it is shown
            <li key={index}>
              <span>
                {point.isUndisputed ? '各方都认可' : point.speaker}：{point.text}
              </span>
              <Button
                disabled={form.facts.includes(point.text)}
                onClick={() => onChange({ facts: withPoint(form.facts, point) })}
              >
                {form.facts.includes(point.text) ? '已带入' : '带入'}
              </Button>
            </li>
          ))}
        </ul>
      ) : undefined}
      <div className="agreement-fields">
        {fields.map(({ key, hint }) => (
          <div key={key} data-path={key}>
            <TextAreaField
              label={contentFieldLabels[key]}
              required
              value={form[key]}
              maxLength={20_000}
              minRows={key === 'facts' ? 4 : 2}
              hint={hint}
              error={errorAt(key)}
              onChange={(text) => onChange({ [key]: text })}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}
