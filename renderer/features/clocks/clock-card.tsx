import type { CaseClock, ClockChange } from '#contract/clocks.ts'
import { daysBetween } from '#db/domain/local-date.ts'
import { today } from '../../lib/clock.ts'
import { formatDaysLeft } from '../../lib/format/date.ts'
import { clockStateLooks, formatDay, movedWords } from '../../lib/labels/clocks.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { lastDayOf, rolledWords, untilWords } from './clock-words.ts'

type ClockCardProps = {
  clock: CaseClock
  changes: readonly ClockChange[]
  /** A change was written and not recorded. */
  hasBegun: boolean
  /** Absent: nobody here may move it. */
  onChange?: () => void
  /** The pause that still lasts may get its end. */
  onEndPause?: () => void
}

const countedStates: readonly CaseClock['state'][] = ['running', 'soon', 'overdue']
/** Beyond so many days nobody counts them. */
const longTime = 99

const stateWord = (clock: CaseClock): string => {
  const last = lastDayOf(clock)
  const { word } = clockStateLooks[clock.state]
  if (!last || !countedStates.includes(clock.state)) return word
  return daysBetween(today(), last) > longTime ? word : `${word}，${formatDaysLeft(last, today())}`
}

/** One clock: its last day in large, whence it comes, and the reckoning behind a fold. */
export function ClockCard({ clock, changes, hasBegun, onChange, onEndPause }: ClockCardProps) {
  const rolled = rolledWords(clock)
  const remind = lastDayOf(clock) === clock.remindOn ? undefined : clock.remindOn
  const own = changes.filter(({ rule }) => rule === clock.rule)
  return (
    <li className="clocks-card">
      <div className="clocks-card-words">
        <div className="clocks-card-head">
          <strong>{clock.name}</strong>
          <Tag tone={clockStateLooks[clock.state].tone} word={stateWord(clock)} />
          {clock.kind === 'policy' ? <Tag tone="plain" word="本中心设定" /> : null}
        </div>
        <div className="clocks-card-until">{untilWords(clock)}</div>
        {clock.bothDays ? (
          <div className="muted">适用哪种程序没有记载：{clock.bothDays}。分不清的，按早的办。</div>
        ) : null}
        {remind && (clock.state === 'running' || clock.state === 'soon') ? (
          <div className="muted">
            {clock.override ? '提醒照推算的日期，' : '这天不上班，'}请在{' '}
            {formatDay(remind, today())} 前办
          </div>
        ) : null}
        {rolled ? <div className="muted">{rolled}</div> : null}
        {movedWords(clock, own).map((words) => (
          <div key={words} className="clocks-moved">
            {words}
          </div>
        ))}
        {hasBegun ? (
          <div className="clocks-moved">有一笔改动写了一半，点“改动期限”接着写。</div>
        ) : null}
        <div className="hint">
          {clock.base}（{clock.eventName}）起算 {clock.length}。
          {clock.kind === 'law' ? `依据${clock.source}。` : `${clock.source}。`}
          {clock.verified ? null : '这一条还没有和条文原文核对过，告诉当事人前请先核对。'}
        </div>
        <details className="clocks-reckoning">
          <summary>看怎么算出来的</summary>
          <ol>
            {clock.lines.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </details>
      </div>
      <div className="clocks-card-actions">
        {onEndPause ? (
          <Button kind="primary" aria-label={`恢复计算 ${clock.name}`} onClick={onEndPause}>
            恢复计算
          </Button>
        ) : null}
        {onChange ? (
          <Button aria-label={`改动期限 ${clock.name}`} onClick={onChange}>
            改动期限
          </Button>
        ) : null}
      </div>
    </li>
  )
}
