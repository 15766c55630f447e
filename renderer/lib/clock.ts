import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'

/** This instant, ISO UTC with milliseconds. */
export const now = (): string => new Date().toISOString()

/** The date in China now. */
export const today = (): LocalDate => localDateOf(now())
