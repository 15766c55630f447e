import { z } from 'zod'
import { retentionClasses } from '#db/domain/dossier/dossier.ts'
import { paperKey } from './papers.ts'
import { caseWorkers, command, managers, nothing, query } from './operation.ts'
import { caseStatus, filledLine, formId, id, instant, line, localDate, prose } from './values.ts'

/** There; asked for and missing; begun but not final; asked for by nothing and not there. */
const presenceState = z.enum(['there', 'missing', 'draft', 'optional'])

const dossierPaper = z.object({
  form: formId,
  /** Absent while there is no such paper. */
  objectId: id.optional(),
  title: z.string(),
  /** What tells it from others of its form: second session, a party's name. */
  subtitle: z.string().optional(),
  state: presenceState,
  /** Made of added files alone: identity copies, evidence. */
  scanOnly: z.boolean(),
  /** As last printed or saved. */
  version: z.int().optional(),
  pages: z.int().optional(),
  /** The text has changed since that version. */
  changedSince: z.boolean(),
  printedAt: instant.optional(),
  signed: z.boolean(),
  /** Whether anybody signs it. */
  wantsSigning: z.boolean(),
  scans: z.object({
    /** Pages that are there, ascending. */
    pages: z.array(z.int()),
    missing: z.array(z.int()),
    double: z.array(z.int()),
    /** Scans of an older version. */
    outdated: z.array(z.int()),
  }),
  filedLate: z.boolean(),
  /** May be written into: `sheets`. */
  editable: z.boolean(),
  removable: z.boolean(),
})
export type DossierPaperRow = z.infer<typeof dossierPaper>

/** Where a finding is mended. */
const mendPlace = z.discriminatedUnion('to', [
  z.object({ to: z.literal('paper'), form: formId, objectId: id }),
  z.object({ to: z.literal('sheet'), form: formId, objectId: id }),
  z.object({ to: z.literal('addSheet'), form: formId }),
  z.object({ to: z.literal('scans'), form: formId.optional(), objectId: id.optional() }),
  z.object({ to: z.literal('agreement'), agreementId: id }),
  z.object({ to: z.literal('signing'), agreementId: id }),
  z.object({ to: z.literal('session'), sessionId: id }),
  z.object({ to: z.literal('case') }),
  z.object({ to: z.literal('archive') }),
])
export type MendPlace = z.infer<typeof mendPlace>

const finding = z.object({
  ruleId: z.string(),
  /** One of the seven points of a review. */
  point: z.int().min(1).max(7),
  pointName: z.string(),
  level: z.enum(['block', 'warn', 'info']),
  rule: z.string(),
  where: z.string(),
  mend: z.string(),
  source: z.string(),
  place: mendPlace,
})
export type DossierFindingRow = z.infer<typeof finding>

const archiveWords = {
  packId: z.string().max(60),
  retention: z.enum(retentionClasses).optional(),
  archiveNumber: line(40).optional(),
  shelf: line(60),
  compilerName: line(30),
  compiledOn: localDate.optional(),
  checkerName: line(30),
  checkedOn: localDate.optional(),
  missing: prose(2000),
  late: prose(2000),
  damaged: prose(2000),
  media: prose(2000),
  otherNotes: prose(2000),
  remark: prose(500),
}

const loan = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  title: z.string(),
  archiveNumber: z.string().optional(),
  borrower: z.string(),
  unit: z.string(),
  purpose: z.string(),
  lentOn: localDate,
  dueOn: localDate,
  lentByName: z.string(),
  returnedOn: localDate.optional(),
  returnedToName: z.string().optional(),
  returnNote: z.string(),
  overdue: z.boolean(),
})
export type Loan = z.infer<typeof loan>

const closing = z.object({
  closedOn: localDate,
  closedByName: z.string(),
  closedAt: instant,
  reason: z.string(),
  findings: z.array(z.string()),
  volumePages: z.int(),
})

const handover = z.object({
  id,
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  madeAt: instant,
  madeByName: z.string(),
  caseCount: z.int(),
})

export const dossiers = {
  /** The volume as it stands, what the doctor finds, and what was written on its cover. */
  get: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      caseId: id,
      caseNumber: z.string(),
      fileNumber: z.string().optional(),
      title: z.string(),
      status: caseStatus,
      papers: z.array(dossierPaper),
      findings: z.array(finding),
      archive: z.object({ ...archiveWords, revision: z.int() }),
      /** By dispute type and content, for who may read that; nobody has to follow it. */
      suggestedRetention: z.enum(retentionClasses).optional(),
      packs: z.array(z.object({ id: z.string(), title: z.string() })),
      /** Years of each class by the centre's settings; absent where nobody set them. */
      retentionYears: z.object({ short: z.int().optional(), long: z.int().optional() }),
      looseScans: z.int(),
      loans: z.array(loan),
      closings: z.array(closing),
      isClosed: z.boolean(),
      mayEdit: z.boolean(),
      /** Why closing is not open yet, as a code of a refusal; absent when it is. */
      closingRefused: z.string().optional(),
      mayCloseWithFindings: z.boolean(),
    }),
  }),
  /** Says, or takes back, that every signature and seal is on the paper. */
  confirmSigned: command({
    allow: caseWorkers,
    touches: ['dossiers'],
    input: z.strictObject({ ...paperKey, signed: z.boolean() }),
    output: nothing,
  }),
  saveArchive: command({
    allow: caseWorkers,
    touches: ['dossiers', 'papers'],
    input: z.strictObject({ caseId: id, revision: z.int().min(0), ...archiveWords }),
    output: z.object({ revision: z.int() }),
  }),
  /** With findings only by the head and with a reason. */
  close: command({
    allow: ['mediator', 'head'],
    touches: ['dossiers', 'cases', 'clocks', 'papers'],
    input: z.strictObject({ caseId: id, reason: prose(1000).optional() }),
    output: z.object({ archiveNumber: z.string().optional() }),
  }),
  lend: command({
    allow: ['receptionist', 'mediator', 'head'],
    touches: ['dossiers'],
    input: z.strictObject({
      caseId: id,
      borrower: filledLine(30),
      unit: line(60),
      purpose: filledLine(200),
      lentOn: localDate,
      dueOn: localDate,
    }),
    output: z.object({ loanId: id }),
  }),
  returnLoan: command({
    allow: ['receptionist', 'mediator', 'head'],
    touches: ['dossiers'],
    input: z.strictObject({ loanId: id, returnedOn: localDate, note: line(200) }),
    output: nothing,
  }),
  /** All loans of the house: those still out first, then the newest. */
  loans: query({
    allow: caseWorkers,
    input: z.strictObject({ openOnly: z.boolean() }),
    output: z.array(loan),
  }),
  /** Years that a short and a long class are kept, a setting of the centre. */
  saveRetentionYears: command({
    allow: managers,
    touches: ['dossiers'],
    input: z.strictObject({
      short: z.int().min(1).max(100).optional(),
      long: z.int().min(1).max(100).optional(),
    }),
    output: nothing,
  }),
  /** Open cases of a mediator go to another; the list is printed and signed. */
  handOver: command({
    allow: ['head'],
    touches: ['dossiers', 'cases', 'clocks'],
    input: z.strictObject({
      fromId: id,
      toId: id,
      caseIds: z.array(id).min(1).max(2000),
      reason: filledLine(200),
    }),
    output: z.object({ handoverId: id }),
  }),
  handovers: query({ allow: ['head'], input: nothing, output: z.array(handover) }),
  /** What a mediator has in hand, to be handed over. */
  casesOf: query({
    allow: ['head'],
    input: z.strictObject({ userId: id }),
    output: z.array(
      z.object({
        id,
        caseNumber: z.string(),
        title: z.string(),
        status: caseStatus,
        lentOut: z.boolean(),
      }),
    ),
  }),
}
