import { useKeptDraft } from '../../lib/kept-draft.ts'
import type { OfferForm } from './offer-form.ts'

/** What this person has begun to write in this case, until it is recorded or discarded. */
export const useOfferDraft = (
  caseId: string,
): [OfferForm | undefined, (draft: OfferForm | undefined) => void, isLoaded: boolean] => {
  const { draft, isLoaded, keep } = useKeptDraft<OfferForm>('offer', caseId)
  return [draft, keep, isLoaded]
}
