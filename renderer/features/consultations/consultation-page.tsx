import { useState } from 'react'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { now, today } from '../../lib/clock.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { SaveNote } from '../../ui/save-note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.ts'
import { AnswerFields } from './answer-fields.tsx'
import { problemsOf } from './consultation-draft.ts'
import { MatterFields } from './matter-fields.tsx'
import { PersonFields } from './person-fields.tsx'
import {
  useConsultationDraft,
  type ConsultationSource,
  type KeptConsultation,
} from './use-consultation-draft.ts'
import { useLawyers } from './use-lawyers.ts'

type PageProps = {
  source: ConsultationSource
  /** As it was opened; undefined for a new one. */
  stored: OutputOf<'consultations.get'> | undefined
  onReload: () => void
}

/** One page of the register in the order of the paper; in the store as it is written. */
export function ConsultationPage({ source, stored, onReload }: PageProps) {
  const kept = useConsultationDraft(source)
  const { draft, update, state, number } = kept
  const go = useGo()
  const toast = useToast()
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const lawyers = useLawyers(draft.day ?? today())
  const problems = tried ? problemsOf(draft, now()) : {}
  const wrong = Object.keys(problems).length
  const finish = async () => {
    setTried(true)
    if (Object.keys(problemsOf(draft, now())).length > 0) return focusFirstError()
    if (!(await kept.flush())) return
    toast('咨询已登记')
    go({ to: 'consultations' })
  }
  const print = async () => {
    if (await kept.flush()) go({ to: 'rotaPaper', of: { paper: 'consultation', id: source.id } })
  }
  return (
    <Screen
      title="法律咨询登记"
      subtitle={number ?? '写下第一项就编号'}
      back={{ to: 'consultations' }}
      actions={
        <Button
          shortcut="Ctrl+P"
          disabled={number === undefined}
          title={number === undefined ? '写下第一项就能打印' : undefined}
          onClick={() => void print()}
        >
          打印登记表
        </Button>
      }
    >
      <HandedOver kept={kept} id={source.id} stored={stored} />
      <div className="consultations-page">
        <div className="consultations-column">
          <PersonFields
            draft={draft}
            lawyers={lawyers ?? []}
            lawyerName={stored?.form.lawyerId === undefined ? stored?.lawyerName : undefined}
            problems={problems}
            onChange={update}
          />
        </div>
        <div className="consultations-column">
          <MatterFields draft={draft} problems={problems} onChange={update} />
          <AnswerFields draft={draft} onChange={update} />
        </div>
      </div>
      <div className="consultations-bar">
        {state.kind === 'stopped' ? (
          <>
            <FailureNotice failure={state.failure} />
            <div className="row">
              <Button onClick={onReload}>看最新的内容</Button>
              <span className="muted">这一页上没有存上的字不会带过去，要用的请先抄下来。</span>
            </div>
          </>
        ) : null}
        <div className="consultations-foot">
          <span className="muted">
            {wrong > 0 ? (
              <strong className="consultations-wrong">还有 {wrong} 处要改，已经标出 </strong>
            ) : null}
            <SaveNote state={state} />
          </span>
          {number === undefined ? null : (
            <>
              <Button kind="link" onClick={() => setRemoving(true)}>
                删除
              </Button>
              <HandOverButton kept={kept} id={source.id} stored={stored} />
            </>
          )}
          <Button kind="primary" large shortcut="Ctrl+Enter" onClick={() => void finish()}>
            完成
          </Button>
        </div>
      </div>
      <RemoveDialog
        open={removing}
        id={source.id}
        kept={kept}
        onClose={() => setRemoving(false)}
        onRemoved={onReload}
      />
    </Screen>
  )
}

type HandOverProps = {
  kept: KeptConsultation
  id: string
  stored: OutputOf<'consultations.get'> | undefined
}

const useHandOver = ({ kept, id }: Pick<HandOverProps, 'kept' | 'id'>) => {
  const go = useGo()
  const step = useRun('consultations.handOver')
  const start = async () => {
    if (!(await kept.flush())) return
    const begun = await step.run({ id, revision: kept.revision() })
    if (begun) go({ to: 'intake', draftId: begun.draftId })
  }
  return { ...step, start }
}

/** Those who register cases take it over; a lawyer leaves that to the window. */
function HandOverButton({ kept, id, stored }: HandOverProps) {
  const me = useMe()
  const { start, running, failure } = useHandOver({ kept, id })
  if (!hasRole(me, 'head', 'receptionist', 'mediator')) return null
  if (stored?.caseId !== undefined || stored?.draftId !== undefined) return null
  return (
    <>
      <FailureNotice failure={failure} />
      <Button busy={running} onClick={() => void start()}>
        转成接访登记
      </Button>
    </>
  )
}

/** What became of it: its case, or the intake that was begun. */
function HandedOver({ kept, id, stored }: HandOverProps) {
  const me = useMe()
  const go = useGo()
  const { start, running, failure } = useHandOver({ kept, id })
  const { caseId, caseNumber, draftId } = stored ?? {}
  if (caseId !== undefined)
    return (
      <Notice
        tone="done"
        title={`已转成案件 ${caseNumber ?? ''}`}
        actions={
          hasRole(me, 'head', 'receptionist', 'mediator') ? (
            <Button onClick={() => go({ to: 'case', caseId })}>打开案件</Button>
          ) : undefined
        }
      />
    )
  if (draftId === undefined) return null
  return (
    <Notice
      title="已经开始接访登记，还没有登记成案件"
      actions={
        <Button busy={running} onClick={() => void start()}>
          继续登记
        </Button>
      }
    >
      <FailureNotice failure={failure} />
    </Notice>
  )
}

type RemoveProps = {
  open: boolean
  id: string
  kept: KeptConsultation
  onClose: () => void
  onRemoved: () => void
}

function RemoveDialog({ open, id, kept, onClose, onRemoved }: RemoveProps) {
  const [words, setWords] = useState('')
  const step = useRun('consultations.remove')
  const remove = async () => {
    if (!(await kept.flush())) return onClose()
    if (await step.run({ id, revision: kept.revision(), words })) onRemoved()
  }
  return (
    <Dialog
      title="删除这条咨询？"
      open={open}
      onClose={onClose}
      onConfirm={() => void remove()}
      confirmText="删除"
      confirmKind="danger"
      confirmDisabled={words.trim() === ''}
      cancelText="留着"
      busy={step.running}
      failure={step.failure}
    >
      <p>编号 {kept.number} 不会再用。以后要恢复，在登记簿里勾选“只看已删除的”。</p>
      <TextField
        label="为什么删除"
        required
        value={words}
        onChange={setWords}
        maxLength={200}
        autoFocus
        placeholder="如：重复登记"
      />
    </Dialog>
  )
}
