import { Lock, UserRound } from 'lucide-react'
import { roleLabels } from '../lib/labels/roles.ts'
import { useMe } from '../lib/me.ts'
import { Button } from '../ui/button.tsx'
import { BackupState } from './backup-state.tsx'
import { FontState } from './font-state.tsx'
import { PrinterState } from './printer-state.tsx'
import { TextSizeButtons } from './text-size-buttons.tsx'

type StatusBarProps = { savedAt?: string; onLock: () => void; onChangeUser: () => void }

export function StatusBar({ savedAt, onLock, onChangeUser }: StatusBarProps) {
  const me = useMe()
  return (
    <footer className="app-status">
      <BackupState />
      <PrinterState />
      <FontState />
      {savedAt ? <span role="status">已保存 {savedAt}</span> : null}
      <span className="app-status-push" />
      <TextSizeButtons />
      <span className="status-item">
        <UserRound aria-hidden="true" />
        {me.name}（{roleLabels[me.role]}）
      </span>
      <span className="row">
        <Button onClick={onChangeUser}>换人</Button>
        <Button
          icon={<Lock aria-hidden="true" />}
          shortcut="Ctrl+L"
          shortcutShownOnly
          onClick={onLock}
        >
          锁定
        </Button>
      </span>
    </footer>
  )
}
