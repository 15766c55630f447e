import { CalendarDays } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { LocalDate } from '#db/domain/local-date.ts'
import { today } from '../lib/clock.ts'
import { formatDateWithWeekday } from '../lib/format/date.ts'
import { parseDateText } from '../lib/parse-date-text.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { FieldBase } from './field.tsx'
import { TextField } from './text-field.tsx'

const CalendarSheet = lazy(async () => ({
  default: (await import('./calendar-sheet.tsx')).CalendarSheet,
}))

export type DateFieldProps = FieldBase & {
  value: LocalDate | undefined
  onChange: (date: LocalDate | undefined) => void
  onBlur?: () => void
}

/** Takes 20261231, 2026.12.31, 12-31, 今天, 下周三, 三十天后; a calendar stands beside it. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  const [text, setText] = useState<string>(value ?? '')
  const [choosing, setChoosing] = useState(false)
  const typed = parseDateText(text, today())
  const unreadable = text.trim() !== '' && typed === undefined && value === undefined
  const shown = unreadable || typed === value ? text : (value ?? '')
  const error = unreadable
    ? '看不懂这个日期，或没有这一天。可以写 2026-12-31、12-31、明天、三十天后'
    : rest.error
  const choose = (date: LocalDate) => {
    setText(date)
    onChange(date)
    setChoosing(false)
  }
  return (
    <div className="tx-date">
      <TextField
        {...rest}
        error={error}
        value={shown}
        placeholder="如 2026-12-31 或 明天"
        onChange={(next) => {
          setText(next)
          onChange(parseDateText(next, today()))
        }}
        normalise={(next) => parseDateText(next, today()) ?? next}
        below={
          value && !rest.hideLabel ? (
            <div className="tx-capitals">{formatDateWithWeekday(value)}</div>
          ) : null
        }
        suffix={
          <Button
            kind="link"
            className="tx-date-button"
            icon={<CalendarDays aria-hidden="true" />}
            disabled={rest.disabled}
            aria-label={`打开日历选${rest.label}`}
            onClick={() => setChoosing(true)}
          />
        }
      />
      <Dialog
        title={`选${rest.label}`}
        open={choosing}
        onClose={() => setChoosing(false)}
        width={520}
      >
        <Suspense fallback={null}>
          <CalendarSheet value={value ?? today()} onChoose={choose} />
        </Suspense>
      </Dialog>
    </div>
  )
}
