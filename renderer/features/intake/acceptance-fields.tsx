import { memo } from 'react'
import { scopeDoubts } from '#db/domain/case/intake.ts'
import type { Reason } from '#db/domain/reason.ts'
import {
  attitudeLabels,
  optionsOf,
  otherBodyLabels,
  scopeDoubtLabels,
} from '../../lib/labels/intake.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ConsequenceList } from './consequence-list.tsx'
import type { IntakeDraft } from './intake-draft.ts'

const otherBodyOptions = optionsOf(otherBodyLabels)
const attitudeOptions = optionsOf(attitudeLabels)

type Part = Pick<
  IntakeDraft,
  'otherBody' | 'otherBodyName' | 'otherBodyRefers' | 'otherSide' | 'scopeDoubts'
>
type AcceptanceFieldsProps = Part & {
  findings: readonly Reason[]
  onChange: (part: Partial<Part>) => void
}

/** What decides whether it may be accepted, each answer with its consequence at once (A2, A3, A4). */
export const AcceptanceFields = memo(function AcceptanceFields(props: AcceptanceFieldsProps) {
  const { findings, onChange } = props
  const of = (...paths: string[]) => findings.filter(({ path }) => paths.includes(path))
  const doubts = new Set(props.scopeDoubts)
  return (
    <div className="stack">
      <ChoiceField
        label="别的机关受理过这件事吗"
        options={otherBodyOptions}
        value={props.otherBody}
        onChange={(otherBody) => onChange({ otherBody })}
      />
      {props.otherBody === 'none' ? null : (
        <div className="intake-pair">
          <TextField
            label="受理机关的名称"
            maxLength={60}
            value={props.otherBodyName}
            onChange={(otherBodyName) => onChange({ otherBodyName })}
          />
          <CheckField
            label="由该机关转来或委托本中心调解"
            value={props.otherBodyRefers}
            onChange={(otherBodyRefers) => onChange({ otherBodyRefers })}
          />
        </div>
      )}
      <ConsequenceList reasons={of('otherBody', 'sourceCode')} />
      <ChoiceField
        label="对方愿意调解吗"
        options={attitudeOptions}
        value={props.otherSide}
        onChange={(otherSide) => onChange({ otherSide })}
      />
      <ConsequenceList reasons={of('otherSide')} />
      <fieldset className="tx-field">
        <legend className="tx-label">是否要求处理以下事项（调解不能定的）</legend>
        <div className="tx-options">
          {scopeDoubts.map((doubt) => (
            <CheckField
              key={doubt}
              label={scopeDoubtLabels[doubt]}
              value={doubts.has(doubt)}
              onChange={(ticked) =>
                onChange({
                  scopeDoubts: scopeDoubts.filter((one) =>
                    one === doubt ? ticked : doubts.has(one),
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <ConsequenceList reasons={of('scopeDoubts')} />
    </div>
  )
})
