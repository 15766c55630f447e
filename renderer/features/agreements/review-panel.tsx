import { useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { amountInWords } from '#db/domain/money.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { AgreementPreview } from './agreement-preview.tsx'
import { blockingOf } from './agreement-form.ts'
import { FindingList } from './finding-list.tsx'
import { compareSum, sumText } from './instalment-rows.ts'
import { LastSubmission } from './last-submission.tsx'
import type { QueueItem } from './review-queue-screen.tsx'
import { PassedReason } from './passed-reason.tsx'
import { passedFor } from './review-words.ts'
import { SendBackDialog } from './send-back-dialog.tsx'

export const ReviewPanel = ({ item }: { item: QueueItem }) => {
  const { data, failure, previous } = useAsk('agreements.get', { id: item.id })
  if (failure && !data) return <FailureNotice failure={failure} />
  if (!data || previous) return <Loading />
  return (
    <div className="agreement-review-panel">
      <div className="agreement-preview">
        <AgreementPreview
          agreementId={item.id}
          version={`${data.revision} ${data.status}`}
          delayMs={0}
        />
      </div>
      <div className="agreement-review-side">
        <div className="agreement-review-notes">
          <LastSubmission record={data} />
          <Checks record={data} />
        </div>
        {item.status === 'submitted' ? <Decisions record={data} /> : <PrintAgain record={data} />}
      </div>
    </div>
  )
}

type Props = { record: AgreementRecord }

const paymentWords = (record: AgreementRecord): string[] =>
  record.content.clauses.flatMap(({ payment }, index) => {
    if (!payment) return []
    const rows = payment.instalments.map((row, at) => ({ key: String(at), ...row }))
    const parts =
      rows.length > 1
        ? `，分 ${rows.length} 期，${sumText(compareSum(rows, payment.totalFen))}`
        : ''
    return [`第 ${index + 1} 条：${amountInWords(payment.totalFen)}${parts}`]
  })

const Checks = ({ record }: Props) => (
  <section aria-label="检查" className="stack">
    <h2>检查</h2>
    <ul className="agreement-list">
      <li>{blockingOf(record.reasons).length === 0 ? '✓ 必备内容都有了' : '✕ 有必备内容没过'}</li>
      <li>
        当事人 {record.parties.length} 方：{record.parties.map(({ name }) => name).join('、')}
      </li>
      {paymentWords(record).map((words) => (
        <li key={words}>{words}</li>
      ))}
      <li>一式 {record.content.copies} 份</li>
    </ul>
    <FindingList
      reasons={record.reasons}
      parties={record.parties}
      renderBelow={(reason) => <PassedReason passed={passedFor(record.passedWarnings, reason)} />}
    />
  </section>
)

const Decisions = ({ record }: Props) => {
  const { id, revision } = record
  const { copies } = record.content
  const go = useGo()
  const approval = useRun('agreements.approve')
  const [returning, setReturning] = useState(false)
  const approve = async (thenPrint: boolean): Promise<void> => {
    const approved = await approval.run({ id, revision })
    if (approved && thenPrint) go({ to: 'paper', form: 'f10', objectId: id, copies })
  }
  return (
    <div className="stack">
      <FailureNotice failure={approval.failure} onClose={approval.clear} />
      <p className="hint">同意后给编号并定稿，文字不能再改。</p>
      <Button
        kind="primary"
        large
        block
        shortcut="Ctrl+Enter"
        busy={approval.running}
        onClick={() => void approve(true)}
      >
        同意并打印 {copies} 份
      </Button>
      <div className="agreement-decisions">
        <Button disabled={approval.running} onClick={() => void approve(false)}>
          同意
        </Button>
        <Button disabled={approval.running} onClick={() => setReturning(true)}>
          退回并写意见
        </Button>
      </div>
      <SendBackDialog agreementId={id} open={returning} onClose={() => setReturning(false)} />
    </div>
  )
}

const PrintAgain = ({ record }: Props) => {
  const go = useGo()
  const { copies } = record.content
  return (
    <div className="stack">
      <p>
        已同意，编号 <strong>{record.fileNumber}</strong>，还没有打印。
        {record.paperCode ? (
          <>
            {' '}
            核验码 <strong className="nums">{record.paperCode}</strong>
          </>
        ) : undefined}
      </p>
      <Button
        kind="primary"
        large
        block
        shortcut="Ctrl+P"
        onClick={() => go({ to: 'paper', form: 'f10', objectId: record.id, copies })}
      >
        打印 {copies} 份
      </Button>
      <Button block onClick={() => go({ to: 'signing', agreementId: record.id })}>
        登记签署
      </Button>
    </div>
  )
}
