import { useCallback, useState } from 'react'
import type { RotaPaper } from '#contract/rota-papers.ts'
import { useAsk } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PaperFrame } from '../../ui/paper-frame.tsx'
import { PaperWarnings } from '../../ui/paper-warnings.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { Screen } from '../../ui/screen.tsx'
import { formOf, noteOf, titleOf } from './paper-words.ts'
import { RotaPaperActions } from './rota-paper-actions.tsx'
import { useRotaPreview } from './use-rota-paper.ts'

/** A paper of the lawyers' desk as it prints, and beside it all that can be done with it. */
export function RotaPaperScreen({ of }: { of: RotaPaper }) {
  const { paper, failure, making, again } = useRotaPreview(of)
  const settings = useAsk('printing.settings', {})
  const [counted, setCounted] = useState<number>()
  const countPages = useCallback((count: number) => setCounted(count), [])
  const pages = counted ?? paper?.pages
  const title = paper?.title ?? titleOf[of.paper]
  const note = noteOf[of.paper]
  const hasPdf = failure?.code !== 'papers.noOffice'
  return (
    <Screen
      title={`打印预览 ${title}`}
      subtitle={pages === undefined ? undefined : `共 ${pages} 页`}
      back
      fill
    >
      <PaperFrame
        preview={
          <>
            <FailureNotice failure={failure} />
            {failure ? (
              <div>
                <Button busy={making} onClick={again}>
                  重新生成预览
                </Button>
              </div>
            ) : (
              <PdfView
                base64={paper?.base64}
                label={`${title}预览`}
                initialZoom="page"
                onPageCount={countPages}
              />
            )}
          </>
        }
        side={
          <>
            {note === undefined ? null : <Notice>{note}</Notice>}
            <PaperWarnings unprintable={paper?.unprintable ?? []} approximate={false} />
            {settings.loading || (failure && hasPdf) ? null : (
              <RotaPaperActions
                of={of}
                usualCopies={settings.data?.forms[formOf[of.paper]]?.copies ?? 1}
                pages={pages}
                hasPdf={hasPdf}
              />
            )}
          </>
        }
      />
    </Screen>
  )
}
