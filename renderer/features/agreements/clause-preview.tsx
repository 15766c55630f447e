import type { ReactNode } from 'react'
import { clauseKindLabels } from '../../lib/labels/agreements.ts'
import { disputeTypeLabel } from '../../lib/labels/taxonomy.ts'
import { groupLabel, type LibraryChoice } from './clause-choices.ts'
import { SlotText } from './slot-text.tsx'

type Props = { clause: LibraryChoice; actions?: ReactNode }

const forWhat = ({ typeCodes }: LibraryChoice): string =>
  typeCodes.length === 0 ? '各类纠纷' : typeCodes.map(disputeTypeLabel).join('、')

/** One clause of the library as it would be put in, with what the mediator has to mind. */
export const ClausePreview = ({ clause, actions }: Props) => (
  <section className="agreement-clause-preview" aria-label="这一条的内容">
    <h3>{clause.title}</h3>
    <SlotText text={clause.text} />
    {clause.kind === 'payment' ? (
      <p className="hint">放进协议后接着填付款人、金额和日期，印在这段话的后面。</p>
    ) : undefined}
    <dl className="agreement-clause-facts">
      <dt>种类</dt>
      <dd>
        {clauseKindLabels[clause.kind]}，
        {clause.isOwn ? '本中心自己的条款' : groupLabel(clause.group)}
      </dd>
      <dt>用于</dt>
      <dd>{forWhat(clause)}</dd>
      {clause.note === '' ? undefined : (
        <>
          <dt>注意</dt>
          <dd>{clause.note}</dd>
        </>
      )}
      {clause.source === '' ? undefined : (
        <>
          <dt>出处</dt>
          <dd>
            {clause.source}
            {clause.verified ? '' : '（未核对）'}
          </dd>
        </>
      )}
    </dl>
    {actions}
  </section>
)
