import type { RotaRequest } from '#contract/requests.ts'
import { useRun } from '../../lib/ask.ts'
import { today as todayNow } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { requestState } from '../../lib/labels/rota-requests.ts'
import { requestsShown, requestWords } from './request-words.ts'

type RequestListProps = { requests: readonly RotaRequest[]; readerId: string }

/** Of one lawyer: what was asked, and what is asked of him or her. */
export function RequestList({ requests, readerId }: RequestListProps) {
  const answering = useRun('requests.answer')
  const withdrawing = useRun('requests.withdraw')
  const today = todayNow()
  const busy = answering.running || withdrawing.running
  return (
    <div className="stack">
      <FailureNotice failure={answering.failure} onClose={answering.clear} />
      <FailureNotice failure={withdrawing.failure} onClose={withdrawing.clear} />
      <ul className="duties-requests">
        {requestsShown(requests).map((request) => {
          const { id, revision } = request
          const { word, tone } = requestState(request)
          const answer = (agree: boolean) => void answering.run({ id, revision, agree, words: '' })
          return (
            <li key={id}>
              <p>
                <span>{requestWords(request, readerId, today)}</span>{' '}
                <Tag tone={tone} word={word} />
              </p>
              {request.words === '' ? null : <p className="muted">说明：{request.words}</p>}
              {request.decidedWords === '' ? null : (
                <p className="muted">答复：{request.decidedWords}</p>
              )}
              {request.mayAnswer
                ? request.breaks.map((text) => (
                    <p key={text} className="duties-warning">
                      {text}
                    </p>
                  ))
                : null}
              {request.mayAnswer ? (
                <div className="row">
                  <Button kind="primary" disabled={busy} onClick={() => answer(true)}>
                    同意
                  </Button>
                  <Button disabled={busy} onClick={() => answer(false)}>
                    不同意
                  </Button>
                </div>
              ) : null}
              {request.mayWithdraw ? (
                <div className="row">
                  <Button
                    disabled={busy}
                    aria-label={`撤回：${requestWords(request, readerId, today)}`}
                    onClick={() => void withdrawing.run({ id, revision })}
                  >
                    撤回
                  </Button>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
