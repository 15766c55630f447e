import {
  Building2,
  CalendarOff,
  Footprints,
  Gavel,
  Scale,
  Timer,
  HardDriveDownload,
  FileType2,
  KeyRound,
  Keyboard,
  Mic,
  Printer,
  ScrollText,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Role } from '#db/domain/roles.ts'
import { AuditSettings } from '../features/audit/audit-settings.tsx'
import { FigureSettings } from '../features/calculations/figure-settings.tsx'
import { ClockSettings } from '../features/clocks/clock-settings.tsx'
import { HolidaySettings } from '../features/clocks/holiday-settings.tsx'
import { BackupSettings } from '../features/backups/backup-settings.tsx'
import { PrintingSettings } from '../features/printing/printing-settings.tsx'
import { RecordingSettings } from '../features/recordings/recording-settings.tsx'
import { BodySettingsForm } from '../features/settings/body-settings-form.tsx'
import { OfficeSettings } from '../features/strengthening/office-settings.tsx'
import { ChangePassword } from '../features/store/change-password.tsx'
import { TemplateSettings } from '../features/templates/template-settings.tsx'
import { UserSettings } from '../features/users/user-settings.tsx'
import { VisitSettings } from '../features/visits/visit-settings.tsx'
import { useMe } from '../lib/me.ts'
import { hrefOf, type SettingsSection } from '../lib/navigation.ts'
import { Screen } from '../ui/screen.tsx'
import { KeysHelp } from './keys-help.tsx'

type Part = {
  section: SettingsSection
  word: string
  Icon: LucideIcon
  Content: ComponentType
  roles?: readonly Role[]
}

const managers = ['head', 'administrator'] as const
const parts: readonly Part[] = [
  {
    section: 'body',
    word: '单位信息',
    Icon: Building2,
    Content: BodySettingsForm,
    roles: managers,
  },
  { section: 'users', word: '人员', Icon: Users, Content: UserSettings, roles: managers },
  {
    section: 'backups',
    word: '备份与恢复',
    Icon: HardDriveDownload,
    Content: BackupSettings,
    roles: managers,
  },
  {
    section: 'recordings',
    word: '录音',
    Icon: Mic,
    Content: RecordingSettings,
    roles: managers,
  },
  { section: 'printing', word: '打印机', Icon: Printer, Content: PrintingSettings },
  {
    section: 'templates',
    word: '文书格式',
    Icon: FileType2,
    Content: TemplateSettings,
    roles: managers,
  },
  { section: 'clocks', word: '地区与期限', Icon: Timer, Content: ClockSettings, roles: managers },
  {
    section: 'holidays',
    word: '放假安排',
    Icon: CalendarOff,
    Content: HolidaySettings,
    roles: managers,
  },
  { section: 'figures', word: '法定标准', Icon: Scale, Content: FigureSettings, roles: managers },
  {
    section: 'offices',
    word: '法院和机构',
    Icon: Gavel,
    Content: OfficeSettings,
    roles: ['head', 'mediator', 'receptionist'],
  },
  {
    section: 'visits',
    word: '回访安排',
    Icon: Footprints,
    Content: VisitSettings,
    roles: ['head'],
  },
  { section: 'audit', word: '操作日志', Icon: ScrollText, Content: AuditSettings, roles: managers },
  { section: 'password', word: '修改密码', Icon: KeyRound, Content: ChangePassword },
  { section: 'keys', word: '常用按键', Icon: Keyboard, Content: KeysHelp },
]

export function SettingsScreen({ section }: { section?: string }) {
  const me = useMe()
  const mine = parts.filter((part) => part.roles?.includes(me.role) ?? true)
  const current = mine.find((part) => part.section === section) ?? mine[0]
  return (
    <Screen title="设置">
      <div className="settings">
        <nav className="settings-nav" aria-label="设置的各部分">
          {mine.map((part) => (
            <a
              key={part.section}
              className="rail-link"
              href={`#${hrefOf({ to: 'settings', section: part.section })}`}
              aria-current={part === current ? 'page' : undefined}
            >
              <part.Icon aria-hidden="true" />
              <span>{part.word}</span>
            </a>
          ))}
        </nav>
        {current ? <current.Content key={current.section} /> : null}
      </div>
    </Screen>
  )
}
