import { useCallback, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { useAsk } from '../../lib/ask.ts'
import { hasRole, useMe } from '../../lib/me.ts'
import { usePaperPreview } from '../../lib/paper-preview.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { Screen } from '../../ui/screen.tsx'
import { PaperActions } from './paper-actions.tsx'
import './papers.css'

type Props = { form: PaperForm; objectId: string; copies?: number }

/** Copies of an agreement as it says itself, of other papers one; an agreement leaves the house once approved. */
const usePaperState = (form: PaperForm, objectId: string, given: number | undefined) => {
  const me = useMe()
  const isNeeded = form === 'f10' && hasRole(me, 'mediator', 'head')
  const agreement = useAsk('agreements.get', { id: objectId }, { enabled: isNeeded })
  const record = isNeeded ? agreement.data : undefined
  return {
    loading: isNeeded && agreement.loading,
    copies: given ?? record?.content.copies ?? 1,
    isDraft: record !== undefined && record.fileNumber === undefined,
  }
}

export const PaperScreen = ({ form, objectId, copies }: Props) => {
  const preview = usePaperPreview({ form, objectId, version: 0 })
  const state = usePaperState(form, objectId, copies)
  const [pageCount, setPageCount] = useState<number>()
  const countPages = useCallback((count: number) => setPageCount(count), [])
  const title = preview.title ?? '文书'
  return (
    <Screen
      title={`打印预览 ${title}`}
      subtitle={pageCount === undefined ? undefined : `共 ${pageCount} 页`}
      back
      fill
    >
      <div className="paper-screen">
        <div className="paper-preview">
          <FailureNotice failure={preview.failure} />
          {preview.failure ? (
            <div>
              <Button onClick={preview.again}>重新生成预览</Button>
            </div>
          ) : (
            <PdfView
              base64={preview.base64}
              label={`${title}预览`}
              initialZoom="page"
              onPageCount={countPages}
            />
          )}
        </div>
        <div className="paper-side">
          {state.loading ? undefined : (
            <PaperActions
              key={`${form} ${objectId}`}
              form={form}
              objectId={objectId}
              usualCopies={state.copies}
              isDraft={state.isDraft}
            />
          )}
          {form === 'f10' && pageCount !== undefined && pageCount > 1 ? (
            <Notice title="请盖骑缝章">
              这份文书共 {pageCount} 页。打印后每一份都要在页边盖骑缝章。
            </Notice>
          ) : undefined}
        </div>
      </div>
    </Screen>
  )
}
