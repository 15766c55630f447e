import { z } from 'zod'
import { caseWorkers, command, nothing, query } from './operation.ts'
import { fen, filledLine, id, instant, line, localDate, prose } from './values.ts'

/** `dueToday` and `soon` are open too; `partly` is paid in part and not yet late. */
export const obligationStates = [
  'open',
  'soon',
  'dueToday',
  'partly',
  'late',
  'done',
  'dropped',
] as const
export const urgeChannels = ['phone', 'message', 'visit', 'letter'] as const
export const urgeAnswers = [
  'reached',
  'promised',
  'disputed',
  'cannotPay',
  'refused',
  'notReached',
  'sent',
] as const

const performance = z.object({
  id,
  doneOn: localDate,
  amountFen: fen.optional(),
  method: z.string(),
  note: z.string(),
  recordedByName: z.string(),
  recordedAt: instant,
  proofs: z.array(z.object({ attachmentId: id, name: z.string() })),
  /** Taken back: it counts no more, and stays to be read. */
  undone: z.object({ at: instant, byName: z.string(), reason: z.string() }).optional(),
})

const obligation = z.object({
  id,
  kind: z.enum(['payment', 'act']),
  /** 第1项第2期, as the papers call it. */
  title: z.string(),
  text: z.string(),
  debtorId: id.optional(),
  debtorName: z.string().optional(),
  creditorId: id.optional(),
  creditorName: z.string().optional(),
  dueOn: localDate.optional(),
  /** The working day on or before `dueOn`: pay by then when banks are shut. */
  payBy: localDate.optional(),
  amountFen: fen.optional(),
  paidFen: fen,
  leftFen: fen,
  method: z.string(),
  account: z.string(),
  state: z.enum(obligationStates),
  /** 0 while not late. */
  daysLate: z.int().min(0),
  droppedReason: z.string().optional(),
  performances: z.array(performance),
})
export type Obligation = z.infer<typeof obligation>

const urge = z.object({
  id,
  obligationId: id.optional(),
  obligationTitle: z.string().optional(),
  at: instant,
  channel: z.enum(urgeChannels),
  person: z.string(),
  answer: z.enum(urgeAnswers),
  promisedOn: localDate.optional(),
  promisedFen: fen.optional(),
  words: z.string(),
  /** Of a letter: its paper is `urge-letter` of this id. */
  sheetId: id.optional(),
  recordedByName: z.string(),
})
export type Urge = z.infer<typeof urge>

export const obligations = {
  /** What the agreement in force obliges to, what was done of it, and how the debtor was reminded. */
  get: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      caseId: id,
      agreementId: id.optional(),
      agreementNumber: z.string().optional(),
      effectiveOn: localDate.optional(),
      obligations: z.array(obligation),
      totals: z.object({
        dueFen: fen,
        paidFen: fen,
        leftFen: fen,
        lateFen: fen,
        lateCount: z.int(),
      }),
      urges: z.array(urge),
      /** What to say on the phone, line by line, for what is late or next due. */
      phoneScript: z.array(z.string()),
      mayRecord: z.boolean(),
    }),
  }),
  /** A payment or an act done; in full it closes the case's performance by itself. */
  record: command({
    allow: caseWorkers,
    touches: [
      'obligations',
      'cases',
      'clocks',
      'visits',
      'papers',
      'dossiers',
      'strengthening',
      'calculations',
    ],
    input: z.strictObject({
      obligationId: id,
      doneOn: localDate,
      /** Absent for an act. */
      amountFen: fen.optional(),
      /** What the screen shows as paid of it: one payment recorded at two desks is told, not counted twice. */
      paidFen: fen.optional(),
      method: line(50),
      note: prose(1000),
      proofIds: z.array(id).max(20),
      /** What exceeds this instalment goes on to the next ones of the same debtor and creditor. */
      spread: z.boolean(),
    }),
    output: z.object({
      performanceIds: z.array(id),
      leftFen: fen,
      /** Everything is done: the case is performed. */
      closed: z.boolean(),
    }),
  }),
  addProof: command({
    allow: caseWorkers,
    touches: ['obligations', 'dossiers'],
    input: z.strictObject({ performanceId: id, attachmentIds: z.array(id).min(1).max(20) }),
    output: nothing,
  }),
  /** Recorded by mistake: it stays to be read and counts no more. */
  undo: command({
    allow: caseWorkers,
    touches: [
      'obligations',
      'cases',
      'clocks',
      'papers',
      'dossiers',
      'strengthening',
      'calculations',
      'visits',
    ],
    input: z.strictObject({ performanceId: id, reason: filledLine(200) }),
    output: nothing,
  }),
  /** An act without a day gets one. */
  setDue: command({
    allow: caseWorkers,
    touches: ['obligations', 'cases', 'clocks', 'visits'],
    input: z.strictObject({ obligationId: id, dueOn: localDate.optional() }),
    output: nothing,
  }),
  urge: command({
    allow: caseWorkers,
    touches: ['obligations', 'cases', 'clocks'],
    input: z.strictObject({
      caseId: id,
      obligationId: id.optional(),
      at: instant,
      channel: z.enum(urgeChannels),
      person: line(100),
      answer: z.enum(urgeAnswers),
      promisedOn: localDate.optional(),
      promisedFen: fen.optional(),
      words: prose(1000),
    }),
    output: z.object({ id }),
  }),
  /** Makes the letter (`urge-letter`) for what is late, and notes that it was made. */
  urgeLetter: command({
    allow: caseWorkers,
    touches: ['obligations', 'sheets', 'dossiers', 'cases', 'clocks'],
    input: z.strictObject({ caseId: id, obligationIds: z.array(id).min(1).max(200) }),
    output: z.object({ objectId: id }),
  }),
  /** Marks what fell overdue since yesterday; asked once a day by the page. */
  sweep: command({
    allow: 'signedIn',
    touches: ['obligations', 'cases', 'clocks', 'visits'],
    input: nothing,
    output: z.object({ fallen: z.int() }),
  }),
}
