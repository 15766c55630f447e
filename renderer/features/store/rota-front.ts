import type { ReactNode } from 'react'
import type { ShiftStep } from '../../lib/navigation.ts'

/** A name of the lawyers' register; not everybody on it has an account. */
export type FrontLawyer = { lawyerId: string; name: string; initials: string; userId?: string }

type ShiftsSlot = {
  lawyerId: string
  /** The password box; undefined for who has no account. */
  signIn: ReactNode
  step: ShiftStep | undefined
  /** What to open after signing in. */
  onStep: (step: ShiftStep) => void
  /** Back to the week. */
  onClose: () => void
}

/** What the lawyers' rota shows before anybody signed in; another feature's, handed in by the gate. */
export type RotaFront = {
  lawyers: readonly FrontLawyer[]
  /** This week; `onChoose`: a name in it was clicked. */
  week: (onChoose: (lawyerId: string) => void) => ReactNode
  shifts: (slot: ShiftsSlot) => ReactNode
}
