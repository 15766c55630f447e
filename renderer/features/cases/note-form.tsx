import { useState } from 'react'
import { useRun, type InputOf } from '../../lib/ask.ts'
import { noteKindLabels } from '../../lib/labels/cases.ts'
import { optionsOf } from '../../lib/labels/intake.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'

export type NoteKind = InputOf<'cases.addNote'>['kind']

type NoteDialogProps = {
  caseId: string
  kind: NoteKind | undefined
  title: string
  onClose: () => void
}

const options = optionsOf(noteKindLabels)

/** 记一笔: a call, a visit or a remark, on the time line for ever. */
export function NoteDialog(props: NoteDialogProps) {
  return props.kind ? <OpenNoteDialog {...props} kind={props.kind} /> : null
}

function OpenNoteDialog({ caseId, kind, title, onClose }: NoteDialogProps & { kind: NoteKind }) {
  const [chosen, setChosen] = useState<NoteKind>(kind)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { run, running, failure } = useRun('cases.addNote')
  const isBlank = text.trim() === ''
  const add = async () => {
    setTried(true)
    if (!isBlank && (await run({ caseId, kind: chosen, text: text.trim() }))) onClose()
  }
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      onConfirm={() => void add()}
      confirmText="记下"
      busy={running}
      failure={failure}
    >
      <ChoiceField label="方式" options={options} value={chosen} onChange={setChosen} />
      <TextAreaField
        label="内容"
        required
        maxLength={4000}
        value={text}
        onChange={setText}
        error={tried && isBlank ? '请写下内容' : undefined}
        hint="记下以后不能改，写错了可以再记一笔说明"
        autoFocus
      />
    </Dialog>
  )
}
