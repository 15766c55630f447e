import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import type { Visit } from '#contract/visits.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { visitTitle } from '#db/domain/visits/words.ts'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { riskLooks, riskOptions } from '../../lib/labels/visits.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export type VisitAsked =
  | { dialog: 'plan' }
  | { dialog: 'move'; visit: Visit }
  | { dialog: 'skip'; visit: Visit }
  | { dialog: 'skipAll' }
  | { dialog: 'risk' }

type Props = {
  record: CaseRecord
  visits: OutputOf<'visits.ofCase'>
  asked: VisitAsked | undefined
  onClose: () => void
}

/** The short questions of the screen. */
export function VisitDialogs({ record, visits, asked, onClose }: Props) {
  switch (asked?.dialog) {
    case 'plan':
      return <PlanDialog caseId={record.id} onClose={onClose} />
    case 'move':
      return <MoveVisitDialog visit={asked.visit} onClose={onClose} />
    case 'skip':
      return <SkipDialog visit={asked.visit} onClose={onClose} />
    case 'skipAll':
      return <SkipAllDialog caseId={record.id} onClose={onClose} />
    case 'risk':
      return <RiskDialog caseId={record.id} visits={visits} onClose={onClose} />
    case undefined:
      return null
  }
}

const dayError = (day: LocalDate | undefined, tried: boolean): string | undefined => {
  if (day !== undefined && day < today()) return '这一天已经过去了'
  return tried && day === undefined ? '请写日期' : undefined
}

function PlanDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [day, setDay] = useState<LocalDate>()
  const [tried, setTried] = useState(false)
  const plan = useRun('visits.plan')
  const confirm = async () => {
    setTried(true)
    if (!day || dayError(day, true)) return
    if (await plan.run({ caseId, plannedOn: day })) onClose()
  }
  return (
    <Dialog
      title="加一次回访"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="加上"
      busy={plan.running}
      failure={plan.failure}
    >
      <DateField
        label="哪一天回访"
        required
        autoFocus
        value={day}
        onChange={setDay}
        error={dayError(day, tried)}
      />
    </Dialog>
  )
}

type VisitDialogProps = { visit: Visit; onClose: () => void }

function MoveVisitDialog({ visit, onClose }: VisitDialogProps) {
  const [day, setDay] = useState<LocalDate | undefined>(visit.plannedOn)
  const [tried, setTried] = useState(false)
  const move = useRun('visits.move')
  const confirm = async () => {
    setTried(true)
    if (!day || dayError(day, true)) return
    const { id, revision } = visit
    if (await move.run({ id, revision, plannedOn: day })) onClose()
  }
  return (
    <Dialog
      title="改回访日期"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="改好"
      busy={move.running}
      failure={move.failure}
    >
      <p>
        {visitTitle(visit)}，原定 {formatDateWithWeekday(visit.plannedOn)}。
      </p>
      <DateField
        label="改到哪一天"
        required
        autoFocus
        value={day}
        onChange={setDay}
        error={dayError(day, tried)}
      />
    </Dialog>
  )
}

const reasons = ['联系不上当事人', '当事人不愿意再被打扰', '已经当面了解过', '当事人已经起诉']

function SkipDialog({ visit, onClose }: VisitDialogProps) {
  const skip = useRun('visits.skip')
  return (
    <ReasonDialog
      title="这次不做回访"
      about={`${visitTitle(visit)}，原定 ${formatDateWithWeekday(visit.plannedOn)}。`}
      run={(reason) => skip.run({ id: visit.id, revision: visit.revision, reason })}
      running={skip.running}
      failure={skip.failure}
      onClose={onClose}
    />
  )
}

function SkipAllDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const move = useRun('cases.move')
  return (
    <ReasonDialog
      title="不再回访"
      about="还没有做的回访都不做了，本案转到待归档。原因会写进卷宗。"
      run={(reason) => move.run({ caseId, event: 'skipFollowUp', reason })}
      running={move.running}
      failure={move.failure}
      onClose={onClose}
    />
  )
}

type ReasonDialogProps = {
  title: string
  about: string
  run: (reason: string) => Promise<unknown>
  running: boolean
  failure: ReturnType<typeof useRun<'visits.skip'>>['failure']
  onClose: () => void
}

function ReasonDialog({ title, about, run, running, failure, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const words = reason.trim()
  const confirm = async () => {
    setTried(true)
    if (words !== '' && (await run(words))) onClose()
  }
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText={title}
      busy={running}
      failure={failure}
    >
      <p>{about}</p>
      <TextField
        label="为什么"
        required
        autoFocus
        value={reason}
        onChange={setReason}
        maxLength={200}
        suggestions={reasons}
        error={tried && words === '' ? '请写明原因' : undefined}
      />
    </Dialog>
  )
}

type RiskDialogProps = {
  caseId: string
  visits: OutputOf<'visits.ofCase'>
  onClose: () => void
}

function RiskDialog({ caseId, visits, onClose }: RiskDialogProps) {
  const [risk, setRisk] = useState(visits.risk)
  const [words, setWords] = useState(visits.riskWords)
  const save = useRun('visits.setRisk')
  const confirm = async () => {
    if (await save.run({ caseId, risk, words: words.trim() })) onClose()
  }
  return (
    <Dialog
      title="案件风险"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="定下来"
      busy={save.running}
      failure={save.failure}
    >
      <ChoiceField
        label={`风险（系统建议${riskLooks[visits.riskProposed.risk].word}）`}
        options={riskOptions}
        value={risk}
        onChange={setRisk}
        autoFocus
      />
      <TextField
        label="说明"
        value={words}
        onChange={setWords}
        maxLength={200}
        hint="为什么这样定，以后的人看得明白"
      />
    </Dialog>
  )
}
