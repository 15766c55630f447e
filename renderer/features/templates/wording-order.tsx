import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useMemory } from './feature-memory.ts'
import { plainWords } from './tag-parts.ts'
import {
  broughtBack,
  leftOut,
  listTitle,
  moved,
  orderOf,
  type WordingDraft,
  type WordingList,
  type Wordings,
} from './wording-draft.ts'
import { ShownText } from './wording-texts.tsx'

type Props = {
  wordings: Wordings
  draft: WordingDraft
  onChange: (draft: WordingDraft) => void
}

/** Rows and paragraphs up, down, out and back, one list at a time. */
export const WordingOrder = ({ wordings, draft, onChange }: Props) => {
  const { lists, form } = wordings
  const [path, setPath] = useMemory(`order ${form}`, 'blocks')
  const list = lists.find((each) => each.path === path) ?? lists[0]
  if (!list) return undefined
  return (
    <details className="templates-group">
      <summary>
        <strong>调换次序，或者不印某一行</strong>
      </summary>
      <div className="stack">
        <div className="form">
          <SelectField
            label="哪一部分"
            value={list.path}
            options={lists.map((each) => ({
              value: each.path,
              label: plainWords(listTitle(each.path, lists)).slice(0, 60),
            }))}
            onChange={(next) => setPath(next ?? 'blocks')}
          />
        </div>
        <OrderedList key={list.path} list={list} draft={draft} onChange={onChange} />
      </div>
    </details>
  )
}

type ListProps = { list: WordingList; draft: WordingDraft; onChange: (draft: WordingDraft) => void }

const OrderedList = ({ list, draft, onChange }: ListProps) => {
  const order = orderOf(draft, list)
  const wordsOf = (place: number) => list.items.find((each) => each.place === place)?.words ?? ''
  const out = list.items.filter(({ place }) => !order.includes(place))
  return (
    <>
      <ol className="templates-texts" aria-label="次序">
        {order.map((place, index) => (
          <li key={place} className="templates-text">
            <span className="templates-text-words">
              <ShownText text={wordsOf(place)} />
            </span>
            <span className="tx-actions">
              <Button
                icon={<ArrowUp aria-hidden="true" />}
                disabled={index === 0}
                aria-label={`上移“${plainWords(wordsOf(place)).slice(0, 20)}”`}
                onClick={() => onChange(moved(draft, list, place, -1))}
              >
                上移
              </Button>
              <Button
                icon={<ArrowDown aria-hidden="true" />}
                disabled={index === order.length - 1}
                aria-label={`下移“${plainWords(wordsOf(place)).slice(0, 20)}”`}
                onClick={() => onChange(moved(draft, list, place, 1))}
              >
                下移
              </Button>
              <Button
                disabled={order.length === 1}
                aria-label={`不印“${plainWords(wordsOf(place)).slice(0, 20)}”`}
                onClick={() => onChange(leftOut(draft, list, place))}
              >
                不印
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {out.length === 0 ? undefined : (
        <>
          <h3 className="templates-out-title">不印的</h3>
          <ul className="templates-texts" aria-label="不印的">
            {out.map(({ place, words }) => (
              <li key={place} className="templates-text templates-text-out">
                <span className="templates-text-words">
                  <ShownText text={words} />
                </span>
                <Button
                  aria-label={`恢复“${plainWords(words).slice(0, 20)}”`}
                  onClick={() => onChange(broughtBack(draft, list, place))}
                >
                  恢复
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
