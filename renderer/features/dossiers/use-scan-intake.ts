import { useCallback, useRef, useState } from 'react'
import type { ScanReport } from '#contract/scans.ts'
import { type OutputOf, useRun } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { base64Of, maxFileBytes } from './read-files.ts'
import { emptyReport, mergeReports } from './report-words.ts'

/** Files that are being read; without a count while the system's own window is asking for them. */
export type IntakeWork = { step: string; done: number; total: number; cancelling: boolean }

export type ScanIntake = {
  work?: IntakeWork
  report?: ScanReport
  failure?: Failure
  /** The dossier is closed: why these come late is asked before anything is read. */
  asksReason: boolean
  choose: () => void
  drop: (files: readonly File[]) => void
  cancel: () => void
  giveReason: (reason: string) => void
  dropReason: () => void
  clear: () => void
}

type Wish = { kind: 'choose' } | { kind: 'drop'; files: readonly File[] }

const withoutFile = (file: File, why: 'tooLarge' | 'damaged'): ScanReport => ({
  ...emptyReport,
  files: 1,
  broken: [{ fileName: file.name, why }],
})

/** Scans on their way into a dossier, file by file, so that it can be stopped between two of them. */
export const useScanIntake = (
  { caseId, isClosed }: Pick<OutputOf<'dossiers.get'>, 'caseId' | 'isClosed'>,
  onBegin: () => void,
): ScanIntake => {
  const adding = useRun('scans.add')
  const dropping = useRun('scans.drop')
  const [work, setWork] = useState<IntakeWork>()
  const [report, setReport] = useState<ScanReport>()
  const [asked, setAsked] = useState<Wish>()
  const isStopped = useRef(false)

  const begin = () => {
    isStopped.current = false
    setReport(undefined)
    adding.clear()
    dropping.clear()
    onBegin()
  }
  const choose = async (lateReason?: string) => {
    begin()
    setWork({ step: '正在选文件、读扫描件…', done: 0, total: 0, cancelling: false })
    const done = await adding.run({ caseId, ...(lateReason !== undefined && { lateReason }) })
    if (done && done.files > 0) setReport(done)
    setWork(undefined)
  }
  const readOne = async (file: File, lateReason?: string): Promise<ScanReport | undefined> => {
    if (file.size > maxFileBytes) return withoutFile(file, 'tooLarge')
    let base64: string
    try {
      base64 = await base64Of(file)
    } catch {
      return withoutFile(file, 'damaged')
    }
    if (base64 === '') return withoutFile(file, 'damaged')
    const name = file.name.slice(-200)
    return dropping.run({
      caseId,
      files: [{ name, base64 }],
      ...(lateReason !== undefined && { lateReason }),
    })
  }
  const drop = async (files: readonly File[], lateReason?: string) => {
    begin()
    let sum = emptyReport
    for (const [index, file] of files.entries()) {
      if (isStopped.current) break
      setWork({
        step: `正在读“${file.name}”`,
        done: index,
        total: files.length,
        cancelling: false,
      })
      // One after another: each can be told, and stopped.
      const read = await readOne(file, lateReason)
      if (!read) break
      sum = mergeReports(sum, read)
    }
    setWork(undefined)
    if (sum.files > 0) setReport(sum)
  }
  const start = (wish: Wish, reason?: string) =>
    void (wish.kind === 'choose' ? choose(reason) : drop(wish.files, reason))
  const wish = (next: Wish) => (isClosed ? setAsked(next) : start(next))
  const failure = adding.failure ?? dropping.failure
  return {
    ...(work && { work }),
    ...(report && { report }),
    ...(failure && { failure }),
    asksReason: asked !== undefined,
    choose: () => wish({ kind: 'choose' }),
    drop: (files) => wish({ kind: 'drop', files }),
    cancel: useCallback(() => {
      isStopped.current = true
      setWork((now) => now && { ...now, cancelling: true })
    }, []),
    giveReason: (reason) => {
      if (!asked) return
      setAsked(undefined)
      start(asked, reason)
    },
    dropReason: () => setAsked(undefined),
    clear: () => {
      setReport(undefined)
      adding.clear()
      dropping.clear()
    },
  }
}
