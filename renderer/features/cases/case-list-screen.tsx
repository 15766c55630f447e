import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { caseViewLabels } from '../../lib/labels/cases.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { onKeys } from '../../ui/keys.ts'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { narrowColumns, wideColumns } from './case-columns.tsx'
import './cases.css'
import { useCasePages, type CaseListFilter } from './use-case-pages.ts'
import { useIsWide } from '../../lib/use-is-wide.ts'

const views = (['open', 'mine', 'closed', 'all'] as const).map((value) => ({
  value,
  label: caseViewLabels[value],
}))
const pauseMs = 250

/** Below this many rem the six columns would leave no room for the names. */
const wideFrom = 58

// The last list of the same person is shown again on coming back from a case.
let last: { userId: string; filter: CaseListFilter } | undefined
const startFilter: CaseListFilter = { view: 'open' }

const searchFor = (text: string): string => text.normalize('NFKC').trim()

/** What is typed, a little behind and never in the middle of a composition; at once on demand. */
const useSettledText = (text: string, composing: boolean): [string, () => void] => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    if (composing) return undefined
    const timer = setTimeout(() => setSettled(searchFor(text)), pauseMs)
    return () => clearTimeout(timer)
  }, [text, composing])
  return [settled, () => setSettled(searchFor(text))]
}

/** Puts the cursor on the first row: at once, or as soon as the rows are those of the text as it stands. */
const useFirstRow = (table: RefObject<HTMLElement | null>, isReady: boolean) => {
  const wanted = useRef(false)
  const focus = () => table.current?.querySelector<HTMLElement>('tbody tr')?.focus()
  useEffect(() => {
    if (!wanted.current || !isReady) return
    wanted.current = false
    focus()
  })
  return () => {
    if (isReady) focus()
    else wanted.current = true
  }
}

/** 案件: saved views, search, all of them page by page. */
export function CaseListScreen() {
  const go = useGo()
  const { userId, role } = useMe()
  const [start] = useState(() => (last?.userId === userId ? last.filter : startFilter))
  const [view, setView] = useState(start.view)
  const [text, setText] = useState(start.text ?? '')
  const [composing, setComposing] = useState(false)
  const [settled, settle] = useSettledText(text, composing)
  const filter = useMemo<CaseListFilter>(
    () => (settled === '' ? { view } : { view, text: settled }),
    [settled, view],
  )
  useEffect(() => {
    last = { userId, filter }
  }, [filter, userId])
  const { rows, failure, previous, hasMore, loadingMore, more } = useCasePages(filter)
  const table = useRef<HTMLDivElement>(null)
  const isWide = useIsWide(table, wideFrom)
  const widen = () => {
    if (filter.view === 'all') setText('')
    setView('all')
  }
  const wantFirstRow = useFirstRow(table, !previous && settled === searchFor(text))
  const toFirstRow = () => {
    settle()
    wantFirstRow()
  }
  return (
    <Screen
      title="案件"
      actions={
        <>
          <Button onClick={() => go({ to: 'loans' })}>借阅登记</Button>
          {role === 'head' ? (
            <Button onClick={() => go({ to: 'handover' })}>工作移交</Button>
          ) : null}
          <Button
            kind="primary"
            shortcut="Ctrl+N"
            shortcutShownOnly
            onClick={() => go({ to: 'intake' })}
          >
            登记来访
          </Button>
        </>
      }
    >
      <div className="cases-filter">
        <ChoiceField label="看哪些" options={views} value={view} onChange={setView} />
        {/* Keys of the box inside */}
        <div
          className="cases-search"
          role="search"
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={onKeys({ ArrowDown: toFirstRow })}
        >
          <TextField
            label="查找"
            placeholder="姓名、单位、案件编号或卷号"
            maxLength={50}
            value={text}
            onChange={setText}
            onEnter={toFirstRow}
            autoFocus
          />
        </div>
      </div>
      <FailureNotice failure={failure} />
      <div ref={table}>
        {rows ? (
          <DataTable
            label="案件列表"
            columns={isWide ? wideColumns : narrowColumns}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => go({ to: 'case', caseId: row.id })}
            empty={<NoCases filter={filter} onWiden={widen} />}
          />
        ) : failure ? null : (
          <Loading text="正在取案件…" />
        )}
      </div>
      {rows && rows.length > 0 ? (
        <output className="row">
          <span className="muted">
            {hasMore ? `已列出 ${rows.length} 件` : `共 ${rows.length} 件，到底了`}
          </span>
          {hasMore ? (
            <Button busy={loadingMore} onClick={more}>
              更多
            </Button>
          ) : null}
        </output>
      ) : null}
    </Screen>
  )
}

function NoCases({ filter, onWiden }: { filter: CaseListFilter; onWiden: () => void }) {
  const go = useGo()
  if (filter.text)
    return (
      <EmptyState
        text={`在“${caseViewLabels[filter.view]}”里没有找到“${filter.text}”。可以换几个字再找。`}
        action={
          <Button onClick={onWiden}>{filter.view === 'all' ? '清空查找' : '在全部案件里找'}</Button>
        }
      />
    )
  return filter.view === 'all' ? (
    <EmptyState
      text="还没有案件。有人来访时，先登记。"
      action={<Button onClick={() => go({ to: 'intake' })}>登记来访</Button>}
    />
  ) : (
    <EmptyState
      text={`没有“${caseViewLabels[filter.view]}”的案件。`}
      action={<Button onClick={onWiden}>看全部案件</Button>}
    />
  )
}
