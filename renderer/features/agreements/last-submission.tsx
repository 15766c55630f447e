import { useMemo } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { agreementChanges } from '#db/domain/agreement/changes.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ChangeList } from './change-list.tsx'
import { returnsSince } from './review-words.ts'

/** What was asked for when the text was sent back, and what has changed since it was last handed in. */
export const LastSubmission = ({ record }: { record: AgreementRecord }) => {
  const go = useGo()
  const { lastSubmitted, content, parties, reviews, caseId } = record
  const changes = useMemo(
    () => (lastSubmitted ? agreementChanges(lastSubmitted.content, content) : []),
    [lastSubmitted, content],
  )
  if (!lastSubmitted) return null
  return (
    <section className="stack" aria-label="与上次送审相比">
      <h2>与上次送审相比</h2>
      {returnsSince(reviews, lastSubmitted.at).map(({ id, at, actorName, words }) => (
        <Notice key={id} tone="warning" title={`${actorName} ${formatInstant(at)} 退回时写：`}>
          {words}
        </Notice>
      ))}
      <p>
        上次送审 {formatInstant(lastSubmitted.at)}，
        {changes.length === 0 ? (
          <strong>文字没有改动。</strong>
        ) : (
          <>
            改了 <strong>{changes.length}</strong> 处：
          </>
        )}
      </p>
      <ChangeList changes={changes} parties={parties} />
      <Button onClick={() => go({ to: 'agreementVersions', caseId })}>并排看全文</Button>
    </section>
  )
}
