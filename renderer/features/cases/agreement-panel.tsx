import type { CaseRecord } from '#contract/cases.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'

type AgreementPanelProps = { record: CaseRecord; onDraft: () => void; drafting: boolean }
type Agreement = CaseRecord['agreements'][number]

const mayDraft = (record: CaseRecord): boolean =>
  record.mayMediate &&
  record.status === 'mediating' &&
  record.sessions.some(({ status }) => status === 'ended') &&
  !record.agreements.some(({ status }) => status !== 'superseded' && status !== 'void')

/** All versions, the newest first; each opens, the numbered ones print and are signed. */
export function AgreementPanel({ record, onDraft, drafting }: AgreementPanelProps) {
  const newestFirst = record.agreements.toSorted((a, b) => b.version - a.version)
  return (
    <Section
      title="协议"
      extra={
        mayDraft(record) ? (
          <Button busy={drafting} onClick={onDraft}>
            起草协议
          </Button>
        ) : null
      }
    >
      {newestFirst.length === 0 ? <p className="hint">还没有协议。谈成以后再起草。</p> : null}
      <ul className="cases-lines">
        {newestFirst.map((agreement) => (
          <AgreementLine key={agreement.id} agreement={agreement} />
        ))}
      </ul>
    </Section>
  )
}

function AgreementLine({ agreement }: { agreement: Agreement }) {
  const go = useGo()
  const { id, version, status, fileNumber, effectiveOn } = agreement
  const isNumbered = status === 'approved' || status === 'signed'
  return (
    <li className="cases-item">
      <span className="cases-line-title">{fileNumber ?? `第 ${version} 稿`}</span>
      <StatusTag kind="agreement" status={status} />
      {effectiveOn ? <span className="muted">{effectiveOn} 生效</span> : null}
      <span className="row">
        <Button
          aria-label={`打开协议第 ${version} 稿`}
          onClick={() => go({ to: 'agreement', agreementId: id })}
        >
          打开
        </Button>
        {isNumbered ? (
          <>
            <Button onClick={() => go({ to: 'paper', form: 'f10', objectId: id })}>打印预览</Button>
            <Button onClick={() => go({ to: 'signing', agreementId: id })}>签署情况</Button>
          </>
        ) : null}
      </span>
    </li>
  )
}
