import { useCallback, useState } from 'react'
import type { Ending } from './end-session-dialog.tsx'

export type OpenDialog = { kind: 'part' | 'callIn' | 'phrases' } | { kind: 'end'; ending: Ending }

/** At most one dialog; closing it gives the keyboard back to the line. */
export const useRoomDialogs = (backToLine: () => void) => {
  const [dialog, setDialog] = useState<OpenDialog>()
  const close = useCallback(() => {
    setDialog(undefined)
    backToLine()
  }, [backToLine])
  return { dialog, show: setDialog, close }
}
