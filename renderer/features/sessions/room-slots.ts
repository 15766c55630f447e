import type { ReactNode } from 'react'
import type { SessionPart } from '#contract/sessions.ts'

/** What the room tells a part of the screen that is built elsewhere. */
export type RoomSlotProps = {
  caseId: string
  sessionId: string
  /** The talk that runs. */
  part: SessionPart | undefined
  /** Both sides look at the screen: only what both may see. */
  turned: boolean
  /** The words of the line where the cursor is. */
  currentText: () => string
  /** The party on whose side the speaker of that line is. */
  speakerPartyId: () => string | undefined
  /** With whom the separate talk was held in which that line was said. */
  linePartyId: () => string | undefined
}
export type RoomSlot = (room: RoomSlotProps) => ReactNode
