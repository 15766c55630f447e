import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import type { Obligation } from '#contract/obligations.ts'
import { formatYuan } from '#db/domain/money.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDate } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  beginPayment,
  isOpen,
  methodOptions,
  obligationName,
  overOf,
  paymentErrors,
  paymentInput,
  wayOf,
  type PaymentForm,
} from './payment-form.ts'

export type Recorded = OutputOf<'obligations.record'> & {
  obligation: Obligation
  amountFen: number | undefined
  method: string
}

type RecordDialogProps = {
  caseId: string
  obligations: readonly Obligation[]
  form: PaymentForm
  onChange: (form: PaymentForm) => void
  onClose: () => void
  onRecorded: (recorded: Recorded) => void
}

const optionOf = (one: Obligation) => ({
  value: one.id,
  label: [
    obligationName(one),
    wayOf(one),
    one.dueOn ? `${one.dueOn} 前` : '',
    one.kind === 'payment' ? `差 ${formatYuan(one.leftFen)} 元` : '',
  ]
    .filter(Boolean)
    .join('，'),
})

/** 登记付款: amount, day, way and slip; Enter records it. */
export function RecordDialog(props: RecordDialogProps) {
  const { caseId, obligations, form, onChange, onClose, onRecorded } = props
  const [tried, setTried] = useState(false)
  const [adding, setAdding] = useState(false)
  const record = useRun('obligations.record')
  const open = obligations.filter(isOpen)
  const obligation = open.find(({ id }) => id === form.obligationId) ?? open[0]
  if (!obligation) return null
  const set = (part: Partial<PaymentForm>) => onChange({ ...form, ...part })
  const errors = tried ? paymentErrors(form, obligation, obligations, today()) : {}
  const isPayment = obligation.kind === 'payment'
  const confirm = async () => {
    setTried(true)
    if (Object.keys(paymentErrors(form, obligation, obligations, today())).length > 0) return
    const input = paymentInput(form, obligation)
    const done = input && (await record.run(input))
    if (done) onRecorded({ ...done, obligation, amountFen: input.amountFen, method: input.method })
  }
  const choose = (id: string | undefined) => {
    const next = open.find((one) => one.id === id)
    if (next)
      onChange({
        ...beginPayment(next, form.doneOn ?? today()),
        proofs: form.proofs,
        note: form.note,
      })
  }
  return (
    <Dialog
      title={isPayment ? '登记付款' : '登记已经做到'}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="登记"
      busy={record.running}
      // A slip that is still being read belongs to it.
      confirmDisabled={adding}
      failure={record.failure}
      width={860}
    >
      {open.length > 1 ? (
        <SelectField
          label="哪一期"
          options={open.map(optionOf)}
          value={obligation.id}
          onChange={choose}
        />
      ) : (
        <p className="obligations-one">{optionOf(obligation).label}</p>
      )}
      {isPayment ? null : <p className="obligations-act">{obligation.text}</p>}
      <div className="grid-2">
        {isPayment ? (
          <AmountPart
            // Another instalment is another amount.
            key={obligation.id}
            form={form}
            obligation={obligation}
            obligations={obligations}
            error={errors.amountFen}
            onChange={set}
          />
        ) : null}
        <DateField
          label={isPayment ? '付款日期' : '做到的日期'}
          required
          value={form.doneOn}
          onChange={(doneOn) => set({ doneOn })}
          error={errors.doneOn}
          autoFocus={!isPayment}
        />
      </div>
      {isPayment ? (
        <ChoiceField
          label="付款方式"
          options={methodOptions(obligation.method)}
          value={form.method}
          onChange={(method) => set({ method })}
        />
      ) : null}
      <ProofPart
        caseId={caseId}
        proofs={form.proofs}
        onAdding={setAdding}
        onChange={(proofs) => set({ proofs })}
      />
      <TextField
        label="备注"
        value={form.note}
        onChange={(note) => set({ note })}
        maxLength={500}
        placeholder="如 由其妻子转账"
      />
    </Dialog>
  )
}

type AmountPartProps = {
  form: PaymentForm
  obligation: Obligation
  obligations: readonly Obligation[]
  error: string | undefined
  onChange: (part: Partial<PaymentForm>) => void
}

function AmountPart({ form, obligation, obligations, error, onChange }: AmountPartProps) {
  const { overFen, roomFen } = overOf(form, obligation, obligations)
  const leftFen = obligation.leftFen - (form.amountFen ?? 0)
  return (
    <div
      // Typing goes over the sum that is offered.
      onFocus={(event) => {
        if (event.target instanceof HTMLInputElement && event.target.type === 'text')
          event.target.select()
      }}
    >
      <MoneyField
        label="收到多少"
        required
        valueFen={form.amountFen}
        onChange={(amountFen) => onChange({ amountFen })}
        error={error}
        hint={
          leftFen > 0 && form.amountFen
            ? `付了一部分，这一期还差 ${formatYuan(leftFen)} 元`
            : `这一期差 ${formatYuan(obligation.leftFen)} 元${obligation.dueOn ? `，约定 ${formatDate(obligation.dueOn)} 前付` : ''}`
        }
        autoFocus
      />
      {overFen > 0 && roomFen > 0 ? (
        <CheckField
          label={`多出的 ${formatYuan(overFen)} 元抵下一期`}
          value={form.spread}
          onChange={(spread) => onChange({ spread })}
        />
      ) : null}
    </div>
  )
}

type ProofPartProps = {
  caseId: string
  proofs: PaymentForm['proofs']
  onAdding: (adding: boolean) => void
  onChange: (proofs: PaymentForm['proofs']) => void
}

/** Photos and slips go into the store at once; a slip that is taken off again stays among the files of the case. */
function ProofPart({ caseId, proofs, onAdding, onChange }: ProofPartProps) {
  const add = useRun('attachments.add')
  const pick = async () => {
    onAdding(true)
    const added = await add.run({ caseId, kind: 'other' })
    onAdding(false)
    if (!added) return
    const fresh = added.ids.map((id, index) => ({ id, name: added.added[index] ?? '凭证' }))
    onChange([...proofs, ...fresh])
  }
  return (
    <div className="tx-field">
      <div className="tx-label">凭证</div>
      <FailureNotice failure={add.failure} onClose={add.clear} />
      <div className="row">
        <Button
          icon={<Paperclip aria-hidden="true" />}
          shortcut="Alt+P"
          busy={add.running}
          onClick={() => void pick()}
        >
          放转账截图、照片
        </Button>
        {proofs.map(({ id, name }) => (
          <span key={id} className="obligations-proof">
            {name}
            <Button
              kind="link"
              aria-label={`不用 ${name}`}
              onClick={() => onChange(proofs.filter((one) => one.id !== id))}
            >
              不用
            </Button>
          </span>
        ))}
      </div>
      <div className="tx-hint">可以不放，以后再补。放了的会自动装进卷宗。</div>
    </div>
  )
}
