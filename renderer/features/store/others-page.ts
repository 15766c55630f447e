import { hrefOf, type Place } from '../../lib/navigation.ts'

let lastSignedIn: string | undefined
let wanted: Place | undefined

/** What somebody came for who chose it before signing in. */
export const leadTo = (place: Place): void => {
  wanted = place
}

/** The same person comes back to the page that was left; another one starts at the first page. */
export const leaveOthersPage = (userId: string): void => {
  const isOther = lastSignedIn !== undefined && lastSignedIn !== userId
  if (wanted) history.replaceState(null, '', `#${hrefOf(wanted)}`)
  else if (isOther) history.replaceState(null, '', '#/')
  wanted = undefined
  lastSignedIn = userId
}
