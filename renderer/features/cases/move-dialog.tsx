import { useState } from 'react'
import type { CaseMove, CaseRecord } from '#contract/cases.ts'
import type { Attitude } from '#db/domain/case/intake.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRun, type InputOf } from '../../lib/ask.ts'
import { caseReasonText } from '../../lib/labels/case-reasons.ts'
import { moveWords } from '../../lib/labels/cases.ts'
import { attitudeLabels, intakeReasonText, optionsOf } from '../../lib/labels/intake.ts'
import { today } from '../../lib/clock.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { TextField } from '../../ui/text-field.tsx'

type MoveDialogProps = { record: CaseRecord; move: CaseMove | undefined; onClose: () => void }
type Answers = {
  reason: string
  otherSide: Attitude
  until: LocalDate | undefined
  bothConsent: boolean
}

/** Asks what a move of the case needs, then makes it. */
export function MoveDialog({ record, move, onClose }: MoveDialogProps) {
  if (!move) return null
  return <OpenMoveDialog key={move} record={record} move={move} onClose={onClose} />
}

const missingIn = (move: CaseMove, answers: Answers): string | undefined => {
  if (move === 'accept')
    return answers.otherSide === 'notAsked' ? '问过对方、对方愿意，才能受理（规则 A4）' : undefined
  if (move === 'extend') {
    if (!answers.until || answers.until < today()) return '请写延长到哪一天，不能是过去的日子'
    if (!answers.bothConsent) return '双方都同意，才能延长（规则 C2）'
  }
  return moveWords[move].reason && answers.reason.trim() === '' ? '请写明原因' : undefined
}

const inputOf = (caseId: string, move: CaseMove, answers: Answers): InputOf<'cases.move'> => {
  const reason = answers.reason.trim()
  return {
    caseId,
    event: move,
    ...(reason === '' ? {} : { reason }),
    ...(move === 'accept' ? { otherSide: answers.otherSide } : {}),
    ...(move === 'extend' ? { until: answers.until, bothConsent: answers.bothConsent } : {}),
  }
}

const errorOfReason = (move: CaseMove, answers: Answers, missing: string | undefined) => {
  if (move === 'extend' && answers.reason.trim() !== '') return undefined
  return missing
}

function OpenMoveDialog({ record, move, onClose }: MoveDialogProps & { move: CaseMove }) {
  const words = moveWords[move]
  const { run, running, failure } = useRun('cases.move')
  const [tried, setTried] = useState(false)
  const [answers, setAnswers] = useState<Answers>({
    reason: '',
    otherSide: record.otherSide,
    until: undefined,
    bothConsent: false,
  })
  const set = (part: Partial<Answers>) => setAnswers((now) => ({ ...now, ...part }))
  const missing = tried ? missingIn(move, answers) : undefined
  const confirm = async () => {
    setTried(true)
    if (missingIn(move, answers)) return
    if (await run(inputOf(record.id, move, answers))) onClose()
  }
  return (
    <Dialog
      title={words.label}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText={words.label}
      confirmKind={words.danger ? 'danger' : 'primary'}
      busy={running}
      failure={failure}
    >
      <p>{words.effect}</p>
      <ReasonList reasons={failure?.reasons ?? []} text={caseReasonText} />
      {move === 'accept' ? (
        <AcceptPart
          record={record}
          otherSide={answers.otherSide}
          missing={missing}
          onChange={set}
        />
      ) : null}
      {move === 'extend' ? <ExtendPart answers={answers} tried={tried} onChange={set} /> : null}
      {words.reason ? (
        <TextField
          label={words.reason}
          required
          maxLength={500}
          value={answers.reason}
          onChange={(reason) => set({ reason })}
          error={errorOfReason(move, answers, missing)}
          autoFocus={move !== 'extend'}
        />
      ) : null}
    </Dialog>
  )
}

type AcceptPartProps = {
  record: CaseRecord
  otherSide: Attitude
  missing: string | undefined
  onChange: (part: Partial<Answers>) => void
}

function AcceptPart({ record, otherSide, missing, onChange }: AcceptPartProps) {
  const others = record.acceptanceReasons.filter(({ path }) => path !== 'otherSide')
  return (
    <>
      <ChoiceField
        label="对方愿意调解吗"
        options={optionsOf(attitudeLabels)}
        value={otherSide}
        onChange={(answer) => onChange({ otherSide: answer })}
        hint={otherSide === 'refuses' ? '对方明确拒绝的，不能受理，可以选“不予受理”' : undefined}
        error={missing}
        autoFocus
      />
      <ReasonList reasons={others} text={intakeReasonText} />
    </>
  )
}

type PartProps = {
  answers: Answers
  tried: boolean
  onChange: (part: Partial<Answers>) => void
}

function ExtendPart({ answers, tried, onChange }: PartProps) {
  const isPast = answers.until !== undefined && answers.until < today()
  return (
    <>
      <DateField
        label="延长到哪一天"
        required
        value={answers.until}
        onChange={(until) => onChange({ until })}
        error={
          isPast ? '这一天已经过去了' : tried && !answers.until ? '请写延长到哪一天' : undefined
        }
        autoFocus
      />
      <CheckField
        label="双方都同意延长到这一天"
        value={answers.bothConsent}
        onChange={(bothConsent) => onChange({ bothConsent })}
        error={tried && !answers.bothConsent ? '双方都同意，才能延长（规则 C2）' : undefined}
      />
    </>
  )
}
