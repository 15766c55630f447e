import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import type { Taken } from './offer-form.ts'
import type { LedgerParty } from './offer-words.ts'
import { suggestionWords } from './suggestion-words.ts'
import { markedPieces, type Suggestion } from './take-suggestions.ts'
import { type Reading, useReading } from './use-reading.ts'

type Props = {
  caseId: string
  /** Who says it: decides who pays where the words leave it open. */
  partyId: string | undefined
  parties: readonly LedgerParty[]
  heard: string
  onHeard: (heard: string) => void
  taken: Taken | undefined
  onTake: (suggestions: Suggestion[], taken: Taken) => void
}

/** What somebody said, typed as it was said; whatever rules can read of it is taken over by one key. */
export function TermReader(props: Props) {
  const { caseId, partyId, parties, heard, taken, onHeard, onTake } = props
  const [isComposing, setIsComposing] = useState(false)
  const reading = useReading({ caseId, partyId, text: heard }, isComposing)
  const takenNow = taken?.text === reading.text ? taken.numbers : []
  const take = (numbers: number[]) => {
    const fresh = numbers.filter((number) => !takenNow.includes(number))
    const chosen = fresh.flatMap((number) => reading.suggestions[number - 1] ?? [])
    if (chosen.length === 0) return
    onTake(chosen, { text: reading.text, numbers: [...takenNow, ...fresh] })
  }
  const all = reading.suggestions.map((_, index) => index + 1)
  const mayTake = reading.isCurrent && !isComposing
  useShortcut('Alt+Enter', () => take(all), { enabled: mayTake && all.length > 0 })
  return (
    <div
      className="offers-reader"
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
    >
      <TextAreaField
        label="把对方的话打在这里"
        value={heard}
        onChange={onHeard}
        maxLength={4000}
        minRows={2}
        autoFocus
        placeholder="如：12月5日前先付一万八，余款分三个月付清"
      />
      <FailureNotice failure={reading.failure} />
      {mayTake ? (
        <Found reading={reading} parties={parties} taken={takenNow} all={all} onTake={take} />
      ) : null}
    </div>
  )
}

type FoundProps = {
  reading: Reading
  parties: readonly LedgerParty[]
  taken: readonly number[]
  all: readonly number[]
  onTake: (numbers: number[]) => void
}

function Found({ reading, parties, taken, all, onTake }: FoundProps) {
  const { text, suggestions } = reading
  if (text.trim() === '' || reading.failure) return null
  if (suggestions.length === 0)
    return (
      <p className="hint" role="status">
        这句话里没有读出金额、日期或要做的事，请在下面手写。
      </p>
    )
  const left = all.filter((number) => !taken.includes(number))
  return (
    <div className="offers-found" role="group" aria-label="从话里读出的">
      <p className="offers-read-text">
        {markedPieces(text, suggestions).map((piece) =>
          piece.number === undefined ? (
            <span key={piece.from}>{piece.text}</span>
          ) : (
            <mark key={piece.from}>
              {piece.text}
              <sup>{piece.number}</sup>
            </mark>
          ),
        )}
      </p>
      <ol className="offers-suggestions">
        {suggestions.map((read, index) => (
          <SuggestionLine
            key={`${read.span[0]}-${read.span[1]}-${read.kind}`}
            words={suggestionWords(read, parties)}
            number={index + 1}
            isTaken={taken.includes(index + 1)}
            isOnly={suggestions.length === 1}
            onTake={() => onTake([index + 1])}
          />
        ))}
      </ol>
      {left.length > 0 ? (
        <Button kind="primary" shortcut="Alt+Enter" shortcutShownOnly onClick={() => onTake(left)}>
          {suggestions.length === 1 ? '写进方案' : '全部写进方案'}
        </Button>
      ) : null}
    </div>
  )
}

type LineProps = {
  words: string
  number: number
  isTaken: boolean
  isOnly: boolean
  onTake: () => void
}

function SuggestionLine({ words, number, isTaken, isOnly, onTake }: LineProps) {
  return (
    <li className="offers-suggestion">
      <span>
        <b>{number}</b> {words}
      </span>
      {isTaken ? (
        <span className="offers-taken">✓ 已写进</span>
      ) : isOnly ? null : (
        <Button
          shortcut={number <= 9 ? `Alt+${number}` : undefined}
          aria-label={`只写进第 ${number} 条`}
          onClick={onTake}
        >
          只要这条
        </Button>
      )}
    </li>
  )
}
