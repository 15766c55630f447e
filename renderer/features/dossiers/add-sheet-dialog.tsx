import { useState } from 'react'
import type { FormHead } from '#contract/papers.ts'
import type { Failure } from '../../lib/failure.ts'
import { formSetLabels, formSets } from '../../lib/labels/forms.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { matchingForms } from './matching-forms.ts'

type Props = {
  open: boolean
  /** Undefined until they are there. */
  forms: readonly FormHead[] | undefined
  failure?: Failure | undefined
  busy: boolean
  onAdd: (form: string) => void
  onClose: () => void
}

/** Every form that may be added to this case, by set, each with what it is for. */
export function AddSheetDialog({ open, forms, failure, busy, onAdd, onClose }: Props) {
  return (
    <Dialog
      title="加一份文书"
      open={open}
      onClose={onClose}
      width={860}
      {...(failure && { failure })}
    >
      {forms === undefined ? <Loading /> : <FormChoice forms={forms} busy={busy} onAdd={onAdd} />}
    </Dialog>
  )
}

type ChoiceProps = Pick<Props, 'busy' | 'onAdd'> & { forms: readonly FormHead[] }

function FormChoice({ forms, busy, onAdd }: ChoiceProps) {
  const [text, setText] = useState('')
  const found = matchingForms(forms, text)
  const only = found.length === 1 ? found[0] : undefined
  return (
    <>
      <TextField
        label="查找"
        placeholder="文书名称或用途，例如 回访、送达"
        value={text}
        onChange={setText}
        maxLength={30}
        hint={only ? '只有这一种，按 Enter 就加上' : '点一种就加上，接着填写'}
        onEnter={() => (only && !busy ? onAdd(only.id) : undefined)}
        autoFocus
      />
      {found.length === 0 ? <p>没有名称里带“{text}”的文书。换几个字再找。</p> : null}
      {formSets.map((set) => {
        const inSet = found.filter((form) => form.set === set)
        return inSet.length === 0 ? null : (
          <section key={set} aria-label={formSetLabels[set]}>
            <h3>{formSetLabels[set]}</h3>
            <ul className="dossier-forms">
              {inSet.map((form) => (
                <li key={form.id}>
                  <button
                    type="button"
                    className="dossier-form"
                    disabled={busy}
                    onClick={() => onAdd(form.id)}
                  >
                    <strong>{form.title}</strong>
                    <span className="muted">{form.purpose}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
