import { useState } from 'react'
import type { Booking } from '#contract/bookings.ts'
import type { CaseRecord } from '#contract/cases.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { disputeTypeLabel } from '../../lib/labels/taxonomy.ts'
import { useBegun } from '../../lib/use-begun.ts'
import { BegunNotice } from '../../ui/begun-notice.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  bookingOf,
  bookingProblems,
  draftOfBooking,
  halfDayHint,
  halfDayName,
  halfNames,
  keyOfHalfDay,
  newBooking,
  otherDay,
  shownHalfDays,
  type BookingChoices,
  type BookingDraft,
} from './booking-form.ts'

type BookingDialogProps = {
  record: CaseRecord
  bookings: readonly Booking[]
  /** Undefined: a new one. */
  booking: Booking | undefined
  onClose: () => void
}

/** The next half-day stands ready: one click opens this, Enter books. */
export function BookingDialog(props: BookingDialogProps) {
  const { data, failure } = useAsk('bookings.choices', { caseId: props.record.id }, { fresh: true })
  if (data) return <OpenBookingDialog {...props} choices={data} />
  return (
    <Dialog title="约值班律师" open onClose={props.onClose}>
      {failure ? <FailureNotice failure={failure} /> : <Loading />}
    </Dialog>
  )
}

type OpenProps = BookingDialogProps & { choices: BookingChoices }

function OpenBookingDialog({ record, bookings, booking, choices, onClose }: OpenProps) {
  const save = useRun('bookings.save')
  const { halfDays } = choices
  const {
    form: draft,
    begun,
    set,
    drop,
  } = useBegun<BookingDraft>(
    `booking ${booking?.id ?? `of ${record.id}`}`,
    booking
      ? draftOfBooking(booking, halfDays)
      : newBooking({
          choices,
          bookings,
          dispute: disputeTypeLabel(record.typeCode),
        }),
  )
  const [tried, setTried] = useState(false)
  const close = () => {
    drop()
    onClose()
  }
  const problems = tried ? bookingProblems(draft, halfDays) : {}
  const submit = async () => {
    setTried(true)
    const read = bookingOf(draft, halfDays)
    if (!read) return focusFirstError()
    const saved = await save.run({
      ...(booking ? { id: booking.id } : {}),
      revision: booking?.revision ?? 0,
      caseId: record.id,
      booking: read,
    })
    return saved ? close() : undefined
  }
  const shown = shownHalfDays(halfDays, draft.key)
  return (
    <Dialog
      title={booking ? '改约值班律师' : '约值班律师'}
      open
      onClose={close}
      onConfirm={() => void submit()}
      confirmText={booking ? '改好' : '约好'}
      confirmFocused
      busy={save.running}
      failure={save.failure}
      width={860}
    >
      <BegunNotice shown={begun} onDrop={() => drop()} />
      {halfDays.length === 0 ? (
        <Notice tone="warning" title="这两周没有开门的窗口">
          请主任到“设置 → 值班设置”设好窗口和班次，或者约更后面的日子。
        </Notice>
      ) : null}
      <ChoiceField
        label="哪个半天"
        vertical
        options={[
          ...shown.map((halfDay) => ({
            value: keyOfHalfDay(halfDay),
            label: halfDayName(halfDay),
            hint: halfDayHint(halfDay),
          })),
          { value: otherDay, label: '其他日子' },
        ]}
        value={draft.key}
        onChange={(key) => set({ key })}
      />
      {draft.key === otherDay ? (
        <div className="grid-2">
          <DateField
            label="哪一天"
            required
            value={draft.date}
            onChange={(date) => set({ date })}
            error={problems.date}
          />
          <ChoiceField
            label="上午还是下午"
            options={(['morning', 'afternoon'] as const).map((value) => ({
              value,
              label: halfNames[value],
            }))}
            value={draft.half}
            onChange={(half) => set({ half })}
          />
        </div>
      ) : null}
      <MoreFields draft={draft} set={set} choices={choices} error={problems.atTime} />
    </Dialog>
  )
}

type MoreFieldsProps = {
  draft: BookingDraft
  set: (part: Partial<BookingDraft>) => void
  choices: BookingChoices
  error: string | undefined
}

const wordOptions = (words: readonly string[], chosen: string | undefined) =>
  [...new Set([...words, ...(chosen ? [chosen] : [])])].map((word) => ({
    value: word,
    label: word,
  }))

/** Nothing of this is needed to book. */
function MoreFields({ draft, set, choices, error }: MoreFieldsProps) {
  const { halfDays, fields, languages } = choices
  const chosen = halfDays.find((halfDay) => keyOfHalfDay(halfDay) === draft.key)
  const desks = new Map(
    (chosen ? chosen.desks : halfDays.flatMap((halfDay) => halfDay.desks)).map(
      ({ deskId, name }) => [deskId, name],
    ),
  )
  return (
    <>
      <div className="grid-2">
        <TextField
          label="几点来"
          maxLength={8}
          value={draft.atTime}
          onChange={(atTime) => set({ atTime })}
          error={error}
          placeholder="如 9:30，不定就空着"
        />
        {desks.size > 1 ? (
          <SelectField
            label="窗口"
            clearable
            placeholder="哪个都行"
            options={[...desks].map(([value, label]) => ({ value, label }))}
            value={draft.deskId && desks.has(draft.deskId) ? draft.deskId : undefined}
            onChange={(deskId) => set({ deskId })}
          />
        ) : null}
        <SelectField
          label="律师要懂"
          clearable
          placeholder="没有要求"
          options={wordOptions(fields, draft.field)}
          value={draft.field}
          onChange={(field) => set({ field })}
        />
        <SelectField
          label="律师要会说"
          clearable
          placeholder="没有要求"
          options={wordOptions(languages, draft.language)}
          value={draft.language}
          onChange={(language) => set({ language })}
        />
        <TextField
          label="说明"
          maxLength={200}
          value={draft.words}
          onChange={(words) => set({ words })}
          placeholder="如 带工资条来"
        />
      </div>
      {draft.field !== undefined || draft.language !== undefined ? (
        <CheckField
          label="一定要有这样的律师"
          value={draft.required}
          onChange={(required) => set({ required })}
          hint="不勾：排班时尽量；勾了：排不出会说明"
        />
      ) : null}
    </>
  )
}
