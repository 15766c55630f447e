import { useState } from 'react'
import type { RotaSettings } from '#contract/desks.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { dayNames } from './day-words.ts'
import { marketWords, readDates } from './rota-settings-form.ts'

type MarketDays = RotaSettings['marketDays']

/** When the market is held: by weekday, by the last digit of the lunar or solar day, or on named days. */
export function MarketSection({ settings }: { settings: RotaSettings }) {
  const isHead = hasRole(useMe(), 'head')
  const [opened, setOpened] = useState(false)
  const [saved, setSaved] = useState(false)
  return (
    <Section
      title="集市日"
      extra={
        isHead ? (
          <Button
            onClick={() => {
              setSaved(false)
              setOpened(true)
            }}
          >
            改集市日
          </Button>
        ) : null
      }
    >
      {saved ? (
        <Notice tone="done" title="集市日存好了" onClose={() => setSaved(false)}>
          已经建好的值班表不会自己变：打开它，点“按最新的窗口设置更新班次”。
        </Notice>
      ) : null}
      <p className="lawyers-market">{marketWords(settings.marketDays)}</p>
      <MarketDates dates={settings.marketDays.dates} />
      <p className="hint">赶集的日子人多，可以在窗口里另定时间和人数。没有集市的不用设。</p>
      {opened ? (
        <MarketDialog
          settings={settings}
          onSaved={() => {
            setSaved(true)
            setOpened(false)
          }}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </Section>
  )
}

/** Those that are still to come, one by one. */
function MarketDates({ dates }: Pick<MarketDays, 'dates'>) {
  const coming = dates.filter((date) => date >= today()).toSorted()
  if (coming.length === 0) return null
  return (
    <ul className="lawyers-dates" aria-label="另外指定的集市日">
      {coming.map((date) => (
        <li key={date} className="nums">
          {formatDateWithWeekday(date)}
        </li>
      ))}
    </ul>
  )
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
type NumberKey = 'weekdays' | 'solarEndings' | 'lunarEndings'

type MarketDialogProps = { settings: RotaSettings; onSaved: () => void; onClose: () => void }

function MarketDialog({ settings, onSaved, onClose }: MarketDialogProps) {
  const save = useRun('desks.saveSettings')
  const [days, setDays] = useState<MarketDays>(settings.marketDays)
  const [text, setText] = useState(() => settings.marketDays.dates.join('、'))
  const dates = readDates(text, today())
  const toggle = (key: NumberKey, value: number) => (on: boolean) =>
    setDays((old) => ({
      ...old,
      [key]: on ? [...old[key], value] : old[key].filter((other) => other !== value),
    }))
  const submit = async () => {
    if (typeof dates === 'string') return focusFirstError()
    const saved = await save.run({ ...settings, marketDays: { ...days, dates } })
    return saved ? onSaved() : undefined
  }
  const row = (key: NumberKey, title: string, values: readonly [number, string][]) => (
    <fieldset className="tx-field tx-choice">
      <legend className="tx-label">{title}</legend>
      <div className="lawyers-digits">
        {values.map(([value, word]) => (
          <CheckField
            key={value}
            label={word}
            value={days[key].includes(value)}
            onChange={toggle(key, value)}
          />
        ))}
      </div>
    </fieldset>
  )
  return (
    <Dialog
      title="集市日"
      open
      onClose={onClose}
      onConfirm={() => void submit()}
      confirmText="保存"
      busy={save.running}
      failure={save.failure}
      width={860}
    >
      <p className="hint">几种可以一起用，符合一种就是集市日。比如“逢三、六、九”勾 3、6、9。</p>
      {row(
        'weekdays',
        '每周',
        dayNames.map((name, index) => [index + 1, name]),
      )}
      {row(
        'lunarEndings',
        '农历日子的尾数',
        digits.map((digit) => [digit, String(digit)]),
      )}
      {row(
        'solarEndings',
        '公历日子的尾数',
        digits.map((digit) => [digit, String(digit)]),
      )}
      <TextAreaField
        label="另外指定的日子"
        value={text}
        onChange={setText}
        maxLength={3000}
        hint="写成 2027-02-10，用顿号隔开"
        error={typeof dates === 'string' ? dates : undefined}
      />
    </Dialog>
  )
}
