import { hrefOf } from '../lib/navigation.ts'
import { useDutyAlarms } from './duty-alarms.ts'

/** One line of 今日, only while somebody is late at the lawyers' desk. */
export function LateLawyers() {
  const { late } = useDutyAlarms()
  if (late === 0) return null
  return (
    <p className="late-lawyers">
      <a href={`#${hrefOf({ to: 'dutyDay' })}`}>值班：{late} 人还没签到</a>
    </p>
  )
}
