import { useState } from 'react'
import type { RotaRequest } from '#contract/requests.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { requestState } from '../../lib/labels/rota-requests.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { DecideDialog, type Decision } from './decide-dialog.tsx'
import { kindWords, requestSentence } from './request-words.ts'

type Props = {
  request: RotaRequest
  /** The head's word took effect. */
  onDecided?: (approved: boolean) => void
}

/** One request: what is asked, what it would break as things stand, and what this person may do. */
export function RequestItem({ request, onDecided }: Props) {
  const { id, revision, kind, breaks, words, decidedWords, partnerName } = request
  const answer = useRun('requests.answer')
  const withdraw = useRun('requests.withdraw')
  const [deciding, setDeciding] = useState<Decision>()
  const needsPartner = kind === 'cover' && request.partnerId === undefined
  // Who was named is asked first.
  const waitsForPartner = request.mayAnswer && !needsPartner
  const sentence = requestSentence(request)
  const busy = answer.running || withdraw.running
  return (
    <li className="rota-request" aria-label={sentence}>
      <div className="row">
        <Tag {...requestState(request)} />
        <strong>{kindWords[kind]}</strong>
        <span>{sentence}</span>
        <span className="hint">{formatInstantNear(request.createdAt, today())}提出</span>
      </div>
      {words === '' ? null : <p className="muted">说明：{words}</p>}
      {decidedWords === '' ? null : <p className="muted">答复：{decidedWords}</p>}
      {request.over ? <p className="muted">这一班已经开始，办不了了，可以撤回。</p> : null}
      {breaks.length > 0 ? (
        <ul className="rota-breaks">
          {breaks.map((text) => (
            <li key={text}>✕ 会违反：{text}</li>
          ))}
        </ul>
      ) : null}
      <FailureNotice failure={answer.failure ?? withdraw.failure} />
      <div className="row">
        {request.mayAnswer ? (
          <>
            <Button
              disabled={busy}
              onClick={() => void answer.run({ id, revision, agree: true, words: '' })}
            >
              {partnerName}说可以
            </Button>
            <Button
              disabled={busy}
              onClick={() => void answer.run({ id, revision, agree: false, words: '' })}
            >
              {partnerName}说不行
            </Button>
          </>
        ) : null}
        {request.mayDecide && !request.over ? (
          <>
            <Button
              kind={waitsForPartner ? 'plain' : 'primary'}
              disabled={busy}
              onClick={() => setDeciding(needsPartner ? 'cover' : 'approve')}
            >
              {needsPartner ? '安排替班' : '同意'}
            </Button>
            <Button disabled={busy} onClick={() => setDeciding('decline')}>
              不同意
            </Button>
          </>
        ) : null}
        {request.mayWithdraw ? (
          <Button disabled={busy} onClick={() => void withdraw.run({ id, revision })}>
            撤回
          </Button>
        ) : null}
      </div>
      {deciding ? (
        <DecideDialog
          request={request}
          decision={deciding}
          onDecided={onDecided}
          onClose={() => setDeciding(undefined)}
        />
      ) : null}
    </li>
  )
}
