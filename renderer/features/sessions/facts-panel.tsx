import { Plus, Printer } from 'lucide-react'
import type { SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { FactItem } from './fact-item.tsx'
import { factCandidates } from './fact-state.ts'
import type { NotebookView } from './notebook-line.ts'

/** Wordings under way, by fact, the new one under `new`; kept while another part of the rail shows. */
export type FactDrafts = Readonly<Record<string, string>>

type Props = {
  record: SessionRecord
  view: NotebookView
  drafts: FactDrafts
  onDrafts: (change: (before: FactDrafts) => FactDrafts) => void
  reload: () => Promise<void>
}

const without = (drafts: FactDrafts, key: string): FactDrafts =>
  Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key))

/** What nobody disputes, in one wording, with the answer of every party to it. */
export function FactsPanel({ record, view, drafts, onDrafts, reload }: Props) {
  const go = useGo()
  const add = useRun('sessions.addFact')
  const facts = record.undisputedFacts.toSorted((a, b) => a.position - b.position)
  const candidates = factCandidates(view.factLines, facts)
  const fresh = drafts['new'] ?? ''
  const set = (key: string, text: string | undefined) =>
    onDrafts((before) => (text === undefined ? without(before, key) : { ...before, [key]: text }))
  const addFact = async (text: string, entryId?: string) => {
    const added = await add.run({
      caseId: record.caseId,
      sessionId: record.id,
      ...(entryId === undefined ? {} : { entryId }),
      text: text.trim(),
    })
    if (!added) return
    if (entryId === undefined) set('new', undefined)
    await reload()
  }
  return (
    <>
      <p className="session-hint">
        双方都不争的事实写在这里，一条一条问各方认不认可。双方都会看到，别写单独谈话里听来的话。
      </p>
      <FailureNotice failure={add.failure} onClose={add.clear} />
      {candidates.map((line) => (
        <div key={line.rowId} className="session-fact-candidate">
          <p>{line.text}</p>
          <Button
            kind="primary"
            icon={<Plus aria-hidden="true" />}
            busy={add.running}
            onClick={() => void addFact(line.text, line.rowId)}
          >
            放进清单
          </Button>
        </div>
      ))}
      {facts.length === 0 && candidates.length === 0 ? (
        <p className="session-hint">记录里按 Ctrl+1 标出的句子会出现在这里；也可以自己写一条。</p>
      ) : null}
      <ol className="session-fact-list">
        {facts.map((fact) => (
          <FactItem
            key={fact.id}
            fact={fact}
            parties={record.parties}
            draft={drafts[fact.id]}
            onDraft={(text) => set(fact.id, text)}
            reload={reload}
          />
        ))}
      </ol>
      <TextAreaField
        label="自己写一条"
        minRows={2}
        maxLength={4000}
        value={fresh}
        onChange={(text) => set('new', text)}
      />
      <div className="row">
        <Button
          icon={<Plus aria-hidden="true" />}
          disabled={fresh.trim() === ''}
          busy={add.running}
          onClick={() => void addFact(fresh)}
        >
          加这一条
        </Button>
        <Button
          icon={<Printer aria-hidden="true" />}
          disabled={facts.length === 0}
          onClick={() => go({ to: 'paper', form: 'undisputedFacts', objectId: record.caseId })}
        >
          打印清单
        </Button>
      </div>
    </>
  )
}
