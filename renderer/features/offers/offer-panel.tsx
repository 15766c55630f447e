import { useEffect } from 'react'
import type { SessionPart } from '#contract/sessions.ts'
import { useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { OfferLedger } from './offer-ledger.tsx'
import './offers.css'
import './offer-editor.css'
import { TurnedOffers } from './turned-offers.tsx'

export type OfferPanelProps = {
  caseId: string
  sessionId?: string
  /** The part of the session that goes on. */
  part?: SessionPart | undefined
  /** The line that is being written in the room. */
  currentText?: () => string
  /** Whose line it is, when it is a party's. */
  speakerPartyId?: () => string | undefined
  /** With whom the separate talk was held in which that line was said. */
  linePartyId?: () => string | undefined
  /** The screen is turned to both sides. */
  turned?: boolean
}

/** The mediator does not hold this case: the wall stays closed, in one line. */
const isWalled = ({ code }: Failure): boolean =>
  ['offers.notYours', 'cases.notYours', 'cases.notReadable', 'users.notPermitted'].includes(code)

/** The offer ledger of a case, in the room's rail or on its own page. */
export function OfferPanel(props: OfferPanelProps) {
  const { caseId, sessionId, part, currentText, speakerPartyId, linePartyId, turned } = props
  const ledger = useAsk('offers.ledger', { caseId })
  const { reload } = ledger
  // The agreement may have been written or changed since: that touches no offer, but how they keep step.
  useEffect(reload, [reload])
  if (turned) return ledger.data ? <TurnedOffers ledger={ledger.data} /> : null
  if (ledger.failure)
    return isWalled(ledger.failure) ? (
      <p className="hint">方案台账只有本案的承办调解员能看。</p>
    ) : (
      <FailureNotice failure={ledger.failure} />
    )
  if (!ledger.data) return <Loading text="正在取方案…" />
  const confidantId =
    part?.kind === 'separate' && part.endedAt === undefined ? part.partyId : undefined
  return (
    <OfferLedger
      ledger={ledger.data}
      at={{ caseId, sessionId, confidantId, currentText, speakerPartyId, linePartyId }}
    />
  )
}
