import { usePaperPreview } from '../../lib/paper-preview.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'

type Props = {
  agreementId: string
  version: string | number
  delayMs?: number
}

/** The paper itself, made anew whenever the stored text changed. */
export const AgreementPreview = ({ agreementId, version, delayMs = 600 }: Props) => {
  const preview = usePaperPreview({ form: 'f10', objectId: agreementId, version, delayMs })
  return (
    <>
      <FailureNotice failure={preview.failure} />
      {preview.failure ? <Button onClick={preview.again}>重新生成预览</Button> : undefined}
      {preview.failure && preview.base64 === undefined ? undefined : (
        <PdfView base64={preview.base64} label="协议书预览" />
      )}
    </>
  )
}
