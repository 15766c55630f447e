import { Check, ChevronDown, ChevronUp, CircleHelp, X } from 'lucide-react'
import { useId, useState } from 'react'
import { formatChineseDate } from '#db/domain/local-date.ts'
import type { Answer, PayTerm } from '#db/domain/offer/term.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { onKeys } from '../../ui/keys.ts'
import { Tag } from '../../ui/status-tag.tsx'
import { ReleaseDialog, WithdrawDialog } from './offer-dialogs.tsx'
import {
  badgesOf,
  headWords,
  type Ledger,
  type LedgerOffer,
  type Stand,
  standsOf,
  standWords,
} from './offer-words.ts'
import { termSentence, yuanWords } from './term-sentence.ts'

type Props = {
  offer: LedgerOffer
  ledger: Ledger
  isOpen: boolean
  onToggle: () => void
  onCounter: () => void
  /** To the card above or below. */
  onStep: (by: -1 | 1) => void
}

/** One offer: who, what, who says yes; what can be done with it once it is opened. */
export function OfferCard({ offer, ledger, isOpen, onToggle, onCounter, onStep }: Props) {
  const id = useId()
  const words = headWords(offer, ledger, today())
  const isWithdrawn = offer.withdrawnAt !== undefined
  const mayAct = !isWithdrawn
  const Chevron = isOpen ? ChevronUp : ChevronDown
  return (
    <article
      className={isWithdrawn ? 'offers-card offers-card-withdrawn' : 'offers-card'}
      aria-labelledby={id}
    >
      <h3 id={id} className="offers-card-head">
        {mayAct ? (
          <button
            type="button"
            data-offer-head
            aria-expanded={isOpen}
            onClick={onToggle}
            onKeyDown={onKeys({ ArrowUp: () => onStep(-1), ArrowDown: () => onStep(1) })}
          >
            <span>{words.join(' · ')}</span>
            <Chevron aria-hidden="true" />
          </button>
        ) : (
          <span className="offers-card-words">{words.join(' · ')}</span>
        )}
      </h3>
      <div className="offers-badges">
        {badgesOf(offer, ledger).map(({ tone, word }) => (
          <Tag key={word} tone={tone} word={word} />
        ))}
      </div>
      <ul className="offers-sentences">
        {offer.terms.map((term) => (
          <li key={term.id}>
            {termSentence(term, ledger.parties)}
            {term.kind === 'pay' && term.instalments.length > 1 ? <Parts term={term} /> : null}
          </li>
        ))}
      </ul>
      {offer.condition.trim() ? <p className="offers-condition">条件：{offer.condition}</p> : null}
      {offer.note.trim() ? <p className="offers-note">自己的备注：{offer.note}</p> : null}
      {isWithdrawn ? null : (
        <Stands offer={offer} stands={standsOf(offer, ledger.parties)} mayAnswer={isOpen} />
      )}
      {mayAct && isOpen ? <Actions offer={offer} ledger={ledger} onCounter={onCounter} /> : null}
    </article>
  )
}

function Parts({ term }: { term: PayTerm }) {
  return (
    <details className="offers-details">
      <summary>看 {term.instalments.length} 期</summary>
      <ol>
        {term.instalments.map(({ dueOn, amountFen }) => (
          <li key={dueOn}>
            {formatChineseDate(dueOn)}前 <span className="nums">{yuanWords(amountFen)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

type StandsProps = { offer: LedgerOffer; stands: readonly Stand[]; mayAnswer: boolean }

function Stands({ offer, stands, mayAnswer }: StandsProps) {
  const answer = useRun('offers.answer')
  return (
    <>
      <FailureNotice failure={answer.failure} onClose={answer.clear} />
      <ul className="offers-stands">
        {stands.map((stand) => (
          <StandLine
            key={stand.party.id}
            stand={stand}
            mayAnswer={mayAnswer && stand.knows && !(stand.isMaker && stand.answer === 'yes')}
            busy={answer.running}
            onAnswer={(said) =>
              void answer.run({ offerId: offer.id, partyId: stand.party.id, answer: said })
            }
          />
        ))}
      </ul>
    </>
  )
}

const standIcons = { yes: Check, no: X, none: CircleHelp }

type StandLineProps = {
  stand: Stand
  mayAnswer: boolean
  busy: boolean
  onAnswer: (answer: Answer) => void
}

/** The last word counts, so a slip is mended by the other button. */
function StandLine({ stand, mayAnswer, busy, onAnswer }: StandLineProps) {
  const look = stand.knows ? (stand.answer ?? 'none') : 'none'
  const Icon = standIcons[look]
  const { name } = stand.party
  return (
    <li className="offers-stand">
      <span className={`offers-stand-words offers-stand-${look}`}>
        <Icon aria-hidden="true" />
        <span>
          <b>{name}</b> {standWords(stand)}
        </span>
      </span>
      {mayAnswer ? (
        <span className="offers-stand-buttons" role="group" aria-label={`${name}的答复`}>
          {(['yes', 'no'] as const).map((said) => (
            <Button
              key={said}
              pressed={stand.answer === said}
              aria-label={`记${name}${said === 'yes' ? '同意' : '不同意'}`}
              // Not disabled meanwhile: the keyboard would lose its place
              onClick={() => !busy && stand.answer !== said && onAnswer(said)}
            >
              {said === 'yes' ? '同意' : '不同意'}
            </Button>
          ))}
        </span>
      ) : null}
    </li>
  )
}

type ActionsProps = Pick<Props, 'offer' | 'ledger' | 'onCounter'>

function Actions({ offer, ledger, onCounter }: ActionsProps) {
  const [asking, setAsking] = useState<'release' | 'withdraw'>()
  const close = () => setAsking(undefined)
  const mayRelease = offer.confidantId !== undefined && offer.releasedAt === undefined
  const of = `第${offer.ordinal}次`
  return (
    <div className="row offers-actions">
      {mayRelease ? (
        <Button
          kind="primary"
          aria-label={`转告对方${of}方案`}
          onClick={() => setAsking('release')}
        >
          转告对方
        </Button>
      ) : null}
      <Button aria-label={`对${of}还价`} onClick={onCounter}>
        还价
      </Button>
      <Button aria-label={`撤回${of}方案`} onClick={() => setAsking('withdraw')}>
        撤回
      </Button>
      {asking === 'release' ? (
        <ReleaseDialog offer={offer} ledger={ledger} onClose={close} />
      ) : null}
      {asking === 'withdraw' ? (
        <WithdrawDialog offer={offer} ledger={ledger} onClose={close} />
      ) : null}
    </div>
  )
}
