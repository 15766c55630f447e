import type { ImportedLine } from '#contract/lawyers.ts'
import { today } from '../../lib/clock.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { dayKindLooks, dayRange, importSummary, troubleWords } from './day-words.ts'
import type { ImportFile, ImportWork } from './use-import.ts'

const columns: Column<ImportedLine>[] = [
  { key: 'where', title: '哪一行', width: '9rem', render: ({ where }) => where },
  { key: 'name', title: '律师', width: '8rem', render: ({ lawyerName }) => lawyerName || '—' },
  {
    key: 'day',
    title: '内容',
    render: ({ day }) =>
      day ? (
        <>
          {dayRange(day, today())} {dayKindLooks[day.kind].word}
          {day.words ? <span className="muted">（{day.words}）</span> : null}
        </>
      ) : (
        '—'
      ),
  },
  {
    key: 'result',
    title: '结果',
    render: ({ trouble, replaces }) =>
      trouble ? (
        <Tag tone="late" word={`不写：${troubleWords[trouble]}`} />
      ) : (
        <Tag tone="done" word={replaces ? '替换上次导入的' : '写入'} />
      ),
  },
]

/** What a file says, line by line, before anything of it is written; troubles stand first. */
export function ImportDialog({ file, work }: { file: ImportFile; work: ImportWork }) {
  const good = file.lines.filter(({ trouble }) => trouble === undefined).length
  const rows = file.lines
    .map((line, index) => ({ ...line, key: String(index) }))
    .toSorted((a, b) => Number(b.trouble !== undefined) - Number(a.trouble !== undefined))
  return (
    <Dialog
      title={`导入：${file.name}`}
      open
      onClose={work.close}
      onConfirm={good > 0 ? () => void work.write() : undefined}
      confirmText={`写入 ${good} 条`}
      confirmFocused
      busy={work.writing}
      failure={work.failure}
      width={980}
    >
      <p>
        {file.lines.length === 0
          ? '这个文件里没有可以写入的日子。'
          : `${importSummary(file.lines)}。现在还没有写入，看过再点“写入”。`}
      </p>
      <DataTable label="文件里的日子" columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Dialog>
  )
}
