import type { CaseRecord } from '#contract/cases.ts'
import { formatYuan } from '#db/domain/money.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { obligationLooks } from '../../lib/labels/obligations.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'

type Performance = OutputOf<'obligations.get'>
type Obligation = Performance['obligations'][number]

const isSigned = ({ agreements }: CaseRecord): boolean =>
  agreements.some(({ status }) => status === 'signed')

/** The one that is late longest, else the one that is due next. */
const nextOf = (obligations: readonly Obligation[]): Obligation | undefined =>
  obligations
    .filter(({ state }) => state !== 'done' && state !== 'dropped')
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))[0]

/** What became of the agreement: paid, left, late, what is next, and the way to all that follows. */
export function AfterSigningPanel({ record }: { record: CaseRecord }) {
  const go = useGo()
  const caseId = record.id
  const { data, failure } = useAsk('obligations.get', { caseId }, { enabled: isSigned(record) })
  if (!isSigned(record)) return null
  return (
    <Section
      title="协议生效以后"
      extra={<Button onClick={() => go({ to: 'performance', caseId })}>登记履行、催促</Button>}
    >
      <FailureNotice failure={failure} />
      {data ? <Summary data={data} /> : null}
      <div className="row">
        <Button onClick={() => go({ to: 'strengthening', caseId })}>保障</Button>
        <Button onClick={() => go({ to: 'visits', caseId })}>回访</Button>
        <Button onClick={() => go({ to: 'clocks', caseId })}>期限</Button>
        <Button onClick={() => go({ to: 'calculations', caseId })}>计算</Button>
      </div>
    </Section>
  )
}

function Summary({ data }: { data: Performance }) {
  const { totals, obligations } = data
  const next = nextOf(obligations)
  if (obligations.length === 0) return <p className="muted">协议里没有要付的款项和要做的事。</p>
  const look = next && obligationLooks[next.state]
  return (
    <div className="cases-after">
      {totals.dueFen > 0 ? (
        <div className="nums">
          应付 {formatYuan(totals.dueFen)} 元，已付 {formatYuan(totals.paidFen)} 元，
          <strong>还差 {formatYuan(totals.leftFen)} 元</strong>
        </div>
      ) : null}
      {totals.lateCount > 0 ? (
        <Tag
          tone="late"
          word={`逾期 ${totals.lateCount} 期${totals.lateFen > 0 ? `，${formatYuan(totals.lateFen)} 元` : ''}`}
        />
      ) : null}
      {next && look ? (
        <div className="row">
          <span>
            {next.state === 'late' ? '最早一期' : '下一期'}：{next.title}
            {next.amountFen === undefined ? '' : `，差 ${formatYuan(next.leftFen)} 元`}
            {next.dueOn ? `，${formatDateWithWeekday(next.dueOn)} 前` : ''}
          </span>
          <Tag
            tone={look.tone}
            word={next.state === 'late' ? `${look.word} ${next.daysLate} 天` : look.word}
          />
        </div>
      ) : (
        <Tag tone="done" word="全部履行完毕" />
      )}
    </div>
  )
}
