import type { LocalDate } from '#db/domain/local-date.ts'

export type FormHandover = {
  fromName?: string
  toName?: string
  date?: LocalDate
  reason?: string
  /** Who approved it. */
  headName?: string
  cases?: readonly {
    number: string
    title: string
    /** Words: 调解中, 待归档… */
    status?: string
    /** Who had the volume then. */
    borrower?: string
  }[]
}

export type FormLoan = {
  borrower: string
  unit?: string
  purpose?: string
  lentOn?: LocalDate
  dueOn?: LocalDate
  lenderName?: string
  returnedOn?: LocalDate
  receiverName?: string
  note?: string
}
