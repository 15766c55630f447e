import { useEffect, useState } from 'react'
import { localDateOf } from '#db/domain/local-date.ts'
import { now } from '../../lib/clock.ts'
import { formatClock, formatDateWithWeekday } from '../../lib/format/date.ts'

/** Time and date in China. */
export function Clock() {
  const [instant, setInstant] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), 5000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time className="front-clock" dateTime={instant}>
      {formatDateWithWeekday(localDateOf(instant))} {formatClock(instant)}
    </time>
  )
}
