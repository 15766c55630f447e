import { useMemo, useState } from 'react'
import { type OutputOf, useAsk, useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { Screen } from '../../ui/screen.tsx'
import { partPages } from './copy-plan.ts'
import { PrintVolumeDialog } from './print-volume-dialog.tsx'
import { useEnterIsFree } from '../../ui/use-enter-is-free.ts'
import { useVolume, type VolumeMaking } from './use-volume.ts'
import { VolumeContents } from './volume-contents.tsx'
import { type VolumeOutcome, VolumeOutcomeNotice } from './volume-outcome.tsx'
import './volume.css'
import { VolumeWork } from './volume-work.tsx'

/** The content is not for this person: asking again or printing would be refused too. */
const refusals: ReadonlySet<string> = new Set(['cases.notReadable', 'users.notPermitted'])

/** 整卷: the very PDF that prints, its contents, and the print with the right number of each part. */
export function VolumeScreen({ caseId }: { caseId: string }) {
  const dossier = useAsk('dossiers.get', { caseId }, { fresh: true })
  const making = useVolume(caseId)
  const saving = useRun('volumes.save')
  const [printing, setPrinting] = useState(false)
  const [outcome, setOutcome] = useState<VolumeOutcome>()
  const [target, setTarget] = useState<{ page: number }>()
  const { volume } = making
  const isRefused = making.failure !== undefined && refusals.has(making.failure.code)
  // Of one case one volume at a time is made; the print waits for it by itself.
  const isBusy = saving.running || making.making
  const pages = useMemo(() => volume && partPages(volume.contents, volume.pages), [volume])
  const openPrint = () => {
    setOutcome(undefined)
    setPrinting(true)
  }
  useShortcut('Enter', openPrint, { enabled: useEnterIsFree() && !printing && !isRefused })
  const save = async (channel: 'pdf' | 'docx') => {
    setOutcome(undefined)
    const done = await saving.run({ caseId, channel })
    if (done) setOutcome({ kind: 'saved', name: done.saved, channel })
  }
  return (
    <Screen
      title={`整卷 ${dossier.data?.title ?? ''}`.trim()}
      subtitle={volume ? `共 ${volume.pages} 页` : undefined}
      back={{ to: 'dossier', caseId }}
      fill
      actions={
        isRefused ? undefined : (
          <>
            <Button disabled={isBusy} onClick={() => void save('pdf')}>
              存 PDF
            </Button>
            <Button disabled={isBusy} onClick={() => void save('docx')}>
              存 Word
            </Button>
            <Button kind="primary" large shortcut="Enter" shortcutShownOnly onClick={openPrint}>
              打印整卷
            </Button>
          </>
        )
      }
    >
      <div className="volume-screen">
        <div className="volume-notices">
          <FailureNotice failure={saving.failure} onClose={saving.clear} />
          <VolumeOutcomeNotice outcome={outcome} onClose={() => setOutcome(undefined)} />
          {saving.running ? <VolumeWork caseId={caseId} step="正在存…" /> : null}
          <MakingBand caseId={caseId} making={making} mayRetry={!isRefused} />
          {volume && volume.unprintable.length > 0 ? <Unprintable volume={volume} /> : null}
        </div>
        {making.failure && !volume ? null : (
          <div className="volume-desk">
            <VolumeContents contents={volume?.contents} onOpen={(page) => setTarget({ page })} />
            <div className="volume-view">
              <PdfView
                base64={volume?.base64}
                label="整卷预览"
                initialZoom="page"
                {...(target && { target })}
              />
            </div>
          </div>
        )}
      </div>
      {printing ? (
        <PrintVolumeDialog
          caseId={caseId}
          pages={pages}
          isMaking={making.making}
          onClose={() => setPrinting(false)}
          onPrinted={(jobs, copies) => {
            setPrinting(false)
            setOutcome({ kind: 'printed', jobs, copies })
          }}
        />
      ) : null}
    </Screen>
  )
}

type MakingProps = { caseId: string; making: VolumeMaking; mayRetry: boolean }

function MakingBand({ caseId, making, mayRetry }: MakingProps) {
  if (making.making) return <VolumeWork caseId={caseId} step="正在做整卷…" />
  if (making.failure?.code === 'volumes.cancelled')
    return (
      <Notice
        tone="warning"
        title="整卷没有做完：已经取消"
        actions={
          <Button autoFocus onClick={making.again}>
            重新做
          </Button>
        }
      >
        不看预览也可以直接打印整卷。
      </Notice>
    )
  return making.failure ? (
    <>
      <FailureNotice failure={making.failure} />
      {mayRetry ? (
        <div>
          <Button onClick={making.again}>重新做</Button>
        </div>
      ) : null}
    </>
  ) : null
}

function Unprintable({ volume }: { volume: OutputOf<'volumes.preview'> }) {
  const { unprintable } = volume
  return (
    <Notice tone="warning" title={`有 ${unprintable.length} 个字这台电脑印不出来`}>
      {unprintable.map(({ character, codePoint }) => `${character}（${codePoint}）`).join('、')}
      。打出来会是空白，请手写补上，或者请管理员装上有这些字的字体。
    </Notice>
  )
}
