import type { OutputOf } from '../../lib/ask.ts'
import { riskLooks } from '../../lib/labels/visits.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'

type Props = { visits: OutputOf<'visits.ofCase'>; onChange: () => void }

/** How closely to look after this case, and why. */
export function RiskSection({ visits, onChange }: Props) {
  const { risk, riskWords, riskProposed } = visits
  const isOwn = risk !== riskProposed.risk || riskWords !== ''
  return (
    <Section
      title="案件风险"
      extra={visits.mayEdit ? <Button onClick={onChange}>改风险</Button> : undefined}
    >
      <div className="stack">
        <div className="row">
          <Tag {...riskLooks[risk]} />
          <span className="muted">
            {isOwn
              ? `由人定的，系统建议${riskLooks[riskProposed.risk].word}`
              : '系统按登记的情况建议'}
          </span>
        </div>
        {riskWords ? <p>{riskWords}</p> : null}
        {riskProposed.why.length > 0 ? (
          <ul className="visits-why">
            {riskProposed.why.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        ) : (
          <p className="hint">没有发现人多、受伤、金额大、老当事人或者危险的话。</p>
        )}
        <p className="hint">风险越高，结束后回访越多。多少天回访一次由主任在设置里定。</p>
      </div>
    </Section>
  )
}
