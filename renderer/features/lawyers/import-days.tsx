import { FileUp } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Hit } from './hit-notice.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useImport } from './use-import.ts'

type ImportDaysProps = {
  lawyerId: string
  /** The published shifts that the imported days fall on. */
  onDuties: (duties: Hit[]) => void
}

/** The own calendar (.ics) of a lawyer as days that do not suit, looked at before it is written. */
export function ImportDays({ lawyerId, onDuties }: ImportDaysProps) {
  const imported = useImport(onDuties)
  return (
    <div className="stack">
      <FailureNotice failure={imported.failure} onClose={imported.clear} />
      {imported.done ? (
        <Notice tone="done" onClose={imported.forget}>
          {imported.done}
        </Notice>
      ) : null}
      <div>
        <Button
          icon={<FileUp aria-hidden="true" />}
          busy={imported.reading}
          onClick={() => void imported.read(lawyerId)}
        >
          从日历文件导入
        </Button>
        <p className="hint">
          手机或电脑日历导出的 .ics 文件。写入前先给您看；忙的时候不排班，日程的标题不留。
        </p>
      </div>
      {imported.file ? <ImportDialog file={imported.file} work={imported} /> : null}
    </div>
  )
}
