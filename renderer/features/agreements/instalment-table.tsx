import { CircleCheck, CircleX } from 'lucide-react'
import { useState } from 'react'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  compareSum,
  type InstalmentRow,
  maxInstalments,
  nextRow,
  splitIntoRows,
  sumText,
} from './instalment-rows.ts'

type Props = {
  rows: readonly InstalmentRow[]
  totalFen: Fen | undefined
  /** Path of the payment, for findings. */
  path: string
  errorAt: (path: string) => string | undefined
  onChange: (rows: InstalmentRow[]) => void
}

export const InstalmentTable = ({ rows, totalFen, path, errorAt, onChange }: Props) => {
  const change = (key: string, part: Partial<InstalmentRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const isSplit = rows.length > 1
  return (
    <fieldset className="agreement-instalments" aria-label="分期付款">
      {rows.map((row, index) => (
        <InstalmentLine
          key={row.key}
          row={row}
          number={isSplit ? index + 1 : undefined}
          path={`${path}.instalments.${index}`}
          errorAt={errorAt}
          onChange={(part) => change(row.key, part)}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <div data-path={`${path}.instalments`}>
        {isSplit ? <SumLine rows={rows} totalFen={totalFen} /> : undefined}
        <div className="agreement-tools">
          <SplitTool rows={rows} totalFen={totalFen} onSplit={onChange} />
          <Button
            disabled={rows.length >= maxInstalments}
            onClick={() => onChange([...rows, nextRow(rows, totalFen, newId())])}
          >
            加一期
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

type LineProps = {
  row: InstalmentRow
  /** Undefined when paid in one sum: then only the date is asked. */
  number: number | undefined
  path: string
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<InstalmentRow>) => void
  onRemove: () => void
}

const InstalmentLine = ({ row, number, path, errorAt, onChange, onRemove }: LineProps) => {
  const dueOnField = (label: string, hideLabel: boolean) => (
    <div data-path={`${path}.dueOn`}>
      <DateField
        label={label}
        hideLabel={hideLabel}
        required={!hideLabel}
        value={row.dueOn}
        error={errorAt(`${path}.dueOn`)}
        onChange={(dueOn) => onChange({ dueOn })}
      />
    </div>
  )
  if (number === undefined) return dueOnField('付款期限', false)
  return (
    <fieldset className="agreement-row" aria-label={`第 ${number} 期`}>
      <span className="agreement-row-label">第 {number} 期</span>
      {dueOnField(`第 ${number} 期日期`, true)}
      <div data-path={`${path}.amountFen`}>
        <MoneyField
          label={`第 ${number} 期金额`}
          hideLabel
          figuresOnly
          valueFen={row.amountFen}
          error={errorAt(`${path}.amountFen`)}
          onChange={(amountFen) => onChange({ amountFen })}
        />
      </div>
      <Button aria-label={`删去第 ${number} 期`} onClick={onRemove}>
        删去
      </Button>
    </fieldset>
  )
}

const SumLine = ({ rows, totalFen }: Pick<Props, 'rows' | 'totalFen'>) => {
  const state = compareSum(rows, totalFen)
  const Icon = state.equal ? CircleCheck : CircleX
  return (
    <output className={state.equal ? 'agreement-sum' : 'agreement-sum agreement-sum-wrong'}>
      <Icon aria-hidden="true" />
      {sumText(state)}
    </output>
  )
}

type SplitProps = Pick<Props, 'rows' | 'totalFen'> & { onSplit: (rows: InstalmentRow[]) => void }

/** 分成 n 期: equal parts, monthly from the first date. */
const SplitTool = ({ rows, totalFen, onSplit }: SplitProps) => {
  const [open, setOpen] = useState(false)
  const [countText, setCountText] = useState('3')
  const [firstDueOn, setFirstDueOn] = useState<LocalDate>()
  const count = Number(countText.normalize('NFKC'))
  const isCount = Number.isInteger(count) && count >= 2 && count <= maxInstalments
  const firstDate = firstDueOn ?? rows[0]?.dueOn
  if (!open) return <Button onClick={() => setOpen(true)}>平均分期</Button>
  const split = (): void => {
    if (!isCount || firstDate === undefined || totalFen === undefined) return
    onSplit(splitIntoRows(totalFen, count, firstDate, newId))
    setOpen(false)
  }
  return (
    <>
      <TextField
        label="分成几期"
        value={countText}
        inputMode="numeric"
        autoFocus
        error={isCount ? undefined : `请写 2 到 ${maxInstalments} 的数`}
        normalise={(text) => text.normalize('NFKC')}
        onChange={setCountText}
        onEnter={split}
      />
      <DateField label="第一期日期" value={firstDate} onChange={setFirstDueOn} />
      <Button
        kind="primary"
        disabled={!isCount || firstDate === undefined || totalFen === undefined}
        onClick={split}
      >
        按月平均分
      </Button>
      <Button onClick={() => setOpen(false)}>不分</Button>
      {totalFen === undefined ? <output>先写上面的金额，才能平均分期。</output> : undefined}
    </>
  )
}
