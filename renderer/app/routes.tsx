import {
  createHashHistory,
  createRoute,
  createRouter,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import type { SessionRecord } from '#contract/sessions.ts'
import { isCalcName } from '#db/domain/labour/calc-names.ts'
import { AgreementScreen } from '../features/agreements/agreement-screen.tsx'
import { ReviewQueueScreen } from '../features/agreements/review-queue-screen.tsx'
import { SigningScreen } from '../features/agreements/signing-screen.tsx'
import { VersionsScreen } from '../features/agreements/versions-screen.tsx'
import { CalculationScreen } from '../features/calculations/calculation-screen.tsx'
import { CalculatorScreen } from '../features/calculations/calculator-screen.tsx'
import { CalculatorsScreen } from '../features/calculations/calculators-screen.tsx'
import { CaseCalculationsScreen } from '../features/calculations/case-calculations-screen.tsx'
import { CaseListScreen } from '../features/cases/case-list-screen.tsx'
import { CaseScreen } from '../features/cases/case-screen.tsx'
import { CalendarScreen } from '../features/clocks/calendar-screen.tsx'
import { CaseClocksScreen } from '../features/clocks/case-clocks-screen.tsx'
import { DossierScreen } from '../features/dossiers/dossier-screen.tsx'
import { HandoverScreen } from '../features/dossiers/handover-screen.tsx'
import { LoansScreen } from '../features/dossiers/loans-screen.tsx'
import { VolumeScreen } from '../features/dossiers/volume-screen.tsx'
import { IntakeScreen } from '../features/intake/intake-screen.tsx'
import { PerformanceScreen } from '../features/obligations/performance-screen.tsx'
import { OfferPanel } from '../features/offers/offer-panel.tsx'
import { OfferScreen } from '../features/offers/offer-screen.tsx'
import { ReadBackScreen } from '../features/read-backs/read-back-screen.tsx'
import { RecordingBar } from '../features/recordings/recording-bar.tsx'
import { SoundSection } from '../features/recordings/sound-section.tsx'
import { BlankFormScreen } from '../features/papers/blank-form-screen.tsx'
import { FormsScreen } from '../features/papers/forms-screen.tsx'
import { PaperScreen } from '../features/papers/paper-screen.tsx'
import { PrintQueueScreen } from '../features/printing/print-queue-screen.tsx'
import type { RoomSlot } from '../features/sessions/room-slots.ts'
import { SessionRoom } from '../features/sessions/session-room.tsx'
import { StartSessionScreen } from '../features/sessions/start-session-screen.tsx'
import { SheetScreen } from '../features/sheets/sheet-screen.tsx'
import { HandOverScreen } from '../features/strengthening/hand-over-screen.tsx'
import { StrengtheningScreen } from '../features/strengthening/strengthening-screen.tsx'
import { VisitsScreen } from '../features/visits/visits-screen.tsx'
import { type DossierPart, dossierParts, useGo } from '../lib/navigation.ts'
import { CalmError } from './error-boundary.tsx'
import { HomeScreen } from './home-screen.tsx'
import { lawyersDeskRoutes } from './lawyers-desk-routes.tsx'
import { root } from './root-route.tsx'
import { SettingsScreen } from './settings-screen.tsx'
import { UnknownPage } from './unknown-page.tsx'

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen })
const newIntake = createRoute({
  getParentRoute: () => root,
  path: 'intake',
  component: () => <IntakeScreen key="new" />,
})
const oldIntake = createRoute({
  getParentRoute: () => root,
  path: 'intake/$draftId',
  component: function OldIntake() {
    const { draftId } = oldIntake.useParams()
    return <IntakeScreen key={draftId} draftId={draftId} />
  },
})
const cases = createRoute({ getParentRoute: () => root, path: 'cases', component: CaseListScreen })
const oneCase = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId',
  component: function OneCase() {
    const { caseId } = oneCase.useParams()
    return <CaseScreen key={caseId} caseId={caseId} />
  },
})
const offers = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/offers',
  component: function Offers() {
    const { caseId } = offers.useParams()
    return <OfferScreen key={caseId} caseId={caseId} />
  },
})
const startSession = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/start-session',
  component: function StartSession() {
    const { caseId } = startSession.useParams()
    return <StartSessionScreen key={caseId} caseId={caseId} />
  },
})
const offersOf: RoomSlot = (room) => <OfferPanel {...room} />
const recordingOf: RoomSlot = (room) => <RecordingBar {...room} />
const soundOf = (record: SessionRecord) => <SoundSection record={record} />
const session = createRoute({
  getParentRoute: () => root,
  path: 'sessions/$sessionId',
  component: function Session() {
    const { sessionId } = session.useParams()
    return (
      <SessionRoom
        key={sessionId}
        sessionId={sessionId}
        offers={offersOf}
        recording={recordingOf}
        sound={soundOf}
      />
    )
  },
})
const agreement = createRoute({
  getParentRoute: () => root,
  path: 'agreements/$agreementId',
  component: function Agreement() {
    const { agreementId } = agreement.useParams()
    return <AgreementScreen key={agreementId} agreementId={agreementId} />
  },
})
const agreementVersions = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/agreement-versions',
  component: function AgreementVersions() {
    const { caseId } = agreementVersions.useParams()
    return <VersionsScreen key={caseId} caseId={caseId} />
  },
})
const signing = createRoute({
  getParentRoute: () => root,
  path: 'agreements/$agreementId/signing',
  component: function Signing() {
    const { agreementId } = signing.useParams()
    return <SigningScreen key={agreementId} agreementId={agreementId} />
  },
})
const readBack = createRoute({
  getParentRoute: () => root,
  path: 'read-back/$paper/$objectId',
  component: function ReadBack() {
    const { paper: name, objectId } = readBack.useParams()
    if (name !== 'minutes' && name !== 'agreement') return <UnknownPage />
    return <ReadBackScreen key={`${name} ${objectId}`} paper={name} objectId={objectId} />
  },
})
const reviews = createRoute({
  getParentRoute: () => root,
  path: 'reviews',
  component: ReviewQueueScreen,
})

const copiesIn = (search: Record<string, unknown>): { copies?: number } => {
  const copies = Number(search['copies'])
  return Number.isInteger(copies) && copies >= 1 && copies <= 99 ? { copies } : {}
}
const paper = createRoute({
  getParentRoute: () => root,
  path: 'papers/$form/$objectId',
  validateSearch: copiesIn,
  component: function Paper() {
    const { form, objectId } = paper.useParams()
    const { copies } = paper.useSearch()
    return (
      <PaperScreen key={`${form} ${objectId}`} form={form} objectId={objectId} copies={copies} />
    )
  },
})
const partIn = (search: Record<string, unknown>): { part?: DossierPart } => {
  const part = dossierParts.find((known) => known === search['part'])
  return part === undefined ? {} : { part }
}
const dossier = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/dossier',
  validateSearch: partIn,
  component: function Dossier() {
    const { caseId } = dossier.useParams()
    const { part } = dossier.useSearch()
    return <DossierScreen key={caseId} caseId={caseId} part={part} />
  },
})
const volume = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/volume',
  component: function Volume() {
    const { caseId } = volume.useParams()
    return <VolumeScreen key={caseId} caseId={caseId} />
  },
})
const sheet = createRoute({
  getParentRoute: () => root,
  path: 'sheets/$form/$objectId',
  component: function Sheet() {
    const { form, objectId } = sheet.useParams()
    return <SheetScreen key={`${form} ${objectId}`} form={form} objectId={objectId} />
  },
})
const formList = createRoute({ getParentRoute: () => root, path: 'forms', component: FormsScreen })
const blankForm = createRoute({
  getParentRoute: () => root,
  path: 'forms/$form',
  component: function BlankForm() {
    const { form } = blankForm.useParams()
    return <BlankFormScreen key={form} form={form} />
  },
})
const printQueue = createRoute({
  getParentRoute: () => root,
  path: 'print-queue',
  component: PrintQueueScreen,
})
const loans = createRoute({ getParentRoute: () => root, path: 'loans', component: LoansScreen })
const handover = createRoute({
  getParentRoute: () => root,
  path: 'handover',
  component: HandoverScreen,
})
const performance = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/performance',
  component: function Performance() {
    const { caseId } = performance.useParams()
    return <PerformanceScreen key={caseId} caseId={caseId} />
  },
})
const strengthening = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/strengthening',
  component: function Strengthening() {
    const { caseId } = strengthening.useParams()
    return <StrengtheningScreen key={caseId} caseId={caseId} />
  },
})
const handOver = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/hand-over',
  component: function HandOver() {
    const { caseId } = handOver.useParams()
    return <HandOverScreen key={caseId} caseId={caseId} />
  },
})
const visits = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/visits',
  component: function Visits() {
    const { caseId } = visits.useParams()
    return <VisitsScreen key={caseId} caseId={caseId} />
  },
})
const caseClocks = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/clocks',
  component: function CaseClocks() {
    const { caseId } = caseClocks.useParams()
    return <CaseClocksScreen key={caseId} caseId={caseId} />
  },
})
const caseCalculations = createRoute({
  getParentRoute: () => root,
  path: 'cases/$caseId/calculations',
  component: function CaseCalculations() {
    const { caseId } = caseCalculations.useParams()
    return <CaseCalculationsScreen key={caseId} caseId={caseId} />
  },
})
const calendar = createRoute({
  getParentRoute: () => root,
  path: 'calendar',
  component: CalendarScreen,
})
const calculators = createRoute({
  getParentRoute: () => root,
  path: 'calculators',
  component: CalculatorsScreen,
})
const caseIn = (search: Record<string, unknown>): { case?: string } =>
  typeof search['case'] === 'string' ? { case: search['case'] } : {}
const calculator = createRoute({
  getParentRoute: () => root,
  path: 'calculators/$name',
  validateSearch: caseIn,
  component: function OneCalculator() {
    const { name } = calculator.useParams()
    const { case: caseId } = calculator.useSearch()
    if (!isCalcName(name)) return <UnknownPage />
    return <CalculatorScreen key={`${name} ${caseId}`} name={name} caseId={caseId} />
  },
})
const calculation = createRoute({
  getParentRoute: () => root,
  path: 'calculations/$id',
  component: function Calculation() {
    const { id } = calculation.useParams()
    return <CalculationScreen key={id} id={id} />
  },
})
const settings = createRoute({
  getParentRoute: () => root,
  path: 'settings',
  component: () => <SettingsScreen />,
})
const settingsPart = createRoute({
  getParentRoute: () => root,
  path: 'settings/$section',
  component: function SettingsPart() {
    return <SettingsScreen section={settingsPart.useParams().section} />
  },
})

function PageError({ reset }: ErrorComponentProps) {
  const go = useGo()
  return <CalmError onRetry={reset} onHome={() => go({ to: 'today' })} />
}

const routeTree = root.addChildren([
  home,
  newIntake,
  oldIntake,
  cases,
  oneCase,
  offers,
  startSession,
  session,
  agreement,
  agreementVersions,
  signing,
  readBack,
  reviews,
  paper,
  dossier,
  volume,
  sheet,
  formList,
  blankForm,
  printQueue,
  loans,
  handover,
  performance,
  strengthening,
  handOver,
  visits,
  caseClocks,
  caseCalculations,
  calendar,
  calculators,
  calculator,
  calculation,
  ...lawyersDeskRoutes,
  settings,
  settingsPart,
])

/**
 * One per sign-in. Hash addresses: a reload comes back to the same page, and no server is needed.
 */
export const createAppRouter = () =>
  createRouter({
    routeTree,
    history: createHashHistory(),
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: UnknownPage,
    scrollRestoration: false,
  })
