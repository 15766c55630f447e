import { addDays, localDate, type LocalDate } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'

type Kind = 'week' | 'month' | 'lastMonth' | 'year' | 'own'
export type Stretch = { kind: Kind; from: LocalDate | undefined; to: LocalDate | undefined }
export type KnownStretch = { from: LocalDate; to: LocalDate }

const kinds = [
  { value: 'week', label: '近七天' },
  { value: 'month', label: '本月' },
  { value: 'lastMonth', label: '上月' },
  { value: 'year', label: '今年' },
  { value: 'own', label: '自己定' },
] as const

const monthOf = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`)

const daysOf = (kind: Exclude<Kind, 'own'>, day: LocalDate): KnownStretch => {
  switch (kind) {
    case 'week':
      return { from: addDays(day, -6), to: day }
    case 'month':
      return { from: monthOf(day), to: day }
    case 'lastMonth': {
      const end = addDays(monthOf(day), -1)
      return { from: monthOf(end), to: end }
    }
    case 'year':
      return { from: localDate(`${day.slice(0, 4)}-01-01`), to: day }
  }
}

export const startStretch = (kind: Exclude<Kind, 'own'>): Stretch => ({
  kind,
  ...daysOf(kind, today()),
})

/** Undefined while a day is missing or the days stand the wrong way round. */
export const knownStretch = ({ from, to }: Stretch): KnownStretch | undefined =>
  from && to && from <= to ? { from, to } : undefined

type Props = { value: Stretch; onChange: (stretch: Stretch) => void }

/** From when to when. */
export function StretchFields({ value, onChange }: Props) {
  const { from, to } = value
  return (
    <div className="consultations-stretch">
      <ChoiceField
        label="时间"
        options={kinds}
        value={value.kind}
        onChange={(kind) =>
          onChange(kind === 'own' ? { ...value, kind } : { kind, ...daysOf(kind, today()) })
        }
      />
      {value.kind === 'own' ? (
        <>
          <DateField
            label="从"
            value={from}
            onChange={(day) => onChange({ ...value, from: day })}
          />
          <DateField
            label="到"
            value={to}
            onChange={(day) => onChange({ ...value, to: day })}
            error={from && to && from > to ? '要在开始那天或之后' : undefined}
          />
        </>
      ) : null}
    </div>
  )
}
