import { useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import {
  findClauses,
  type LibraryChoice,
  type Shelf,
  shelfLabels,
  shelfOf,
  shelves,
} from './clause-choices.ts'
import { ClausePicker } from './clause-picker.tsx'
import { ClausePreview } from './clause-preview.tsx'
import { OwnClauseDialog } from './own-clause-dialog.tsx'
import { RemoveClauseDialog } from './remove-clause-dialog.tsx'
import './clause-library.css'

type Props = {
  typeCode: string
  query: string
  /** Where it goes: 最后 or 第 2 条后面. */
  place: string
  onInsert: (clause: LibraryChoice) => void
  onClose: () => void
}

type Filter = Shelf | 'all'

/** Wording to take from: found by words, seen whole before it is put in. */
export const ClauseLibraryDialog = ({
  typeCode,
  query: first,
  place,
  onInsert,
  onClose,
}: Props) => {
  const { data, failure, previous } = useAsk('clauses.list', { typeCode })
  const [query, setQuery] = useState(first)
  const [filter, setFilter] = useState<Filter>('all')
  const [chosenId, setChosenId] = useState<string>()
  const [work, setWork] = useState<'change' | 'remove'>()
  const library = data && !previous ? data : undefined
  const found = findClauses(library ?? [], query, filter === 'all' ? undefined : filter)
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0]
  const filters = (['all', ...shelves] as const).filter(
    (shelf) => shelf === 'all' || library?.some((clause) => shelfOf(clause) === shelf),
  )
  const insert = (): void => {
    if (chosen) onInsert(chosen)
  }
  return (
    <Dialog
      title="条款库"
      open
      width={1120}
      onClose={onClose}
      onConfirm={insert}
      confirmText={`放到${place}`}
      confirmDisabled={!chosen}
      failure={failure}
    >
      {library || failure ? undefined : <Loading />}
      {filters.length > 2 ? (
        <ChoiceField
          label="看哪些"
          hideLabel
          options={filters.map((value) => ({
            value,
            label: value === 'all' ? '全部' : shelfLabels[value],
          }))}
          value={filter}
          onChange={setFilter}
        />
      ) : undefined}
      {library ? (
        <div className="agreement-library-frame">
          <div className="agreement-library">
            <ClausePicker
              query={first}
              onQuery={setQuery}
              found={found}
              chosen={chosen}
              onChoose={({ id }) => setChosenId(id)}
              onInsert={insert}
            />
            {chosen ? (
              <ClausePreview
                clause={chosen}
                actions={
                  chosen.isOwn ? (
                    <div className="row">
                      <Button onClick={() => setWork('change')}>改这一条</Button>
                      <Button onClick={() => setWork('remove')}>从库里删去</Button>
                    </div>
                  ) : undefined
                }
              />
            ) : (
              <EmptyState text="没有找到合用的条款。换几个字再找；或者关掉，自己写一条，写好后按“收进条款库”。" />
            )}
          </div>
        </div>
      ) : undefined}
      {chosen && work === 'change' ? (
        <OwnClauseDialog
          title="改本中心的条款"
          typeCode={typeCode}
          clauseId={chosen.id}
          start={chosen}
          onClose={() => setWork(undefined)}
        />
      ) : undefined}
      {chosen && work === 'remove' ? (
        <RemoveClauseDialog clause={chosen} onClose={() => setWork(undefined)} />
      ) : undefined}
    </Dialog>
  )
}
