import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FieldError } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { TextField } from '../../ui/text-field.tsx'
import { BegunNotice } from '../../ui/begun-notice.tsx'
import { halves, halfWords } from './day-words.ts'
import {
  cellOf,
  cellProblem,
  dayKindName,
  dayKinds,
  deskDraftOf,
  deskOf,
  deskProblems,
  likeMonday,
  withCell,
  type CellDraft,
  type Desk,
  type DeskDraft,
} from './desk-form.ts'
import { parseTime } from '../../lib/parse-time.ts'
import { useBegun } from '../../lib/use-begun.ts'

type DeskDialogProps = { desk: Desk | undefined; onClose: () => void }

export function DeskDialog({ desk, onClose }: DeskDialogProps) {
  const save = useRun('desks.save')
  const remove = useRun('desks.remove')
  const [removing, setRemoving] = useState(false)
  const { form, begun, set, drop } = useBegun(`desk ${desk?.id ?? 'new'}`, deskDraftOf(desk))
  const [tried, setTried] = useState(false)
  const problems = tried ? deskProblems(form) : {}
  const submit = async () => {
    setTried(true)
    const read = deskOf(form)
    if (!read) return focusFirstError()
    const saved = await save.run({
      ...(desk ? { id: desk.id } : {}),
      revision: desk?.revision ?? 0,
      desk: read,
    })
    if (!saved) return undefined
    drop()
    return onClose()
  }
  const drops = async () => {
    if (desk && (await remove.run({ id: desk.id, revision: desk.revision }))) onClose()
  }
  if (removing && desk)
    return (
      <Dialog
        title={`停用${desk.name}`}
        open
        onClose={() => setRemoving(false)}
        onConfirm={() => void drops()}
        confirmText="停用"
        confirmKind="danger"
        busy={remove.running}
        failure={remove.failure}
      >
        <p>停用后不再排这个窗口，以前的值班记录不变。还有已发布的班次时不能停用。</p>
      </Dialog>
    )
  return (
    <Dialog
      title={desk ? `修改${desk.name}` : '添加窗口'}
      open
      onClose={onClose}
      onConfirm={() => void submit()}
      confirmText="保存"
      busy={save.running}
      failure={save.failure}
      width={980}
      extra={desk ? <Button onClick={() => setRemoving(true)}>停用这个窗口</Button> : undefined}
    >
      <FailureNotice failure={remove.failure} />
      <BegunNotice shown={begun} onDrop={() => drop()} />
      <div className="grid-2">
        <TextField
          label="窗口名称"
          required
          autoFocus
          maxLength={30}
          value={form.name}
          onChange={(name) => set({ name })}
          error={problems.name}
          placeholder="如 综合窗口"
        />
        <TextField
          label="在哪儿"
          maxLength={60}
          value={form.place}
          onChange={(place) => set({ place })}
          placeholder="如 一楼大厅 2 号窗"
        />
      </div>
      <PatternTable form={form} tried={tried} onChange={(next) => set(next)} />
      {problems.cells ? <FieldError text={problems.cells} /> : null}
    </Dialog>
  )
}

type PatternTableProps = {
  form: DeskDraft
  tried: boolean
  onChange: (form: DeskDraft) => void
}

function PatternTable({ form, tried, onChange }: PatternTableProps) {
  return (
    <div>
      <div className="lawyers-bar">
        <span className="hint lawyers-bar-words">
          人数空着就不开。集市日写了，就代替那天平时的；写 0 就是集市日不排。
        </span>
        <Button icon={<Copy aria-hidden="true" />} onClick={() => onChange(likeMonday(form))}>
          周二到周五照周一
        </Button>
      </div>
      <div className="tx-table-frame">
        <table className="lawyers-times" aria-label="每天的班次">
          <thead>
            <tr>
              <td />
              {halves.map((half) => (
                <th key={half} scope="col">
                  {halfWords[half]}：人数，几点到几点
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dayKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{dayKindName(kind)}</th>
                {halves.map((half) => (
                  <td key={half}>
                    <Cell
                      name={`${dayKindName(kind)}${halfWords[half]}`}
                      cell={cellOf(form, kind, half)}
                      tried={tried}
                      onChange={(part) => onChange(withCell(form, kind, half, part))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

type CellProps = {
  name: string
  cell: CellDraft
  tried: boolean
  onChange: (part: Partial<CellDraft>) => void
}

function Cell({ name, cell, tried, onChange }: CellProps) {
  const isClosed = cell.people.trim() === ''
  const wrong = tried && cellProblem(cell) !== undefined
  const tidy = (text: string): string => parseTime(text) ?? text
  return (
    <div
      className={[
        'lawyers-cell',
        isClosed ? 'lawyers-cell-closed' : '',
        wrong ? 'lawyers-cell-wrong tx-field-wrong' : '',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <TextField
        hideLabel
        label={`${name}人数`}
        inputMode="numeric"
        align="right"
        maxLength={3}
        value={cell.people}
        onChange={(people) => onChange({ people })}
      />
      <span>人</span>
      <TextField
        hideLabel
        label={`${name}开始时间`}
        maxLength={6}
        value={cell.startsAt}
        onChange={(startsAt) => onChange({ startsAt })}
        normalise={tidy}
      />
      <span>到</span>
      <TextField
        hideLabel
        label={`${name}结束时间`}
        maxLength={6}
        value={cell.endsAt}
        onChange={(endsAt) => onChange({ endsAt })}
        normalise={tidy}
      />
    </div>
  )
}
