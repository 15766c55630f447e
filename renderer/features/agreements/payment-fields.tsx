import { paymentMethodOptions } from '../../lib/labels/agreements.ts'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { FormParty, PaymentForm } from './agreement-form.ts'
import { rowsForTotal } from './instalment-rows.ts'
import { InstalmentTable } from './instalment-table.tsx'

type Props = {
  payment: PaymentForm
  parties: readonly FormParty[]
  path: string
  errorAt: (path: string) => string | undefined
  onChange: (payment: PaymentForm) => void
}

/** A method that a template or import brought stays choosable under its own words. */
const methodOptions = (method: string) =>
  method === '' || paymentMethodOptions.some(({ value }) => value === method)
    ? paymentMethodOptions
    : [...paymentMethodOptions, { value: method, label: method }]

export const PaymentFields = ({ payment, parties, path, errorAt, onChange }: Props) => {
  const set = (part: Partial<PaymentForm>): void => onChange({ ...payment, ...part })
  const options = parties.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="agreement-fields">
      <div className="agreement-pair">
        <div data-path={`${path}.payerId`}>
          <SelectField
            label="付款人"
            required
            options={options}
            value={payment.payerId === '' ? undefined : payment.payerId}
            error={errorAt(`${path}.payerId`)}
            onChange={(payerId) => set({ payerId: payerId ?? '' })}
          />
        </div>
        <div data-path={`${path}.payeeId`}>
          <SelectField
            label="收款人"
            required
            options={options}
            value={payment.payeeId === '' ? undefined : payment.payeeId}
            error={errorAt(`${path}.payeeId`)}
            onChange={(payeeId) => set({ payeeId: payeeId ?? '' })}
          />
        </div>
      </div>
      <div data-path={`${path}.totalFen`}>
        <MoneyField
          label="金额"
          required
          valueFen={payment.totalFen}
          error={errorAt(`${path}.totalFen`)}
          onChange={(totalFen) =>
            set({
              totalFen,
              instalments: rowsForTotal(payment.instalments, payment.totalFen, totalFen),
            })
          }
        />
      </div>
      <InstalmentTable
        rows={payment.instalments}
        totalFen={payment.totalFen}
        path={path}
        errorAt={errorAt}
        onChange={(instalments) => set({ instalments })}
      />
      <div className="agreement-pair">
        <div data-path={`${path}.method`}>
          <SelectField
            label="支付方式"
            required
            options={methodOptions(payment.method)}
            value={payment.method === '' ? undefined : payment.method}
            error={errorAt(`${path}.method`)}
            onChange={(method) => set({ method: method ?? '' })}
          />
        </div>
        <div data-path={`${path}.account`}>
          <TextField
            label="收款账户"
            value={payment.account}
            maxLength={200}
            hint="户名、开户行和账号，写清楚以免付错"
            error={errorAt(`${path}.account`)}
            onChange={(account) => set({ account })}
          />
        </div>
      </div>
    </div>
  )
}
