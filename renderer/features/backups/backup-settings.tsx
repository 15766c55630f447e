import { HardDriveDownload, Usb } from 'lucide-react'
import { useState } from 'react'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { backupWords } from '../../lib/backup-words.ts'
import { now } from '../../lib/clock.ts'
import { formatInstant } from '../../lib/format/date.ts'
import { formatSize } from '../../lib/format/size.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

type BackupFile = OutputOf<'backups.list'>[number]

const columns: Column<BackupFile>[] = [
  {
    key: 'at',
    title: '时间',
    render: (file) => <span className="nums">{formatInstant(file.createdAt)}</span>,
  },
  { key: 'cases', title: '案件', align: 'right', render: (file) => `${file.caseCount} 件` },
  { key: 'size', title: '大小', align: 'right', render: (file) => formatSize(file.size) },
  { key: 'name', title: '文件名', render: (file) => file.name },
]

export function BackupSettings() {
  return (
    <div className="sections">
      <MakeBackup />
      <BackupList />
      <Section title="恢复">
        <p>
          恢复会替换现在的数据，所以不在这里做：先按 Ctrl+L
          锁定，再在登录页点“从备份恢复”。那里可以先看备份里有什么，再决定。
        </p>
      </Section>
    </div>
  )
}

function MakeBackup() {
  const status = useAsk('backups.status', {})
  const make = useRun('backups.make')
  const [made, setMade] = useState<{ name: string; size: number; elsewhere: boolean }>()
  const start = async (elsewhere: boolean) => {
    setMade(undefined)
    const answer = await make.run({ elsewhere })
    if (answer?.name) setMade({ name: answer.name, size: answer.size ?? 0, elsewhere })
  }
  const words = status.data ? backupWords(status.data, now()) : undefined
  return (
    <Section title="备份">
      <div className="stack">
        {words ? (
          <Notice tone={words.late ? 'danger' : 'info'} title={words.text}>
            每天、退出软件时、升级前会自动备份。另外请每周备份到 U 盘一次，与电脑分开存放。
          </Notice>
        ) : null}
        <FailureNotice failure={make.failure} onClose={make.clear} />
        <div className="row">
          <Button
            kind="primary"
            icon={<HardDriveDownload aria-hidden="true" />}
            disabled={make.running}
            onClick={() => void start(false)}
          >
            立即备份
          </Button>
          <Button
            icon={<Usb aria-hidden="true" />}
            disabled={make.running}
            onClick={() => void start(true)}
          >
            备份到 U 盘
          </Button>
          {make.running ? <span role="status">正在备份，并打开检查一遍…</span> : null}
        </div>
        {made ? (
          <Notice tone="done" title="备份做好了，也检查过了">
            {made.name}，{formatSize(made.size)}。{made.elsewhere ? '请安全弹出 U 盘再拔。' : ''}
          </Notice>
        ) : null}
      </div>
    </Section>
  )
}

function BackupList() {
  const asked = useAsk('backups.list', {})
  return (
    <Section title="这台电脑上的备份">
      <FailureNotice failure={asked.failure} />
      {asked.loading ? <Loading /> : null}
      {asked.data ? (
        <DataTable
          label="这台电脑上的备份"
          columns={columns}
          rows={asked.data}
          rowKey={(file) => file.name}
          empty={<EmptyState text="这里还没有备份。按“立即备份”做第一份。" />}
        />
      ) : null}
    </Section>
  )
}
