import { Plus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { wordsOf } from './word-list.ts'

type WordsFieldProps = {
  label: string
  /** Words with 、 between. */
  value: string
  onChange: (text: string) => void
  error: string | undefined
  /** Offered with one click; those taken already are left out. */
  suggestions: readonly string[]
}

/** A few words in one line, typed or picked. Leaving it moves nothing: what was clicked stays under the pointer. */
export function WordsField({ label, value, onChange, error, suggestions }: WordsFieldProps) {
  const words = wordsOf(value)
  return (
    <div className="lawyers-words">
      <TextField
        label={label}
        value={value}
        maxLength={400}
        placeholder="用顿号隔开"
        onChange={onChange}
        error={error}
      />
      <div className="lawyers-word-row">
        {suggestions
          .filter((word) => !words.includes(word))
          .slice(0, 6)
          .map((word) => (
            <Button
              key={word}
              kind="link"
              icon={<Plus aria-hidden="true" />}
              aria-label={`加上${word}`}
              onClick={() => onChange([...words, word].join('、'))}
            >
              {word}
            </Button>
          ))}
      </div>
    </div>
  )
}
