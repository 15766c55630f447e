import { useState, type KeyboardEvent } from 'react'
import { fillSlots } from '#db/domain/agreement/library/slots.ts'
import type { ClauseSlot } from '#db/domain/agreement/library/library-clause.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { onKeys } from '../../ui/keys.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ClauseForm, FormParty } from './agreement-form.ts'
import {
  knownValues,
  openSlots,
  slotTexts,
  type SlotValue,
  type SlotValues,
} from './slot-values.ts'
import { SlotText } from './slot-text.tsx'
import './clause-library.css'

type Props = {
  clause: ClauseForm
  clauses: readonly ClauseForm[]
  parties: readonly FormParty[]
  /** What the library knows of its slots. */
  slots: readonly ClauseSlot[]
  /** What was filled in before it was put off. */
  typed: SlotValues | undefined
  onType: (values: SlotValues) => void
  onFill: (text: string) => void
  onClose: () => void
}

/** More would be a wall of buttons. */
const mostInSight = 6

const fieldsIn = 'input:not([type=radio]), input[type=radio]:checked, input[type=radio]'

/** Enter goes on to the next blank; the last one leads to the button. */
const goOn = (event: KeyboardEvent<HTMLDivElement>): void => {
  if (!(event.target instanceof HTMLInputElement)) return
  const here = event.target.closest('.agreement-slot')
  const next = here?.nextElementSibling
  const field =
    next?.querySelector<HTMLElement>(fieldsIn) ??
    here?.closest('form')?.querySelector<HTMLElement>('.tx-dialog-foot .ant-btn-primary')
  onKeys({ Enter: () => field?.focus() })(event)
}

/** The blanks of one clause, each asked for in its own way; what is left empty stays a blank in sight. */
export const SlotDialog = (props: Props) => {
  const { clause, parties, typed, onType, onFill, onClose } = props
  const [slots] = useState(() => openSlots(clause.text, props.slots))
  const [known] = useState(() => knownValues(slots, props.clauses, parties))
  const values = typed ?? known
  const [start] = useState(() => slots.findIndex(({ name }) => values[name] === undefined))
  const text = fillSlots(clause.text, slotTexts(slots, values, parties))
  const left = openSlots(text).length
  return (
    <Dialog
      title="填空"
      open
      width={820}
      onClose={onClose}
      onConfirm={() => onFill(text)}
      confirmText={left === 0 ? '填好' : `先填这些，还空 ${left} 处`}
      cancelText="先不填"
      enterConfirms={false}
    >
      <SlotText text={text} />
      <div className="agreement-slots" onKeyDown={goOn}>
        {slots.map((slot, index) => (
          <div key={slot.name} className="agreement-slot">
            <SlotField
              slot={slot}
              value={values[slot.name] ?? {}}
              parties={parties}
              autoFocus={index === Math.max(0, start)}
              onChange={(value) => onType({ ...values, [slot.name]: value })}
            />
          </div>
        ))}
      </div>
      <p className="hint">没填的会留着【】，检查时会提醒，送审前要填上。Enter 到下一处。</p>
    </Dialog>
  )
}

type FieldProps = {
  slot: ClauseSlot
  value: SlotValue
  parties: readonly FormParty[]
  autoFocus: boolean
  onChange: (value: SlotValue) => void
}

const SlotField = ({ slot, value, parties, autoFocus, onChange }: FieldProps) => {
  const base = { label: slot.name, hint: slot.hint, autoFocus }
  const options = parties.map(({ id, name }) => ({ value: id, label: name }))
  const set = (part: SlotValue): void => onChange({ ...value, ...part })
  switch (slot.kind) {
    case 'party':
      return options.length > mostInSight ? (
        <SelectField
          {...base}
          clearable
          options={options}
          value={value.partyId}
          onChange={(partyId) => set({ partyId })}
        />
      ) : (
        <ChoiceField
          {...base}
          options={options}
          value={value.partyId}
          onChange={(partyId) => set({ partyId })}
        />
      )
    case 'amount':
      return <MoneyField {...base} valueFen={value.fen} onChange={(fen) => set({ fen })} />
    case 'date':
      return <DateField {...base} value={value.date} onChange={(date) => set({ date })} />
    case 'text':
      return (
        <TextField
          {...base}
          value={value.text ?? ''}
          maxLength={500}
          onChange={(text) => set({ text })}
        />
      )
  }
}
