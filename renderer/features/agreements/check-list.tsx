import type { ReactNode } from 'react'
import type { AgreementParty } from '#db/domain/agreement/content.ts'
import type { Reason } from '#db/domain/reason.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { blockingOf } from './agreement-form.ts'
import { focusField } from './field-target.ts'
import { FindingList, findingTextId } from './finding-list.tsx'

type Props = {
  reasons: readonly Reason[]
  parties: readonly AgreementParty[]
  /** Warnings without a reason yet. */
  open?: number
  /** Set on a form: a finding leads to its field. */
  leads?: boolean
  /** A better way on for a finding than the one to its field. */
  renderHelp?: (reason: Reason) => ReactNode
  renderBelow?: (reason: Reason) => ReactNode
}

export const checkSummary = (reasons: readonly Reason[], open = 0): string => {
  const count = blockingOf(reasons).length
  if (count > 0) return `还有 ${count} 项没过，不能送审`
  return open > 0 ? `还有 ${open} 条提醒要改好或写明理由` : '必备内容都有了'
}

const leadWords = { block: '去填', warn: '去改', info: '去看' } as const

const LeadButton = ({ reason }: { reason: Reason }) =>
  reason.path === '' ? null : (
    <Button aria-describedby={findingTextId(reason)} onClick={() => focusField(reason.path)}>
      {leadWords[reason.level]}
    </Button>
  )

const marks = (isDone: boolean): string => (isDone ? '✓ ' : '✕ ')

export const CheckList = ({
  reasons,
  parties,
  open = 0,
  leads = false,
  renderHelp,
  renderBelow,
}: Props) => (
  <Section title="检查">
    <output>
      {marks(blockingOf(reasons).length === 0 && open === 0)}
      {checkSummary(reasons, open)}
    </output>
    <FindingList
      reasons={reasons}
      parties={parties}
      renderAction={
        leads ? (reason) => renderHelp?.(reason) ?? <LeadButton reason={reason} /> : undefined
      }
      renderBelow={renderBelow}
    />
  </Section>
)
