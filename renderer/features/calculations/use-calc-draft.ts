import type { CalcName } from '#db/domain/labour/calc-names.ts'
import { begunForm, keepBegunForm } from '../../lib/begun-forms.ts'
import { useKeptForms } from '../../lib/kept-forms.ts'
import { useMe } from '../../lib/me.ts'
import type { CalcDraft } from './form-values.ts'

type Place = {
  name: CalcName
  /** The case that the form belongs to. */
  caseId: string | undefined
  /** Its reckonings may be kept with the case: then a begun form is as well. */
  mayKeep: boolean
}

/**
 * What this person typed into a calculator and has not kept: of a case in the store, by the name of the calculator;
 * without a case, or for somebody who may not write in it, as long as the page is open.
 */
export const useCalcDraft = ({
  name,
  caseId,
  mayKeep,
}: Place): {
  begun: CalcDraft | undefined
  isLoaded: boolean
  keep: (draft: CalcDraft | undefined) => void
} => {
  const { userId } = useMe()
  const stored = useKeptForms<CalcDraft>('calculation', mayKeep ? caseId : undefined)
  if (mayKeep && caseId !== undefined)
    return {
      begun: stored.forms[name],
      isLoaded: stored.isLoaded,
      keep: (draft) => stored.keep(name, draft),
    }
  const place = { userId, page: `${name} ${caseId ?? ''}` }
  return {
    begun: begunForm(place) as CalcDraft | undefined,
    isLoaded: true,
    keep: (draft) => keepBegunForm(place, draft),
  }
}
