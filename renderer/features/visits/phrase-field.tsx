import { TextAreaField } from '../../ui/text-area-field.tsx'
import { withPhrase } from './visit-form.ts'

type Props = {
  label: string
  value: string
  phrases: readonly string[]
  maxLength: number
  onChange: (text: string) => void
  required?: boolean
  error?: string | undefined
  hint?: string
}

/** Free words, with the usual sentences to be put in by a press. */
export function PhraseField({ phrases, onChange, value, label, ...rest }: Props) {
  return (
    <div className="visits-phrased">
      <TextAreaField label={label} value={value} onChange={onChange} minRows={2} {...rest} />
      <div className="visits-phrases" role="group" aria-label={`${label}：常用的话`}>
        {phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            className="visits-phrase"
            onClick={() => onChange(withPhrase(value, phrase))}
          >
            {phrase}
          </button>
        ))}
      </div>
    </div>
  )
}
