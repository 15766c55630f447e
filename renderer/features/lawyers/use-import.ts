import { useState } from 'react'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import type { Hit } from './hit-notice.tsx'

export type ImportFile = NonNullable<OutputOf<'lawyers.readAvailability'>['file']>
export type ImportWork = {
  file: ImportFile | undefined
  reading: boolean
  writing: boolean
  failure: Failure | undefined
  /** What came of the last one. */
  done: string | undefined
  read: (lawyerId: string | undefined) => Promise<void>
  write: () => Promise<void>
  close: () => void
  clear: () => void
  forget: () => void
}

/** Reading a file, a look at its lines, writing the good ones. @param onDuties the published shifts they fall on */
export const useImport = (onDuties: (duties: Hit[]) => void): ImportWork => {
  const reading = useRun('lawyers.readAvailability')
  const writing = useRun('lawyers.importAvailability')
  const [opened, setOpened] = useState<{ file: ImportFile; lawyerId: string | undefined }>()
  const [done, setDone] = useState<string>()
  const read = async (lawyerId: string | undefined) => {
    setDone(undefined)
    writing.clear()
    const answer = await reading.run(lawyerId === undefined ? {} : { lawyerId })
    if (answer?.file) setOpened({ file: answer.file, lawyerId })
  }
  const write = async () => {
    if (!opened) return
    const { file, lawyerId } = opened
    const counts = await writing.run({ handle: file.handle, lawyerId })
    if (!counts) return
    setOpened(undefined)
    onDuties(counts.duties)
    setDone(
      `“${file.name}”导入好了：写入 ${counts.written} 条` +
        (counts.replaced > 0 ? `，替换上次导入的 ${counts.replaced} 条` : '') +
        (counts.leftOut > 0 ? `，没有写 ${counts.leftOut} 条` : '') +
        '。',
    )
  }
  return {
    file: opened?.file,
    reading: reading.running,
    writing: writing.running,
    failure: reading.failure ?? writing.failure,
    done,
    read,
    write,
    close: () => setOpened(undefined),
    clear: () => {
      reading.clear()
      writing.clear()
    },
    forget: () => setDone(undefined),
  }
}
