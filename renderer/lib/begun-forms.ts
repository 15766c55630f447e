const begun = new Map<string, unknown>()

type Place = { userId: string; page: string }
const keyOf = ({ userId, page }: Place): string => `${userId} ${page}`

/** What was typed on a page that records nothing by itself, for coming back to it. */
export const begunForm = (place: Place): unknown => begun.get(keyOf(place))

export const keepBegunForm = (place: Place, form: unknown): void => {
  if (form === undefined) begun.delete(keyOf(place))
  else begun.set(keyOf(place), form)
}

/** Somebody sits down: nothing that another began stays in this page's memory. */
export const forgetBegunForms = (userId: string): void => {
  for (const key of begun.keys()) if (!key.startsWith(`${userId} `)) begun.delete(key)
}
