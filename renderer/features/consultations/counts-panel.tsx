import { useQueryClient } from '@tanstack/react-query'
import { Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  consultationCategories,
  type ConsultationCategory,
} from '#db/domain/consultation/register.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { askAgain, call, type OutputOf } from '../../lib/ask.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { createSaveQueue, type SaveState } from '../../lib/save-queue.ts'
import { now } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { onKeys } from '../../ui/keys.ts'
import { Loading } from '../../ui/loading.tsx'
import { SaveNote } from '../../ui/save-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'
import './consultations.css'

type CountsPanelProps = {
  lawyerId: string
  date: LocalDate
  /** After 完成, when everything is in the store. */
  onDone?: () => void
  /** The keyboard begins at the first counter. */
  focused?: boolean
}

/** 补记接待: what came to the desk on a day, by kind; one click each, in the store as it is clicked. */
export function CountsPanel({ lawyerId, date, onDone, focused }: CountsPanelProps) {
  const [kept, setKept] = useState<{ of: string; counts: OutputOf<'consultations.counts'> }>()
  const [failure, setFailure] = useState<Failure>()
  const of = `${lawyerId} ${date}`
  useEffect(() => {
    let isGone = false
    setFailure(undefined)
    // Past the cache: the panel itself keeps changing them.
    call('consultations.counts', { lawyerId, date }).then(
      (counts) => {
        if (!isGone) setKept({ of: `${lawyerId} ${date}`, counts })
      },
      (error: unknown) => {
        if (!isGone) setFailure(failureOf(error))
      },
    )
    return () => {
      isGone = true
    }
  }, [lawyerId, date])
  if (failure) return <FailureNotice failure={failure} />
  if (kept?.of !== of) return <Loading text="正在打开接待计数…" />
  return (
    <Counters
      key={of}
      lawyerId={lawyerId}
      date={date}
      kept={kept.counts}
      onDone={onDone}
      focused={focused}
    />
  )
}

type Tally = { counts: Readonly<Partial<Record<ConsultationCategory, number>>>; words: string }

const most = 999
const categories = Object.entries(consultationCategories) as [ConsultationCategory, string][]

const inputOf = (tally: Tally) => ({
  counts: categories.flatMap(([category]) => {
    const count = tally.counts[category] ?? 0
    return count > 0 ? [{ category, count }] : []
  }),
  words: tally.words.trim(),
})
const totalOf = (tally: Tally): number =>
  categories.reduce((sum, [category]) => sum + (tally.counts[category] ?? 0), 0)

type CountersProps = CountsPanelProps & { kept: OutputOf<'consultations.counts'> }

function Counters({ lawyerId, date, kept, onDone, focused = false }: CountersProps) {
  const { tally, update, state, flush } = useKeptTally(lawyerId, date, {
    counts: Object.fromEntries(kept.counts.map(({ category, count }) => [category, count])),
    words: kept.words,
  })
  const [finishing, setFinishing] = useState(false)
  const toast = useToast()
  const total = totalOf(tally)
  const add = (category: ConsultationCategory, by: 1 | -1) =>
    update((current) => {
      const count = Math.min(most, Math.max(0, (current.counts[category] ?? 0) + by))
      return { ...current, counts: { ...current.counts, [category]: count } }
    })
  const finish = async () => {
    setFinishing(true)
    const done = await flush()
    setFinishing(false)
    if (!done) return
    toast(total === 0 ? '这一天没有记接待' : `已记接待 ${total} 件`)
    onDone?.()
  }
  return (
    <div className="consultations-counts">
      <ul className="consultations-tiles" aria-label="接待计数">
        {categories.map(([category, name], index) => (
          <Tile
            key={category}
            focused={focused && index === 0}
            name={name}
            count={tally.counts[category] ?? 0}
            onAdd={() => add(category, 1)}
            onTake={() => add(category, -1)}
          />
        ))}
      </ul>
      <p className="muted">
        点一下加一件，点了就存。已经写了登记表的咨询另外算，不要在这里再点一次。
      </p>
      <TextField
        label="备注"
        value={tally.words}
        onChange={(words) => update((current) => ({ ...current, words }))}
        maxLength={500}
        placeholder="可以不写，如：都是同一家厂的工人"
      />
      {state.kind === 'stopped' ? <FailureNotice failure={state.failure} /> : null}
      <div className="consultations-foot">
        <span className="consultations-total">
          共 <strong className="nums">{total}</strong> 件
        </span>
        <span className="muted">
          <SaveNote state={state} />
        </span>
        <Button
          kind="primary"
          large
          shortcut="Ctrl+Enter"
          busy={finishing}
          onClick={() => void finish()}
        >
          完成
        </Button>
      </div>
    </div>
  )
}

type TileProps = {
  name: string
  count: number
  focused: boolean
  onAdd: () => void
  onTake: () => void
}

function Tile({ name, count, focused, onAdd, onTake }: TileProps) {
  const plus = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (focused) plus.current?.focus()
  }, [focused])
  const take = () => {
    if (count === 0) return
    onTake()
    // The button is about to go: the keyboard stays on the tile.
    if (count === 1) plus.current?.focus()
  }
  const keys = onKeys({ '-': take, Backspace: take, '+': onAdd, '=': onAdd })
  return (
    <li className={count > 0 ? 'consultations-tile consultations-tile-some' : 'consultations-tile'}>
      <button
        ref={plus}
        type="button"
        data-autofocus={focused ? '' : undefined}
        className="consultations-add"
        aria-label={`${name} 加一，现在 ${count} 件`}
        onClick={onAdd}
        onKeyDown={keys}
      >
        <span className="consultations-name">{name}</span>
        <span className="consultations-count nums" aria-hidden="true">
          {count > 0 ? count : ''}
        </span>
        <Plus aria-hidden="true" />
      </button>
      {count > 0 ? (
        <button
          type="button"
          className="consultations-take"
          aria-label={`${name} 减一`}
          onClick={take}
        >
          <Minus aria-hidden="true" />
        </button>
      ) : null}
    </li>
  )
}

const useKeptTally = (lawyerId: string, date: LocalDate, first: Tally) => {
  const queries = useQueryClient()
  const [tally, setTally] = useState(first)
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const [queue] = useState(() =>
    createSaveQueue<Tally, Failure>({
      revision: 0,
      onState: setState,
      send: async (content, revision) => {
        try {
          await call('consultations.setCounts', { lawyerId, date, ...inputOf(content) })
          return { ok: true, revision, savedAt: now() }
        } catch (error) {
          const failure = failureOf(error)
          if (isSignedOut(failure)) await askAgain(queries, ['store'])
          return { ok: false, retry: failure.code === 'page.connectionLost', failure }
        }
      },
    }),
  )
  const latest = useRef(tally)
  const update = (change: (tally: Tally) => Tally) => {
    latest.current = change(latest.current)
    setTally(latest.current)
    queue.put(latest.current)
  }
  const touch = () => askAgain(queries, ['consultations', 'duties'])
  usePendingSave(async () => {
    if (!(await queue.flush())) throw new Error('the counters are not stored')
  })
  useEffect(
    () => () => void queue.flush().then(() => askAgain(queries, ['consultations', 'duties'])),
    [queue, queries],
  )
  const flush = async () => {
    const done = await queue.flush()
    await touch()
    return done
  }
  return { tally, update, state, flush }
}
