import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { QuestionField } from './question-field.tsx'
import { questionLabels } from './sheet-values.ts'
import { usualAnswers } from './usual-answers.ts'
import { isOwnField, type SheetForm, type SheetQuestion } from './sheet-form.ts'

type Props = {
  questions: readonly SheetQuestion[]
  form: SheetForm
  disabled: boolean
  /** Of the case, as they may stand in a blank for somebody's name. */
  names: readonly string[]
  onField: (name: string, text: string) => void
  onBlur: () => void
}

/** The single blanks, in the order of the paper. */
export const QuestionList = ({ questions, form, disabled, names, onField, onBlur }: Props) => {
  const labels = questionLabels(questions)
  return (
    <div className="sheet-questions">
      {questions.map((question) => (
        <Question
          key={question.name}
          question={question}
          label={labels.get(question.name) ?? question.label}
          text={form.fields[question.name] ?? ''}
          isOwn={isOwnField(form, question)}
          disabled={disabled}
          usual={usualAnswers(question, names)}
          onChange={(text) => onField(question.name, text)}
          onBlur={onBlur}
        />
      ))}
    </div>
  )
}

type QuestionProps = {
  question: SheetQuestion
  label: string
  text: string
  isOwn: boolean
  disabled: boolean
  usual: readonly string[]
  onChange: (text: string) => void
  onBlur: () => void
}

const Question = (props: QuestionProps) => {
  const { question, label, text, isOwn, disabled, usual, onChange, onBlur } = props
  // Fields keep what was typed; a new one starts from the record's words.
  const [turn, setTurn] = useState(0)
  const { value } = question
  return (
    <div className="sheet-question">
      <QuestionField
        key={turn}
        question={question}
        label={label}
        value={text}
        disabled={disabled}
        usual={usual}
        onChange={onChange}
        onBlur={onBlur}
      />
      {value !== undefined && isOwn ? (
        <div className="sheet-own">
          <span className="hint">
            {text === '' ? '纸上空着手写' : '这里自己写的'}；案件里是：{value}
          </span>
          {disabled ? undefined : (
            <Button
              aria-label={`${label}用案件里的`}
              onClick={() => {
                onChange(value)
                setTurn((count) => count + 1)
              }}
            >
              用案件里的
            </Button>
          )}
        </div>
      ) : undefined}
    </div>
  )
}
