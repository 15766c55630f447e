import { useRef, useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Distance } from './distance-chart.tsx'
import { makeInput } from './offer-checks.ts'
import { OfferCard } from './offer-card.tsx'
import { beginOffer, type Surroundings } from './begin-offer.ts'
import { useOfferDraft } from './offer-drafts.ts'
import { OfferEditor } from './offer-editor.tsx'
import { isWorthKeeping, type OfferForm } from './offer-form.ts'
import type { Ledger, LedgerOffer } from './offer-words.ts'
import { StatutorySum } from './statutory-sum.tsx'
import { FormAgreement, StepSection } from './step-section.tsx'

type Props = { ledger: Ledger; at: Surroundings }

export function OfferLedger({ ledger, at }: Props) {
  const [draft, setDraft, isLoaded] = useOfferDraft(at.caseId)
  const [isWriting, setIsWriting] = useState(false)
  /** Begun by a counter-offer while another draft is waiting. */
  const [waiting, setWaiting] = useState<OfferForm>()
  const make = useRun('offers.make')
  /** Said here and not in a toast: the screen may be turned to both sides the next moment. */
  const [done, setDone] = useState('')
  const id = useRef(newId())

  const write = (form: OfferForm) => {
    setDraft(form)
    setWaiting(undefined)
    setIsWriting(true)
  }
  const begin = (answered?: LedgerOffer) => {
    if (draft && !answered) return setIsWriting(true)
    const form = beginOffer(ledger, at, answered)
    return draft ? setWaiting(form) : write(form)
  }
  const close = () => {
    setIsWriting(false)
    make.clear()
    if (draft && !isWorthKeeping(draft)) setDraft(undefined)
  }
  const discard = () => {
    setDraft(undefined)
    close()
  }
  const record = async () => {
    if (!draft) return
    const { caseId, sessionId, confidantId } = at
    const partyIds = ledger.parties.map((party) => party.id)
    const input = makeInput(draft, { id: id.current, caseId, sessionId, confidantId, partyIds })
    const made = await make.run(input)
    if (!made) return
    id.current = newId()
    discard()
    setDone(`已记为第${made.ordinal}次方案`)
  }
  // What was begun earlier must not be written over before it is there, and no key may come to nothing.
  if (!isLoaded) return <Loading text="正在取方案…" />
  return (
    <div className="offers-ledger">
      <Top ledger={ledger} hasDraft={draft !== undefined && !isWriting} onBegin={() => begin()} />
      <output className="tx-unseen">{done}</output>
      <StatutorySum caseId={at.caseId} />
      {ledger.offers.length > 0 ? (
        <div className="offers-columns">
          <div className="offers-side">
            {ledger.agreedOfferId === undefined ? <Distance points={ledger.distances} /> : null}
            {ledger.agreementId === undefined ? null : (
              <StepSection ledger={ledger} agreementId={ledger.agreementId} />
            )}
          </div>
          <Cards caseId={at.caseId} ledger={ledger} onCounter={begin} />
        </div>
      ) : null}
      {isWriting && draft ? (
        <OfferEditor
          caseId={at.caseId}
          ledger={ledger}
          form={draft}
          confidantId={at.confidantId}
          busy={make.running}
          failure={make.failure}
          onChange={setDraft}
          onRecord={() => void record()}
          onClose={close}
          onDiscard={discard}
        />
      ) : null}
      {waiting && draft ? (
        <Dialog
          open
          title="还有一个没写完的方案"
          onClose={() => setWaiting(undefined)}
          onConfirm={() => write(waiting)}
          confirmText="不要了，另写还价"
          cancelText="先不还价"
          extra={<Button onClick={() => write(draft)}>接着写完它</Button>}
        >
          <p>一次写一个方案。接着把它写完，还是不要了，另写这次还价？</p>
        </Dialog>
      ) : null}
    </div>
  )
}

type TopProps = { ledger: Ledger; hasDraft: boolean; onBegin: () => void }

function Top({ ledger, hasDraft, onBegin }: TopProps) {
  const isEmpty = ledger.offers.length === 0
  const words = hasDraft ? '接着写没写完的方案' : isEmpty ? '记第一个方案' : '记一个方案'
  const button = (
    <Button kind="primary" shortcut="F9" onClick={onBegin}>
      {words}
    </Button>
  )
  if (isEmpty) return <EmptyState text="谁先开了价，就把他的方案记在这里。" action={button} />
  return <div className="row">{button}</div>
}

type CardsProps = { caseId: string; ledger: Ledger; onCounter: (offer: LedgerOffer) => void }

function Cards({ caseId, ledger, onCounter }: CardsProps) {
  const newestFirst = ledger.offers.toSorted((a, b) => b.ordinal - a.ordinal)
  const newest = newestFirst.find(({ withdrawnAt }) => withdrawnAt === undefined)
  const [chosen, setChosen] = useState<{ newestId: string | undefined; openId?: string }>()
  const list = useRef<HTMLOListElement>(null)
  // A new offer opens itself: it is what people now talk about.
  const openId = chosen?.newestId === newest?.id && chosen ? chosen.openId : newest?.id
  const step = (by: -1 | 1) => {
    const heads = [...(list.current?.querySelectorAll<HTMLElement>('[data-offer-head]') ?? [])]
    const here = heads.findIndex((head) => head === document.activeElement)
    heads[here + by]?.focus()
  }
  return (
    <ol className="offers-cards" aria-label="方案，最新的在上面" ref={list}>
      {newestFirst.map((offer) => (
        <li key={offer.id}>
          <OfferCard
            offer={offer}
            ledger={ledger}
            isOpen={offer.id === openId}
            onToggle={() =>
              setChosen(
                offer.id === openId
                  ? { newestId: newest?.id }
                  : { newestId: newest?.id, openId: offer.id },
              )
            }
            onCounter={() => onCounter(offer)}
            onStep={step}
          />
          {offer.id === ledger.agreedOfferId && ledger.agreementId === undefined ? (
            <FormAgreement caseId={caseId} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}
