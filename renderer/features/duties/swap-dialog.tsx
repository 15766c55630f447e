import { useState } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayWords, timesWords } from './duty-words.ts'
import { sortedWays, waysOf, type Way } from './swap-options.ts'

type SwapDialogProps = {
  coming: readonly DutyLine[]
  /** The shift to be freed of. */
  duty: DutyLine
  /** The very next shift is not offered any more. */
  isLateForNext: boolean
  onDone: (words: string) => void
  onClose: () => void
}

/** 换班: with whom this shift can be swapped and who could cover it, each checked against every rule. */
export function SwapDialog({ coming, duty, isLateForNext, onDone, onClose }: SwapDialogProps) {
  const me = useMe()
  const asking = useRun('requests.ask')
  const [dutyId, setDutyId] = useState(duty.dutyId)
  const [chosen, setChosen] = useState<string>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const today = todayNow()
  const asked = useAsk('requests.options', { dutyId }, { fresh: true })
  const options = asked.previous ? undefined : asked.data
  const { open, shut } = sortedWays(options ? waysOf(dutyId, options, today) : [])
  const way = open.find(({ key }) => key === chosen)
  const tooLate = options?.closed === true && hasRole(me, 'lawyer')
  const send = async () => {
    setTried(true)
    if (!way) return
    const done = await asking.run(way.ask(words))
    if (done) onDone(doneWords(way, done.state))
  }
  return (
    <Dialog
      title="换班或请人替班"
      open
      onClose={onClose}
      onConfirm={tooLate ? undefined : () => void send()}
      confirmText="提出申请"
      confirmDisabled={!options}
      busy={asking.running}
      failure={asking.failure}
      width={760}
    >
      <div className="stack">
        {coming.length > 1 ? (
          <SelectField
            label="哪一班"
            options={coming.map((each) => ({
              value: each.dutyId,
              label: `${halfDayWords(each, today)} ${timesWords(each)}`,
            }))}
            value={dutyId}
            onChange={(next) => {
              if (next) setDutyId(next)
              setChosen(undefined)
            }}
          />
        ) : (
          <p>
            <strong>{halfDayWords(duty, today)}</strong> {timesWords(duty)}
          </p>
        )}
        {isLateForNext ? (
          <p className="hint">最近的一班已过改班时间，不在这里；来不了请直接打电话给主任。</p>
        ) : null}
        <FailureNotice failure={asked.failure} />
        {!options && !asked.failure ? <Loading text="正在看谁能换…" /> : null}
        {tooLate ? (
          <Notice tone="warning" title="已经过了可以自己改班的时间">
            请直接打电话给主任或窗口，由主任换人。
          </Notice>
        ) : null}
        {options && !tooLate ? (
          <>
            <Ways
              ways={open}
              chosen={chosen}
              onChoose={setChosen}
              error={tried && !way ? '请选一位，或选“不指定”' : undefined}
            />
            <TextField
              label="说明"
              value={words}
              onChange={setWords}
              maxLength={200}
              placeholder="可以不写，对方和主任会看到"
            />
            <ShutWays ways={shut} />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

const doneWords = (way: Way, state: string): string => {
  if (state === 'done') return `已换好：${way.who}${way.what}`
  if (way.group === 'anybody') return '已提出，等主任找人替；定下前仍算原来的班。'
  return `已提出，等${way.who}答复；定下前仍算原来的班。`
}

type WaysProps = {
  ways: readonly Way[]
  chosen: string | undefined
  onChoose: (key: string) => void
  error: string | undefined
}

function Ways({ ways, chosen, onChoose, error }: WaysProps) {
  const named = ways.filter(({ group }) => group !== 'anybody')
  const rest = ways.filter(({ group }) => group === 'anybody')
  const option = (way: Way, index: number) => (
    <label key={way.key} className="tx-option">
      <input
        type="radio"
        name="way"
        checked={way.key === chosen}
        autoFocus={index === 0 && way.group !== 'anybody'}
        onChange={() => onChoose(way.key)}
      />
      <span>
        <strong>{way.who}</strong> {way.what}
      </span>
    </label>
  )
  return (
    <fieldset className="duties-ways" role="radiogroup" aria-label="和谁换">
      <legend className="tx-label">和谁换</legend>
      <div className="duties-way-list">{named.map(option)}</div>
      {rest.map(option)}
      {error ? (
        <p className="tx-error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

function ShutWays({ ways }: { ways: readonly Way[] }) {
  if (ways.length === 0) return null
  return (
    <details className="duties-shut">
      <summary>另有 {ways.length} 种换法不合排班规则</summary>
      <ul>
        {ways.map((way) => (
          <li key={way.key}>
            {way.who} {way.what}：{way.breaks.join('；')}
          </li>
        ))}
      </ul>
    </details>
  )
}
