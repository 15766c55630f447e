import { createRoute } from '@tanstack/react-router'
import { rotaPaper as rotaPaperShape } from '#contract/rota-papers.ts'
import { ConsultationScreen } from '../features/consultations/consultation-screen.tsx'
import { ConsultationsScreen } from '../features/consultations/consultations-screen.tsx'
import { DutyDayScreen } from '../features/duties/duty-day-screen.tsx'
import { MyShiftsPage } from './my-shifts-page.tsx'
import { RotaRequestsScreen } from '../features/rota/requests-screen.tsx'
import { RotaScreen } from '../features/rota/rota-screen.tsx'
import { RotasScreen } from '../features/rota/rotas-screen.tsx'
import { DutyHoursScreen } from '../features/rota-papers/duty-hours-screen.tsx'
import { RotaPaperScreen } from '../features/rota-papers/rota-paper-screen.tsx'
import { type ShiftStep, shiftSteps } from '../lib/navigation.ts'
import { root } from './root-route.tsx'
import { UnknownPage } from './unknown-page.tsx'

const rotas = createRoute({ getParentRoute: () => root, path: 'rota', component: RotasScreen })
const rota = createRoute({
  getParentRoute: () => root,
  path: 'rota/$rotaId',
  component: function Rota() {
    const { rotaId } = rota.useParams()
    return <RotaScreen key={rotaId} rotaId={rotaId} />
  },
})
const rotaRequests = createRoute({
  getParentRoute: () => root,
  path: 'rota-requests',
  component: RotaRequestsScreen,
})
const dutyDay = createRoute({
  getParentRoute: () => root,
  path: 'duty-day',
  component: DutyDayScreen,
})
const dutyHours = createRoute({
  getParentRoute: () => root,
  path: 'duty-hours',
  component: DutyHoursScreen,
})
const shiftsIn = (search: Record<string, unknown>): { lawyer?: string; step?: ShiftStep } => {
  const step = shiftSteps.find((known) => known === search['step'])
  return {
    ...(typeof search['lawyer'] === 'string' ? { lawyer: search['lawyer'] } : {}),
    ...(step === undefined ? {} : { step }),
  }
}
const myShifts = createRoute({
  getParentRoute: () => root,
  path: 'my-shifts',
  validateSearch: shiftsIn,
  component: function MyShifts() {
    const { lawyer, step } = myShifts.useSearch()
    return <MyShiftsPage key={lawyer} lawyerId={lawyer} step={step} />
  },
})
const rotaPaper = createRoute({
  getParentRoute: () => root,
  path: 'rota-papers/$of',
  component: function OneRotaPaper() {
    const { of } = rotaPaper.useParams()
    const read = readRotaPaper(of)
    return read ? <RotaPaperScreen key={of} of={read} /> : <UnknownPage />
  },
})
const consultations = createRoute({
  getParentRoute: () => root,
  path: 'consultations',
  component: ConsultationsScreen,
})
const consultation = createRoute({
  getParentRoute: () => root,
  path: 'consultations/$id',
  component: function Consultation() {
    const { id } = consultation.useParams()
    return <ConsultationScreen key={id} id={id} />
  },
})
function readRotaPaper(text: string) {
  try {
    return rotaPaperShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Rota, duties and consultations. */
export const lawyersDeskRoutes = [
  rotas,
  rota,
  rotaRequests,
  dutyDay,
  dutyHours,
  myShifts,
  rotaPaper,
  consultations,
  consultation,
]
