import type { ScanPage } from '#contract/scans.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { scanName } from './scan-words.ts'
import { useScanImage } from './use-scan-image.ts'

const lookWidth = 1400

type Props = { scan: ScanPage | undefined; mayTurn: boolean; onClose: () => void }

/** A page large enough to read, and to turn. */
export function ScanLookDialog({ scan, mayTurn, onClose }: Props) {
  const turning = useRun('scans.turn')
  return (
    <Dialog
      title={scan ? scanName(scan) : ''}
      open={scan !== undefined}
      onClose={onClose}
      width={1000}
      {...(turning.failure && { failure: turning.failure })}
      extra={
        scan && mayTurn ? (
          <Button
            busy={turning.running}
            onClick={() => void turning.run({ scanId: scan.id, by: 90 })}
          >
            向右转
          </Button>
        ) : undefined
      }
    >
      {scan ? <LargeScan scan={scan} /> : null}
    </Dialog>
  )
}

function LargeScan({ scan }: { scan: ScanPage }) {
  const { source, broken } = useScanImage(scan, lookWidth)
  if (broken) return <p>这一页打不开。文件可能坏了，请重新扫描。</p>
  return source ? (
    <img className="dossier-scan-large" src={source} alt={`扫描件 ${scanName(scan)}`} />
  ) : (
    <Loading text="正在取图…" />
  )
}
