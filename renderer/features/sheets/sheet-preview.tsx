import type { PaperForm } from '#contract/papers.ts'
import { usePaperPreview } from '../../lib/paper-preview.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'

type Props = { form: PaperForm; objectId: string; title: string; version: number }

/** The paper itself, made anew whenever the stored words changed. */
export const SheetPreview = ({ form, objectId, title, version }: Props) => {
  const preview = usePaperPreview({ form, objectId, version, delayMs: 600 })
  return (
    <div className="sheet-preview">
      <FailureNotice failure={preview.failure} />
      {preview.failure ? <Button onClick={preview.again}>重新生成预览</Button> : undefined}
      {preview.failure && preview.base64 === undefined ? undefined : (
        <PdfView base64={preview.base64} label={`${title}预览`} />
      )}
    </div>
  )
}
