import type { CaseRecord } from '#contract/cases.ts'
import { amountInWords } from '#db/domain/money.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { attitudeLabels, otherBodyLabels, scopeDoubtLabels } from '../../lib/labels/intake.ts'
import { caseSourceLabel, disputeTypeLabel } from '../../lib/labels/taxonomy.ts'
import { Section } from '../../ui/section.tsx'
import { Fact } from './party-panel.tsx'

const otherBodyWords = ({ otherBody, otherBodyName, otherBodyRefers }: CaseRecord): string =>
  otherBody === 'none'
    ? ''
    : `${otherBodyName || otherBodyLabels[otherBody]}${otherBodyRefers ? '，由其转来' : '已受理'}`

/** What was registered at the window. */
export function DisputePanel({ record }: { record: CaseRecord }) {
  return (
    <Section title="登记情况">
      <dl className="cases-facts">
        <Fact name="类型" value={disputeTypeLabel(record.typeCode)} />
        <Fact name="纠纷情况" value={record.narrative} />
        <Fact name="诉求" value={record.claim} />
        <Fact
          name="涉及金额"
          value={record.amountFen === undefined ? '' : amountInWords(record.amountFen)}
        />
        <Fact name="发生地" value={record.place} />
        <Fact name="涉及人数" value={`${record.peopleCount} 人`} />
        <Fact name="来源" value={caseSourceLabel(record.sourceCode)} />
        <Fact name="其他机关" value={otherBodyWords(record)} />
        <Fact name="对方态度" value={attitudeLabels[record.otherSide]} />
        <Fact
          name="请留意"
          value={record.scopeDoubts.map((doubt) => scopeDoubtLabels[doubt]).join('；')}
        />
        <Fact name="登记" value={`${formatInstant(record.appliedAt)}，${record.createdByName}`} />
      </dl>
    </Section>
  )
}
