import type { CaseRecord } from '#contract/cases.ts'
import { useAsk } from '../../lib/ask.ts'
import { riskLooks } from '../../lib/labels/visits.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { LinkedCases } from '../../ui/linked-cases.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'

/** How closely to look after the case, and the cases before and after it. */
export function RiskPanel({ record }: { record: CaseRecord }) {
  const go = useGo()
  const caseId = record.id
  const { data } = useAsk('visits.ofCase', { caseId }, { enabled: record.contentVisible })
  if (!data) return null
  const { risk, riskProposed, riskWords } = data
  const why = riskWords === '' ? riskProposed.why.join('；') : riskWords
  return (
    <Section
      title="风险和回访"
      extra={<Button onClick={() => go({ to: 'visits', caseId })}>看回访</Button>}
    >
      <div className="row">
        <Tag {...riskLooks[risk]} />
        {why ? <span>{why}</span> : null}
      </div>
      <LinkedCases earlier={data.earlierCase} later={data.laterCases} />
    </Section>
  )
}
