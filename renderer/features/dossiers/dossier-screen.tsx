import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../lib/ask.ts'
import { type DossierPart, dossierParts, useGo, useGoInstead } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { ArchivePart, pagesWords } from './archive-part.tsx'
import { CloseDialog } from './close-dialog.tsx'
import type { Dossier, LeadToPart } from './dossier.ts'
import './dossiers.css'
import { DropArea } from './drop-area.tsx'
import { findingTally } from './finding-groups.ts'
import { FindingsPart } from './findings-part.tsx'
import { LateReasonDialog } from './late-reason-dialog.tsx'
import { paperKeyOf } from './paper-words.ts'
import { panelId, PartTabs, tabId, type PartTab } from './part-tabs.tsx'
import { ScansPart } from './scans-part.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useScanIntake } from './use-scan-intake.ts'
import { VolumePart } from './volume-part.tsx'

/** 卷宗: the volume in order, what the doctor finds, the scans, and the archive. */
export function DossierScreen({
  caseId,
  part,
}: {
  caseId: string
  part?: DossierPart | undefined
}) {
  const asked = useAsk('dossiers.get', { caseId }, { fresh: true })
  const ofCase = useAsk('cases.get', { id: caseId })
  if (asked.data && ofCase.data) {
    const { contentVisible } = ofCase.data
    const shown = part === undefined || (part === 'findings' && !contentVisible) ? 'papers' : part
    return <DossierPage record={{ ...asked.data, contentVisible }} part={shown} />
  }
  const failure = asked.failure ?? ofCase.failure
  return (
    <Screen title="卷宗" back={{ to: 'case', caseId }}>
      <FailureNotice failure={failure} />
      {failure ? null : <Loading text="正在打开卷宗…" />}
    </Screen>
  )
}

const partWords = {
  papers: '卷内文书',
  findings: '卷宗体检',
  scans: '扫描件',
  archive: '归档和借阅',
} as const satisfies { [P in DossierPart]: string }

/** What waits behind each part. */
const partCounts = (record: Dossier): { [P in DossierPart]: string | undefined } => {
  const missing = record.papers.filter(({ state }) => state === 'missing').length
  return {
    papers: missing > 0 ? `缺 ${missing} 份` : undefined,
    findings: findingTally(record.findings) || '没有问题',
    scans: record.looseScans > 0 ? `${record.looseScans} 页没归位` : undefined,
    archive: record.loans.some(({ returnedOn }) => returnedOn === undefined) ? '借出' : undefined,
  }
}

function DossierPage({ record, part }: { record: Dossier; part: DossierPart }) {
  const { caseId } = record
  const go = useGo()
  const goInstead = useGoInstead()
  const [closing, setClosing] = useState(false)
  const show = (to: DossierPart) => goInstead({ to: 'dossier', caseId, part: to })
  useEffect(() => {
    // The button that led here is gone with its part.
    if (document.activeElement === document.body) document.getElementById(tabId(part))?.focus()
  }, [part])
  const panel = useRef<HTMLDivElement>(null)
  useKeptFocus(panel)
  // The paper whose scans are to come, from the button beside it.
  const [aim, setAim] = useState<string>()
  const lead: LeadToPart = (to, paper) => {
    setAim(paper && paperKeyOf(paper))
    show(to)
  }
  const intake = useScanIntake(record, () => show('scans'))
  const counts = partCounts(record)
  const tabs: PartTab<DossierPart>[] = dossierParts
    .filter((key) => key !== 'findings' || record.contentVisible)
    .map((key) => ({ key, label: partWords[key], count: counts[key] }))
  return (
    <Screen
      title={`卷宗 ${record.title}`}
      subtitle={
        <span className="dossier-subtitle">
          <span className="nums">{record.fileNumber ?? record.caseNumber}</span>
          <StatusTag status={record.status} />
        </span>
      }
      back={{ to: 'case', caseId }}
      actions={
        record.contentVisible ? (
          <>
            {record.mayEdit && !record.isClosed ? (
              <Button onClick={() => setClosing(true)}>结案归档</Button>
            ) : null}
            <Button
              kind="primary"
              large
              shortcut="Ctrl+P"
              onClick={() => go({ to: 'volume', caseId })}
            >
              整卷打印
            </Button>
          </>
        ) : undefined
      }
    >
      {record.isClosed ? <ClosedNotice record={record} /> : null}
      {record.contentVisible ? null : (
        <Notice title="这里只有登记时的文书">
          谈话、协议和卷宗体检只有承办调解员和主任可以看。
        </Notice>
      )}
      <PartTabs label="卷宗的各部分" tabs={tabs} current={part} onTab={show} />
      <DropArea enabled={(record.mayEdit || record.isClosed) && !intake.work} onFiles={intake.drop}>
        <div
          ref={panel}
          id={panelId(part)}
          className="dossier-part"
          role="tabpanel"
          aria-labelledby={tabId(part)}
        >
          {part === 'papers' ? <VolumePart record={record} onPart={lead} /> : null}
          {part === 'findings' ? <FindingsPart record={record} onPart={lead} /> : null}
          {part === 'scans' ? (
            <ScansPart
              record={record}
              intake={intake}
              aim={aim}
              onAimless={() => setAim(undefined)}
            />
          ) : null}
          {part === 'archive' ? <ArchivePart record={record} /> : null}
        </div>
      </DropArea>
      <LateReasonDialog
        open={intake.asksReason}
        onReason={intake.giveReason}
        onClose={intake.dropReason}
      />
      <CloseDialog record={record} open={closing} onClose={() => setClosing(false)} />
    </Screen>
  )
}

function ClosedNotice({ record }: { record: Dossier }) {
  const last = record.closings.at(-1)
  return (
    <Notice tone="done" title="本卷已经归档">
      {last ? `${last.closedOn} 由${last.closedByName}归档${pagesWords(last)}。` : ''}
      {record.archive.archiveNumber ? `档号 ${record.archive.archiveNumber}。` : ''}
      以后补进来的材料会记下日期和原因。
    </Notice>
  )
}
