import { lawyersDeskErrors } from './duty/error-codes.ts'

/**
 * Permanent codes `<slice>.<reason>`: never renamed, never reused. Words live at the screen.
 * A code is for what a person can put right; anything else is a defect and not listed.
 */
export const errorCodes = {
  cases: {
    notFound: 'cases.notFound',
    notReadable: 'cases.notReadable',
    notYours: 'cases.notYours',
    changedElsewhere: 'cases.changedElsewhere',
    stepNotAllowed: 'cases.stepNotAllowed',
    notAcceptable: 'cases.notAcceptable',
    mediatorNotFound: 'cases.mediatorNotFound',
  },
  intake: {
    notFound: 'intake.notFound',
    incomplete: 'intake.incomplete',
    invalidFile: 'intake.invalidFile',
  },
  parties: {
    notFound: 'parties.notFound',
    invalidIdNumber: 'parties.invalidIdNumber',
    invalidCreditCode: 'parties.invalidCreditCode',
    invalidPhone: 'parties.invalidPhone',
    tooManyAgents: 'parties.tooManyAgents',
    frozen: 'parties.frozen',
  },
  sessions: {
    notFound: 'sessions.notFound',
    alreadyOpen: 'sessions.alreadyOpen',
    alreadyEnded: 'sessions.alreadyEnded',
    rightsNotTold: 'sessions.rightsNotTold',
    noEntries: 'sessions.noEntries',
    entryNotFound: 'sessions.entryNotFound',
    attendeeNotFound: 'sessions.attendeeNotFound',
    caseNotMediating: 'sessions.caseNotMediating',
    wallNotYours: 'sessions.wallNotYours',
    consentMissing: 'sessions.consentMissing',
    changedElsewhere: 'sessions.changedElsewhere',
    factNotFound: 'sessions.factNotFound',
    concessionNoFact: 'sessions.concessionNoFact',
  },
  agreements: {
    notFound: 'agreements.notFound',
    changedElsewhere: 'agreements.changedElsewhere',
    incomplete: 'agreements.incomplete',
    warningsNotPassed: 'agreements.warningsNotPassed',
    frozen: 'agreements.frozen',
    stepNotAllowed: 'agreements.stepNotAllowed',
    wordsRequired: 'agreements.wordsRequired',
    signatureInvalid: 'agreements.signatureInvalid',
  },
  readBacks: {
    notFound: 'readBacks.notFound',
    textChanged: 'readBacks.textChanged',
    itemNotFound: 'readBacks.itemNotFound',
    partyNotFound: 'readBacks.partyNotFound',
    notInForce: 'readBacks.notInForce',
  },
  offers: {
    notFound: 'offers.notFound',
    notYours: 'offers.notYours',
    caseNotLive: 'offers.caseNotLive',
    termsInvalid: 'offers.termsInvalid',
    alreadyMade: 'offers.alreadyMade',
    confidantNotTheParty: 'offers.confidantNotTheParty',
    notReleased: 'offers.notReleased',
    notConfidential: 'offers.notConfidential',
    alreadyReleased: 'offers.alreadyReleased',
    withdrawn: 'offers.withdrawn',
    useWithdraw: 'offers.useWithdraw',
    agreementFrozen: 'offers.agreementFrozen',
    nothingAgreed: 'offers.nothingAgreed',
  },
  clauses: {
    notFound: 'clauses.notFound',
    invalid: 'clauses.invalid',
  },
  recordings: {
    notAllowed: 'recordings.notAllowed',
    consentMissing: 'recordings.consentMissing',
    separateTalk: 'recordings.separateTalk',
    alreadyRunning: 'recordings.alreadyRunning',
    notFound: 'recordings.notFound',
    ended: 'recordings.ended',
    kindUnknown: 'recordings.kindUnknown',
    tooLong: 'recordings.tooLong',
  },
  papers: {
    notFound: 'papers.notFound',
    notReady: 'papers.notReady',
    printFailed: 'papers.printFailed',
    noPrinter: 'papers.noPrinter',
    fileExists: 'papers.fileExists',
    fileNotWritable: 'papers.fileNotWritable',
    attachmentTooLarge: 'papers.attachmentTooLarge',
    attachmentKind: 'papers.attachmentKind',
    unknownForm: 'papers.unknownForm',
    noOffice: 'papers.noOffice',
  },
  sheets: {
    notFound: 'sheets.notFound',
    stale: 'sheets.stale',
    notAddable: 'sheets.notAddable',
    unknownName: 'sheets.unknownName',
    badValue: 'sheets.badValue',
    closed: 'sheets.closed',
  },
  dossiers: {
    stale: 'dossiers.stale',
    closed: 'dossiers.closed',
    notReady: 'dossiers.notReady',
    openFindings: 'dossiers.openFindings',
    reasonRequired: 'dossiers.reasonRequired',
    archiveNumberTaken: 'dossiers.archiveNumberTaken',
    unknownPack: 'dossiers.unknownPack',
    lentOut: 'dossiers.lentOut',
    notLent: 'dossiers.notLent',
    wrongDays: 'dossiers.wrongDays',
    notTheirs: 'dossiers.notTheirs',
    notFound: 'dossiers.notFound',
  },
  volumes: {
    busy: 'volumes.busy',
    cancelled: 'volumes.cancelled',
    empty: 'volumes.empty',
  },
  scans: {
    notFound: 'scans.notFound',
    lateReasonRequired: 'scans.lateReasonRequired',
    unknownPaper: 'scans.unknownPaper',
    nothingChosen: 'scans.nothingChosen',
  },
  printing: {
    noPrinter: 'printing.noPrinter',
    unknownPrinter: 'printing.unknownPrinter',
    notFound: 'printing.notFound',
    alreadyEnded: 'printing.alreadyEnded',
    notYours: 'printing.notYours',
    busy: 'printing.busy',
  },
  templates: {
    notFound: 'templates.notFound',
    hasFaults: 'templates.hasFaults',
    notPicked: 'templates.notPicked',
    dayTaken: 'templates.dayTaken',
    wordingBroken: 'templates.wordingBroken',
    noTemplate: 'templates.noTemplate',
  },
  obligations: {
    notFound: 'obligations.notFound',
    dropped: 'obligations.dropped',
    notInForce: 'obligations.notInForce',
    amountRequired: 'obligations.amountRequired',
    tooMuch: 'obligations.tooMuch',
    notYetDone: 'obligations.notYetDone',
    beforeEffective: 'obligations.beforeEffective',
    alreadyUndone: 'obligations.alreadyUndone',
    proofNotFound: 'obligations.proofNotFound',
    nothingLate: 'obligations.nothingLate',
    notLive: 'obligations.notLive',
    dueFixed: 'obligations.dueFixed',
    urgedLater: 'obligations.urgedLater',
    recordedElsewhere: 'obligations.recordedElsewhere',
  },
  strengthening: {
    routeClosed: 'strengthening.routeClosed',
    notFound: 'strengthening.notFound',
    changedElsewhere: 'strengthening.changedElsewhere',
    stepNotAllowed: 'strengthening.stepNotAllowed',
    notYet: 'strengthening.notYet',
    noAgreement: 'strengthening.noAgreement',
    alreadyApplied: 'strengthening.alreadyApplied',
  },
  offices: {
    notFound: 'offices.notFound',
    changedElsewhere: 'offices.changedElsewhere',
  },
  ...lawyersDeskErrors,
  visits: {
    notFound: 'visits.notFound',
    changedElsewhere: 'visits.changedElsewhere',
    alreadyDone: 'visits.alreadyDone',
    notYet: 'visits.notYet',
    notRepeated: 'visits.notRepeated',
    past: 'visits.past',
    over: 'visits.over',
  },
  clocks: {
    notFound: 'clocks.notFound',
    unknownEvent: 'clocks.unknownEvent',
    alreadyUndone: 'clocks.alreadyUndone',
    pauseEnded: 'clocks.pauseEnded',
    datesReversed: 'clocks.datesReversed',
    inFuture: 'clocks.inFuture',
    tooFar: 'clocks.tooFar',
  },
  deadline: {
    unknownRule: 'deadline.unknownRule',
    ruleAmbiguous: 'deadline.ruleAmbiguous',
    otherRegion: 'deadline.otherRegion',
    notInForce: 'deadline.notInForce',
    notInterruptible: 'deadline.notInterruptible',
    interruptedOutside: 'deadline.interruptedOutside',
    notPausable: 'deadline.notPausable',
    pauseReversed: 'deadline.pauseReversed',
    pauseOpen: 'deadline.pauseOpen',
    pauseOutside: 'deadline.pauseOutside',
    notExtendable: 'deadline.notExtendable',
    extensionUnclear: 'deadline.extensionUnclear',
    consentMissing: 'deadline.consentMissing',
    extendedTooLate: 'deadline.extendedTooLate',
    extensionBackwards: 'deadline.extensionBackwards',
    extensionTooLong: 'deadline.extensionTooLong',
    overrideWithoutReason: 'deadline.overrideWithoutReason',
    overrideBeforeBase: 'deadline.overrideBeforeBase',
  },
  holidays: {
    invalid: 'holidays.invalid',
    notFound: 'holidays.notFound',
  },
  calculations: {
    notFound: 'calculations.notFound',
    noFigure: 'calculations.noFigure',
    perMonth: 'calculations.perMonth',
    tooLong: 'calculations.tooLong',
  },
  figures: {
    notFound: 'figures.notFound',
    changedElsewhere: 'figures.changedElsewhere',
    invalid: 'figures.invalid',
    outOfRange: 'figures.outOfRange',
    wrongUnit: 'figures.wrongUnit',
    wrongVariant: 'figures.wrongVariant',
    wrongDates: 'figures.wrongDates',
    nationalOnly: 'figures.nationalOnly',
    alreadyThere: 'figures.alreadyThere',
    datesReversed: 'figures.datesReversed',
  },
  users: {
    notFound: 'users.notFound',
    wrongPassword: 'users.wrongPassword',
    nameTaken: 'users.nameTaken',
    lastHead: 'users.lastHead',
    disabled: 'users.disabled',
    notSignedIn: 'users.notSignedIn',
    notPermitted: 'users.notPermitted',
  },
  store: {
    locked: 'store.locked',
    diskFull: 'store.diskFull',
    practiceOnly: 'store.practiceOnly',
  },
  backups: {
    notFound: 'backups.notFound',
    failed: 'backups.failed',
  },
} as const

type Codes = typeof errorCodes

export type ErrorSlice = keyof Codes

export type ErrorCode = { [S in ErrorSlice]: Codes[S][keyof Codes[S]] }[ErrorSlice]

/** All codes, for exhaustive tables of words and for the contract. */
export const allErrorCodes: readonly ErrorCode[] = Object.values(errorCodes).flatMap(
  (slice): ErrorCode[] => Object.values(slice),
)

/** Permanent codes of everything that can go wrong with the store's own files; never renamed. */
export const storeErrorCodes = [
  'store.wrong-password',
  'store.wrong-key',
  'store.recovery-key-mistyped',
  'store.wrong-recovery-key',
  'store.no-such-user',
  'store.last-slot',
  'store.locked-out',
  'store.damaged',
  'store.not-encrypted',
  'store.newer-schema',
  'store.migration-failed',
  'store.not-found',
  'store.exists',
  'store.in-use',
  'store.no-space',
  'backup.exists',
  'backup.no-space',
  'backup.not-found',
  'backup.unreadable',
  'backup.other-store',
] as const

export type StoreErrorCode = (typeof storeErrorCodes)[number]

/** What the store tells beside an open record: it opened, but its log is not as it was left. */
export const alarmCodes = [
  'audit.anchor-missing',
  'audit.anchor-altered',
  'audit.records-missing',
  'audit.chain-replaced',
] as const

export type AlarmCode = (typeof alarmCodes)[number]

export type ErrorDetails = Readonly<Record<string, unknown>>

/** What a person can put right. Carries data, not sentences. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/**
 * Closes a switch over a union.
 * @throws Error always: reaching it is a defect.
 */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
