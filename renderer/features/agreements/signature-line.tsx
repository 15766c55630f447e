import { signatureManners, type SignatureManner } from '#db/domain/agreement/signing.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Reason } from '#db/domain/reason.ts'
import { formatDate } from '../../lib/format/date.ts'
import { capacityLabels, mannerLabels, signingReasonText } from '../../lib/labels/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import type { SignatureDraft, SignatureRow, StoredSignature } from './signature-rows.ts'

type Props = {
  row: SignatureRow
  /** Whose side a representative stands on, or the organisation of a signer. */
  partyName: string | undefined
  stored: StoredSignature | undefined
  draft: SignatureDraft
  reasons: readonly Reason[]
  mayChange: boolean
  onDraft: (draft: SignatureDraft) => void
  onRemove: (id: string) => void
}

export const rowTitle = (row: SignatureRow, partyName: string | undefined): string => {
  const title = `${capacityLabels[row.capacity]} ${row.signerName}`
  return partyName && partyName !== row.signerName ? `${title}（${partyName}）` : title
}

const mannersOf = (row: SignatureRow): readonly SignatureManner[] =>
  row.capacity === 'body' ? ['seal'] : signatureManners

export const SignatureLine = (props: Props) => {
  const { row, partyName, stored, mayChange } = props
  const title = rowTitle(row, partyName)
  return (
    <fieldset className="agreement-signature" aria-label={title}>
      <div className="agreement-signer">
        <strong>{title}</strong>
        {row.required ? null : <span className="hint">可不签</span>}
      </div>
      {stored ? (
        <StoredPart {...props} stored={stored} title={title} />
      ) : mayChange ? (
        <DraftPart {...props} title={title} />
      ) : (
        <span className="muted">没有登记</span>
      )}
    </fieldset>
  )
}

type PartProps = Props & { title: string }

const StoredPart = ({
  stored,
  title,
  mayChange,
  onRemove,
}: PartProps & { stored: StoredSignature }) => (
  <div className="row">
    <span>
      ✓ {stored.manner.map((manner) => mannerLabels[manner]).join('、')}，
      {formatDate(stored.signedOn)}
    </span>
    {mayChange ? (
      <Button aria-label={`撤销登记：${title}`} onClick={() => onRemove(stored.id)}>
        撤销登记
      </Button>
    ) : null}
  </div>
)

const toggled = (manner: readonly SignatureManner[], one: SignatureManner, on: boolean) =>
  signatureManners.filter((each) => (each === one ? on : manner.includes(each)))

const DraftPart = ({ row, draft, reasons, onDraft }: PartProps) => (
  <div className="agreement-signature-draft">
    <div className="row">
      {mannersOf(row).map((manner) => (
        <CheckField
          key={manner}
          label={mannerLabels[manner]}
          value={draft.manner.includes(manner)}
          onChange={(on) => onDraft({ ...draft, manner: toggled(draft.manner, manner, on) })}
        />
      ))}
    </div>
    <DateField
      label="签署日期"
      hideLabel
      value={draft.signedOn}
      error={draft.manner.length > 0 && draft.signedOn === undefined ? '请写签署日期' : undefined}
      onChange={(signedOn: LocalDate | undefined) => onDraft({ ...draft, signedOn })}
    />
    {reasons.length > 0 ? (
      <ReasonList reasons={reasons} text={(reason) => signingReasonText(reason.code)} />
    ) : null}
  </div>
)
