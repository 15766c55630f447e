import type { LawyerForm } from '#contract/lawyers.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { dayNames, halves, halfWords } from './day-words.ts'

type Weekly = LawyerForm['weekly']
type WeekGridProps = { value: Weekly; onChange: (weekly: Weekly) => void }

const all = dayNames.flatMap((_, index) => halves.map((half) => ({ weekday: index + 1, half })))

/** Half-days of the week that suit; "any" is not the same as all ticked, so a new desk on Sunday counts too. */
export function WeekGrid({ value, onChange }: WeekGridProps) {
  const toggle = (weekday: number, half: (typeof halves)[number]) => (on: boolean) => {
    const others = (value ?? []).filter((one) => one.weekday !== weekday || one.half !== half)
    onChange(on ? [...others, { weekday, half }] : others)
  }
  return (
    <div className="stack">
      <CheckField
        label="开门的时候都可以来"
        value={value === undefined}
        onChange={(any) => onChange(any ? undefined : all)}
        hint={value === undefined ? '只有某些时段能来的，去掉这个勾再选' : undefined}
      />
      {value === undefined ? null : (
        <div className="tx-table-frame">
          <table className="lawyers-week" aria-label="每周能来的时段">
            <thead>
              <tr>
                <td />
                {dayNames.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {halves.map((half) => (
                <tr key={half}>
                  <th scope="row">{halfWords[half]}</th>
                  {dayNames.map((name, index) => {
                    const on = value.some((one) => one.weekday === index + 1 && one.half === half)
                    return (
                      <td key={name}>
                        <label className={on ? 'lawyers-half lawyers-half-on' : 'lawyers-half'}>
                          <input
                            type="checkbox"
                            aria-label={`${name}${halfWords[half]}能来`}
                            checked={on}
                            onChange={(event) => toggle(index + 1, half)(event.target.checked)}
                          />
                          <span aria-hidden="true">{on ? '能来' : '—'}</span>
                        </label>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {value.length === 0 ? (
            <p className="hint">一个也没勾：平时不排，只排下面登记“能值”的日子。</p>
          ) : null}
        </div>
      )}
    </div>
  )
}
