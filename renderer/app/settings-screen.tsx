import {
  Armchair,
  BriefcaseBusiness,
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
import { DeskSettings } from '../features/lawyers/desk-settings.tsx'
import { LawyerSettings } from '../features/lawyers/lawyer-settings.tsx'
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
const groups: readonly { word: string; parts: readonly Part[] }[] = [
  {
    word: '本单位',
    parts: [
      {
        section: 'body',
        word: '单位信息',
        Icon: Building2,
        Content: BodySettingsForm,
        roles: managers,
      },
      { section: 'users', word: '人员', Icon: Users, Content: UserSettings, roles: managers },
      {
        section: 'offices',
        word: '法院和机构',
        Icon: Gavel,
        Content: OfficeSettings,
        roles: ['head', 'mediator', 'receptionist'],
      },
    ],
  },
  {
    word: '案件规则',
    parts: [
      {
        section: 'clocks',
        word: '地区与期限',
        Icon: Timer,
        Content: ClockSettings,
        roles: managers,
      },
      {
        section: 'holidays',
        word: '放假安排',
        Icon: CalendarOff,
        Content: HolidaySettings,
        roles: managers,
      },
      {
        section: 'figures',
        word: '法定标准',
        Icon: Scale,
        Content: FigureSettings,
        roles: managers,
      },
      {
        section: 'visits',
        word: '回访安排',
        Icon: Footprints,
        Content: VisitSettings,
        roles: ['head'],
      },
    ],
  },
  {
    word: '值班',
    parts: [
      {
        section: 'lawyers',
        word: '律师',
        Icon: BriefcaseBusiness,
        Content: LawyerSettings,
        roles: ['head', 'receptionist'],
      },
      {
        section: 'desks',
        word: '值班设置',
        Icon: Armchair,
        Content: DeskSettings,
        roles: ['head', 'receptionist'],
      },
    ],
  },
  {
    word: '文书和数据',
    parts: [
      {
        section: 'templates',
        word: '文书格式',
        Icon: FileType2,
        Content: TemplateSettings,
        roles: managers,
      },
      { section: 'printing', word: '打印机', Icon: Printer, Content: PrintingSettings },
      {
        section: 'recordings',
        word: '录音',
        Icon: Mic,
        Content: RecordingSettings,
        roles: managers,
      },
      {
        section: 'backups',
        word: '备份与恢复',
        Icon: HardDriveDownload,
        Content: BackupSettings,
        roles: managers,
      },
      {
        section: 'audit',
        word: '操作日志',
        Icon: ScrollText,
        Content: AuditSettings,
        roles: managers,
      },
    ],
  },
  {
    word: '我自己',
    parts: [
      { section: 'password', word: '修改密码', Icon: KeyRound, Content: ChangePassword },
      { section: 'keys', word: '常用按键', Icon: Keyboard, Content: KeysHelp },
    ],
  },
]

export function SettingsScreen({ section }: { section?: string }) {
  const me = useMe()
  const mine = groups
    .map(({ word, parts }) => ({
      word,
      parts: parts.filter(({ roles }) => roles?.includes(me.role) ?? true),
    }))
    .filter(({ parts }) => parts.length > 0)
  const shown = mine.flatMap(({ parts }) => parts)
  const current = shown.find((part) => part.section === section) ?? shown[0]
  return (
    <Screen title="设置">
      <div className="settings">
        <nav className="settings-nav" aria-label="设置的各部分">
          {mine.map(({ word, parts }) => (
            <div key={word} className="settings-group" role="group" aria-label={word}>
              <span className="settings-group-word" aria-hidden="true">
                {word}
              </span>
              {parts.map((part) => (
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
            </div>
          ))}
        </nav>
        {current ? <current.Content key={current.section} /> : null}
      </div>
    </Screen>
  )
}
