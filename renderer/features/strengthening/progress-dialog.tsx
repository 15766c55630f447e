import { useState } from 'react'
import type { Application } from '#contract/strengthening.ts'
import type { ApplicationStep } from '#db/domain/strengthening/application.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { stepLabel } from '../../lib/labels/strengthening.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Props = { application: Application; step: ApplicationStep; onClose: () => void }

const effect = ({ route }: Application, step: ApplicationStep): string | undefined => {
  if (step === 'accepted' && (route === 'directSuit' || route === 'arbitration'))
    return '记下后案件转为“已移送”，以后由受理的机构处理。'
  if (step === 'granted' && route !== 'enforcement')
    return '对方不履行时，可以凭这份文书申请强制执行。'
  if (step === 'refused' || step === 'ended' || step === 'withdrawn')
    return '记下后案件回到履行阶段，可以改走别的路。'
  return undefined
}

/** One step of an application: the day, the office's number, the reason. */
export function ProgressDialog({ application, step, onClose }: Props) {
  const { run, running, failure } = useRun('strengthening.progress')
  const [on, setOn] = useState<LocalDate | undefined>(today())
  const [number, setNumber] = useState(application.number)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const asksReason = step === 'refused' || step === 'ended'
  const title = stepLabel(application.route, step)
  const words = effect(application, step)
  const confirm = async () => {
    setTried(true)
    if (on === undefined || (asksReason && reason.trim() === '')) return
    const { id, revision } = application
    const done = await run({
      id,
      revision,
      step,
      on,
      number: number.trim(),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    })
    if (done) onClose()
  }
  return (
    <Dialog
      title={`${application.routeName}：${title}`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="记下"
      busy={running}
      failure={failure}
    >
      {words === undefined ? null : <p>{words}</p>}
      <DateField
        label="日期"
        required
        value={on}
        onChange={setOn}
        error={tried && on === undefined ? '请写日期' : undefined}
      />
      {step === 'served' || step === 'withdrawn' ? null : (
        <TextField label="案号或者文书编号" maxLength={60} value={number} onChange={setNumber} />
      )}
      {asksReason || step === 'withdrawn' ? (
        <TextField
          label="原因"
          required={asksReason}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={tried && asksReason && reason.trim() === '' ? '请写明原因' : undefined}
        />
      ) : null}
    </Dialog>
  )
}
