import { PersonShifts } from '../features/duties/person-shifts.tsx'
import { WeekBoard } from '../features/duties/week-board.tsx'
import type { RotaFront } from '../features/store/rota-front.ts'
import { useAsk } from '../lib/ask.ts'

const minute = 60_000

/** The lawyers' week for the lock screen; nothing where the centre keeps no rota or does not show it. */
export const useRotaFront = (): RotaFront | undefined => {
  const { data } = useAsk('duties.week', {}, { every: minute })
  const isShown = data !== undefined && (data.people.length > 0 || data.days.some(hasShifts))
  if (!isShown) return undefined
  return {
    lawyers: data.people,
    week: (onChoose) => <WeekBoard week={data} onChoose={onChoose} />,
    shifts: (slot) => <PersonShifts {...slot} />,
  }
}

const hasShifts = ({ shifts }: { shifts: readonly unknown[] }): boolean => shifts.length > 0
