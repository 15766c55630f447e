import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAsk, useRun, type InputOf, type OutputOf } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { leaveTrouble } from './leave-trouble.ts'
import { dayKinds, ownDayWords, type OwnDay } from './own-day-words.ts'
import { halfDayWords } from './duty-words.ts'

type Kind = InputOf<'lawyers.addDay'>['day']['kind']

type Hit = OutputOf<'lawyers.addDay'>['duties']

/** Days out of a calendar file, of the lawyers' feature, handed in by the page. */
export type ImportSlot = (days: { lawyerId: string; onDuties: (duties: Hit) => void }) => ReactNode

type OwnDaysProps = { lawyerId: string; importDays: ImportSlot }

/** Days that do not suit, and those that are wished for; the next rota is made by them. */
export function OwnDays({ lawyerId, importDays }: OwnDaysProps) {
  const asked = useAsk('lawyers.list', {})
  const removing = useRun('lawyers.removeDay')
  const [adding, setAdding] = useState(false)
  const [hit, setHit] = useState<Hit>([])
  const today = todayNow()
  const days: readonly OwnDay[] =
    asked.data?.find(({ id }) => id === lawyerId)?.days.filter(({ toOn }) => toOn >= today) ?? []
  return (
    <Section
      title="不方便和想值的日子"
      extra={
        <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
          添加
        </Button>
      }
    >
      <FailureNotice failure={asked.failure} />
      <FailureNotice failure={removing.failure} onClose={removing.clear} />
      {hit.length > 0 ? (
        <Notice tone="warning" title="已排的班还在" onClose={() => setHit([])}>
          {hit.map((each) => halfDayWords(each, today)).join('；')}
          。不能来的，请另外点“换班”或“请假”。
        </Notice>
      ) : null}
      {days.length === 0 ? (
        <p className="muted">还没有填。填了以后，下次排班会照着避开或优先。</p>
      ) : (
        <ul className="duties-days">
          {days.map((day) => (
            <li key={day.id}>
              <span>{ownDayWords(day, today)}</span>
              <Button
                kind="link"
                aria-label={`删去：${ownDayWords(day, today)}`}
                busy={removing.running}
                onClick={() => void removing.run({ id: day.id })}
              >
                删去
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="duties-after">{importDays({ lawyerId, onDuties: setHit })}</div>
      {adding ? (
        <AddDayDialog
          lawyerId={lawyerId}
          onDone={(duties) => {
            setHit(duties)
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Section>
  )
}

type AddDayDialogProps = {
  lawyerId: string
  onDone: (duties: Hit) => void
  onClose: () => void
}

function AddDayDialog({ lawyerId, onDone, onClose }: AddDayDialogProps) {
  const adding = useRun('lawyers.addDay')
  const [kind, setKind] = useState<Kind>('unavailable')
  const [from, setFrom] = useState<LocalDate>()
  const [to, setTo] = useState<LocalDate>()
  const [half, setHalf] = useState<'day' | 'morning' | 'afternoon'>('day')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const trouble = leaveTrouble(from, to, todayNow())
  const send = async () => {
    setTried(true)
    if (trouble || !from) return
    const day = {
      kind,
      fromOn: from,
      toOn: to ?? from,
      ...(half === 'day' ? {} : { half }),
      words,
    }
    const done = await adding.run({ lawyerId, day })
    if (done) onDone(done.duties)
  }
  return (
    <Dialog
      title="不方便或想值的日子"
      open
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText="添加"
      busy={adding.running}
      failure={adding.failure}
    >
      <div className="form">
        <ChoiceField label="这些日子" options={dayKinds} value={kind} onChange={setKind} />
        <div className="grid-2">
          <DateField
            label="从哪天"
            required
            autoFocus
            value={from}
            onChange={setFrom}
            error={tried ? trouble?.from : undefined}
          />
          <DateField
            label="到哪天（含当天）"
            value={to}
            onChange={setTo}
            hint="只有一天可以不写"
            error={tried ? trouble?.to : undefined}
          />
        </div>
        <ChoiceField
          label="半天"
          options={[
            { value: 'day', label: '全天' },
            { value: 'morning', label: '上午' },
            { value: 'afternoon', label: '下午' },
          ]}
          value={half}
          onChange={setHalf}
        />
        <TextField label="说明" value={words} onChange={setWords} maxLength={200} />
      </div>
    </Dialog>
  )
}
