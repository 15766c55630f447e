import { ArrowLeft } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Firm, Lawyer } from '#contract/lawyers.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useTopOfStep } from '../../ui/use-top-of-step.ts'
import { BegunNotice } from '../../ui/begun-notice.tsx'
import { weeklyWords } from './day-words.ts'
import { DaysSection } from './days-section.tsx'
import { HitNotice, type Hit } from './hit-notice.tsx'
import { LawyerFields } from './lawyer-fields.tsx'
import { draftOf, lawyerOf, lawyerProblems } from './lawyer-form.ts'
import { PinDialog } from './pin-dialog.tsx'
import { RegisterFacts } from './register-facts.tsx'
import { useBegun } from '../../lib/use-begun.ts'
import { useLeaveForm } from './use-leave-form.ts'

type LawyerPageProps = {
  /** Undefined: somebody new. */
  lawyer: Lawyer | undefined
  lawyers: readonly Lawyer[]
  firms: readonly Firm[]
  /** What came of the step before this page, such as 已在名册上. */
  told: string | undefined
  onOpen: (id: string, told: string) => void
  onClose: () => void
}

/** One lawyer: what the register says, days that differ, the PIN. Only the head changes the register. */
export function LawyerPage({ lawyer, lawyers, firms, told, onOpen, onClose }: LawyerPageProps) {
  const isHead = hasRole(useMe(), 'head')
  const [pinOpen, setPinOpen] = useState(false)
  const [done, setDone] = useState(told)
  const [saved, setSaved] = useState<Saved>()
  const leave = useLeaveForm(`lawyer ${lawyer?.id ?? 'new'}`, onClose)
  const top = useTopOfStep<HTMLDivElement>('open')
  return (
    <div className="sections">
      <div ref={top} className="lawyers-page-head">
        <Button icon={<ArrowLeft aria-hidden="true" />} shortcut="Alt+ArrowLeft" onClick={leave}>
          返回名册
        </Button>
        <h2>{lawyer?.name ?? '添加律师'}</h2>
        {lawyer && isHead ? (
          <Button onClick={() => setPinOpen(true)}>
            {lawyer.hasPin ? '换签到密码' : '设签到密码'}
          </Button>
        ) : null}
      </div>
      {done ? (
        <Notice tone="done" onClose={() => setDone(undefined)}>
          {done}
        </Notice>
      ) : null}
      {lawyer ? <DaysSection lawyer={lawyer} /> : null}
      {isHead ? (
        <RegisterForm
          lawyer={lawyer}
          lawyers={lawyers}
          firms={firms}
          after={saved ? <SavedNote saved={saved} onClose={() => setSaved(undefined)} /> : null}
          onSaved={(id, name, duties) => {
            if (lawyer) setSaved({ words: `${name}的资料存好了。`, duties })
            else onOpen(id, `${name}已在名册上。要在窗口自己签到，请设签到密码。`)
          }}
        />
      ) : lawyer ? (
        <RegisterFacts title="名册上的资料" lines={factsOf(lawyer)} />
      ) : null}
      {pinOpen && lawyer ? (
        <PinDialog
          lawyer={lawyer}
          onClose={(text) => {
            setPinOpen(false)
            if (text) setDone(text)
          }}
        />
      ) : null}
    </div>
  )
}

const factsOf = (lawyer: Lawyer): [string, string][] => [
  ['律所', lawyer.firmName ?? ''],
  ['执业证号', lawyer.licenceNumber],
  ['电话', lawyer.phone],
  ['方便联系的时间', lawyer.contactHours],
  ['擅长', lawyer.fields.join('、')],
  ['语言', lawyer.languages.join('、')],
  ['能来的时段', weeklyWords(lawyer.weekly)],
  ['加入', lawyer.joinedOn],
  ['离任', lawyer.leftOn ?? ''],
  ['备注', lawyer.note],
]

type Saved = { words: string; duties: readonly Hit[] }

/** Beside the button, where it is in sight wherever the form was scrolled to. */
function SavedNote({ saved, onClose }: { saved: Saved; onClose: () => void }) {
  if (saved.duties.length === 0)
    return (
      <Notice tone="done" onClose={onClose}>
        {saved.words}
      </Notice>
    )
  return (
    <HitNotice
      titleOf={(count) => `${saved.words}但离任以后还排着 ${count} 班`}
      duties={saved.duties}
      onClose={onClose}
    />
  )
}

type RegisterFormProps = Pick<LawyerPageProps, 'lawyer' | 'lawyers' | 'firms'> & {
  /** What came of the last saving. */
  after: ReactNode
  onSaved: (id: string, name: string, duties: readonly Hit[]) => void
}

function RegisterForm({ lawyer, lawyers, firms, after, onSaved }: RegisterFormProps) {
  const save = useRun('lawyers.save')
  const { form, begun, set, drop } = useBegun(
    `lawyer ${lawyer?.id ?? 'new'}`,
    draftOf(lawyer, today()),
  )
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    const read = lawyerOf(form)
    if (!read) return focusFirstError()
    const saved = await save.run({
      ...(lawyer ? { id: lawyer.id } : {}),
      revision: lawyer?.revision ?? 0,
      lawyer: read,
    })
    if (!saved) return undefined
    setTried(false)
    drop(draftOf({ ...read, ...unread, id: saved.id, revision: saved.revision }, today()))
    return onSaved(saved.id, read.name, saved.duties)
  }
  return (
    <Section title="名册上的资料">
      <div className="stack">
        <BegunNotice shown={begun} onDrop={() => drop()} />
        <LawyerFields
          form={form}
          set={set}
          problems={tried ? lawyerProblems(form) : {}}
          lawyer={lawyer}
          lawyers={lawyers}
          firms={firms}
        />
        <div className="lawyers-save">
          <Button
            kind="primary"
            large
            shortcut="Ctrl+Enter"
            busy={save.running}
            onClick={() => void submit()}
          >
            {lawyer ? '保存' : '添加到名册'}
          </Button>
          <FailureNotice failure={save.failure} onClose={save.clear} />
          {after}
        </div>
      </div>
    </Section>
  )
}

/** Of a register entry that no form holds. */
const unread = { initials: '', active: true, hasPin: false, days: [], served: 0 }
