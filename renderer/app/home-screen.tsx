import { TodayScreen } from '../features/cases/today-screen.tsx'
import { Board } from '../features/clocks/board.tsx'
import { today } from '../lib/clock.ts'
import { formatDateWithWeekday } from '../lib/format/date.ts'
import { useMe } from '../lib/me.ts'
import { useGo } from '../lib/navigation.ts'
import { Button } from '../ui/button.tsx'
import { Screen } from '../ui/screen.tsx'
import { Section } from '../ui/section.tsx'
import { SettingsScreen } from './settings-screen.tsx'

/** The first page of each role. */
export function HomeScreen() {
  const me = useMe()
  if (me.role === 'administrator') return <SettingsScreen />
  return me.role === 'lawyer' ? <LawyerHome /> : <TodayScreen clocks={<Board />} />
}

function LawyerHome() {
  const go = useGo()
  return (
    <Screen title="今日" subtitle={formatDateWithWeekday(today())}>
      <Section title="您现在可以做的">
        <div className="stack">
          <p>您以志愿律师身份登录。案件内容由承办的调解员和主任经管，这里不显示。</p>
          <div className="row">
            <Button kind="primary" onClick={() => go({ to: 'settings', section: 'password' })}>
              修改我的密码
            </Button>
            <Button onClick={() => go({ to: 'settings', section: 'keys' })}>看常用按键</Button>
          </div>
        </div>
      </Section>
    </Screen>
  )
}
