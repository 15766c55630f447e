import type { Urge } from '#contract/obligations.ts'
import { formatYuan } from '#db/domain/money.ts'
import { formatInstantShort } from '../../lib/format/date.ts'
import { urgeAnswerLabels, urgeChannelLabels } from '../../lib/labels/obligations.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'

const promiseOf = ({ promisedOn, promisedFen }: Urge): string =>
  [promisedOn, promisedFen === undefined ? undefined : `${formatYuan(promisedFen)} 元`]
    .filter(Boolean)
    .join(' 付 ')

/** Each time somebody was reminded, the newest first. */
export function UrgeList({ urges }: { urges: readonly Urge[] }) {
  const go = useGo()
  if (urges.length === 0) return <p className="hint">还没有催过。</p>
  return (
    <ul className="obligations-urges">
      {urges.map((urge) => (
        <li key={urge.id}>
          <span className="nums obligations-when">{formatInstantShort(urge.at)}</span>
          <span className="obligations-said">
            <strong>{urgeChannelLabels[urge.channel]}</strong>
            {urge.person ? `，${urge.person}` : ''}
            {urge.obligationTitle ? `，${urge.obligationTitle}` : ''}：
            {urgeAnswerLabels[urge.answer]}
            {promiseOf(urge) ? `（${promiseOf(urge)}）` : ''}
            {urge.words && urge.channel !== 'letter' ? (
              <div className="obligations-text">{urge.words}</div>
            ) : null}
            <span className="hint">{urge.recordedByName} 记</span>
          </span>
          {urge.sheetId ? (
            <Button
              onClick={() => go({ to: 'paper', form: 'urge-letter', objectId: urge.sheetId ?? '' })}
            >
              看通知书
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
