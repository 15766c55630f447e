import { consultationCategories } from '#db/domain/consultation/register.ts'
import type { CaseRecord } from '#contract/cases.ts'
import { useAsk } from '../../lib/ask.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

/** 来自咨询: the consultations out of which the case grew; nothing when there are none. */
export function ConsultationsPanel({ record }: { record: CaseRecord }) {
  const me = useMe()
  const go = useGo()
  const { data } = useAsk(
    'consultations.ofCase',
    { caseId: record.id },
    { enabled: hasRole(me, 'head', 'receptionist', 'mediator') },
  )
  if (!data || data.length === 0) return null
  return (
    <Section title="来自法律咨询">
      <ul className="cases-consultations">
        {data.map((row) => (
          <li key={row.id}>
            <span>
              {formatInstantShort(row.at)} {consultationCategories[row.category]}
              {row.lawyerName === undefined ? '' : `，${row.lawyerName}解答`}
            </span>
            <Button
              kind="link"
              aria-label={`打开咨询 ${row.number}`}
              onClick={() => go({ to: 'consultation', id: row.id })}
            >
              {row.number}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
