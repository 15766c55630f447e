import { paymentMethodOptions } from '../../lib/labels/agreements.ts'
import { newId } from '../../lib/new-id.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Button } from '../../ui/button.tsx'
import { type PayForm, type PayWhen, withTotal, withWhen } from './offer-form.ts'
import type { LedgerParty } from './offer-words.ts'
import { PayParts } from './pay-parts.tsx'
import { withRow } from './pay-rows.ts'
import { yuanWords } from './term-sentence.ts'

type Props = {
  term: PayForm
  path: string
  parties: readonly LedgerParty[]
  /** Totals of earlier offers, for a remainder that has none. */
  earlierTotals: readonly { ordinal: number; totalFen: number }[]
  /** What the law would give, where it was reckoned. */
  statutoryFen: number | undefined
  errorAt: (path: string) => string | undefined
  onChange: (term: PayForm) => void
}

const whenOptions = [
  { value: 'once', label: '一次付清', key: '1' },
  { value: 'parts', label: '分期', key: '2' },
  { value: 'unsaid', label: '没有说', key: '3' },
] as const satisfies { value: PayWhen; label: string; key: string }[]

/** A method that an earlier offer brought stays choosable under its own words. */
const methodOptions = (method: string) =>
  method === '' || paymentMethodOptions.some(({ value }) => value === method)
    ? paymentMethodOptions
    : [...paymentMethodOptions, { value: method, label: method }]

export function PayFields(props: Props) {
  const { term, path, parties, earlierTotals, statutoryFen, errorAt, onChange } = props
  const set = (part: Partial<PayForm>): void => onChange({ ...term, ...part })
  const names = parties.map(({ id, name }) => ({ value: id, label: name }))
  const [first] = term.rows
  return (
    <div className="offers-fields">
      <div className="offers-pair">
        <SelectField
          label="谁付"
          required
          options={names}
          value={term.payerId}
          error={errorAt(`${path}.payerId`)}
          onChange={(payerId) => set({ payerId })}
        />
        <SelectField
          label="付给谁"
          required
          options={names}
          value={term.payeeId}
          error={errorAt(`${path}.payeeId`)}
          onChange={(payeeId) => set({ payeeId })}
        />
        <MoneyField
          label="一共付多少"
          required
          valueFen={term.totalFen}
          error={errorAt(`${path}.totalFen`)}
          onChange={(totalFen) => onChange(withTotal(term, totalFen))}
        />
      </div>
      {statutoryFen === undefined || term.totalFen === statutoryFen ? null : (
        <div className="row">
          <Button onClick={() => onChange(withTotal(term, statutoryFen))}>
            填入法定数额 {yuanWords(statutoryFen)}
          </Button>
        </div>
      )}
      {term.totalFen === undefined && term.rows.some(({ isRest }) => !isRest) ? (
        <div className="row">
          <span className="hint">话里没有说总额。</span>
          {earlierTotals.map(({ ordinal, totalFen }) => (
            <Button key={ordinal} onClick={() => onChange(withTotal(term, totalFen))}>
              按第{ordinal}次的 {yuanWords(totalFen)}算余款
            </Button>
          ))}
        </div>
      ) : null}
      <ChoiceField
        label="什么时候付"
        options={whenOptions}
        value={term.when}
        onChange={(when) => onChange(withWhen(term, when, newId))}
      />
      {term.phrase ? (
        <p className="offers-phrase">
          话里说的是“{term.phrase}”，这不是一个日期。请问清日期；说不定的，写进“条件”。
        </p>
      ) : null}
      {term.datesCounted ? (
        <p className="offers-phrase">有的日期话里没有说，是照每月同一天推算的，请核对。</p>
      ) : null}
      {term.when === 'once' && first ? (
        <DateField
          label="哪天前付清"
          required
          value={first.dueOn}
          error={errorAt(`${path}.rows.0.dueOn`)}
          onChange={(dueOn) =>
            set({ rows: withRow(term.rows, first.key, { dueOn }, term.totalFen) })
          }
        />
      ) : null}
      {term.when === 'parts' ? (
        <PayParts term={term} path={path} errorAt={errorAt} onChange={onChange} />
      ) : null}
      <div className="offers-pair">
        <TextField
          label="付的是什么钱"
          value={term.purpose}
          maxLength={200}
          placeholder="如 拖欠工资、修缮费"
          onChange={(purpose) => set({ purpose })}
        />
        <SelectField
          label="怎么付"
          clearable
          options={methodOptions(term.method)}
          value={term.method === '' ? undefined : term.method}
          onChange={(method) => set({ method: method ?? '' })}
        />
      </div>
      <TextField
        label="收款账户"
        value={term.account}
        maxLength={200}
        placeholder="户名、开户行和账号，没有说就空着"
        onChange={(account) => set({ account })}
      />
    </div>
  )
}
