import type { ReasonLevel } from '../reason.ts'
import type { FormId } from './forms.ts'

/** Whose day's rules hold: those of the step that is judged. */
export type Anchor = 'acceptance' | 'conclusion' | 'closing'

/** Seven points of a dossier review, in their order (forms.md §0). */
export const reviewPoints = [
  '受理合法',
  '材料齐全',
  '文书规范',
  '证据充分',
  '协议适用法律正确',
  '回访及时',
  '装订整齐',
] as const

export type ReviewPoint = 1 | 2 | 3 | 4 | 5 | 6 | 7

type Rule = { point: ReviewPoint; judgedOn: Anchor; codes: readonly string[] }

const paper = (judgedOn: Anchor) =>
  ({ point: 2, judgedOn, codes: ['paperMissing'] }) as const satisfies Rule
const paperOfEach = {
  point: 2,
  judgedOn: 'conclusion',
  codes: ['paperMissing', 'paperMissingForParty'],
} as const satisfies Rule

/**
 * Every rule of the doctor with the findings it can make. Ids are permanent; level, days and the dates from which a
 * rule holds are data of a pack.
 */
export const dossierRules = {
  'V1-application': { point: 1, judgedOn: 'acceptance', codes: ['paperMissing'] },
  'V1-register': { point: 1, judgedOn: 'acceptance', codes: ['paperMissing'] },
  'V1-source': { point: 1, judgedOn: 'acceptance', codes: ['sourceMissing'] },
  'V1-referral-letter': { point: 1, judgedOn: 'acceptance', codes: ['paperMissing'] },
  'V1-court-letter': { point: 1, judgedOn: 'acceptance', codes: ['paperMissing'] },
  'V1-rejection': { point: 1, judgedOn: 'acceptance', codes: ['paperMissing'] },
  'V1-other-side': {
    point: 1,
    judgedOn: 'acceptance',
    codes: ['otherSideNotAsked', 'otherSideRefused'],
  },
  'V1-acceptance': {
    point: 1,
    judgedOn: 'acceptance',
    codes: ['acceptanceDateMissing', 'acceptedBeforeApplication'],
  },
  'V1-rights-told': { point: 1, judgedOn: 'acceptance', codes: ['rightsAfterRecord'] },
  'V1-deadline': {
    point: 1,
    judgedOn: 'acceptance',
    codes: ['deadlineMissed', 'extensionNotConsented'],
  },
  'V1-mediator': { point: 1, judgedOn: 'acceptance', codes: ['mediatorIsParty'] },
  'V2-cover': paper('closing'),
  'V2-contents': paper('closing'),
  'V2-rights-notice': { ...paperOfEach, judgedOn: 'acceptance' },
  'V2-closed-notice': paper('conclusion'),
  'V2-identity': { ...paperOfEach, judgedOn: 'acceptance' },
  'V2-authority': paperOfEach,
  'V2-guardian': { point: 2, judgedOn: 'conclusion', codes: ['proofMissing'] },
  'V2-organisation': { point: 2, judgedOn: 'conclusion', codes: ['proofMissing'] },
  'V2-investigation': paper('conclusion'),
  'V2-evidence': paper('conclusion'),
  'V2-record': paper('conclusion'),
  'V2-record-oral': paper('conclusion'),
  'V2-agreement': paper('conclusion'),
  'V2-oral-register': paper('conclusion'),
  'V2-termination': paper('conclusion'),
  'V2-withdrawal': paper('conclusion'),
  'V2-transfer': paper('conclusion'),
  'V2-performance': paper('closing'),
  'V2-confirmation': paper('closing'),
  'V2-arbitral-review': paper('closing'),
  'V2-payment-order': paper('closing'),
  'V2-court-reply': paper('closing'),
  'V2-closing-report': paper('closing'),
  'V2-note': paper('closing'),
  'V2-back-cover': paper('closing'),
  'V3-record-first': { point: 3, judgedOn: 'conclusion', codes: ['recordAfterAgreement'] },
  'V3-date-order': { point: 3, judgedOn: 'closing', codes: ['outOfDateOrder'] },
  'V3-future-date': { point: 3, judgedOn: 'closing', codes: ['dateInFuture'] },
  'V3-dated': { point: 3, judgedOn: 'closing', codes: ['paperUndated'] },
  'V3-dates-agree': { point: 3, judgedOn: 'closing', codes: ['dateDiffers'] },
  'V3-names': {
    point: 3,
    judgedOn: 'closing',
    codes: ['nameNearMiss', 'nameDiffers', 'nameOfOther'],
  },
  'V3-unknown-names': { point: 3, judgedOn: 'closing', codes: ['nameUnknown'] },
  'V3-id-numbers': {
    point: 3,
    judgedOn: 'closing',
    codes: ['idNumberNearMiss', 'idNumberDiffers', 'idNumberOfOther'],
  },
  'V3-credit-codes': {
    point: 3,
    judgedOn: 'closing',
    codes: ['creditCodeNearMiss', 'creditCodeDiffers', 'creditCodeOfOther'],
  },
  'V3-addresses': { point: 3, judgedOn: 'closing', codes: ['addressDiffers'] },
  'V3-file-number': { point: 3, judgedOn: 'closing', codes: ['numberMissing', 'numberDiffers'] },
  'V3-amounts-agree': { point: 3, judgedOn: 'closing', codes: ['amountDiffers', 'receiptsExceed'] },
  'V3-capitals': {
    point: 3,
    judgedOn: 'closing',
    codes: ['figuresCapitals', 'capitalsMissing', 'capitalsUnreadable', 'figuresUnreadable'],
  },
  'V3-instalments': { point: 3, judgedOn: 'conclusion', codes: ['instalmentsSum'] },
  'V3-signatures': { point: 3, judgedOn: 'closing', codes: ['signatureMissing'] },
  'V3-organisation-seal': {
    point: 3,
    judgedOn: 'conclusion',
    codes: ['organisationSealMissing'],
  },
  'V3-fingerprints': { point: 3, judgedOn: 'closing', codes: ['fingerprintMissing'] },
  'V3-seal': { point: 3, judgedOn: 'closing', codes: ['sealMissing', 'sealDiffers'] },
  'V3-read-back': { point: 3, judgedOn: 'conclusion', codes: ['readBackMissing'] },
  'V3-closed-session': { point: 3, judgedOn: 'conclusion', codes: ['closedNotNoted'] },
  'V4-evidence-list': {
    point: 4,
    judgedOn: 'closing',
    codes: ['evidenceSheetMissing', 'evidenceNotListed', 'evidenceCountDiffers'],
  },
  'V4-receipts': { point: 4, judgedOn: 'closing', codes: ['receiptsShort'] },
  'V5-labour-written': { point: 5, judgedOn: 'conclusion', codes: ['oralLabour'] },
  'V5-oral-at-once': { point: 5, judgedOn: 'conclusion', codes: ['oralNotAtOnce'] },
  'V5-authority': { point: 5, judgedOn: 'conclusion', codes: ['signerNotAuthorised'] },
  'V5-guardian': { point: 5, judgedOn: 'conclusion', codes: ['guardianNotSigned'] },
  'V5-remedies': { point: 5, judgedOn: 'conclusion', codes: ['remediesNotTold'] },
  'V5-confirmation-time': { point: 5, judgedOn: 'conclusion', codes: ['confirmationLate'] },
  'V6-follow-up': { point: 6, judgedOn: 'closing', codes: ['followUpMissing', 'followUpLate'] },
  'V7-order': { point: 7, judgedOn: 'closing', codes: ['orderWrong'] },
  'V7-pages': {
    point: 7,
    judgedOn: 'closing',
    codes: ['pagesUnnumbered', 'notPrinted', 'nothingPrinted', 'pageGap', 'pageDouble'],
  },
  'V7-contents': {
    point: 7,
    judgedOn: 'closing',
    codes: ['contentsRowMissing', 'contentsRowTooMany', 'contentsPageDiffers'],
  },
  'V7-superseded': { point: 7, judgedOn: 'closing', codes: ['supersededInVolume'] },
  'V7-drafts': { point: 7, judgedOn: 'closing', codes: ['draftInVolume'] },
  'V7-duplicates': { point: 7, judgedOn: 'closing', codes: ['paperDouble'] },
  'V7-scans': {
    point: 7,
    judgedOn: 'closing',
    codes: ['scanMissing', 'scanPagesMissing', 'scanOutdated'],
  },
  'V7-retention': { point: 7, judgedOn: 'closing', codes: ['retentionMissing'] },
} as const satisfies Record<string, Rule>

export type DossierRuleId = keyof typeof dossierRules
export type DossierCode = (typeof dossierRules)[DossierRuleId]['codes'][number]

export const dossierRuleIds = Object.keys(dossierRules) as DossierRuleId[]

/** What is to be done about a finding; see `mendFor` for papers that are lacking. */
export const mendOf = {
  paperMissing: 'makePaper',
  paperMissingForParty: 'makePaper',
  proofMissing: 'addProof',
  sourceMissing: 'fillCase',
  otherSideNotAsked: 'askOtherSide',
  otherSideRefused: 'endMediation',
  acceptanceDateMissing: 'fillCase',
  acceptedBeforeApplication: 'checkDates',
  rightsAfterRecord: 'explainInNote',
  deadlineMissed: 'getConsent',
  extensionNotConsented: 'getConsent',
  mediatorIsParty: 'replaceMediator',
  recordAfterAgreement: 'checkDates',
  outOfDateOrder: 'checkDates',
  dateInFuture: 'checkDates',
  paperUndated: 'fillDate',
  dateDiffers: 'checkDates',
  nameNearMiss: 'correctName',
  nameDiffers: 'correctName',
  nameOfOther: 'correctName',
  nameUnknown: 'checkName',
  idNumberNearMiss: 'correctNumber',
  idNumberDiffers: 'correctNumber',
  idNumberOfOther: 'correctNumber',
  creditCodeNearMiss: 'correctNumber',
  creditCodeDiffers: 'correctNumber',
  creditCodeOfOther: 'correctNumber',
  addressDiffers: 'correctAddress',
  numberMissing: 'fillFileNumber',
  numberDiffers: 'fillFileNumber',
  amountDiffers: 'correctAmount',
  receiptsExceed: 'correctAmount',
  figuresCapitals: 'correctAmount',
  capitalsMissing: 'correctAmount',
  capitalsUnreadable: 'correctAmount',
  figuresUnreadable: 'correctAmount',
  instalmentsSum: 'correctAmount',
  signatureMissing: 'sign',
  organisationSealMissing: 'sealOrganisation',
  fingerprintMissing: 'fingerprint',
  sealMissing: 'seal',
  sealDiffers: 'seal',
  readBackMissing: 'readBack',
  closedNotNoted: 'noteClosed',
  evidenceSheetMissing: 'completeEvidence',
  evidenceNotListed: 'completeEvidence',
  evidenceCountDiffers: 'completeEvidence',
  receiptsShort: 'collectReceipts',
  oralLabour: 'writeAgreement',
  oralNotAtOnce: 'writeAgreement',
  signerNotAuthorised: 'getAuthority',
  guardianNotSigned: 'guardianSigns',
  remediesNotTold: 'tellRemedies',
  confirmationLate: 'chooseOtherRoute',
  followUpMissing: 'followUp',
  followUpLate: 'explainInNote',
  orderWrong: 'reorder',
  pagesUnnumbered: 'renumber',
  notPrinted: 'printVolume',
  nothingPrinted: 'printVolume',
  pageGap: 'renumber',
  pageDouble: 'renumber',
  contentsRowMissing: 'remakeContents',
  contentsRowTooMany: 'remakeContents',
  contentsPageDiffers: 'remakeContents',
  supersededInVolume: 'takeOut',
  draftInVolume: 'finalise',
  paperDouble: 'takeOut',
  scanMissing: 'scan',
  scanPagesMissing: 'scan',
  scanOutdated: 'scan',
  retentionMissing: 'chooseRetention',
} as const satisfies Record<DossierCode, string>

/** Papers that others make: they are asked for, never made up. */
const fromOthers: readonly FormId[] = ['f05', 'f06', 'f08', 'f12', 'f20', 'f30', 'withdrawal']
/** Papers on something that happened with the parties: found, or its lack told. */
const ofAnEvent: readonly FormId[] = ['f02', 'f04', 'f07', 'f09', 'f10', 'f11', 'f13', 'f21']

export type Mend = (typeof mendOf)[DossierCode] | 'fetchPaper' | 'findPaper'

/** @policy A paper that is lacking is never made as if it had been there. */
export const mendFor = (code: DossierCode, form: FormId | undefined): Mend => {
  const mend = mendOf[code]
  if (mend !== 'makePaper' || form === undefined) return mend
  if (fromOthers.includes(form)) return 'fetchPaper'
  return ofAnEvent.includes(form) ? 'findPaper' : mend
}

/** What a finding was made of: days as YYYY-MM-DD, sums in fen under names that end in Fen. */
export type Details = Readonly<Record<string, string | number | boolean>>

/** One finding of the doctor. */
export type DossierFinding = {
  /** Permanent: `V1-application`. */
  ruleId: DossierRuleId
  point: ReviewPoint
  level: ReasonLevel
  form?: FormId
  /** `case.acceptedOn`, `papers.<id>.names.0`, `forms.f10` for a paper that is not there. */
  path: string
  code: DossierCode
  details: Details
  mend: Mend
  /** Where one click leads: the paper's object, or the case. */
  place: { form?: FormId; objectId: string }
}
