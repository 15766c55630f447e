import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PayForm } from './offer-form.ts'
import {
  maxRows,
  monthlyRows,
  type PayRow,
  shareRest,
  sumWords,
  withNextRow,
  withRow,
} from './pay-rows.ts'

type Props = {
  term: PayForm
  path: string
  errorAt: (path: string) => string | undefined
  onChange: (term: PayForm) => void
}

export function PayParts({ term, path, errorAt, onChange }: Props) {
  const { rows, totalFen } = term
  const set = (next: PayRow[]): void => onChange({ ...term, rows: next })
  return (
    <fieldset className="offers-parts" aria-label="分期付款">
      {rows.length < 2 ? (
        <Generator
          first={rows[0]?.dueOn}
          onMake={(plan) => set(monthlyRows(plan, totalFen, newId))}
        />
      ) : (
        <>
          {rows.map((row, index) => (
            <PartLine
              key={row.key}
              row={row}
              number={index + 1}
              path={`${path}.rows.${index}`}
              errorAt={errorAt}
              onChange={(part) => set(withRow(rows, row.key, part, totalFen))}
              onRemove={() =>
                set(
                  shareRest(
                    rows.filter(({ key }) => key !== row.key),
                    totalFen,
                  ),
                )
              }
            />
          ))}
          <SumLine rows={rows} totalFen={totalFen} />
          <div className="row">
            <Button
              disabled={rows.length >= maxRows}
              onClick={() => set(withNextRow(rows, totalFen, newId()))}
            >
              加一期
            </Button>
            <Button onClick={() => set(rows.slice(0, 1))}>重新分期</Button>
          </div>
        </>
      )}
    </fieldset>
  )
}

type LineProps = {
  row: PayRow
  number: number
  path: string
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<Pick<PayRow, 'dueOn' | 'amountFen'>>) => void
  onRemove: () => void
}

function PartLine({ row, number, path, errorAt, onChange, onRemove }: LineProps) {
  return (
    <fieldset className="offers-part" aria-label={`第 ${number} 期`}>
      <span className="offers-part-number">第 {number} 期</span>
      <DateField
        label={`第 ${number} 期日期`}
        hideLabel
        value={row.dueOn}
        error={errorAt(`${path}.dueOn`)}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      <MoneyField
        label={`第 ${number} 期金额`}
        hideLabel
        figuresOnly
        valueFen={row.amountFen}
        error={errorAt(`${path}.amountFen`)}
        onChange={(amountFen) => onChange({ amountFen })}
      />
      <Button aria-label={`删去第 ${number} 期`} onClick={onRemove}>
        删去
      </Button>
    </fieldset>
  )
}

function SumLine({ rows, totalFen }: { rows: readonly PayRow[]; totalFen: number | undefined }) {
  const { wrong, text } = sumWords(rows, totalFen)
  const Icon = wrong ? CircleAlert : CircleCheck
  return (
    <output className={wrong ? 'offers-sum offers-sum-wrong' : 'offers-sum'}>
      <Icon aria-hidden="true" />
      {text}
    </output>
  )
}

type Plan = { from: LocalDate; count: number; day: number }

const numberIn = (text: string, low: number, high: number): number | undefined => {
  const value = Number(text.normalize('NFKC').trim() || 'none')
  return Number.isInteger(value) && value >= low && value <= high ? value : undefined
}

/** Equal parts on the same day of each month; the last takes the odd fen. */
function Generator({
  first,
  onMake,
}: {
  first: LocalDate | undefined
  onMake: (plan: Plan) => void
}) {
  const [countText, setCountText] = useState('3')
  const [from, setFrom] = useState<LocalDate | undefined>(first)
  const [dayText, setDayText] = useState('')
  const count = numberIn(countText, 2, maxRows)
  const start = from ?? today()
  const day = dayText.trim() === '' ? Number(start.slice(8)) : numberIn(dayText, 1, 31)
  const make = (): void => {
    if (from && count !== undefined && day !== undefined) onMake({ from, count, day })
  }
  return (
    <div className="offers-generator">
      <TextField
        label="分几期"
        value={countText}
        inputMode="numeric"
        error={count === undefined ? `请写 2 到 ${maxRows} 的数` : undefined}
        onChange={setCountText}
        onEnter={make}
      />
      <DateField label="从哪天起" value={from} onChange={setFrom} />
      <TextField
        label="每月几日"
        value={dayText}
        inputMode="numeric"
        placeholder={String(Number(start.slice(8)))}
        error={day === undefined ? '请写 1 到 31 的数' : undefined}
        onChange={setDayText}
        onEnter={make}
      />
      <Button disabled={count === undefined || day === undefined || !from} onClick={make}>
        按月平均分
      </Button>
    </div>
  )
}
