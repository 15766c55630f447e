import { PenLine } from 'lucide-react'
import { signatureManners, type SignatureManner } from '#db/domain/agreement/signing.ts'
import { useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Reason } from '#db/domain/reason.ts'
import { formatDate } from '../../lib/format/date.ts'
import {
  capacityLabels,
  mannerLabels,
  signingReasonText,
  strokeFlagWords,
} from '../../lib/labels/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import { StrokesView } from './strokes-view.tsx'
import type { SignatureDraft, SignatureRow, StoredSignature } from './signature-rows.ts'

type Props = {
  record: AgreementRecord
  row: SignatureRow
  /** Whose side a representative stands on, or the organisation of a signer. */
  partyName: string | undefined
  stored: StoredSignature | undefined
  draft: SignatureDraft
  reasons: readonly Reason[]
  mayChange: boolean
  onDraft: (draft: SignatureDraft) => void
  /** Opens the pad for this signer. */
  onScreen: () => void
  onRemove: (id: string) => void
}

export const rowTitle = (row: SignatureRow, partyName: string | undefined): string => {
  const title = `${capacityLabels[row.capacity]} ${row.signerName}`
  return partyName && partyName !== row.signerName ? `${title}（${partyName}）` : title
}

/** By hand on the paper; on screen has a button of its own. */
const mannersOf = (row: SignatureRow): readonly SignatureManner[] =>
  row.capacity === 'body' ? ['seal'] : signatureManners.filter((manner) => manner !== 'screen')

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
  record,
  stored,
  title,
  mayChange,
  onRemove,
}: PartProps & { stored: StoredSignature }) => {
  const [isOpen, setIsOpen] = useState(false)
  const { screen } = stored
  return (
    <div className="row">
      <span>
        ✓ {stored.manner.map((manner) => mannerLabels[manner]).join('、')}，
        {formatDate(stored.signedOn)}
        {screen ? `，在${screen.place}，见证人 ${screen.witnessName}` : ''}
      </span>
      {screen?.flags.map((flag) => (
        <strong key={flag} className="signature-flag" role="alert">
          ⚠ {strokeFlagWords[flag]}
        </strong>
      ))}
      {screen ? <Button onClick={() => setIsOpen(true)}>看签名</Button> : null}
      <Dialog title={`${title}的签名`} open={isOpen} onClose={() => setIsOpen(false)}>
        <StrokesView agreementId={record.id} signatureId={stored.id} />
      </Dialog>
      {mayChange ? (
        <Button aria-label={`撤销登记：${title}`} onClick={() => onRemove(stored.id)}>
          撤销登记
        </Button>
      ) : null}
    </div>
  )
}

export const toggled = (manner: readonly SignatureManner[], one: SignatureManner, on: boolean) =>
  signatureManners.filter((each) => (each === one ? on : manner.includes(each)))

const DraftPart = (props: PartProps) => {
  const { row, draft, reasons, onDraft } = props
  return (
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
      {row.capacity === 'body' ? null : <ScreenPart {...props} />}
      {reasons.length > 0 ? (
        <ReasonList reasons={reasons} text={(reason) => signingReasonText(reason.code)} />
      ) : null}
    </div>
  )
}

/** Where a pen or a touch screen is at hand; the paper can always be signed instead. */
const ScreenPart = ({ title, draft, onDraft, onScreen }: PartProps) => (
  <div className="row signature-screen">
    <Button
      icon={<PenLine aria-hidden="true" />}
      aria-label={`${draft.screen ? '重新' : ''}在屏幕上签：${title}`}
      onClick={onScreen}
    >
      {draft.screen ? '重签' : '在屏幕上签'}
    </Button>
    {draft.screen ? (
      <>
        <span>
          ✓ 已在屏幕上签，{draft.screen.place}，见证人 {draft.screen.witnessName}
        </span>
        <Button
          aria-label={`不要屏幕签名：${title}`}
          onClick={() =>
            onDraft({
              ...draft,
              manner: toggled(draft.manner, 'screen', false),
              screen: undefined,
            })
          }
        >
          不要
        </Button>
      </>
    ) : null}
  </div>
)
