import { useState } from 'react'
import type { Obligation } from '#contract/obligations.ts'
import { formatYuan } from '#db/domain/money.ts'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import './obligations.css'
import { ObligationList, type PerformanceLine } from './obligation-list.tsx'
import { beginPayment, firstOpen, type PaymentForm } from './payment-form.ts'
import { RecordDialog, type Recorded } from './record-dialog.tsx'
import { DueDialog, ProofDialog, UndoDialog } from './small-dialogs.tsx'
import { beginUrge, UrgeDialog, type UrgeForm } from './urge-dialog.tsx'
import { UrgeList } from './urge-list.tsx'

type Performance = OutputOf<'obligations.get'>
type CaseHead = OutputOf<'cases.get'>

/** 履行: what the agreement obliges to, what was paid, and how the debtor was reminded. */
export function PerformanceScreen({ caseId }: { caseId: string }) {
  const record = useAsk('cases.get', { id: caseId })
  const { data, failure } = useAsk('obligations.get', { caseId }, { fresh: true })
  if (data && record.data) return <PerformancePage data={data} head={record.data} />
  return (
    <Screen title="履行" back={{ to: 'case', caseId }}>
      <FailureNotice failure={failure ?? record.failure} />
      {(failure ?? record.failure) ? null : <Loading text="正在打开履行情况…" />}
    </Screen>
  )
}

type Opened =
  | { dialog: 'record' }
  | { dialog: 'urge' }
  | { dialog: 'due'; obligation: Obligation }
  | { dialog: 'undo'; obligation: Obligation; performance: PerformanceLine }
  | { dialog: 'proof'; proof: PerformanceLine['proofs'][number] }

function PerformancePage({ data, head }: { data: Performance; head: CaseHead }) {
  const { caseId, obligations, totals, mayRecord } = data
  const go = useGo()
  const [opened, setOpened] = useState<Opened>()
  const [payment, setPayment] = useState<PaymentForm>()
  const [urging, setUrging] = useState<UrgeForm>()
  const [recorded, setRecorded] = useState<Recorded>()
  const addFiles = useRun('attachments.add')
  const addProof = useRun('obligations.addProof')
  const letter = useRun('obligations.urgeLetter')
  const close = () => setOpened(undefined)
  const late = obligations.filter(({ state }) => state === 'late')
  const next = firstOpen(obligations)
  const pay = (obligation: Obligation) => {
    setRecorded(undefined)
    setPayment((begun) =>
      begun?.obligationId === obligation.id ? begun : beginPayment(obligation, today()),
    )
    setOpened({ dialog: 'record' })
  }
  const urge = () => {
    setUrging((begun) => begun ?? beginUrge(late[0] ?? next))
    setOpened({ dialog: 'urge' })
  }
  const writeLetter = async () => {
    const made = await letter.run({ caseId, obligationIds: late.map(({ id }) => id) })
    if (made) go({ to: 'paper', form: 'urge-letter', objectId: made.objectId, copies: 2 })
  }
  const proofFor = async (performance: PerformanceLine) => {
    const added = await addFiles.run({ caseId, kind: 'other' })
    if (added && added.ids.length > 0)
      await addProof.run({ performanceId: performance.id, attachmentIds: added.ids })
  }
  const receipt = (performanceId: string) =>
    go({ to: 'paper', form: 'f12', objectId: performanceId })
  const failure = addFiles.failure ?? addProof.failure ?? letter.failure
  return (
    <Screen
      title="履行"
      subtitle={
        <span className="obligations-subtitle">
          <span>{head.title}</span>
          {data.agreementNumber ? <span className="nums">{data.agreementNumber}</span> : null}
          <StatusTag status={head.status} />
        </span>
      }
      back={{ to: 'case', caseId }}
      actions={
        <>
          <Button onClick={() => go({ to: 'strengthening', caseId })}>保障履行的办法</Button>
          {obligations.length > 0 ? (
            <Button onClick={() => go({ to: 'paper', form: 'f12-proof', objectId: caseId })}>
              履行登记表
            </Button>
          ) : null}
        </>
      }
    >
      <FailureNotice
        failure={failure}
        onClose={() => {
          addFiles.clear()
          addProof.clear()
          letter.clear()
        }}
      />
      {recorded ? (
        <RecordedNotice
          recorded={recorded}
          onReceipt={receipt}
          onClose={() => setRecorded(undefined)}
        />
      ) : null}
      {obligations.length === 0 ? (
        <EmptyState
          text={
            data.agreementId
              ? '这份协议没有要付的款项，也没有约定要做的事。'
              : '协议还没有签署生效。生效以后，每一期款项和约定要做的事会自动列在这里。'
          }
        />
      ) : (
        <>
          <Totals totals={totals} />
          {mayRecord && next ? (
            <div className="obligations-main">
              <Button kind="primary" large shortcut="Ctrl+Enter" onClick={() => pay(next)}>
                {next.kind === 'act' ? '登记做到' : '登记付款'}
              </Button>
              <Button shortcut="Alt+C" onClick={urge}>
                {late.length > 0 ? '打电话催' : '打电话提醒'}
              </Button>
              {late.length > 0 ? (
                <Button shortcut="Alt+L" busy={letter.running} onClick={() => void writeLetter()}>
                  出催促履行通知书
                </Button>
              ) : null}
            </div>
          ) : null}
          <ObligationList
            obligations={obligations}
            mayRecord={mayRecord}
            onRecord={pay}
            onSetDue={(obligation) => setOpened({ dialog: 'due', obligation })}
            onUndo={(obligation, performance) =>
              setOpened({ dialog: 'undo', obligation, performance })
            }
            onProof={(performance) => void proofFor(performance)}
            onViewProof={(proof) => setOpened({ dialog: 'proof', proof })}
            onReceipt={({ id }) => receipt(id)}
          />
          <Section title="催促记录">
            <UrgeList urges={data.urges} />
          </Section>
        </>
      )}
      {opened?.dialog === 'record' && payment ? (
        <RecordDialog
          caseId={caseId}
          obligations={obligations}
          form={payment}
          onChange={setPayment}
          onClose={close}
          onRecorded={(done) => {
            setRecorded(done)
            setPayment(undefined)
            close()
          }}
        />
      ) : null}
      {opened?.dialog === 'urge' && urging ? (
        <UrgeDialog
          caseId={caseId}
          about={late[0] ?? next}
          script={data.phoneScript}
          form={urging}
          onChange={setUrging}
          onClose={close}
          onDone={() => {
            setUrging(undefined)
            close()
          }}
        />
      ) : null}
      {opened?.dialog === 'due' ? (
        <DueDialog obligation={opened.obligation} onClose={close} />
      ) : null}
      {opened?.dialog === 'undo' ? (
        <UndoDialog
          obligation={opened.obligation}
          performance={opened.performance}
          onClose={close}
        />
      ) : null}
      {opened?.dialog === 'proof' ? <ProofDialog proof={opened.proof} onClose={close} /> : null}
    </Screen>
  )
}

function Totals({ totals }: { totals: Performance['totals'] }) {
  return (
    <dl className="obligations-totals" aria-label="合计">
      <div>
        <dt>一共应付</dt>
        <dd className="nums">{formatYuan(totals.dueFen)} 元</dd>
      </div>
      <div>
        <dt>已付</dt>
        <dd className="nums">{formatYuan(totals.paidFen)} 元</dd>
      </div>
      <div>
        <dt>还差</dt>
        <dd className="nums">{formatYuan(totals.leftFen)} 元</dd>
      </div>
      {totals.lateCount > 0 ? (
        <div className="obligations-late">
          <dt>其中逾期 {totals.lateCount} 期</dt>
          <dd className="nums">{formatYuan(totals.lateFen)} 元</dd>
        </div>
      ) : null}
    </dl>
  )
}

/** The sum and whose it was once more: a slip of the finger is seen at once. */
const doneWords = ({ amountFen, obligation: { debtorName, title } }: Recorded): string =>
  amountFen === undefined
    ? `已经登记：${title}`
    : `已经登记：${debtorName ?? '对方'}付 ${formatYuan(amountFen)} 元`

type RecordedNoticeProps = {
  recorded: Recorded
  onReceipt: (performanceId: string) => void
  onClose: () => void
}

function RecordedNotice({ recorded, onReceipt, onClose }: RecordedNoticeProps) {
  const [first] = recorded.performanceIds
  const isPayment = recorded.obligation.kind === 'payment'
  return (
    <Notice
      tone="done"
      title={recorded.closed ? '全部履行完毕，案件已转为“已履行”' : doneWords(recorded)}
      onClose={onClose}
      actions={
        isPayment && first ? <Button onClick={() => onReceipt(first)}>打印收条</Button> : undefined
      }
    >
      {recorded.closed
        ? '接下来按计划回访，再整理卷宗。'
        : recorded.leftFen > 0
          ? `还差 ${formatYuan(recorded.leftFen)} 元。`
          : '款项已经付清，还有约定要做的事没有登记。'}
      {recorded.method === 'cash' ? '付的是现金，请打印收条让收款人签名。' : ''}
    </Notice>
  )
}
