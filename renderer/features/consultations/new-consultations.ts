import { newId } from '../../lib/new-id.ts'

const begun = new Set<string>()

/** The id of a page that is not in the store until something is written on it. */
export const beginConsultationPage = (): string => {
  const id = newId()
  begun.add(id)
  return id
}

export const isBegun = (id: string): boolean => begun.has(id)
