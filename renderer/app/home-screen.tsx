import { TodayScreen } from '../features/cases/today-screen.tsx'
import { Board } from '../features/clocks/board.tsx'
import { useMe } from '../lib/me.ts'
import { LateLawyers } from './late-lawyers.tsx'
import { MyShiftsPage } from './my-shifts-page.tsx'
import { SettingsScreen } from './settings-screen.tsx'

/** The first page of each role. */
export function HomeScreen() {
  const me = useMe()
  if (me.role === 'administrator') return <SettingsScreen />
  return me.role === 'lawyer' ? (
    <MyShiftsPage />
  ) : (
    <TodayScreen alarms={<LateLawyers />} clocks={<Board />} />
  )
}
