import type { Field } from './fields/field.ts'
import type { CalcDraft } from './form-values.ts'

/** What is said against the field at this place of the input. */
export type ErrorAt = (path: string) => string | undefined

export type CalcFormProps = {
  fields: readonly Field[]
  draft: CalcDraft
  onChange: (draft: CalcDraft) => void
  errorAt: ErrorAt
  /** Place of this form in a larger one, with its dot. */
  prefix?: string
  withSources?: boolean
  autoFocus?: boolean
  caseId?: string | undefined
}
