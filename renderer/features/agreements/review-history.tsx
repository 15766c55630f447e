import type { AgreementRecord } from '#contract/agreements.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { reviewLabels } from '../../lib/labels/agreements.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

/** The words of the last return, above everything while the text is being mended. */
export const ReturnedNotice = ({ record }: { record: AgreementRecord }) => {
  const last = record.reviews.findLast(({ decision }) => decision === 'returned')
  if (record.status !== 'returned' || !last) return null
  return (
    <Notice tone="warning" title={`${last.actorName} ${formatInstant(last.at)} 退回，意见：`}>
      {last.words}
    </Notice>
  )
}

export const ReviewHistory = ({ reviews }: Pick<AgreementRecord, 'reviews'>) =>
  reviews.length === 0 ? null : (
    <Section title="审批记录">
      <ul className="agreement-list">
        {reviews.map(({ id, at, actorName, decision, words }) => (
          <li key={id}>
            {formatInstant(at)} {actorName} {reviewLabels[decision]}
            {words === '' ? '' : `：${words}`}
          </li>
        ))}
      </ul>
    </Section>
  )
