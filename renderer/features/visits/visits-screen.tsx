import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import type { Visit } from '#contract/visits.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { useKeptDraft } from '../../lib/kept-draft.ts'
import { useMe } from '../../lib/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { LinkedCases } from '../../ui/linked-cases.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { DoneVisits } from './done-visits.tsx'
import { PlannedVisits } from './planned-visits.tsx'
import { RecordForm } from './record-form.tsx'
import { RelapseDialog } from './relapse-dialog.tsx'
import { RiskSection } from './risk-section.tsx'
import { VisitDialogs, type VisitAsked } from './visit-dialogs.tsx'
import { beginVisit, type VisitForm } from './visit-form.ts'
import './visits.css'

/** 回访: when somebody asks how it goes, and what came of it. */
export function VisitsScreen({ caseId }: { caseId: string }) {
  const asked = useAsk('cases.get', { id: caseId })
  const visits = useAsk('visits.ofCase', { caseId })
  if (asked.data && visits.data) return <VisitsPage record={asked.data} visits={visits.data} />
  const failure = asked.failure ?? visits.failure
  return (
    <Screen title="回访" back={{ to: 'case', caseId }}>
      <FailureNotice failure={failure} />
      {failure ? null : <Loading text="正在打开回访…" />}
    </Screen>
  )
}

type PageProps = { record: CaseRecord; visits: OutputOf<'visits.ofCase'> }

/** What was begun is kept until it is recorded; of which visit it is stands with it. */
type Begun = { visitId: string | undefined; form: VisitForm }

function VisitsPage({ record, visits }: PageProps) {
  const me = useMe()
  const kept = useKeptDraft<Begun>('visit', visits.mayEdit ? record.id : undefined)
  const { draft: begun, keep } = kept
  const [writing, setWriting] = useState(false)
  const [asked, setAsked] = useState<VisitAsked>()
  const [relapse, setRelapse] = useState<string>()
  const write = (visit: Visit | undefined) => {
    // Words begun for another visit of the case are taken along: they are about the same people.
    keep({
      visitId: visit?.id,
      form: begun?.form ?? beginVisit(record.partyRecords, me.name, now()),
    })
    setWriting(true)
  }
  const planned = visits.visits.filter(({ state }) => state === 'planned')
  const done = visits.visits.filter(({ state }) => state !== 'planned')
  const subtitle = (
    <>
      {record.title} <span className="nums">{record.caseNumber}</span>
    </>
  )
  if (writing && begun)
    return (
      <Screen title="记录回访" subtitle={subtitle} back={() => setWriting(false)}>
        <RecordForm
          record={record}
          visit={planned.find(({ id }) => id === begun.visitId)}
          form={begun.form}
          onChange={(form) => keep({ ...begun, form })}
          onClose={() => setWriting(false)}
          onDiscard={() => {
            keep(undefined)
            setWriting(false)
          }}
          onDone={({ id, escalated }) => {
            keep(undefined)
            setWriting(false)
            if (escalated) setRelapse(id)
          }}
        />
      </Screen>
    )
  return (
    <Screen title="回访" subtitle={subtitle} back={{ to: 'case', caseId: record.id }}>
      <div className="visits-page">
        <div className="visits-main">
          <PlannedVisits
            record={record}
            visits={planned}
            hasDone={visits.visits.some(({ state }) => state === 'done')}
            mayEdit={visits.mayEdit && kept.isLoaded}
            hasBegun={begun !== undefined}
            onRecord={write}
            onAsk={setAsked}
          />
          <DoneVisits visits={done} mayEdit={visits.mayEdit} onRelapse={setRelapse} />
        </div>
        <div className="visits-side">
          <RiskSection visits={visits} onChange={() => setAsked({ dialog: 'risk' })} />
          {visits.earlierCase || visits.laterCases.length > 0 ? (
            <Section title="前后关联的案件">
              <LinkedCases earlier={visits.earlierCase} later={visits.laterCases} />
            </Section>
          ) : null}
        </div>
      </div>
      <VisitDialogs
        record={record}
        visits={visits}
        asked={asked}
        onClose={() => setAsked(undefined)}
      />
      <RelapseDialog
        record={record}
        visit={visits.visits.find(({ id }) => id === relapse)}
        onClose={() => setRelapse(undefined)}
      />
    </Screen>
  )
}
