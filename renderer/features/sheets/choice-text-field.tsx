import { Button } from '../../ui/button.tsx'
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx'
import { longestText } from './sheet-values.ts'

type Props = TextFieldProps & {
  /** Words that the form has a box for, or usual answers. */
  choices: readonly string[]
}

/** Free words, with the usual ones a press away. */
export const ChoiceTextField = ({ choices, ...field }: Props) => (
  <div className="sheet-choices">
    <TextField {...field} maxLength={longestText} />
    {choices.length > 0 ? (
      <fieldset className="row" aria-label={`${field.label}：选一个`}>
        {choices.map((choice) => (
          <Button
            key={choice}
            pressed={field.value === choice}
            disabled={field.disabled}
            onClick={() => field.onChange(field.value === choice ? '' : choice)}
          >
            {choice}
          </Button>
        ))}
      </fieldset>
    ) : undefined}
  </div>
)
