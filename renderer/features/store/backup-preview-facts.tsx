import { formatInstant } from '../../lib/format/date.ts'
import type { BackupPreview } from './restore-panel.tsx'

/** What is inside a backup, before anything is replaced. */
export function BackupPreviewFacts({ preview }: { preview: BackupPreview }) {
  return (
    <dl className="facts sheet">
      <dt>文件</dt>
      <dd>{preview.fileName}</dd>
      <dt>单位</dt>
      <dd>{preview.bodyName || '没有写'}</dd>
      <dt>备份时间</dt>
      <dd>{formatInstant(preview.createdAt)}</dd>
      <dt>案件</dt>
      <dd>{preview.caseCount} 件</dd>
      <dt>最后一个案件编号</dt>
      <dd>{preview.lastCaseNumber || '还没有案件'}</dd>
      <dt>人员</dt>
      <dd>{preview.people.map(({ name }) => name).join('、')}</dd>
    </dl>
  )
}
