import { today } from '../lib/clock.ts'
import { useAsk } from '../lib/ask.ts'
import { hasRole, useMe } from '../lib/me.ts'

const minute = 60_000

/** What of the lawyers' desk waits for this person: requests to decide, and who is late today. */
export const useDutyAlarms = (): { waiting: number; late: number } => {
  const me = useMe()
  const requests = useAsk('requests.list', { open: true }, { enabled: hasRole(me, 'head') })
  const day = useAsk(
    'duties.day',
    { date: today() },
    { enabled: hasRole(me, 'head', 'receptionist'), every: minute },
  )
  const duties = day.data?.shifts.flatMap((shift) => shift.duties) ?? []
  return {
    waiting: requests.data?.filter(({ mayDecide }) => mayDecide).length ?? 0,
    late: duties.filter(({ atRisk, over }) => atRisk && !over).length,
  }
}
