import { partyNameIn, offerSentences } from './term-sentence.ts'
import { type Ledger, openOffers } from './offer-words.ts'

/** For eyes of both sides: what was offered in the open, and nothing that hints at anything else. */
export function TurnedOffers({ ledger }: { ledger: Ledger }) {
  const nameOf = partyNameIn(ledger.parties)
  return (
    <div className="offers-turned">
      {openOffers(ledger.offers).map((offer) => (
        <section key={offer.id}>
          <h2>{offer.partyId === undefined ? '调解员的方案' : `${nameOf(offer.partyId)}提出`}</h2>
          {offerSentences(offer, ledger.parties).map((sentence, index) => (
            <p key={`${index} ${sentence}`}>{sentence}</p>
          ))}
        </section>
      ))}
    </div>
  )
}
