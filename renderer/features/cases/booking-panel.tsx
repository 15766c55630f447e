import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import type { Booking } from '#contract/bookings.ts'
import type { CaseRecord } from '#contract/cases.ts'
import { useAsk } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { BookingDialog } from './booking-dialog.tsx'
import { halfDayName, needWords } from './booking-form.ts'
import { CancelBookingDialog } from './cancel-booking-dialog.tsx'

type Opened = { dialog: 'book'; booking?: Booking } | { dialog: 'cancel'; booking: Booking }

/** When this case comes to the volunteer lawyers' desk, and whether somebody there may not take it. */
export function BookingPanel({ record }: { record: CaseRecord }) {
  const { data } = useAsk('bookings.ofCase', { caseId: record.id })
  const [opened, setOpened] = useState<Opened>()
  const [all, setAll] = useState(false)
  if (!data) return null
  const coming = data.bookings
    .filter(({ cancelled, date }) => !cancelled && date >= today())
    .toReversed()
  const before = data.bookings.filter((booking) => !coming.includes(booking))
  if (!data.mayEdit && data.bookings.length === 0) return null
  const close = () => setOpened(undefined)
  return (
    <Section
      title="约值班律师"
      extra={
        data.mayEdit ? (
          <Button
            icon={<CalendarPlus aria-hidden="true" />}
            onClick={() => setOpened({ dialog: 'book' })}
          >
            约律师
          </Button>
        ) : null
      }
    >
      {coming.length === 0 ? <p className="hint">没有约。</p> : null}
      <ul className="cases-lines">
        {coming.map((booking) => (
          <li key={booking.id} className="cases-item">
            <BookingWords booking={booking} />
            {data.mayEdit ? (
              <span className="row">
                <Button
                  aria-label={`改约 ${halfDayName(booking)}`}
                  onClick={() => setOpened({ dialog: 'book', booking })}
                >
                  改约
                </Button>
                <Button
                  aria-label={`取消 ${halfDayName(booking)} 的预约`}
                  onClick={() => setOpened({ dialog: 'cancel', booking })}
                >
                  取消
                </Button>
              </span>
            ) : null}
          </li>
        ))}
        {all
          ? before.map((booking) => (
              <li key={booking.id} className="cases-item muted">
                <span className="nums">{halfDayName(booking)}</span>
                <span>
                  {booking.cancelled ? `已取消：${booking.cancelledWords}` : booking.words}
                </span>
              </li>
            ))
          : null}
      </ul>
      {before.length > 0 ? (
        <Button kind="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起以前的' : `以前的 ${before.length} 次`}
        </Button>
      ) : null}
      {opened?.dialog === 'book' ? (
        <BookingDialog
          record={record}
          bookings={data.bookings}
          booking={opened.booking}
          onClose={close}
        />
      ) : null}
      {opened?.dialog === 'cancel' ? (
        <CancelBookingDialog booking={opened.booking} onClose={close} />
      ) : null}
    </Section>
  )
}

function BookingWords({ booking }: { booking: Booking }) {
  const { atTime, deskName, words, lawyers } = booking
  const needs = needWords(booking)
  const inConflict = lawyers.filter(({ conflict }) => conflict)
  return (
    <span className="cases-booking">
      <span className="cases-line-title nums">
        {halfDayName(booking)} {atTime}
      </span>
      {deskName ? <span>{deskName}</span> : null}
      <span className="muted">
        {lawyers.length > 0
          ? `值班 ${lawyers.map(({ name }) => name).join('、')}`
          : '值班还没有发布'}
      </span>
      {needs ? <span className="muted">{needs}</span> : null}
      {words ? <span>{words}</span> : null}
      {inConflict.length > 0 ? (
        <span className="cases-booking-conflict">
          <Tag tone="late" word="利益冲突" />
          {inConflict.map(({ name }) => name).join('、')}
          的律所和本案当事人有关系，请改约，或请主任换人
        </span>
      ) : null}
    </span>
  )
}
