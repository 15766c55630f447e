import type { Me } from '#contract/store.ts'
import type { FrontLawyer } from './rota-front.ts'

type Chosen<P> = { person: P | undefined; lawyer: FrontLawyer | undefined }

/** An id of an account or of the register; whoever is in both is found by either. */
export const chosenOf = <P extends Me>(
  chosenId: string | undefined,
  people: readonly P[],
  lawyers: readonly FrontLawyer[],
): Chosen<P> => {
  if (chosenId === undefined) return { person: undefined, lawyer: undefined }
  const lawyer = lawyers.find(
    ({ lawyerId, userId }) => lawyerId === chosenId || userId === chosenId,
  )
  const userId = lawyer ? lawyer.userId : chosenId
  return { person: people.find((person) => person.userId === userId), lawyer }
}

/** Accounts whose owner is not on the register: those are found among the lawyers, with one button each. */
export const staffOf = <P extends Me>(
  people: readonly P[],
  lawyers: readonly FrontLawyer[],
): readonly P[] => {
  const linked = new Set(lawyers.map(({ userId }) => userId))
  return people.filter(({ userId }) => !linked.has(userId))
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')

/** By characters of the name or by its initials: 明, lm. */
export const lawyersFound = (
  lawyers: readonly FrontLawyer[],
  typed: string,
): readonly FrontLawyer[] => {
  const text = plain(typed)
  return lawyers.filter(
    ({ name, initials }) => plain(name).includes(text) || plain(initials).startsWith(text),
  )
}
