import { Check, Circle, CircleDot, Clock, TriangleAlert } from 'lucide-react'
import type { AgreementStatus } from '#db/domain/agreement/status.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'
import { agreementStatusLooks, caseStatusLooks, type Tone } from '../lib/labels/status.ts'

const icons = { plain: Circle, going: CircleDot, waiting: Clock, done: Check, late: TriangleAlert }

/** A short word with symbol and colour. */
export function Tag({ tone, word }: { tone: Tone; word: string }) {
  const Icon = icons[tone]
  return (
    <span className={`tx-tag tx-tag-${tone}`}>
      <Icon aria-hidden="true" />
      {word}
    </span>
  )
}

export type StatusTagProps =
  | { kind?: 'case'; status: CaseStatus }
  | { kind: 'agreement'; status: AgreementStatus }

export function StatusTag(props: StatusTagProps) {
  const look =
    props.kind === 'agreement' ? agreementStatusLooks[props.status] : caseStatusLooks[props.status]
  return <Tag tone={look.tone} word={look.word} />
}
