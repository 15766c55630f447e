let lastPerson: string | undefined

/** Who locked the page, so that the same person only types the password; kept in memory only. */
export const rememberPerson = (userId: string | undefined): void => {
  lastPerson = userId
}

export const rememberedPerson = (): string | undefined => lastPerson
