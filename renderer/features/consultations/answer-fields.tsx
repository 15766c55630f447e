import {
  hasLegalAidWithoutMeansTest,
  isLegalAidMatter,
  legalAidSource,
  legalAidText,
} from '#db/domain/consultation/legal-aid.ts'
import {
  consultationOutcomes,
  consultationSatisfactions,
  type ConsultationOutcome,
  type ConsultationSatisfaction,
} from '#db/domain/consultation/register.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ConsultationDraft } from './consultation-draft.ts'

const optionsOf = <V extends string>(words: Readonly<Record<V, string>>) =>
  (Object.entries(words) as [V, string][]).map(([value, label], index) => ({
    value,
    label,
    key: String(index + 1),
  }))
const outcomes = optionsOf<ConsultationOutcome>(consultationOutcomes)
const satisfactions = optionsOf<ConsultationSatisfaction>(consultationSatisfactions)
const signings = optionsOf<ConsultationDraft['signed']>({
  signed: '已签名',
  refused: '不愿签名',
  notAsked: '没有要求签名',
})

const wordsOf: Partial<Record<ConsultationOutcome, { label: string; placeholder: string }>> = {
  later: { label: '约在什么时候答复', placeholder: '如：周五上午打电话' },
  otherOffice: { label: '转到哪个部门', placeholder: '如：人社局劳动监察大队' },
}

type Props = {
  draft: ConsultationDraft
  onChange: (part: Partial<ConsultationDraft>) => void
}

/** What was answered and what comes of it. */
export function AnswerFields({ draft, onChange }: Props) {
  const more = draft.outcome && wordsOf[draft.outcome]
  return (
    <Section title="解答和处理">
      <div className="stack">
        <TextAreaField
          label="解答意见"
          value={draft.answer}
          onChange={(answer) => onChange({ answer })}
          maxLength={5000}
          minRows={4}
        />
        <TextField
          label="法律依据"
          value={draft.basis}
          onChange={(basis) => onChange({ basis })}
          maxLength={1000}
          placeholder="如：《劳动法》第五十条"
        />
        <LegalAidHint draft={draft} onChange={onChange} />
        <ChoiceField
          label="处理结果"
          options={outcomes}
          value={draft.outcome}
          onChange={(outcome) => onChange({ outcome })}
        />
        {more ? (
          <TextField
            {...more}
            value={draft.outcomeWords}
            onChange={(outcomeWords) => onChange({ outcomeWords })}
            maxLength={200}
          />
        ) : null}
        <ChoiceField
          label="咨询人签名"
          options={signings}
          value={draft.signed}
          onChange={(signed) => onChange({ signed })}
        />
        <ChoiceField
          label="满意度"
          options={satisfactions}
          value={draft.satisfaction}
          onChange={(satisfaction) => onChange({ satisfaction })}
        />
      </div>
    </Section>
  )
}

function LegalAidHint({ draft, onChange }: Props) {
  const { category, identities } = draft
  if (!category || !isLegalAidMatter(category)) return null
  const applies = hasLegalAidWithoutMeansTest(category, identities)
  return (
    <Notice
      tone={applies ? 'warning' : 'info'}
      title={applies ? '可以申请法律援助，不查经济困难' : '若是进城务工人员，可以申请法律援助'}
    >
      <p>
        {legalAidText}
        <span className="muted">（{legalAidSource}）</span>
      </p>
      {applies ? null : <p className="muted">是的话请在身份类别里勾选“农民工”。</p>}
      <CheckField
        label="已经告诉咨询人"
        value={draft.legalAidHintShown}
        onChange={(legalAidHintShown) => onChange({ legalAidHintShown })}
      />
    </Notice>
  )
}
