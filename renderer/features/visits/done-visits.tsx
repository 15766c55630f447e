import type { Visit } from '#contract/visits.ts'
import { mannerWords, recurrenceWords, visitTitle } from '#db/domain/visits/words.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { satisfactionLooks } from '../../lib/labels/visits.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'

type Props = {
  visits: readonly Visit[]
  mayEdit: boolean
  onRelapse: (visitId: string) => void
}

/** What was made and what was given up, the last first. */
export function DoneVisits({ visits, mayEdit, onRelapse }: Props) {
  if (visits.length === 0) return null
  return (
    <Section title="做过的回访">
      <ul className="visits-list">
        {visits.toReversed().map((visit) =>
          visit.state === 'done' ? (
            <DoneVisit key={visit.id} visit={visit} mayEdit={mayEdit} onRelapse={onRelapse} />
          ) : (
            <li key={visit.id} className="visits-done">
              <span className="visits-item-words">
                <span className="nums">{visit.plannedOn}</span>
                <span>{visitTitle(visit)}</span>
                <Tag tone="plain" word="没有做" />
              </span>
              <p>原因：{visit.skippedReason}</p>
            </li>
          ),
        )}
      </ul>
    </Section>
  )
}

type DoneProps = Omit<Props, 'visits'> & { visit: Visit }

function DoneVisit({ visit, mayEdit, onRelapse }: DoneProps) {
  const go = useGo()
  const { answers = {}, doneAt, sheetId, laterCase } = visit
  const { satisfaction, recurrence, manner } = answers
  const day = doneAt === undefined ? visit.plannedOn : formatInstant(doneAt)
  return (
    <li className="visits-done">
      <span className="visits-item-words">
        <strong className="nums">{day}</strong>
        <span>{[visitTitle(visit), manner && mannerWords[manner]].filter(Boolean).join('，')}</span>
        {satisfaction ? <Tag {...satisfactionLooks[satisfaction]} /> : null}
        {recurrence && recurrence !== 'none' ? (
          <Tag tone="late" word={recurrenceWords[recurrence]} />
        ) : null}
      </span>
      <dl className="visits-facts">
        <Fact name="被访人" value={answers.visitedName} />
        <Fact name="回访人" value={answers.visitorName} />
        <Fact name="履行情况" value={answers.performance} />
        <Fact name="反复隐患" value={answers.recurrenceWords} />
        <Fact name="后来的诉讼" value={answers.laterSuit} />
        <Fact name="调解不当" value={answers.mistakes} />
        <Fact name="采取的措施" value={answers.measures} />
      </dl>
      <div className="row">
        {sheetId ? (
          <Button
            aria-label={`打印回访记录：${day}`}
            onClick={() => go({ to: 'paper', form: 'f13', objectId: sheetId })}
          >
            打印回访记录
          </Button>
        ) : null}
        {laterCase ? (
          <Button onClick={() => go({ to: 'case', caseId: laterCase.caseId })}>
            看新案件 {laterCase.caseNumber}
          </Button>
        ) : null}
        {mayEdit && recurrence === 'escalated' && !laterCase ? (
          <Button onClick={() => onRelapse(visit.id)}>登记为新案件</Button>
        ) : null}
      </div>
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
