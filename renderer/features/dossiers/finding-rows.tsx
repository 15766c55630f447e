import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { DossierFindingRow } from '#contract/dossiers.ts'
import { Button } from '../../ui/button.tsx'
import { levelWords } from './finding-groups.ts'
import { mendWord } from './mend-step.ts'
import { paperName } from './paper-words.ts'
import { type FindingItem, signingCounts } from './signing-findings.ts'

const icons = { block: CircleX, warn: TriangleAlert, info: Info } as const satisfies Record<
  DossierFindingRow['level'],
  typeof Info
>

type Mending = {
  busy: boolean
  /** Leads to where it is mended; absent where this person may not. */
  onMend: ((finding: DossierFindingRow) => void) | undefined
}

export function FindingRow({ finding, busy, onMend }: { finding: DossierFindingRow } & Mending) {
  const Icon = icons[finding.level]
  const word = mendWord(finding.place)
  return (
    <li className={`tx-reason tx-reason-${finding.level}`}>
      <Icon aria-hidden="true" />
      <div>
        <span className="tx-reason-level">{levelWords[finding.level]}</span>
        {finding.rule}
        {finding.where === '' ? null : <div className="muted">在哪里：{finding.where}</div>}
        <div>怎么改：{finding.mend}</div>
        {finding.source === '' ? null : <div className="hint">依据：{finding.source}</div>}
      </div>
      {onMend ? (
        <div className="tx-reason-action row">
          <Button
            aria-label={`${word} ${finding.rule}`}
            disabled={busy}
            onClick={() => onMend(finding)}
          >
            {word}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

export type SigningItem = Extract<FindingItem, { kind: 'signing' }>
type SigningProps = Mending & {
  item: SigningItem
  /** Asks whether every signature and seal is on the paper after all; absent where this person may not say so. */
  onAllSigned: ((item: SigningItem) => void) | undefined
}

/** One row for all that a paper wants of signatures and seals; who is missed is folded under it. */
export function SigningRow({ item, busy, onMend, onAllSigned }: SigningProps) {
  const { paper, findings } = item
  const [first] = findings
  if (!first) return null
  const Icon = icons[first.level]
  const name = paperName(paper)
  const sources = [...new Set(findings.map(({ source }) => source))].filter((text) => text !== '')
  return (
    <li className={`tx-reason tx-reason-${first.level}`}>
      <Icon aria-hidden="true" />
      <div>
        <span className="tx-reason-level">{levelWords[first.level]}</span>《{name}》：缺{' '}
        {signingCounts(findings)}
        <details className="dossier-finding-details">
          <summary>看缺哪些</summary>
          <ul className="dossier-plain">
            {findings.map(({ ruleId, rule, where }, index) => (
              <li key={`${ruleId} ${where} ${index}`}>
                {rule}
                {where === '' ? null : <span className="muted">（{where}）</span>}
              </li>
            ))}
          </ul>
          {sources.length > 0 ? <div className="hint">依据：{sources.join('；')}</div> : null}
        </details>
        <div>怎么改：{first.mend}</div>
      </div>
      <div className="tx-reason-action row">
        {onAllSigned ? (
          <Button
            aria-label={`整份都签好盖好了 ${name}`}
            disabled={busy}
            onClick={() => onAllSigned(item)}
          >
            整份都签好盖好了
          </Button>
        ) : null}
        {onMend ? (
          <Button
            aria-label={`${mendWord(first.place)} ${name}`}
            disabled={busy}
            onClick={() => onMend(first)}
          >
            {mendWord(first.place)}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
