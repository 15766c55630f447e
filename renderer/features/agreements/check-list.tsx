import type { AgreementParty } from '#db/domain/agreement/content.ts'
import type { Reason } from '#db/domain/reason.ts'
import { agreementReasonText } from '../../lib/labels/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { Section } from '../../ui/section.tsx'
import { blockingOf } from './agreement-form.ts'
import { focusField } from './field-target.ts'

type Props = {
  reasons: readonly Reason[]
  parties: readonly AgreementParty[]
  /** Set on a form: a finding leads to its field. */
  leads?: boolean
}

export const checkSummary = (reasons: readonly Reason[]): string => {
  const count = blockingOf(reasons).length
  return count === 0 ? '必备内容都有了' : `还有 ${count} 项没过，不能送审`
}

const textId = ({ code, path }: Reason): string => `reason-${code}-${path}`

const wordsFor = (parties: Props['parties']) => (reason: Reason) => (
  <span id={textId(reason)}>{agreementReasonText(reason, parties)}</span>
)

const leadTo = (reason: Reason) =>
  reason.path === '' ? null : (
    <Button aria-describedby={textId(reason)} onClick={() => focusField(reason.path)}>
      去填
    </Button>
  )

export const CheckList = ({ reasons, parties, leads = false }: Props) => (
  <Section title="检查">
    <output>
      {blockingOf(reasons).length === 0 ? '✓ ' : '✕ '}
      {checkSummary(reasons)}
    </output>
    <ReasonList reasons={reasons} text={wordsFor(parties)} action={leads ? leadTo : undefined} />
  </Section>
)
