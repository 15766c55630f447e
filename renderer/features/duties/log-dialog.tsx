import { useState, type ReactNode } from 'react'
import type { LocalDate } from '#db/domain/local-date.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { awayWords, shortDate, weekdayWord } from './duty-words.ts'

/** The counters of the consultations' feature, handed in by the page. */
export type CountsSlot = (counts: {
  lawyerId: string
  date: LocalDate
  onDone: () => void
}) => ReactNode

type LogDialogProps = {
  lawyerId: string
  /** Days at the desk, the newest first. */
  days: readonly LocalDate[]
  counts: CountsSlot
  onClose: () => void
}

/** 补记接待 of a day at the desk. */
export function LogDialog({ lawyerId, days, counts, onClose }: LogDialogProps) {
  const today = todayNow()
  const offered = days.length > 0 ? days : [today]
  const [date, setDate] = useState(offered[0] ?? today)
  const words = (day: LocalDate) =>
    `${shortDate(day, today)} ${weekdayWord(day)}（${awayWords(day, today)}）`
  return (
    <Dialog title="补记接待" open onClose={onClose} cancelText="以后接着记" width={860}>
      <div className="stack">
        {offered.length > 1 ? (
          <SelectField
            label="哪一天"
            options={offered.map((day) => ({ value: day, label: words(day) }))}
            value={date}
            onChange={(day) => {
              if (day) setDate(day)
            }}
          />
        ) : (
          <p>
            <strong>{words(date)}</strong>
          </p>
        )}
        {counts({ lawyerId, date, onDone: onClose })}
      </div>
    </Dialog>
  )
}
