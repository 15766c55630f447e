let lastSignedIn: string | undefined

/** The same person comes back to the page that was left; another one starts at the first page. */
export const leaveOthersPage = (userId: string): void => {
  if (lastSignedIn !== undefined && lastSignedIn !== userId) history.replaceState(null, '', '#/')
  lastSignedIn = userId
}
