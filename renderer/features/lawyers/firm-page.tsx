import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { Firm } from '#contract/lawyers.ts'
import { useRun } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTopOfStep } from '../../ui/use-top-of-step.ts'
import { BegunNotice } from '../../ui/begun-notice.tsx'
import {
  firmDraftOf,
  firmProblems,
  shortFirmName,
  stretchWords,
  type FirmDraft,
} from './firm-form.ts'
import { InterestSection } from './interest-section.tsx'
import { RegisterFacts } from './register-facts.tsx'
import { useBegun } from '../../lib/use-begun.ts'
import { useLeaveForm } from './use-leave-form.ts'

type FirmPageProps = {
  /** Undefined: a new one. */
  firm: Firm | undefined
  told: string | undefined
  onOpen: (id: string, told: string) => void
  onClose: () => void
}

export function FirmPage({ firm, told, onOpen, onClose }: FirmPageProps) {
  const isHead = hasRole(useMe(), 'head')
  const [done, setDone] = useState(told)
  const leave = useLeaveForm(`firm ${firm?.id ?? 'new'}`, onClose)
  const top = useTopOfStep<HTMLDivElement>('open')
  const [removing, setRemoving] = useState(false)
  return (
    <div className="sections">
      <div ref={top} className="lawyers-page-head">
        <Button icon={<ArrowLeft aria-hidden="true" />} shortcut="Alt+ArrowLeft" onClick={leave}>
          返回名册
        </Button>
        <h2>{firm?.name ?? '添加律所'}</h2>
        {firm && isHead ? (
          <Button kind="danger" onClick={() => setRemoving(true)}>
            不再合作
          </Button>
        ) : null}
      </div>
      {done ? (
        <Notice tone="done" onClose={() => setDone(undefined)}>
          {done}
        </Notice>
      ) : null}
      {isHead ? (
        <FirmFormSection
          firm={firm}
          onSaved={(id, name) => {
            if (firm) setDone(`${name}存好了。`)
            else onOpen(id, `${name}添加好了。这家律所代理谁、告谁，可以在下面登记。`)
          }}
        />
      ) : firm ? (
        <RegisterFacts
          title="律所资料"
          lines={[
            ['简称', firm.shortName],
            ['值班协议', stretchWords(firm.agreementFrom, firm.agreementTo)],
            ['电话', firm.phone],
            ['地址', firm.address],
            ['备注', firm.note],
          ]}
        />
      ) : null}
      {firm ? <InterestSection firm={firm} /> : null}
      {firm && removing ? (
        <RemoveDialog firm={firm} onClose={() => setRemoving(false)} onDone={onClose} />
      ) : null}
    </div>
  )
}

/** What the page itself wrote goes with the first key; after the click has put its cursor. */
const selectProposed = (input: HTMLInputElement, name: string) => {
  requestAnimationFrame(() => {
    if (input.value !== '' && input.value === shortFirmName(name)) input.select()
  })
}

type FirmFormSectionProps = {
  firm: Firm | undefined
  onSaved: (id: string, name: string) => void
}

function FirmFormSection({ firm, onSaved }: FirmFormSectionProps) {
  const save = useRun('firms.save')
  const { form, begun, set, drop } = useBegun(`firm ${firm?.id ?? 'new'}`, firmDraftOf(firm))
  const [tried, setTried] = useState(false)
  const problems = tried ? firmProblems(form) : {}
  const submit = async () => {
    setTried(true)
    if (Object.keys(firmProblems(form)).length > 0) return focusFirstError()
    const written: FirmDraft = {
      ...form,
      name: form.name.trim(),
      shortName: form.shortName.trim(),
    }
    const saved = await save.run({
      ...(firm ? { id: firm.id } : {}),
      revision: firm?.revision ?? 0,
      firm: written,
    })
    if (!saved) return undefined
    drop(written)
    return onSaved(saved.id, written.name)
  }
  return (
    <Section title="律所资料">
      <div className="stack">
        <BegunNotice shown={begun} onDrop={() => drop()} />
        <div className="grid-2">
          <TextField
            label="律所全称"
            required
            autoFocus={firm === undefined}
            maxLength={100}
            value={form.name}
            onChange={(name) => set({ name })}
            onBlur={() => {
              if (form.shortName.trim() === '') set({ shortName: shortFirmName(form.name) })
            }}
            error={problems.name}
          />
          <TextField
            label="简称"
            required
            maxLength={20}
            value={form.shortName}
            onChange={(shortName) => set({ shortName })}
            onFocus={(input) => selectProposed(input, form.name)}
            error={problems.shortName}
            hint="值班表的格子里用，越短越好"
          />
          <DateField
            label="值班协议从哪天"
            value={form.agreementFrom}
            onChange={(agreementFrom) => set({ agreementFrom })}
          />
          <DateField
            label="值班协议到哪天"
            value={form.agreementTo}
            onChange={(agreementTo) => set({ agreementTo })}
            error={problems.agreementTo}
            hint="两个都空着就一直能排"
          />
          <TextField
            label="电话"
            maxLength={50}
            value={form.phone}
            onChange={(phone) => set({ phone })}
          />
          <TextField
            label="地址"
            maxLength={200}
            value={form.address}
            onChange={(address) => set({ address })}
          />
        </div>
        <TextAreaField
          label="备注"
          maxLength={500}
          value={form.note}
          onChange={(note) => set({ note })}
        />
        <div className="lawyers-save">
          <Button
            kind="primary"
            large
            shortcut="Ctrl+Enter"
            busy={save.running}
            onClick={() => void submit()}
          >
            {firm ? '保存' : '添加律所'}
          </Button>
          <FailureNotice failure={save.failure} onClose={save.clear} />
        </div>
      </div>
    </Section>
  )
}

type RemoveDialogProps = { firm: Firm; onClose: () => void; onDone: () => void }

function RemoveDialog({ firm, onClose, onDone }: RemoveDialogProps) {
  const remove = useRun('firms.remove')
  const confirm = async () => {
    if (await remove.run({ id: firm.id, revision: firm.revision })) onDone()
  }
  return (
    <Dialog
      title={`不再和${firm.shortName}合作`}
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="从名单去掉"
      confirmKind="danger"
      busy={remove.running}
      failure={remove.failure}
    >
      <p>
        {firm.lawyers > 0
          ? `名册上还有 ${firm.lawyers} 位律师属于这家律所，要先给他们改律所或办离任。只是协议到期的，改协议日期就行。`
          : '从名单去掉后不能再选，以前的值班记录不变。只是协议到期的，改协议日期就行。'}
      </p>
    </Dialog>
  )
}
