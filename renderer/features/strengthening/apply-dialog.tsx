import { useState } from 'react'
import type { RouteRow } from '#contract/strengthening.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRun } from '../../lib/ask.ts'
import { instantAt, parseClock } from '../../lib/china-instant.ts'
import { now, today } from '../../lib/clock.ts'
import { formatClock } from '../../lib/format/date.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ChosenOffice } from './office-picker.tsx'
import { ReasonLines } from './pack-section.tsx'

type Props = {
  caseId: string
  row: RouteRow
  office: ChosenOffice
  /** What is late and not paid. */
  owedFen: number | undefined
  onClose: (done: boolean) => void
}

const asksAmount = (route: RouteRow['route']) =>
  route === 'paymentOrder' ||
  route === 'directSuit' ||
  route === 'arbitration' ||
  route === 'enforcement'

/** The application as it was made: where, and when to the minute. */
export function ApplyDialog({ caseId, row, office, owedFen, onClose }: Props) {
  const { run, running, failure } = useRun('strengthening.apply')
  const [name, setName] = useState(office.name)
  const [day, setDay] = useState<LocalDate | undefined>(today())
  const [time, setTime] = useState(formatClock(now()))
  const [amountFen, setAmountFen] = useState(owedFen)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const clock = parseClock(time)
  const confirm = async () => {
    setTried(true)
    if (name.trim() === '' || day === undefined || clock === undefined) return
    const done = await run({
      caseId,
      route: row.route,
      officeName: name.trim(),
      appliedAt: instantAt(day, clock),
      words: words.trim(),
      ...(office.officeId !== undefined && name === office.name
        ? { officeId: office.officeId }
        : {}),
      ...(amountFen !== undefined && asksAmount(row.route) ? { amountFen } : {}),
    })
    if (done) onClose(true)
  }
  return (
    <Dialog
      title={`登记申请：${row.name}`}
      open
      onClose={() => onClose(false)}
      onConfirm={() => void confirm()}
      confirmText="登记申请"
      busy={running}
      failure={failure}
    >
      <ReasonLines failure={failure} />
      <TextField
        label="向哪里申请"
        required
        maxLength={100}
        value={name}
        onChange={setName}
        error={tried && name.trim() === '' ? '请写上机构的全称' : undefined}
      />
      <div className="grid-2">
        <DateField
          label="申请日期"
          required
          value={day}
          onChange={setDay}
          error={tried && day === undefined ? '请写申请的日期' : undefined}
        />
        <TextField
          label="申请时间（到分钟）"
          required
          value={time}
          onChange={setTime}
          normalise={(text) => parseClock(text) ?? text}
          hint="申请的时间会中断时效，请按回执写准"
          error={tried && clock === undefined ? '请写成 09:30 这样' : undefined}
        />
      </div>
      {asksAmount(row.route) ? (
        <MoneyField label="请求的金额" valueFen={amountFen} onChange={setAmountFen} />
      ) : null}
      <TextAreaField label="备注" maxLength={1000} value={words} onChange={setWords} />
    </Dialog>
  )
}
