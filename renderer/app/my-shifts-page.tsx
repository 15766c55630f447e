import { CountsPanel } from '../features/consultations/counts-panel.tsx'
import type { CountsSlot } from '../features/duties/log-dialog.tsx'
import { MyShiftsScreen, type MyShiftsScreenProps } from '../features/duties/my-shifts-screen.tsx'
import type { ImportSlot } from '../features/duties/own-days.tsx'
import { ImportDays } from '../features/lawyers/import-days.tsx'

const countsOf: CountsSlot = (day) => <CountsPanel {...day} focused />
const importOf: ImportSlot = (days) => <ImportDays {...days} />

/** 我的班次 with the counters of the consultations and the calendar files of the register. */
export function MyShiftsPage(props: Omit<MyShiftsScreenProps, 'counts' | 'importDays'>) {
  return <MyShiftsScreen {...props} counts={countsOf} importDays={importOf} />
}
