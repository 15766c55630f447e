import { useAsk, useRun } from '../../lib/ask.ts'
import { WorkBand } from './work-band.tsx'

const followMs = 300

const stepWords: Readonly<Record<string, { words: string; unit: string }>> = {
  papers: { words: '正在排各份文书…', unit: '份' },
  contents: { words: '正在编目录和页号…', unit: '步' },
  binding: { words: '正在订成一卷…', unit: '份' },
  writing: { words: '正在写文件…', unit: '份' },
}

/** What is being done with the volume now, asked again and again while this is shown; and the way to stop it. */
export function VolumeWork({ caseId, step }: { caseId: string; step: string }) {
  const { data } = useAsk('volumes.progress', { caseId }, { every: followMs })
  const cancelling = useRun('volumes.cancel')
  const work = data?.work
  const known = work && stepWords[work.step]
  return (
    <WorkBand
      step={known?.words ?? step}
      done={work?.done ?? 0}
      total={work?.total ?? 0}
      unit={known?.unit ?? '步'}
      onCancel={() => void cancelling.run({ caseId })}
      cancelling={cancelling.running}
    />
  )
}
