import { checkIdNumber } from '#db/domain/id-number.ts'
import { checkPhone, maskPhone } from '#db/domain/phone.ts'
import type { Party } from '#contract/values.ts'
import type { InputOf, OutputOf } from '../../lib/ask.ts'
import type { PartyDraft } from '../../lib/party-draft.ts'

export type SimilarCase = OutputOf<'intake.similar'>[number]
export type SimilarQuery = InputOf<'intake.similar'>

const most = 20
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].slice(0, most)

/** What can be asked about the people typed so far; numbers only once they are complete and right. */
export const similarQuery = (parties: readonly PartyDraft[]): SimilarQuery => ({
  names: unique(parties.map(({ name }) => name.trim()).filter((name) => name.length >= 2)),
  idNumbers: unique(
    parties.flatMap(({ idNumber }) => {
      const check = checkIdNumber(idNumber)
      return check.ok ? [check.value] : []
    }),
  ),
  phones: unique(
    parties.flatMap(({ phone }) => {
      const check = checkPhone(phone)
      return check.ok && check.kind !== 'hotline' ? [check.value] : []
    }),
  ),
})

export const asksNothing = ({ names, idNumbers, phones }: SimilarQuery): boolean =>
  names.length + idNumbers.length + phones.length === 0

/** The person of the earlier case that was meant. */
export const partyMeant = (found: SimilarCase, parties: readonly Party[]): Party | undefined =>
  parties.find(
    ({ name, phone }) => name === found.partyName && maskPhone(phone ?? '') === found.maskedPhone,
  ) ?? parties.find(({ name }) => name === found.partyName)

const isSame = (draft: PartyDraft, known: Party): boolean =>
  (draft.name.trim() !== '' && draft.name.trim() === known.name) ||
  (draft.phone !== '' && draft.phone === known.phone) ||
  (draft.idNumber !== '' && draft.idNumber === known.idNumber) ||
  (draft.creditCode !== '' && draft.creditCode === known.creditCode)

/** The row of the page that this person belongs into. */
export const rowFor = (drafts: readonly PartyDraft[], known: Party): PartyDraft | undefined =>
  drafts.find((draft) => isSame(draft, known))
