import { useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useRun } from '../../lib/ask.ts'
import { formatDate } from '../../lib/format/date.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { AgreementPreview } from './agreement-preview.tsx'
import { CaseTitle } from './case-title.tsx'
import { CheckList } from './check-list.tsx'
import { LastSubmission } from './last-submission.tsx'
import { PassedReason } from './passed-reason.tsx'
import { ReviewHistory } from './review-history.tsx'
import { passedFor } from './review-words.ts'
import { StepNotice } from './step-notice.tsx'
import { VersionsLink } from './versions-link.tsx'
import { WhatFollows } from './what-follows.tsx'

type Props = { record: AgreementRecord }

const statusWords = (record: AgreementRecord): string => {
  switch (record.status) {
    case 'submitted':
      return '已送审，等主任审批。审批前文字不能改；要改先撤回送审。'
    case 'approved':
      return '已审批定稿，文字不能再改。打印后请各方签名、盖章，再登记签署。'
    case 'signed':
      return `已签署${record.effectiveOn ? `，${formatDate(record.effectiveOn)}起生效` : ''}。`
    case 'superseded':
      return '这一版已被新版本代替，留作存查。'
    case 'void':
      return '这份协议已作废，留作存查。'
    case 'draft':
    case 'returned':
      return '草稿由本案调解员修改，这里只能看。'
  }
}

const isFrozen = ({ status }: AgreementRecord): boolean =>
  status === 'approved' || status === 'signed'

export const AgreementReading = ({ record }: Props) => (
  <Screen
    title="人民调解协议书"
    subtitle={
      <>
        <CaseTitle title={record.caseTitle} />{' '}
        {record.version > 1 ? `第 ${record.version} 版 ` : ''}
        <StatusTag kind="agreement" status={record.status} /> <VersionsLink record={record} />
      </>
    }
    back={{ to: 'case', caseId: record.caseId }}
    fill
    actions={<ReadingActions record={record} />}
  >
    <div className="agreement-columns">
      <div className="agreement-form">
        <StepNotice
          step={
            record.status === 'superseded' || record.status === 'void' ? undefined : record.step
          }
          caseId={record.caseId}
          clauses={record.content.clauses}
        />
        <Notice tone={record.status === 'signed' ? 'done' : 'info'}>{statusWords(record)}</Notice>
        {record.fileNumber ? (
          <Section title="编号">
            <p className="agreement-number">{record.fileNumber}</p>
            {record.paperCode ? (
              <p>
                核验码 <strong className="agreement-code nums">{record.paperCode}</strong>
                <span className="agreement-source">
                  印在协议书的下面。文字改过一个字，码就对不上。
                </span>
              </p>
            ) : undefined}
            <p>
              {record.printedCopies > 0
                ? `已打印 ${record.printedCopies} 份`
                : `还没有打印，应打 ${record.content.copies} 份`}
            </p>
          </Section>
        ) : undefined}
        <WhatFollows record={record} />
        <ReviewHistory reviews={record.reviews} />
        {record.status === 'submitted' ? (
          <>
            <LastSubmission record={record} />
            <CheckList
              reasons={record.reasons}
              parties={record.parties}
              renderBelow={(reason) => (
                <PassedReason passed={passedFor(record.passedWarnings, reason)} />
              )}
            />
          </>
        ) : undefined}
      </div>
      <div className="agreement-preview">
        <AgreementPreview
          agreementId={record.id}
          version={`${record.revision} ${record.status}`}
          delayMs={0}
        />
      </div>
    </div>
  </Screen>
)

const ReadingActions = ({ record }: Props) => {
  const go = useGo()
  const me = useMe()
  const recall = useRun('agreements.recall')
  const mayWork = hasRole(me, 'mediator', 'head')
  return (
    <>
      <FailureNotice failure={recall.failure} onClose={recall.clear} />
      {record.status === 'submitted' && mayWork ? (
        <Button busy={recall.running} onClick={() => void recall.run({ id: record.id })}>
          撤回送审
        </Button>
      ) : undefined}
      {record.status === 'submitted' && record.mayReview ? (
        <Button kind="primary" onClick={() => go({ to: 'reviews' })}>
          去审批
        </Button>
      ) : undefined}
      {isFrozen(record) && mayWork ? <ReviseButton record={record} /> : undefined}
      {isFrozen(record) && mayWork ? (
        <Button onClick={() => go({ to: 'signing', agreementId: record.id })}>
          {record.status === 'signed' ? '看签署' : '登记签署'}
        </Button>
      ) : undefined}
      <Button
        kind={record.status === 'approved' ? 'primary' : 'plain'}
        shortcut="Ctrl+P"
        onClick={() =>
          go({ to: 'paper', form: 'f10', objectId: record.id, copies: record.content.copies })
        }
      >
        {isFrozen(record) ? '打印' : '看大图'}
      </Button>
    </>
  )
}

const ReviseButton = ({ record }: Props) => {
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const revise = useRun('agreements.revise')
  const make = async (): Promise<void> => {
    const made = await revise.run({ id: record.id })
    if (made) go({ to: 'agreement', agreementId: made.id })
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>做新版本</Button>
      <Dialog
        title="做一个新版本"
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void make()}
        confirmText="做新版本"
        busy={revise.running}
        failure={revise.failure}
      >
        <p>
          照这一版复制一份新草稿，改好后重新送审、审批、签署。新版本批准前，这一版照旧有效；批准后这一版留作存查。
        </p>
      </Dialog>
    </>
  )
}
