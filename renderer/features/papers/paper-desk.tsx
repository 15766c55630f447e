import { useCallback, useState, type ReactNode } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import type { PaperPreview } from '../../lib/paper-preview.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PaperFrame } from '../../ui/paper-frame.tsx'
import { PaperWarnings } from '../../ui/paper-warnings.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { Screen } from '../../ui/screen.tsx'
import { PaperActions } from './paper-actions.tsx'
import { SealNotice } from './seal-notice.tsx'

type Props = {
  form: PaperForm
  /** Without it the blank form. */
  objectId?: string
  heading: string
  preview: PaperPreview
  /** Undefined while the number that the paper itself wants is not known yet. */
  usualCopies: number | undefined
  /** Only to look at: not approved yet. */
  isDraft?: boolean
  actions?: ReactNode
  /** Said above what can be done with it. */
  notice?: ReactNode
}

/** The very PDF that prints, and beside it all that can be done with it. */
export const PaperDesk = (props: Props) => {
  const { form, objectId, heading, preview, usualCopies, isDraft = false } = props
  const [counted, setCounted] = useState<number>()
  const [paper, setPaper] = useState<number>()
  const countPages = useCallback((count: number) => setCounted(count), [])
  const pages = counted ?? preview.pages
  const title = preview.title ?? '文书'
  return (
    <Screen
      title={`${heading} ${title}`}
      subtitle={pages === undefined ? undefined : `共 ${pages} 页`}
      back
      fill
      actions={props.actions}
    >
      <PaperFrame
        preview={
          <>
            <FailureNotice failure={preview.failure} />
            {preview.failure ? (
              <div>
                <Button busy={preview.making} onClick={preview.again}>
                  重新生成预览
                </Button>
              </div>
            ) : (
              <PdfView
                base64={preview.base64}
                label={`${title}预览`}
                initialZoom="page"
                onPageCount={countPages}
              />
            )}
          </>
        }
        side={
          <>
            {props.notice}
            <PaperWarnings unprintable={preview.unprintable} approximate={preview.approximate} />
            {usualCopies === undefined ? undefined : (
              <PaperActions
                key={`${form} ${objectId ?? ''}`}
                form={form}
                objectId={objectId}
                usualCopies={usualCopies}
                pages={pages}
                isDraft={isDraft}
                hasPdf={preview.failure?.code !== 'papers.noOffice'}
                onPaper={setPaper}
              />
            )}
            {form === 'f10' && objectId !== undefined && pages !== undefined && pages > 1 ? (
              <SealNotice pages={pages} sheets={paper} />
            ) : undefined}
          </>
        }
      />
    </Screen>
  )
}
