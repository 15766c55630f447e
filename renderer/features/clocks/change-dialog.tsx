import { useState } from 'react'
import type { CaseClock } from '#contract/clocks.ts'
import { consentNames, type Consent } from '#db/domain/deadline/rule.ts'
import { today } from '../../lib/clock.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { untilWords } from './clock-words.ts'
import {
  continuedForm,
  dayLabels,
  emptyForm,
  faultsIn,
  inputOf,
  kindsFor,
  kindWords,
  pauseOptions,
  withKind,
  wordsLabels,
  wordsNeeded,
  type ChangeForm,
} from './change-form.ts'

type ChangeDialogProps = {
  caseId: string
  clock: CaseClock
  /** What was begun here before and not recorded. */
  begun: ChangeForm | undefined
  onWrite: (form: ChangeForm | undefined) => void
  onClose: () => void
}

/** Pause, extension, interruption, or a date set by hand: only what the rule allows stands here. */
export function ChangeDialog({ caseId, clock, begun, onWrite, onClose }: ChangeDialogProps) {
  const change = useRun('clocks.change')
  const [form, setForm] = useState(() => continuedForm(clock, begun, today()))
  const [round, setRound] = useState(0)
  const [tried, setTried] = useState(false)
  const faults = tried ? faultsIn(form, clock, today()) : {}
  const put = (next: ChangeForm) => {
    setForm(next)
    onWrite(next)
    change.clear()
  }
  const beginAnew = () => {
    setForm(emptyForm(clock, today()))
    onWrite(undefined)
    setTried(false)
    setRound(round + 1)
    change.clear()
  }
  const set = (part: Partial<ChangeForm>) => put({ ...form, ...part })
  const confirm = async () => {
    setTried(true)
    const input = inputOf(caseId, clock.rule, form)
    if (!input || Object.keys(faultsIn(form, clock, today())).length > 0) return focusFirstError()
    if (await change.run(input)) {
      onWrite(undefined)
      onClose()
    }
  }
  const labels = dayLabels[form.kind]
  return (
    <Dialog
      title={`改动期限：${clock.name}`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText={kindWords[form.kind].label}
      busy={change.running}
      failure={change.failure}
      width={720}
    >
      <p>
        现在：{untilWords(clock)}。从{clock.base}（{clock.eventName}）起算 {clock.length}。
      </p>
      {begun ? (
        <p className="row">
          <span className="muted">写了的都留着，关掉以后可以接着写。</span>
          <Button kind="link" onClick={beginAnew}>
            不要了，重新填
          </Button>
        </p>
      ) : null}
      <ChoiceField
        label="要做什么"
        vertical
        options={kindsFor(clock).map((value, index) => ({
          value,
          key: String(index + 1),
          ...kindWords[value],
        }))}
        value={form.kind}
        onChange={(kind) => put(withKind(form, kind, today()))}
        autoFocus
      />
      {form.kind === 'pause' && clock.mayPause.length > 1 ? (
        <ChoiceField
          label="因为什么中止"
          required
          options={pauseOptions(clock.mayPause)}
          value={form.pauseReason}
          onChange={(pauseReason) => set({ pauseReason })}
          error={faults.pauseReason}
        />
      ) : null}
      <div className="grid-2">
        <DateField
          key={`${form.kind} ${round}`}
          label={labels.onDay}
          required
          value={form.onDay}
          onChange={(onDay) => set({ onDay })}
          error={faults.onDay}
        />
        {labels.untilDay === undefined ? null : (
          <DateField
            key={`${form.kind} until ${round}`}
            label={labels.untilDay}
            required={form.kind === 'extension'}
            value={form.untilDay}
            onChange={(untilDay) => set({ untilDay })}
            error={faults.untilDay}
          />
        )}
      </div>
      {form.kind === 'extension' ? (
        <Consents
          needed={clock.extensionNeeds ?? []}
          given={form.consents}
          error={faults.consents}
          onChange={(consents) => set({ consents })}
        />
      ) : null}
      <TextAreaField
        label={wordsLabels[form.kind]}
        required={wordsNeeded(form.kind)}
        maxLength={500}
        minRows={2}
        value={form.words}
        onChange={(words) => set({ words })}
        error={faults.words}
        hint={form.kind === 'extension' ? '同意的书面材料请放进卷宗' : undefined}
      />
    </Dialog>
  )
}

type ConsentsProps = {
  needed: readonly Consent[]
  given: readonly Consent[]
  error: string | undefined
  onChange: (given: readonly Consent[]) => void
}

function Consents({ needed, given, error, onChange }: ConsentsProps) {
  return (
    <fieldset className={error ? 'tx-field tx-choice tx-field-wrong' : 'tx-field tx-choice'}>
      <legend className="tx-label">谁同意了</legend>
      <div className="tx-options">
        {needed.map((one) => (
          <CheckField
            key={one}
            label={`${consentNames[one]}同意`}
            value={given.includes(one)}
            onChange={(is) =>
              onChange(is ? [...given, one] : given.filter((other) => other !== one))
            }
          />
        ))}
      </div>
      {error ? <FieldError text={error} /> : null}
    </fieldset>
  )
}
