import { FileInput } from 'lucide-react'
import { useState } from 'react'
import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanPage } from '#contract/scans.ts'
import { useAsk, useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { Dossier } from './dossier.ts'
import { LooseScans } from './loose-scans.tsx'
import { paperName } from './paper-words.ts'
import { PlaceScanDialog } from './place-scan-dialog.tsx'
import { PlacedScans } from './placed-scans.tsx'
import { aimedPaper } from './placing.ts'
import { ScanCard } from './scan-card.tsx'
import { ScanLookDialog } from './scan-look-dialog.tsx'
import { ScanReportNotice } from './scan-report-notice.tsx'
import { useArrivedScans } from './use-arrived-scans.ts'
import type { ScanIntake } from './use-scan-intake.ts'
import { WorkBand } from './work-band.tsx'

type Props = {
  record: Dossier
  intake: ScanIntake
  /** The paper whose scans are to come: `paperKeyOf`. */
  aim: string | undefined
  onAimless: () => void
}

/** 扫描件: files in, pages to their papers, and what nobody could place. */
export function ScansPart({ record, intake, aim, onAimless }: Props) {
  const { caseId } = record
  // What was there at closing lies still; what came late may find its place.
  const mayMove = (scan: ScanPage) =>
    record.mayEdit || (record.isClosed && scan.lateReason !== undefined)
  const asked = useAsk('scans.list', { caseId }, { fresh: true, enabled: record.contentVisible })
  const state = useRun('scans.setState')
  const [placing, setPlacing] = useState<readonly ScanPage[]>()
  const [lookedAt, setLookedAt] = useState<string>()
  const scans = asked.data ?? []
  const aimed = record.contentVisible ? aimedPaper(record.papers, aim) : undefined
  useArrivedScans(asked.data, intake.work !== undefined, (arrived) => {
    if (aimed) setPlacing(arrived)
  })
  const looked = scans.find(({ id }) => id === lookedAt)
  const setAside = scans.filter((scan) => scan.state === 'setAside')
  const change = (ids: readonly string[], to: 'loose' | 'setAside') =>
    void state.run({ scanIds: [...ids], state: to })
  const look = (scan: ScanPage) => setLookedAt(scan.id)
  return (
    <div className="stack">
      {aimed ? (
        <Notice
          title={`正在给《${paperName(aimed)}》放扫描件`}
          actions={<Button onClick={onAimless}>取消</Button>}
        >
          选好文件以后，没有页角标记的页会问您是不是放到这一份。
        </Notice>
      ) : null}
      <Intake mayAdd={record.mayEdit || record.isClosed} intake={intake} papers={record.papers} />
      {record.contentVisible ? null : (
        <p className="hint">放进来的扫描件，只有承办调解员和主任可以看。</p>
      )}
      <FailureNotice failure={asked.failure ?? state.failure} onClose={state.clear} />
      {asked.loading ? <Loading text="正在取扫描件…" /> : null}
      <LooseScans
        scans={scans.filter((scan) => scan.state === 'loose')}
        mayMove={mayMove}
        onPlace={setPlacing}
        onSetAside={(chosen) =>
          change(
            chosen.map(({ id }) => id),
            'setAside',
          )
        }
        onLook={look}
      />
      <PlacedScans
        scans={scans}
        papers={record.papers}
        mayMove={mayMove}
        onTakeOut={(scan) => change([scan.id], 'loose')}
        onPlace={(scan) => setPlacing([scan])}
        onLook={look}
      />
      {setAside.length > 0 ? (
        <Section title={`不入卷的 ${setAside.length} 页`}>
          <ul className="dossier-scans">
            {setAside.map((scan) => (
              <ScanCard key={scan.id} scan={scan} onLook={() => look(scan)}>
                {mayMove(scan) ? (
                  <Button onClick={() => change([scan.id], 'loose')}>还是要用</Button>
                ) : null}
              </ScanCard>
            ))}
          </ul>
        </Section>
      ) : null}
      {asked.data?.length === 0 ? (
        <EmptyState text="还没有扫描件。文书签好以后扫成 PDF 或拍照，放进来就会自动归位。" />
      ) : null}
      <PlaceScanDialog
        scans={placing}
        papers={record.papers}
        aim={placing?.every((scan) => scan.state === 'loose') ? aimed : undefined}
        onClose={() => setPlacing(undefined)}
      />
      <ScanLookDialog
        scan={looked}
        mayTurn={looked !== undefined && mayMove(looked)}
        onClose={() => setLookedAt(undefined)}
      />
    </div>
  )
}

type IntakeProps = {
  mayAdd: boolean
  intake: ScanIntake
  papers: readonly DossierPaperRow[]
}

function Intake({ mayAdd, intake, papers }: IntakeProps) {
  return (
    <>
      <FailureNotice {...(intake.failure && { failure: intake.failure })} onClose={intake.clear} />
      {mayAdd && !intake.work ? (
        <div className="dossier-inlet">
          <p>把扫描的 PDF、JPG、PNG 文件拖到这里，读出页角的标记，自动放到对应的文书。</p>
          <Button kind="primary" icon={<FileInput aria-hidden="true" />} onClick={intake.choose}>
            选文件
          </Button>
        </div>
      ) : null}
      {intake.work ? (
        <WorkBand
          {...intake.work}
          unit="个文件"
          onCancel={intake.work.total > 0 ? intake.cancel : undefined}
        />
      ) : null}
      {intake.report ? (
        <ScanReportNotice report={intake.report} papers={papers} onClose={intake.clear} />
      ) : null}
    </>
  )
}
