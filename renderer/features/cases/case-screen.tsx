import { useState } from 'react'
import type { CaseMove, CaseRecord } from '#contract/cases.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { nextStepLabels } from '../../lib/labels/cases.ts'
import { useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { AfterSigningPanel } from './after-signing-panel.tsx'
import { AgreementPanel } from './agreement-panel.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { AttachmentPanel } from './attachment-panel.tsx'
import { DaysLeft, dueOf } from './case-line.tsx'
import { BookingPanel } from './booking-panel.tsx'
import './cases.css'
import { ConsultationsPanel } from './consultations-panel.tsx'
import { DeadlinePanel } from './deadline-panel.tsx'
import { DisputePanel } from './dispute-panel.tsx'
import { DossierPanel } from './dossier-panel.tsx'
import { EditPartiesDialog } from './edit-parties-dialog.tsx'
import { MoreMoves } from './more-moves.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { nextAction, type NextAction } from './next-action.ts'
import { nextStepSource } from './next-step-source.ts'
import { NoteDialog, type NoteKind } from './note-form.tsx'
import { PartyPanel } from './party-panel.tsx'
import { RiskPanel } from './risk-panel.tsx'
import { SessionPanel } from './session-panel.tsx'
import { Timeline } from './timeline.tsx'

/** 案件: cover, time line and papers of one case, and the one thing to do next. */
export function CaseScreen({ caseId }: { caseId: string }) {
  const { data, failure } = useAsk('cases.get', { id: caseId })
  if (data) return <CasePage record={data} />
  return (
    <Screen title="案件" back={{ to: 'cases' }}>
      <FailureNotice failure={failure} />
      {failure ? null : <Loading text="正在打开案件…" />}
    </Screen>
  )
}

/** Moves without a reason or an answer are made at once. */
const asksNothing = (move: CaseMove): boolean => move === 'takeOn' || move === 'resume'

type Opened =
  | { dialog: 'move'; move: CaseMove }
  | { dialog: 'assign' }
  | { dialog: 'parties' }
  | { dialog: 'note'; kind: NoteKind; title: string }

function CasePage({ record }: { record: CaseRecord }) {
  const me = useMe()
  const go = useGo()
  const [opened, setOpened] = useState<Opened>()
  const draft = useRun('agreements.draft')
  const take = useRun('cases.assign')
  const step = useRun('cases.move')
  const next = nextAction(record, me.role)
  const close = () => setOpened(undefined)
  const draftAgreement = async () => {
    const made = await draft.run({ caseId: record.id })
    if (made) go({ to: 'agreement', agreementId: made.id })
  }
  const makeMove = (move: CaseMove) =>
    asksNothing(move)
      ? void step.run({ caseId: record.id, event: move })
      : setOpened({ dialog: 'move', move })
  const act = (action: NextAction) => {
    switch (action.kind) {
      case 'go':
        return go(action.place)
      case 'move':
        return makeMove(action.move)
      case 'assign':
        return setOpened({ dialog: 'assign' })
      case 'takeFromPool':
        return void take.run({ caseId: record.id, mediatorId: me.userId })
      case 'editParties':
        return setOpened({ dialog: 'parties' })
      case 'draft':
        return void draftAgreement()
      case 'wait':
        return undefined
    }
  }
  const failure = draft.failure ?? take.failure ?? step.failure
  return (
    <Screen
      title={record.title}
      subtitle={<CaseSubtitle record={record} />}
      back={{ to: 'cases' }}
      actions={
        <>
          {record.mediatorId === me.userId ? (
            <Button onClick={() => go({ to: 'offers', caseId: record.id })}>方案台账</Button>
          ) : null}
          {record.contentVisible ? (
            <Button onClick={() => go({ to: 'calculations', caseId: record.id })}>计算</Button>
          ) : null}
          <Button onClick={() => go({ to: 'dossier', caseId: record.id })}>打开卷宗</Button>
          {record.contentVisible ? (
            <Button shortcut="Ctrl+P" onClick={() => go({ to: 'volume', caseId: record.id })}>
              整卷打印
            </Button>
          ) : null}
        </>
      }
    >
      <FailureNotice
        failure={failure}
        onClose={() => {
          draft.clear()
          take.clear()
          step.clear()
        }}
      />
      <NextStepBar
        record={record}
        action={next}
        busy={draft.running || take.running || step.running}
        onAct={() => act(next)}
        onMove={makeMove}
      />
      <div className="cases-page">
        <div className="cases-side">
          <PartyPanel record={record} onEdit={() => setOpened({ dialog: 'parties' })} />
          <BookingPanel record={record} />
          <RiskPanel record={record} />
          <DossierPanel record={record} />
          <DeadlinePanel record={record} />
          <DisputePanel record={record} />
          <ConsultationsPanel record={record} />
        </div>
        <div className="cases-story">
          {record.contentVisible ? (
            <>
              <AfterSigningPanel record={record} />
              <SessionPanel record={record} />
              <AgreementPanel
                record={record}
                drafting={draft.running}
                onDraft={() => void draftAgreement()}
              />
            </>
          ) : (
            <Notice title="谈话、协议和附件不在这里显示">
              只有承办调解员和主任可以看。需要时请找
              {record.mediatorName ? `承办调解员${record.mediatorName}` : '中心主任'}。
            </Notice>
          )}
          {record.contentVisible ? <AttachmentPanel record={record} /> : null}
          <Timeline
            record={record}
            extra={
              <Button onClick={() => setOpened({ dialog: 'note', kind: 'phone', title: '记一笔' })}>
                记一笔
              </Button>
            }
          />
        </div>
      </div>
      <MoveDialog
        record={record}
        move={opened?.dialog === 'move' ? opened.move : undefined}
        onClose={close}
      />
      <AssignDialog record={record} open={opened?.dialog === 'assign'} onClose={close} />
      <EditPartiesDialog record={record} open={opened?.dialog === 'parties'} onClose={close} />
      <NoteDialog
        caseId={record.id}
        kind={opened?.dialog === 'note' ? opened.kind : undefined}
        title={opened?.dialog === 'note' ? opened.title : ''}
        onClose={close}
      />
    </Screen>
  )
}

function CaseSubtitle({ record }: { record: CaseRecord }) {
  const due = dueOf(record)
  return (
    <span className="cases-subtitle">
      <span className="nums">{record.caseNumber}</span>
      {record.agreementNumber ? <span className="nums">{record.agreementNumber}</span> : null}
      <StatusTag status={record.status} />
      {due ? <DaysLeft due={due} /> : null}
      <span>{record.mediatorName ? `调解员 ${record.mediatorName}` : '未分派调解员'}</span>
    </span>
  )
}

type NextStepBarProps = {
  record: CaseRecord
  action: NextAction
  busy: boolean
  onAct: () => void
  onMove: (move: CaseMove) => void
}

/** The next step in words, its button, and the rest behind 更多. */
function NextStepBar({ record, action, busy, onAct, onMove }: NextStepBarProps) {
  const go = useGo()
  const primary = action.kind === 'move' ? action.move : undefined
  const source = nextStepSource(record)
  return (
    <section className="cases-next" aria-label="下一步">
      <div className="cases-next-words">
        <span className="muted">下一步</span>{' '}
        <strong>
          {action.kind === 'wait' ? action.text : nextStepLabels[record.nextStep.code]}
        </strong>
        {source ? <span className="cases-next-source">依据{source}</span> : null}
        {record.nextStep.dueOn ? (
          <div className="muted">请在 {record.nextStep.dueOn} 前办</div>
        ) : null}
      </div>
      <div className="row">
        {action.kind === 'wait' ? null : (
          <Button kind="primary" large shortcut="Ctrl+Enter" busy={busy} onClick={onAct}>
            {action.label}
          </Button>
        )}
        <MoreMoves
          // What ends the mediation is told on a screen of its own, with the other ways and their papers.
          moves={record.moves.filter((move) => move !== primary && move !== 'terminate')}
          onMove={onMove}
          onHandOver={
            record.contentVisible && record.mayMediate && record.status !== 'archived'
              ? () => go({ to: 'handOver', caseId: record.id })
              : undefined
          }
        />
      </div>
    </section>
  )
}
