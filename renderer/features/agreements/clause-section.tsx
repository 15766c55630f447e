import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { ClauseKind } from '#db/domain/agreement/content.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { ClauseForm, FormParty } from './agreement-form.ts'
import { ClauseCard } from './clause-card.tsx'
import {
  moveClause,
  newClause,
  type RemovedClause,
  removeClause,
  restoreClause,
  withKind,
} from './clause-list.ts'
import type { ClauseTask } from './clause-tasks.ts'
import { focusField } from './field-target.ts'
import type { PackageStep } from './step-words.ts'

type Props = {
  clauses: readonly ClauseForm[]
  parties: readonly FormParty[]
  step: PackageStep | undefined
  errorAt: (path: string) => string | undefined
  onChange: (clauses: ClauseForm[]) => void
  onTask: (task: ClauseTask) => void
}

/** The contract's limit. */
const maxClauses = 200

/** Moving an element in the page takes the cursor out of it; put it back where it was. */
const keepingFocus = (change: () => void): void => {
  const focused = document.activeElement
  flushSync(change)
  if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
}

const clauseAtCursor = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-clause]')?.dataset['clause']

export const ClauseSection = ({ clauses, parties, step, errorAt, onChange, onTask }: Props) => {
  const [removed, setRemoved] = useState<RemovedClause>()
  const add = (kind: ClauseKind): void => {
    flushSync(() => onChange([...clauses, newClause(kind, parties, newId)]))
    focusField(`clauses.${clauses.length}.${kind === 'payment' ? 'payment.totalFen' : 'text'}`)
  }
  const remove = (id: string): void => {
    const result = removeClause(clauses, id)
    setRemoved(result.removed)
    onChange(result.clauses)
  }
  const isFull = clauses.length >= maxClauses
  return (
    <Section title="3 协议内容">
      <div data-path="clauses">
        {clauses.length === 0 ? (
          <EmptyState text="还没有条款。先加付款或其他条款，也可以从条款库里拿。" />
        ) : undefined}
        {clauses.map((clause, index) => (
          <ClauseCard
            key={clause.id}
            clause={clause}
            index={index}
            count={clauses.length}
            parties={parties}
            step={step?.items.find(({ clauseId }) => clauseId === clause.id)}
            errorAt={errorAt}
            onChange={(changed) =>
              onChange(clauses.map((one) => (one.id === changed.id ? changed : one)))
            }
            onKind={(kind) =>
              onChange(
                clauses.map((one) =>
                  one.id === clause.id ? withKind(one, kind, parties, newId) : one,
                ),
              )
            }
            onMove={(by) => keepingFocus(() => onChange(moveClause(clauses, clause.id, by)))}
            onRemove={() => remove(clause.id)}
            onFill={() => onTask({ kind: 'fill', clauseId: clause.id })}
            onKeep={() => onTask({ kind: 'keep', clauseId: clause.id })}
          />
        ))}
        {removed ? (
          <RemovedNotice
            removed={removed}
            onClose={() => setRemoved(undefined)}
            onRestore={() => {
              onChange(restoreClause(clauses, removed))
              setRemoved(undefined)
            }}
          />
        ) : undefined}
        <div className="agreement-tools">
          <Button shortcut="Alt+Enter" disabled={isFull} onClick={() => add('payment')}>
            加付款条款
          </Button>
          <Button shortcut="Alt+Shift+Enter" disabled={isFull} onClick={() => add('act')}>
            加文字条款
          </Button>
          <Button
            shortcut="F4"
            disabled={isFull}
            onClick={() => onTask({ kind: 'library', afterId: clauseAtCursor() })}
          >
            条款库
          </Button>
        </div>
      </div>
    </Section>
  )
}

type RemovedProps = { removed: RemovedClause; onClose: () => void; onRestore: () => void }

const RemovedNotice = ({ removed, onClose, onRestore }: RemovedProps) => (
  <Notice
    tone={removed.clause.origin ? 'warning' : 'info'}
    onClose={onClose}
    actions={<Button onClick={onRestore}>撤销删去</Button>}
  >
    已删去第 {removed.index + 1} 条。
    {removed.clause.origin
      ? '这一条来自谈定的方案，方案里还有；确实不要，请到方案台账重新谈定。'
      : ''}
  </Notice>
)
