import { useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { formatSize } from '../../lib/format/size.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { Section } from '../../ui/section.tsx'

type Scan = AgreementRecord['scans'][number]

/** The signed paper as scanned or photographed. */
export const ScanSection = ({ record }: { record: AgreementRecord }) => {
  const adding = useRun('attachments.add')
  const [shown, setShown] = useState<Scan>()
  const add = (): void =>
    void adding.run({ caseId: record.caseId, agreementId: record.id, kind: 'signedScan' })
  const button = (
    <Button busy={adding.running} onClick={add}>
      加扫描件
    </Button>
  )
  const isSignable = record.status === 'approved' || record.status === 'signed'
  return (
    <Section title="签好的扫描件" extra={isSignable ? button : undefined}>
      <FailureNotice failure={adding.failure} onClose={adding.clear} />
      {record.scans.length === 0 ? (
        <EmptyState text="还没有扫描件。签好后扫描或拍照，加进来留存。" />
      ) : (
        <ul className="agreement-points">
          {record.scans.map((scan) => (
            <li key={scan.id}>
              <span>
                {scan.name}（{formatSize(scan.size)}，{scan.addedByName}{' '}
                {formatInstant(scan.addedAt)}）
              </span>
              <Button aria-label={`看 ${scan.name}`} onClick={() => setShown(scan)}>
                看
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Dialog
        title={shown?.name ?? ''}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        width={1000}
      >
        {shown ? <ScanView scan={shown} /> : null}
      </Dialog>
    </Section>
  )
}

const ScanView = ({ scan }: { scan: Scan }) => {
  const { data, failure } = useAsk('attachments.view', { id: scan.id })
  if (failure) return <FailureNotice failure={failure} />
  if (!data) return <Loading />
  return data.mediaType === 'application/pdf' ? (
    <div className="agreement-scan">
      <PdfView base64={data.base64} label={data.name} />
    </div>
  ) : (
    <img
      className="agreement-scan-image"
      src={`data:${data.mediaType};base64,${data.base64}`}
      alt={`扫描件 ${data.name}`}
    />
  )
}
