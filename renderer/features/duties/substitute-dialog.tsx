import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfDayWords, shortDate, timesWords } from './duty-words.ts'
import type { DayDialogProps } from './sign-for-dialog.tsx'

type Substitute = OutputOf<'duties.substitutes'>[number]

/** 找人替: whom to call, the fairest and fittest first; put in and published at once. */
export function SubstituteDialog({ duty, onDone, onClose }: DayDialogProps) {
  const asked = useAsk('duties.substitutes', { dutyId: duty.dutyId }, { fresh: true })
  const putting = useRun('duties.substitute')
  const [chosenId, setChosenId] = useState<string>()
  const [knowingly, setKnowingly] = useState(false)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const people = asked.previous ? undefined : asked.data
  const chosen = people?.find(({ lawyerId }) => lawyerId === chosenId)
  const mustKnow = chosen !== undefined && chosen.breaks.length > 0
  const send = async () => {
    setTried(true)
    if (!chosen || (mustKnow && !knowingly)) return
    const done = await putting.run({
      dutyId: duty.dutyId,
      revision: duty.revision,
      lawyerId: chosen.lawyerId,
      knowingly: mustKnow,
      words,
    })
    if (done) onDone(`已由${chosen.name}替${duty.lawyerName}，值班表已更新；请把变动告诉两位。`)
  }
  return (
    <Dialog
      title={`找人替：${duty.lawyerName}`}
      open
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText="换上"
      confirmDisabled={!people}
      busy={putting.running}
      failure={putting.failure}
      width={820}
    >
      <div className="stack">
        <p>
          {halfDayWords(duty, todayNow())} {timesWords(duty)} {duty.deskName}
          。先打电话问好，再点“换上”；排在前面的最公平、最合适。
        </p>
        <FailureNotice failure={asked.failure} />
        {!people && !asked.failure ? <Loading text="正在看谁能替…" /> : null}
        {people?.length === 0 ? <EmptyState text="没有别的律师可以替这一班。" /> : null}
        {people && people.length > 0 ? (
          <fieldset className="duties-ways" role="radiogroup" aria-label="谁来替">
            <div className="duties-way-list">
              {people.map((person, index) => (
                <SubstituteOption
                  key={person.lawyerId}
                  person={person}
                  autoFocus={index === 0}
                  isChosen={person.lawyerId === chosenId}
                  onChoose={() => {
                    setChosenId(person.lawyerId)
                    setKnowingly(false)
                  }}
                />
              ))}
            </div>
            {tried && !chosen ? (
              <p className="tx-error" role="alert">
                请选一位
              </p>
            ) : null}
          </fieldset>
        ) : null}
        {mustKnow ? (
          <CheckField
            label={`已和本人说好：${chosen.breaks.join('；')}，仍请他来`}
            value={knowingly}
            onChange={setKnowingly}
            error={tried && !knowingly ? '这样会违反排班规则，说好了请勾选' : undefined}
          />
        ) : null}
        {people && people.length > 0 ? (
          <TextField
            label="说明"
            value={words}
            onChange={setWords}
            maxLength={200}
            placeholder="可以不写，如：开庭来不了"
          />
        ) : null}
      </div>
    </Dialog>
  )
}

type OptionProps = {
  person: Substitute
  autoFocus: boolean
  isChosen: boolean
  onChoose: () => void
}

function SubstituteOption({ person, autoFocus, isChosen, onChoose }: OptionProps) {
  const { name, firmName, phone, breaks, served, lastServedOn, mayKnowingly } = person
  const last = lastServedOn ? `，上次 ${shortDate(lastServedOn, todayNow())}` : ''
  return (
    <label className="tx-option">
      <input
        type="radio"
        name="substitute"
        checked={isChosen}
        autoFocus={autoFocus}
        disabled={breaks.length > 0 && !mayKnowingly}
        onChange={onChoose}
      />
      <span className="duties-option">
        <span>
          <strong>{name}</strong> {firmName} <span className="nums">{phone}</span>
        </span>
        <span className="muted">
          近一年值 {served} 班{last}
        </span>
        {breaks.length > 0 ? <span className="duties-warning">{breaks.join('；')}</span> : null}
      </span>
    </label>
  )
}
