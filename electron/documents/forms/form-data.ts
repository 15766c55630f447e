import { clauseText } from '#db/domain/agreement/clause-text.ts'
import {
  type AgreementContent,
  type AgreementParty,
  type AgreementRepresentative,
  paymentMethodLabel,
} from '#db/domain/agreement/content.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'
import type { Sex } from '#db/domain/party.ts'
import type { FormHandover, FormLoan } from './filing-data.ts'
import type {
  FormClosedSession,
  FormConsultation,
  FormLabour,
  FormLetter,
  FormMajorCase,
  FormProceeding,
  FormReferral,
  FormRota,
  FormScreening,
  FormService,
  FormSubsidy,
  FormTermination,
  FormUrge,
} from './office-data.ts'

/**
 * All that a form may print. Each group may be absent, and each member of a group but a few: what is absent
 * prints as a blank to fill by hand, so that the same form prints empty.
 * Dates are calendar days of China, instants are UTC (`…Z`), money is whole fen ≥ 0, and words are free text;
 * a name in its comment is how forms call the group.
 */
export type FormData = {
  /** 文书: the sheet itself. */
  paper?: { date?: LocalDate; number?: string; copies?: number; preparer?: string }
  /** 案件 */
  case?: FormCase
  /** 当事人, in the order of the case; absent for a blank form. */
  parties?: readonly FormParty[]
  /** 委托人: who gives the power of attorney; without it the parties that have agents. */
  principals?: readonly FormParty[]
  /** 卷宗 */
  dossier?: FormDossier
  /** 调查 */
  investigation?: FormInvestigation
  /** 证据 */
  evidence?: readonly FormEvidence[]
  /** 谈话, in the order of time. */
  sessions?: readonly FormSession[]
  /** 协议 */
  agreement?: FormAgreement
  /** 履行: what was to be done and what was done. */
  performances?: readonly FormPerformance[]
  /** 收款: the one payment that a receipt is for. */
  payment?: FormPayment
  /** 催促 */
  urge?: FormUrge
  /** 回访 */
  visit?: FormVisit
  /** 确认 */
  confirmation?: { courtName?: string; appliedOn?: LocalDate }
  /** 终止 */
  termination?: FormTermination
  /** 不受理 */
  refusal?: { appliedOn?: LocalDate; reason?: string; whereToGo?: string }
  /** 函件: any letter to another office. */
  letter?: FormLetter
  /** 不公开 */
  closedSession?: FormClosedSession
  /** 劳动 */
  labour?: FormLabour
  /** 重大: the report of a major labour case. */
  majorCase?: FormMajorCase
  /** 审查 */
  arbitralReview?: { commissionName?: string }
  /** 支付令 */
  paymentOrder?: { courtName?: string; amountFen?: Fen; basis?: string; dueOn?: LocalDate }
  /** 起诉: the complaint of one side. */
  suit?: FormProceeding
  /** 仲裁: the application of one side. */
  arbitration?: FormProceeding
  /** 执行: what is enforced, and by what. */
  enforcement?: FormProceeding
  /** 工会 */
  union?: { name?: string; chair?: string; contact?: string; phone?: string }
  /** 送达 */
  service?: FormService
  /** 委派: what a court sent. */
  referral?: FormReferral
  /** 值班 */
  rota?: FormRota
  /** 咨询 */
  consultation?: FormConsultation
  /** 排查 */
  screening?: FormScreening
  /** 补贴 */
  subsidy?: FormSubsidy
  /** 移交: a mediator's cases go to another. */
  handover?: FormHandover
  /** 借阅, the oldest first. */
  loans?: readonly FormLoan[]
}

export type FormAgent = AgreementRepresentative & {
  sex?: Sex
  age?: number
  idNumber?: string
  phone?: string
  address?: string
  workUnit?: string
  /** Of a lawyer or a basic-level legal worker. */
  licenceNumber?: string
  powers?: readonly AgentPower[]
  otherPowers?: string
}

/** What a power of attorney may be ticked for (forms.md F06). */
export const agentPowers = [
  'applyOrEnd',
  'evidence',
  'chooseMediator',
  'concede',
  'sign',
  'collect',
] as const
export type AgentPower = (typeof agentPowers)[number]

export type FormParty = Omit<AgreementParty, 'representatives'> & {
  representatives: readonly FormAgent[]
  postcode?: string
  email?: string
}

export type FormCase = {
  /** MT-2026-000123 */
  number?: string
  /** （2026）织人调字第12号 */
  fileNumber?: string
  title?: string
  disputeType?: string
  source?: string
  ownMotion?: boolean
  narrative?: string
  claim?: string
  /** The claims one by one; without them each line of `claim`. */
  claims?: readonly string[]
  appliedOn?: LocalDate
  acceptedOn?: LocalDate
  startedOn?: LocalDate
  closedOn?: LocalDate
  mediatorNames?: readonly string[]
  recorderName?: string
  registrarName?: string
  /** Words: 达成协议, 调解不成… */
  result?: string
  performance?: string
  amountFen?: Fen
  peopleCount?: number
  /** Words: 简单, 一般, 疑难, 重大. */
  difficulty?: string
  risk?: string
  mediatorOpinion?: string
  headOpinion?: string
}

export type FormDossier = {
  compilerName?: string
  compiledOn?: LocalDate
  /** Words: 短期, 长期, 永久. */
  retention?: string
  remark?: string
  checkerName?: string
  checkedOn?: LocalDate
  reviewerName?: string
  reviewedOn?: LocalDate
  archiveNumber?: string
  /** Numbered pages of the volume. */
  pages?: number
  /** Documents in the volume. */
  documents?: number
  missing?: string
  late?: string
  damaged?: string
  media?: string
  otherNotes?: string
  /** Rows of the list of contents; `pages` as printed: 3 or 5-8. */
  contents?: readonly { title: string; pages?: string; remark?: string }[]
}

export type FormInvestigation = {
  startedAt?: string
  endedAt?: string
  place?: string
  attendees?: string
  interviewee?: Omit<Partial<FormParty>, 'representatives'>
  investigatorNames?: readonly string[]
  recorderName?: string
  matter?: string
  /** Read out to the interviewee, not read by the interviewee alone. */
  readAloud?: boolean
  lines?: readonly { speaker: string; text: string }[]
}

export type FormEvidence = {
  name: string
  /** Words: 书证, 物证, 电子数据… */
  kind?: string
  source?: string
  providerName?: string
  providedOn?: LocalDate
  original?: boolean
  copies?: number
  pages?: number
  proves?: string
  remark?: string
}

export type FormSession = {
  startedAt?: string
  endedAt?: string
  place?: string
  isOpen?: boolean
  result?: string
}

export type FormInstalment = { dueOn: LocalDate; amountFen: Fen; method?: string }

/** A clause as it prints, without its number; of a payment its whole sum and its instalments. */
export type FormClause = {
  text: string
  amountFen?: Fen
  instalments?: readonly FormInstalment[]
}

export type FormAgreement = {
  number?: string
  signedOn?: LocalDate
  effectiveOn?: LocalDate
  oral?: boolean
  facts?: string
  issues?: string
  responsibilities?: string
  manner?: string
  deadline?: string
  place?: string
  copies?: number
  totalFen?: Fen
  clauses?: readonly FormClause[]
}

export type FormPerformance = {
  matter: string
  payerName?: string
  payeeName?: string
  dueOn?: LocalDate
  dueFen?: Fen
  paidOn?: LocalDate
  paidFen?: Fen
  method?: string
  proof?: string
  remark?: string
}

export type FormPayment = {
  payerName?: string
  payeeName?: string
  amountFen?: Fen
  paidOn?: LocalDate
  method?: string
  account?: string
  matter?: string
  /** What is still owed after it. */
  leftFen?: Fen
}

export type FormVisit = {
  visitedName?: string
  at?: string
  /** Words: 上门, 电话… */
  manner?: string
  reason?: string
  performance?: string
  satisfaction?: string
  laterSuit?: string
  mistakes?: string
  recurrence?: string
  measures?: string
  visitorNames?: readonly string[]
}

/** Undefined for none, and for what is beyond whole fen. */
export const wholeSum = (amounts: readonly Fen[]): Fen | undefined => {
  const sum = amounts.reduce((total, each) => total + each, 0)
  return amounts.length > 0 && Number.isSafeInteger(sum) ? sum : undefined
}

type AgreementFacts = Pick<FormAgreement, 'number' | 'signedOn' | 'effectiveOn' | 'oral'>

/** The agreement as forms quote it: clauses as they print, amounts of all payments together. */
export const formAgreement = (
  content: AgreementContent,
  parties: readonly { id: string; name: string }[],
  facts: AgreementFacts = {},
): FormAgreement => {
  const payments = content.clauses.flatMap(({ payment }) => (payment ? [payment] : []))
  return {
    ...facts,
    facts: content.facts,
    issues: content.issues,
    responsibilities: content.responsibilities,
    manner: content.performanceManner,
    deadline: content.performanceDeadline,
    place: content.performancePlace,
    copies: content.copies,
    totalFen: wholeSum(payments.map(({ totalFen }) => totalFen)),
    clauses: content.clauses.map((clause): FormClause => {
      const { payment } = clause
      return {
        text: clauseText(clause, parties),
        amountFen: payment?.totalFen,
        instalments: payment?.instalments.map(({ dueOn, amountFen, method }) => ({
          dueOn,
          amountFen,
          method: paymentMethodLabel(method ?? payment.method),
        })),
      }
    }),
  }
}
