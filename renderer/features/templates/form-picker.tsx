import type { FormHead } from '#contract/papers.ts'
import { useAsk } from '../../lib/ask.ts'
import { formSetLabels } from '../../lib/labels/forms.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'

type Props = {
  label: string
  value: string | undefined
  onChange: (form: string | undefined) => void
  /** Said behind the name of a form. */
  noteOf?: (form: FormHead) => string | undefined
}

/** One of all forms, found by typing. */
export const FormPicker = ({ label, value, onChange, noteOf }: Props) => {
  const asked = useAsk('papers.forms', {})
  return (
    <>
      <FailureNotice failure={asked.failure} />
      <SelectField
        label={label}
        value={value}
        options={(asked.data ?? []).map((form) => {
          const note = noteOf?.(form)
          return {
            value: form.id,
            label: `${form.title}${note === undefined ? '' : `（${note}）`}`,
            keywords: `${formSetLabels[form.set]} ${form.purpose}`,
          }
        })}
        onChange={onChange}
      />
    </>
  )
}
