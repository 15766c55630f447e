import { useCallback, useState } from 'react'
import { useMe } from '../../lib/me.ts'
import type { OfferForm } from './offer-form.ts'

// In memory only: an unfinished offer may be confidential and belongs into no file.
const drafts = new Map<string, OfferForm>()

/** What this person has begun to write in this case, until it is recorded or discarded. */
export const useOfferDraft = (
  caseId: string,
): [OfferForm | undefined, (draft: OfferForm | undefined) => void] => {
  const key = `${useMe().userId} ${caseId}`
  const [draft, setDraft] = useState(() => drafts.get(key))
  const keep = useCallback(
    (next: OfferForm | undefined) => {
      if (next) drafts.set(key, next)
      else drafts.delete(key)
      setDraft(next)
    },
    [key],
  )
  return [draft, keep]
}
