import type { LocalDate } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'
import type { Sex } from '#db/domain/party.ts'

/** @law 《最高人民法院关于人民法院特邀调解的规定》第二十六条 (C12), with what a committee adds */
export const terminationReasons = [
  'withdrawn',
  'refused',
  'noAgreement',
  'deadline',
  'unreachable',
  'notSigned',
  'notInScope',
  'transferred',
  'other',
] as const

export type FormTermination = {
  reason?: (typeof terminationReasons)[number]
  endedOn?: LocalDate
  note?: string
  /** Dates to watch, made by the rules of limitation; the paper says what they rest on. */
  limitations?: readonly { matter: string; date?: LocalDate; source?: string }[]
  /** Where else people may go, in the order of the law. */
  remedies?: readonly { words: string; source?: string }[]
}

/** What a debtor is urged to pay or do. */
export type FormUrge = {
  debtorName?: string
  creditorName?: string
  /** The last day that the letter gives. */
  performBy?: LocalDate
  /** What the creditor may do when that day has passed. */
  consequence?: string
  totalFen?: Fen
  items?: readonly {
    matter: string
    dueOn?: LocalDate
    dueFen?: Fen
    paidFen?: Fen
    leftFen?: Fen
    daysLate?: number
  }[]
}

export type FormMaterial = { name: string; copies?: number; pages?: number; remark?: string }

export type FormLetter = {
  number?: string
  to?: string
  subject?: string
  summary?: string
  reason?: string
  dueOn?: LocalDate
  feedback?: string
  contactName?: string
  contactPhone?: string
  date?: LocalDate
  risk?: string
  problems?: string
  legalBasis?: string
  advice?: string
  measures?: string
  /** Of the letter that is answered or urged. */
  theirNumber?: string
  theirDate?: LocalDate
  handlerName?: string
  materials?: readonly FormMaterial[]
}

export type FormClosedSession = {
  atRequest?: boolean
  privacy?: boolean
  tradeSecret?: boolean
  sensitiveData?: readonly string[]
  presentNames?: readonly string[]
}

export type FormLabour = {
  employedOn?: LocalDate
  hasContract?: boolean
  monthlyWageFen?: Fen
  position?: string
  leftOn?: LocalDate
  disputeOn?: LocalDate
  /** Words: 简易, 一般, 重大. */
  caseClass?: string
  commonClaim?: string
  workers?: readonly { name: string; idNumber?: string; phone?: string; amountFen?: Fen }[]
  delegates?: readonly {
    name: string
    sex?: Sex
    idNumber?: string
    phone?: string
    position?: string
  }[]
}

export type FormMajorCase = {
  matter?: string
  peopleCount?: number
  amountFen?: Fen
  cause?: string
  claims?: string
  state?: string
  measures?: string
  advice?: string
  reportedBy?: string
  reporterName?: string
  reportedOn?: LocalDate
}

/** A paper with which one side goes on alone: whom it asks, for what, on which grounds. */
export type FormProceeding = {
  officeName?: string
  cause?: string
  claims?: readonly string[]
  facts?: string
  amountFen?: Fen
  /** The ruling or document that is enforced. */
  title?: string
}

export type FormService = {
  addressee?: string
  documents?: readonly { name: string; number?: string; copies?: number }[]
  place?: string
  manner?: string
  serverName?: string
  sentOn?: LocalDate
  remark?: string
}

export type FormReferral = {
  number?: string
  courtName?: string
  cause?: string
  judgeName?: string
  judgePhone?: string
  receivedOn?: LocalDate
  dueOn?: LocalDate
  accepted?: boolean
  refusedBecause?: string
  /** Words of the result. */
  result?: string
  endedOn?: LocalDate
  reason?: (typeof terminationReasons)[number]
  costlyConduct?: string
  issues?: string
  undisputedFacts?: readonly string[]
  materials?: readonly FormMaterial[]
}

export type FormRota = {
  title?: string
  from?: LocalDate
  to?: LocalDate
  place?: string
  shifts?: readonly {
    date: LocalDate
    /** Words: 上午, 下午. */
    period?: string
    lawyerName?: string
    firm?: string
    licenceNumber?: string
    phone?: string
    place?: string
    substituteName?: string
    signedIn?: string
    signedOut?: string
    visitors?: number
    remark?: string
  }[]
  totals?: readonly { lawyerName: string; shifts: number; visitors?: number }[]
}

export type FormConsultation = {
  number?: string
  at?: string
  manner?: string
  name?: string
  sex?: Sex
  age?: number
  phone?: string
  address?: string
  workUnit?: string
  identity?: string
  otherSide?: string
  category?: string
  facts?: string
  materials?: string
  answer?: string
  outcome?: string
  lawyerName?: string
  satisfaction?: string
  /** Would show no identity card: the register notes it. */
  withoutId?: boolean
}

export type FormScreening = {
  title?: string
  happenedOn?: LocalDate
  place?: string
  scale?: string
  category?: string
  peopleCount?: number
  summary?: string
  units?: string
  idKind?: string
  idNumber?: string
  name?: string
  sex?: Sex
  ethnicity?: string
  education?: string
  personKind?: string
  address?: string
  dueOn?: LocalDate
  manner?: string
  organisation?: string
  responsibleName?: string
  responsiblePhone?: string
  solved?: boolean
  solution?: string
  assessedOn?: LocalDate
  assessment?: string
  coordinates?: string
  grid?: string
}

export type FormSubsidy = {
  applicantName?: string
  level?: string
  appliedOn?: LocalDate
  reviewerName?: string
  rows?: readonly {
    caseNumber: string
    disputeType?: string
    difficulty?: string
    agreedFen?: Fen
    performance?: string
    dossierPassed?: boolean
    entryNumber?: string
    subsidyFen?: Fen
  }[]
}
