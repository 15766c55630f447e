import { v7 } from 'uuid'

/** An id for a record that the screen makes before the store knows it. */
export const newId = (): string => v7()
