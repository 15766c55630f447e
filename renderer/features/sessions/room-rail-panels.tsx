import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { factCandidates } from './fact-state.ts'
import { FactsPanel, type FactDrafts } from './facts-panel.tsx'
import { KeyPoints } from './key-points.tsx'
import type { NotebookView } from './notebook-line.ts'
import type { Notebook } from './notebook.ts'
import { NotesPad } from './notes-pad.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { railTabs, type RailTab } from './rail-tabs.ts'
import { RoomRail } from './room-rail.tsx'
import type { PrivateNotes } from './use-private-notes.ts'

type Props = {
  record: SessionRecord
  notebook: Notebook
  view: NotebookView
  notes: PrivateNotes
  offers: ReactNode
  factDrafts: FactDrafts
  onFactDrafts: (change: (before: FactDrafts) => FactDrafts) => void
  reload: () => Promise<void>
  onCallIn: () => void
  onBackToLine: () => void
}

/** What stands in each part of the rail. */
export function RoomRailPanels(props: Props) {
  const { record, notebook, view, reload } = props
  const [tab, setTab] = useState<RailTab>('people')
  const tabs = railTabs({
    mayOpenWall: record.mayOpenWall,
    hasOffers: props.offers !== undefined && props.offers !== null,
  })
  const waiting = factCandidates(view.factLines, record.undisputedFacts).length
  const before = useRef(waiting)
  // A line was just marked as undisputed: the list that it can go into comes up, the cursor stays.
  useEffect(() => {
    if (waiting > before.current) setTab('facts')
    before.current = waiting
  }, [waiting])
  return (
    <RoomRail
      tabs={tabs}
      current={tab}
      onTab={setTab}
      counts={{ points: view.keyPoints.length, facts: record.undisputedFacts.length + waiting }}
      onBackToLine={props.onBackToLine}
      wallWord={
        record.mayOpenWall ? undefined : (
          <p className="session-hint">
            您不是本案的承办调解员：单独谈话、方案和私密备注只有承办调解员{record.mediatorName}
            本人能看、能记。双方谈话可以照常记录。
          </p>
        )
      }
      panels={{
        people: <PeoplePanel record={record} reload={reload} onCallIn={props.onCallIn} />,
        offers: props.offers,
        facts: (
          <FactsPanel
            record={record}
            view={view}
            drafts={props.factDrafts}
            onDrafts={props.onFactDrafts}
            reload={reload}
          />
        ),
        notes: <NotesPad notes={props.notes} />,
        points: <KeyPoints notebook={notebook} view={view} attendees={record.attendees} />,
      }}
    />
  )
}
