/**
 * What the small code on a printed page says: which case, which paper, which version of it, which page of how many.
 * The characters are those of a QR code's dense alphabet, so that the code stays small.
 */
export type PageCode = {
  /** MT-2026-000123 */
  caseNumber: string
  /** Form id as papers name it; read back in capitals, see `sameForm`. */
  form: string
  /** Last eight hex digits of the object's id: tells sheets of one form apart. */
  object: string
  version: number
  page: number
  pages: number
}

const mark = 'TX1'
const most = 9999

/** @policy issue 4 §2: case, paper, version, page */
export const pageCodeText = (code: PageCode): string =>
  [mark, code.caseNumber, code.form, code.object, code.version, code.page, code.pages]
    .join(':')
    .toUpperCase()

const count = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^[1-9]\d{0,3}$/.test(text)) return undefined
  const value = Number(text)
  return value <= most ? value : undefined
}

/** Undefined for the codes of others, which scans are full of. @policy issue 4 §2 */
export const readPageCode = (text: string): PageCode | undefined => {
  const [head, caseNumber, form, object, ...counts] = text.trim().toUpperCase().split(':')
  const [version, page, pages] = counts.map(count)
  if (head !== mark || counts.length !== 3 || !caseNumber || !form || !object) return undefined
  if (!/^[A-Z0-9-]{1,40}$/.test(caseNumber) || !/^[A-Z0-9-]{1,40}$/.test(form)) return undefined
  if (!/^[0-9A-F]{8}$/.test(object)) return undefined
  if (version === undefined || page === undefined || pages === undefined || page > pages)
    return undefined
  return { caseNumber, form, object, version, page, pages }
}

/** @policy Form ids differ by more than capitals. */
export const sameForm = (read: string, form: string): boolean => read === form.toUpperCase()

/** @policy Eight digits of an id are enough within one case. */
export const objectMark = (objectId: string): string =>
  objectId.replaceAll('-', '').slice(-8).toUpperCase()
